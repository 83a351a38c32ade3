import { type CalendarDate, daysBetween } from '../calendar/date.ts';
import { type Day, firstOf, lastOf } from '../calendar/day.ts';
import type { LoadedRecord } from '../load/loaded.ts';
import { attempt, CannotTell, readOr } from '../model/cannot-tell.ts';
import { present } from '../model/present.ts';
import { valueAt } from '../tree/yaml/positions.ts';
import { some } from './counting.ts';
import type { SessionSubject } from './session.ts';

/** Most days between the starts of two copies of one session. */
export const MOST_DAYS_APART = 60;

type Copies = [SessionSubject, ...SessionSubject[]];

/** Why it cannot be told whether a session is a copy of sessions of other records. */
interface Doubt {
  why: CannotTell;
  /** What it may be a copy of, or what may be a copy of it. */
  others: readonly SessionSubject[];
  /** Whether it may be none of its own. */
  isOfItself: boolean;
}

/** One provincial session, in one or several copies; each figure is that of the copy that comes first and gives it. */
export class ProvincialSession {
  /** The copies, those of the province's record before those of the host's own, and these before others. */
  readonly copies: readonly SessionSubject[];
  readonly #doubt: Doubt | undefined;

  constructor(copies: Copies, doubt?: Doubt) {
    this.#doubt = doubt;
    this.copies = [...copies].sort((one, other) => rank(one) - rank(other));
  }

  /** The copy whose figures count before all others'. */
  get first(): SessionSubject {
    return present(this.copies[0], 'copy of a session');
  }

  /**
   * A figure from the first copy that gives it; throws CannotTell where that one cannot be read, or where what may be a
   * copy too would count before it and says otherwise.
   */
  figure<Value extends number | boolean>(of: (copy: SessionSubject) => Value | undefined): Value | undefined {
    const others = this.#doubt?.others ?? [];
    for (const copy of this.copies) {
      const value = of(copy);
      if (value === undefined) continue;
      for (const other of others) if (rank(other) <= rank(copy)) this.#agree(value, of(other));
      return value;
    }
    for (const other of others) this.#agree(undefined, of(other));
    return undefined;
  }

  #agree(value: number | boolean | undefined, other: number | boolean | undefined): void {
    if (this.#doubt && other !== undefined && other !== value) throw this.#doubt.why;
  }

  /** Whether it is one of the province's; one that may be a copy of another may be none of its own. */
  get provincial(): boolean {
    if (this.#doubt?.isOfItself) throw this.#doubt.why;
    return this.first.provincial;
  }

  isFor(audience: 'managers' | 'faculty'): boolean {
    return this.figure((copy) => copy.isFor(audience)) === true;
  }

  isOf(category: string): boolean {
    return this.figure((copy) => copy.isOf(category)) === true;
  }

  /** Whether any copy has usable dates. */
  get hasDates(): boolean {
    return some(this.copies, (copy) => copy.hasDates);
  }

  /** Whether it starts on a day or before. */
  startsBy(day: Day): boolean {
    return this.figure((copy) => (copy.hasDates ? copy.startsBy(day) : undefined)) === true;
  }

  get completed(): boolean {
    return this.copies.some((copy) => copy.completed);
  }

  /** Whether it is marked as done, or its first day has come. */
  hasBegun(asOf: CalendarDate): boolean {
    return this.completed || this.startsBy(asOf);
  }

  /** Whether it is marked as done, or its last day has passed. */
  isOver(asOf: CalendarDate): boolean {
    return this.completed || this.figure((copy) => copy.isOver(asOf)) === true;
  }

  get headcount(): number | undefined {
    return this.figure(({ session }) => session.headcount);
  }

  get managersCount(): number | undefined {
    return this.figure(({ session }) => session.managersCount);
  }

  get facultyCount(): number | undefined {
    return this.figure(({ session }) => session.facultyCount);
  }

  /** Whether its offline part leaves the province. */
  get fieldVisit(): boolean {
    return this.figure(({ offline }) => offline?.outOfProvince) === true;
  }
}

/** Whose figures count before those of others: the least comes first. */
const rank = (copy: SessionSubject): number => (copy.record.kind === 'province' ? 0 : isOfHost(copy) ? 1 : 2);

const isOfHost = ({ holder, hosts }: SessionSubject): boolean => holder !== undefined && hosts.includes(holder);

/**
 * Provincial sessions of one year, those that are one session written in several records together: they share a category
 * and a host, and start within 60 days of each other, or one start is not known. At most one of each record is among
 * them, and those that start nearest to each other come together first; which ones these are depends on what is
 * written, never on where, and so does the order of copies. One whose category, host or start cannot be read stands alone,
 * and leaves it open whether it is one of those in other records: of those alike, where its start alone is in question.
 */
export function copiesOf(sessions: readonly SessionSubject[]): ProvincialSession[] {
  const alike: { keys: Set<string>; sessions: SessionSubject[] }[] = [];
  const byKey = new Map<string, (typeof alike)[number]>();
  for (const session of [...sessions].sort(byContent)) {
    const group = { keys: new Set(keysOf(session)), sessions: [session] };
    for (const other of new Set([...group.keys].flatMap((key) => byKey.get(key) ?? []))) {
      for (const key of other.keys) group.keys.add(key);
      group.sessions = [...other.sessions, ...group.sessions];
      alike.splice(alike.indexOf(other), 1);
    }
    for (const key of group.keys) byKey.set(key, group);
    alike.push(group);
  }
  const doubtful = sessions.flatMap((session) => {
    const why = doubtOf(session);
    return why ? { session, why, keys: readOr(() => session.identity, undefined) } : [];
  });
  return alike
    .flatMap((group) => joined(group.sessions))
    .map((copies) => {
      const isElsewhere = ({ record }: SessionSubject) => copies.every((copy) => copy.record !== record);
      const own = doubtful.find(({ session }) => copies.includes(session));
      const others = own
        ? sessions.filter((other) => isElsewhere(other) && mayBeAlike(own.keys, other))
        : doubtful
            .filter(({ session, keys }) => isElsewhere(session) && copies.some((copy) => mayBeAlike(keys, copy)))
            .map(({ session }) => session);
      const why = (own ?? doubtful.find(({ session }) => others[0] === session))?.why;
      return new ProvincialSession(
        copies,
        why && others.length > 0 ? { why, others, isOfItself: own !== undefined } : undefined,
      );
    });
}

/** Whether a session may share what makes copies with one that has these in common with its own; undefined where they cannot be read. */
const mayBeAlike = (keys: readonly string[] | undefined, other: SessionSubject): boolean =>
  keys === undefined || readOr(() => other.identity, keys).some((key) => keys.includes(key));

/** Why it cannot be told which sessions of other records a session is a copy of; undefined where it can be told. */
function doubtOf(session: SessionSubject): CannotTell | undefined {
  const identity = attempt(() => session.identity);
  if (identity instanceof CannotTell) return identity;
  const start = attempt(() => session.period?.start);
  return start instanceof CannotTell ? start : undefined;
}

/** What a session shares with its copies; nothing where that cannot be told. */
const keysOf = (session: SessionSubject): readonly string[] => (doubtOf(session) ? [] : session.identity);

/** Sessions taken to be one. */
interface Group {
  copies: Copies;
  keys: Set<string>;
  records: Set<LoadedRecord>;
  isDated: boolean;
}

function joined(sessions: readonly SessionSubject[]): Copies[] {
  // In one record no two are copies, and there may be thousands.
  if (sessions.every(({ record }) => record === sessions[0]?.record))
    return [...grouped(sessions, startOf).values()].flatMap((own) => own.map((session): Copies => [session]));
  const days = byDay(sessions);
  const pairs = days.flatMap((one, place) =>
    days.slice(place + 1).flatMap((other) => {
      if (isInOneRecord(one.group, other.group)) return [];
      const apart = daysApart(one.start, other.start);
      return apart === undefined || apart <= MOST_DAYS_APART ? [{ one, other, apart }] : [];
    }),
  );
  const nearestFirst = pairs.sort((a, b) => (a.apart ?? UNKNOWN) - (b.apart ?? UNKNOWN));
  for (const { one, other, apart } of nearestFirst) {
    const [into, from] = [one.group, other.group];
    // One without a start never joins two that start too far apart.
    if (into === from || (apart === undefined && into.isDated && from.isDated)) continue;
    if (!mayJoin(into, from)) continue;
    for (const copy of from.copies) into.copies.push(copy);
    for (const key of from.keys) into.keys.add(key);
    for (const record of from.records) into.records.add(record);
    into.isDated ||= from.isDated;
    for (const day of days) if (day.group === from) day.group = into;
  }
  return [...new Set(days.map(({ group }) => group))].map(({ copies }) => copies);
}

const mayJoin = (one: Pick<Group, 'keys' | 'records'>, other: Pick<Group, 'keys' | 'records'>): boolean =>
  !isInOneRecord(one, other) && [...other.keys].some((key) => one.keys.has(key));

const isInOneRecord = (one: Pick<Group, 'records'>, other: Pick<Group, 'records'>): boolean =>
  [...other.records].some((record) => one.records.has(record));

/** Sessions of one start together, at most one of each record: no distance is shorter, and few pairs are left to compare. */
function byDay(sessions: readonly SessionSubject[]): { start: Day | undefined; group: Group }[] {
  return [...grouped(sessions, startOf)].flatMap(([start, own]) => {
    const groups: Group[] = [];
    for (const session of own) {
      const { record } = session;
      const alone = { keys: new Set(keysOf(session)), records: new Set([record]) };
      const group = groups.find((each) => mayJoin(each, alone));
      if (group) {
        group.copies.push(session);
        group.records.add(record);
        for (const key of alone.keys) group.keys.add(key);
      } else groups.push({ copies: [session], ...alone, isDated: start !== undefined });
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

/** Its start; undefined where it is not known at all. */
function startOf(session: SessionSubject): Day | undefined {
  const start = readOr(() => session.period?.start, undefined);
  return start !== undefined && daysBetween(firstOf(start), lastOf(start)) > MOST_DAYS_APART ? undefined : start;
}

/** How many days two starts are apart at least. */
function daysApart(one: Day | undefined, other: Day | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [end, start] = firstOf(one) < firstOf(other) ? [lastOf(one), firstOf(other)] : [lastOf(other), firstOf(one)];
  return end < start ? daysBetween(end, start) - 1 : 0;
}

function byContent(one: SessionSubject, other: SessionSubject): number {
  for (const of of [
    startOf,
    ({ record }: SessionSubject) => record.kind,
    ({ holder }: SessionSubject) => holder,
    ({ session }: SessionSubject) => readOr(() => session.id, undefined),
    ({ record, path }: SessionSubject) => JSON.stringify(valueAt(record.data(), path)),
  ]) {
    const [a = '', b = ''] = [of(one), of(other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
