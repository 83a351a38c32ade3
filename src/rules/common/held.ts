import { type CalendarDate, lastDayOf } from '../../calendar/date.ts';
import type { Day } from '../../calendar/day.ts';
import { CannotTell } from '../../model/cannot-tell.ts';
import type { Range } from '../../model/range.ts';
import { allOf, countOf } from '../../records/counting.ts';

/** A session or batch as counts over the year see it. */
interface Counted {
  /** Whether it is marked as done. */
  completed: boolean;
  hasDates: boolean;
}

/** A session as counts of what starts by a day see it. */
interface Starting extends Counted {
  startsBy(day: Day): boolean;
}

/** Whether something counts among what a year asks for: where it is planned without a date and the year is over, nobody knows. */
export function counts(item: Counted, year: number, asOf: CalendarDate): true {
  // Its dates are read only then: before, it counts whatever they are.
  if (asOf > lastDayOf(year) && !item.completed && !item.hasDates) throw NOT_KNOWN_HELD;
  return true;
}

/** Whether a session starts on a day or before; throws CannotTell of one without dates, which may start on any day. */
function startsBy(session: Starting, day: Day, year: number, asOf: CalendarDate): boolean {
  if (counts(session, year, asOf) && session.hasDates) return session.startsBy(day);
  throw NO_DATES;
}

/**
 * Of some sessions those that count as asked: how many are to start on a day or before, and how many of these have begun.
 */
export function startingBy<Session extends Starting & { hasBegun(asOf: CalendarDate): boolean }>(
  sessions: readonly Session[],
  isAsked: (session: Session) => boolean,
  day: Day,
  year: number,
  asOf: CalendarDate,
): { planned: Range; begun: Range } {
  const starts = (session: Session) =>
    allOf(
      () => isAsked(session),
      () => startsBy(session, day, year, asOf),
    );
  const hasBegun = (session: Session) =>
    allOf(
      () => starts(session),
      () => session.hasBegun(asOf),
    );
  return { planned: countOf(sessions, starts), begun: countOf(sessions, hasBegun) };
}

const NO_DATES = new CannotTell({
  zh: '有的没有日期，不知道何时开班',
  en: 'something has no dates, so nobody knows when it begins',
});
const NOT_KNOWN_HELD = new CannotTell({
  zh: '年度已过，有的没有日期也没有标明已完成，不知道办没办',
  en: 'the year is over, and something without dates is not marked as completed, so nobody knows whether it was held',
});
