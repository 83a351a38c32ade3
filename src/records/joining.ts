import { daysBetween } from '../calendar/date.ts';
import { type Day, firstOf, lastOf } from '../calendar/day.ts';
import type { LoadedRecord } from '../load/loaded.ts';
import { readOr } from '../model/cannot-tell.ts';
import { present } from '../model/present.ts';
import type { Copies } from './provincial-session.ts';
import type { SessionSubject } from './session.ts';

/** Most days between the starts of two copies of one session. */
export const MOST_DAYS_APART = 60;

/** A session, and what it shares with its copies; nothing where that cannot be told. */
export interface Keyed {
  session: SessionSubject;
  keys: readonly string[];
}

/** What goes up in another of its kind, so that what leads to the one leads to the other. */
interface Joinable<Kind> {
  into: Kind | undefined;
}

/** What something went up in, if in anything. */
function last<Kind extends Joinable<Kind>>(one: Kind): Kind {
  let at = one;
  while (at.into) {
    if (at.into.into) at.into = at.into.into;
    at = at.into;
  }
  return at;
}

interface Alike extends Joinable<Alike> {
  members: Keyed[];
}

/** Sessions that share something, each with another at least, in the order in which the last of each lot stands. */
export function alikeOf(sessions: readonly Keyed[]): Keyed[][] {
  const lots = new Set<Alike>();
  const byKey = new Map<string, Alike>();
  for (const each of sessions) {
    const known = new Set(each.keys.flatMap((key) => byKey.get(key) ?? []).map(last));
    const [only] = known;
    const lot: Alike =
      only && known.size === 1
        ? only
        : { members: [...known].reverse().flatMap((other) => other.members), into: undefined };
    lot.members.push(each);
    for (const other of known) {
      lots.delete(other);
      if (other !== lot) other.into = lot;
    }
    lots.add(lot);
    for (const key of each.keys) byKey.set(key, lot);
  }
  return Array.from(lots, ({ members }) => members);
}

/** Sessions taken to be one, at most one of each record. */
interface Group extends Joinable<Group> {
  copies: Copies;
  keys: Set<string>;
  records: Set<LoadedRecord>;
  isDated: boolean;
  /** The least of the last days and the greatest of the first ones on which its members may start: no two are further apart. */
  leastLast: number;
  greatestFirst: number;
}

/**
 * Sessions that are alike, those that are one together: those whose starts are nearest to each other come together first.
 * Of thousands no pairs are gathered, and none are compared that one record has in common.
 */
export function joined(sessions: readonly Keyed[]): Copies[] {
  const days = byDay(sessions);
  const isOfOneRecord = sessions.every(({ session }) => session.record === sessions[0]?.session.record);
  for (const { pairs, isKnown } of isOfOneRecord ? [] : nearestFirst(days)) {
    for (const [one, others] of pairs)
      for (const place of one.groups.keys()) for (const other of others) joinAt(one, place, other, isKnown);
  }
  const groups = new Set(days.flatMap((day) => day.groups.map(last)));
  return Array.from(groups, ({ copies }) => copies);
}

/** Joins a group of one start with those of another that it may join, or with those behind it. */
function joinAt(one: OfOneStart, place: number, other: OfOneStart, isKnown: boolean): void {
  let into = last(present(one.groups[place], 'group of a day'));
  for (let at = one === other ? place + 1 : 0; at < other.groups.length; at += 1) {
    const from = last(present(other.groups[at], 'group of a day'));
    if (into === from) continue;
    const record = sharedBy(into.records, from.records);
    if (record) at = Math.max(at, other.firstWithout(record) - 1);
    // One without a start never joins two that start too far apart, and neither does one that is near to both.
    else if (
      Math.max(into.greatestFirst, from.greatestFirst) - Math.min(into.leastLast, from.leastLast) <= MOST_DAYS_APART &&
      (isKnown || !into.isDated || !from.isDated) &&
      sharedBy(into.keys, from.keys) !== undefined
    )
      into = joinedTo(into, from);
  }
}

/** One group of two; the larger one takes in the other, so that none is taken in over and over. */
function joinedTo(one: Group, other: Group): Group {
  const [into, from] =
    one.keys.size + one.records.size < other.keys.size + other.records.size ? [other, one] : [one, other];
  into.copies = [...one.copies, ...other.copies];
  for (const key of from.keys) into.keys.add(key);
  for (const record of from.records) into.records.add(record);
  into.isDated ||= from.isDated;
  into.leastLast = Math.min(into.leastLast, from.leastLast);
  into.greatestFirst = Math.max(into.greatestFirst, from.greatestFirst);
  from.into = into;
  return into;
}

/** What two sets have in common, or one thing of it. */
function sharedBy<Value>(one: ReadonlySet<Value>, other: ReadonlySet<Value>): Value | undefined {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  for (const value of few) if (many.has(value)) return value;
  return undefined;
}

/** The groups of sessions that start alike. */
class OfOneStart {
  readonly start: Day | undefined;
  readonly groups: Group[] = [];
  readonly #firstWithout = new Map<LoadedRecord, number>();

  constructor(start: Day | undefined) {
    this.start = start;
  }

  /** Takes a session into the first group that it may join, or begins one with it: no distance is shorter. */
  add({ session, keys: own }: Keyed): void {
    const { record } = session;
    const keys = new Set(own);
    for (let at = 0; at < this.groups.length; at += 1) {
      const group = present(this.groups[at], 'group of a day');
      if (group.records.has(record)) at = Math.max(at, this.firstWithout(record) - 1);
      else if (sharedBy(group.keys, keys) !== undefined) {
        group.copies.push(session);
        group.records.add(record);
        for (const key of keys) group.keys.add(key);
        return;
      }
    }
    const stretch = stretchOf(this.start);
    this.groups.push({
      copies: [session],
      keys,
      records: new Set([record]),
      isDated: !isVague(stretch),
      leastLast: stretch?.last ?? Number.POSITIVE_INFINITY,
      greatestFirst: stretch?.first ?? Number.NEGATIVE_INFINITY,
      into: undefined,
    });
  }

  /** The place of the first group that has nothing of a record; all before it have, and never lose it. */
  firstWithout(record: LoadedRecord): number {
    let place = this.#firstWithout.get(record) ?? 0;
    for (let group = this.groups[place]; group && last(group).records.has(record); group = this.groups[place])
      place += 1;
    this.#firstWithout.set(record, place);
    return place;
  }
}

function byDay(sessions: readonly Keyed[]): OfOneStart[] {
  const days = new Map<Day | undefined, OfOneStart>();
  for (const each of sessions) {
    const start = startOf(each.session);
    const day = days.get(start) ?? new OfOneStart(start);
    days.set(start, day);
    day.add(each);
  }
  return [...days.values()];
}

/** Starts that are as far apart from each other, each with those that come after it; the nearest first, and last those that are not known. */
function nearestFirst(days: readonly OfOneStart[]): { pairs: Map<OfOneStart, OfOneStart[]>; isKnown: boolean }[] {
  const byDistance = Array.from({ length: MOST_DAYS_APART + 2 }, () => new Map<OfOneStart, OfOneStart[]>());
  const stretches = days.map(({ start }) => stretchOf(start));
  for (const [place, one] of days.entries())
    for (let at = place; at < days.length; at += 1) {
      const other = present(days[at], 'day');
      const pairs = byDistance[daysApart(stretches[place], stretches[at])];
      const known = pairs?.get(one);
      if (known) known.push(other);
      else pairs?.set(one, [other]);
    }
  return byDistance.map((pairs, distance) => ({ pairs, isKnown: distance !== UNKNOWN }));
}

/** Whether two sessions may start so near to each other that they are copies of one, as far as their starts are known. */
export const mayStartNear = (one: SessionSubject, other: SessionSubject): boolean =>
  daysApart(stretchOf(startOf(one)), stretchOf(startOf(other))) <= UNKNOWN;

const stretchOf = (start: Day | undefined): Stretch | undefined =>
  start === undefined ? undefined : { first: dayNumber(firstOf(start)), last: dayNumber(lastOf(start)) };

const dayNumber = (date: string): number => daysBetween('0000-01-01', date);

/** Greater than any distance that is known and counts. */
const UNKNOWN = MOST_DAYS_APART + 1;

interface Stretch {
  first: number;
  last: number;
}

/** Whether a start is known so little that it says of no other in its stretch that it is near. */
const isVague = (stretch: Stretch | undefined): boolean =>
  stretch === undefined || stretch.last - stretch.first >= MOST_DAYS_APART;

/** How many days two starts are apart at least; of a vague one it is known only where that is too many. */
function daysApart(one: Stretch | undefined, other: Stretch | undefined): number {
  if (!one || !other) return UNKNOWN;
  const apart = Math.max(0, one.first - other.last, other.first - one.last);
  if (apart > MOST_DAYS_APART) return Number.POSITIVE_INFINITY;
  return isVague(one) || isVague(other) ? UNKNOWN : apart;
}

/** Its start; undefined where it has none that can be read. */
export const startOf = (session: SessionSubject): Day | undefined => readOr(() => session.period?.start, undefined);
