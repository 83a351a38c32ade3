import { type CalendarDate, lastDayOf } from '../../calendar/date.ts';
import { CannotTell } from '../../model/cannot-tell.ts';

/** A session or batch as counts over the year see it. */
interface Counted {
  /** Whether it is marked as done. */
  completed: boolean;
  hasDates: boolean;
}

/** Whether something counts among what a year asks for: where it is planned without a date and the year is over, nobody knows. */
export function counts({ completed, hasDates }: Counted, year: number, asOf: CalendarDate): true {
  if (asOf > lastDayOf(year) && !completed && !hasDates) throw NOT_KNOWN_HELD;
  return true;
}

const NOT_KNOWN_HELD = new CannotTell({
  zh: '年度已过，有的没有日期也没有标明已完成，不知道办没办',
  en: 'the year is over, and something without dates is not marked as completed, so nobody knows whether it was held',
});
