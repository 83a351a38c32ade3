import { attempt, CannotTell, lazily, readOr } from '../model/cannot-tell.ts';
import { valueAt } from '../tree/yaml/positions.ts';
import { alikeOf, joined, mayStartNear, startOf } from './joining.ts';
import { ProvincialSession } from './provincial-session.ts';
import type { SessionSubject } from './session.ts';

/**
 * Provincial sessions of one year, those that are one session written in several records together: they share a category
 * and a host, and each starts within 60 days of all others, or one start is not known. At most one of each record is among
 * them, and those that start nearest to each other come together first; which ones these are depends on what is
 * written, never on where. One whose category, host, start or level cannot be read stands
 * alone, and leaves it open whether it is one of those in other records that are alike in what can be read.
 */
export function copiesOf(sessions: readonly SessionSubject[]): ProvincialSession[] {
  const keyed = byContent(sessions).map((session) => ({ session, keys: keysOf(session) }));
  const taken = alikeOf(keyed).flatMap(joined);
  const doubtful = sessions.flatMap((session) => {
    const why = doubtOf(session);
    if (!why) return [];
    const categories = readOr(() => new Set(session.categories), undefined);
    return { session, why, categories, hosts: readOr(() => new Set(session.hosts), undefined) };
  });
  if (doubtful.length === 0) return taken.map((copies) => new ProvincialSession(copies));
  const doubts = new Map(doubtful.map((doubt) => [doubt.session, doubt]));
  return taken.map((copies) => {
    const records = new Set(copies.map(({ record }) => record));
    const isElsewhere = ({ record }: SessionSubject) => !records.has(record);
    const own = doubts.get(copies[0]);
    const others = own
      ? sessions.filter((other) => isElsewhere(other) && mayBeAlike(own, other))
      : doubtful
          .filter((doubt) => isElsewhere(doubt.session) && copies.some((copy) => mayBeAlike(doubt, copy)))
          .map(({ session }) => session);
    const why = own?.why ?? (others[0] && doubts.get(others[0])?.why);
    return new ProvincialSession(
      copies,
      why && others.length > 0 ? { why, others, isOfItself: own !== undefined } : undefined,
    );
  });
}

/** A session of which it cannot be told whether it is a copy, and what it shares with its copies; undefined where that cannot be read. */
interface Doubtful {
  session: SessionSubject;
  categories: ReadonlySet<string> | undefined;
  hosts: ReadonlySet<string> | undefined;
}

/** Whether another session may share what makes copies with one. */
const mayBeAlike = ({ session, categories, hosts }: Doubtful, other: SessionSubject): boolean =>
  mayShare(categories, () => other.categories) && mayShare(hosts, () => other.hosts) && mayStartNear(session, other);

/** Whether one of a list is among others, as far as both can be read. */
function mayShare(others: ReadonlySet<string> | undefined, read: () => readonly string[]): boolean {
  const list = readOr(read, undefined);
  return !others || !list || list.some((each) => others.has(each));
}

/** Why it cannot be told which sessions of other records a session is a copy of; undefined where it can be told. */
function doubtOf(session: SessionSubject): CannotTell | undefined {
  const identity = attempt(() => session.identity);
  if (identity instanceof CannotTell) return identity;
  const start = attempt(() => session.period?.start);
  if (start instanceof CannotTell) return start;
  // It may be no provincial session at all.
  const provincial = attempt(() => session.provincial);
  return provincial instanceof CannotTell ? provincial : undefined;
}

/** What a session shares with its copies; nothing where that cannot be told. */
const keysOf = (session: SessionSubject): readonly string[] => (doubtOf(session) ? [] : session.identity);

function byContent(sessions: readonly SessionSubject[]): SessionSubject[] {
  const contents = sessions.map((session) => ({ session, parts: contentOf(session) }));
  return contents.sort((one, other) => compared(one.parts, other.parts)).map(({ session }) => session);
}

/** What sessions are sorted by, the first first; each is made where those before it are the same. */
const contentOf = (session: SessionSubject): (() => string | undefined)[] => [
  lazily(() => startOf(session)),
  () => session.record.kind,
  () => session.holder,
  () => readOr(() => session.session.id, undefined),
  lazily(() => JSON.stringify(valueAt(session.record.data(), session.path))),
];

function compared(some: readonly (() => string | undefined)[], others: readonly (() => string | undefined)[]): number {
  for (const [place, of] of some.entries()) {
    const [one = '', other = ''] = [of(), others[place]?.()];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
