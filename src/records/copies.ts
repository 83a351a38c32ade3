import { type CalendarDate, daysBetween } from '../calendar/date.ts';
import type { LoadedRecord } from '../load/loaded.ts';
import type { SessionSubject } from './session.ts';

/** Most days between the starts of two copies of one session. */
const MOST_DAYS_APART = 60;

type Copies = [SessionSubject, ...SessionSubject[]];

/**
 * Provincial sessions of one year, those that are one session written in several records together: they share a category
 * and a host, and start within 60 days of each other, or one start is not known. At most one of each record is among
 * them, and those that start nearest to each other come together first; which ones these are depends on what is
 * written, never on where, and so does the order of copies.
 */
export function copiesOf(sessions: readonly SessionSubject[]): Copies[] {
  const alike = grouped([...sessions].sort(byContent), ({ category, organiser }) =>
    JSON.stringify([category, organiser]),
  );
  return [...alike.values()].flatMap(joined);
}

/** Sessions taken to be one. */
interface Group {
  copies: Copies;
  records: Set<LoadedRecord>;
  isDated: boolean;
}

function joined(sessions: readonly SessionSubject[]): Copies[] {
  const days = byDay(sessions);
  const pairs = days.flatMap((one, place) =>
    days.slice(place + 1).flatMap((other) => {
      const apart = daysApart(one.start, other.start);
      return apart === undefined || apart <= MOST_DAYS_APART ? [{ one, other, apart }] : [];
    }),
  );
  const nearestFirst = pairs.sort((a, b) => (a.apart ?? UNKNOWN) - (b.apart ?? UNKNOWN));
  for (const { one, other, apart } of nearestFirst) {
    const [into, from] = [one.group, other.group];
    // One without a start never joins two that start too far apart.
    if (into === from || (apart === undefined && into.isDated && from.isDated)) continue;
    if ([...from.records].some((record) => into.records.has(record))) continue;
    for (const copy of from.copies) into.copies.push(copy);
    for (const record of from.records) into.records.add(record);
    into.isDated ||= from.isDated;
    for (const day of days) if (day.group === from) day.group = into;
  }
  return [...new Set(days.map(({ group }) => group))].map(({ copies }) => copies);
}

/** Sessions of one start together, at most one of each record: no distance is shorter, and few pairs are left to compare. */
function byDay(sessions: readonly SessionSubject[]): { start: CalendarDate | undefined; group: Group }[] {
  return [...grouped(sessions, startOf)].flatMap(([start, own]) => {
    const groups: Group[] = [];
    for (const session of own) {
      const { record } = session;
      const group = groups.find(({ records }) => !records.has(record));
      if (group) {
        group.copies.push(session);
        group.records.add(record);
      } else groups.push({ copies: [session], records: new Set([record]), isDated: start !== undefined });
    }
    return groups.map((group) => ({ start, group }));
  });
}

function grouped<Key>(
  sessions: readonly SessionSubject[],
  keyOf: (session: SessionSubject) => Key,
): Map<Key, SessionSubject[]> {
  const groups = new Map<Key, SessionSubject[]>();
  for (const session of sessions) {
    const own = groups.get(keyOf(session));
    if (own) own.push(session);
    else groups.set(keyOf(session), [session]);
  }
  return groups;
}

/** Greater than any distance that is known. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

const startOf = ({ period }: SessionSubject): CalendarDate | undefined => period?.start;

function daysApart(one: CalendarDate | undefined, other: CalendarDate | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one < other ? daysBetween(one, other) - 1 : daysBetween(other, one) - 1;
}

function byContent(one: SessionSubject, other: SessionSubject): number {
  for (const of of [
    startOf,
    ({ record }: SessionSubject) => record.kind,
    ({ holder }: SessionSubject) => holder,
    ({ session }: SessionSubject) => session.id,
    ({ session }: SessionSubject) => JSON.stringify(session),
  ]) {
    const [a = '', b = ''] = [of(one), of(other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
