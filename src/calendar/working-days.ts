import { findWorkday, getDayDetail } from 'chinese-days';
import { type CalendarDate, yearOf } from './date.ts';

/** A due date counted in working days, and whether the State Council had published the calendar it was counted by. */
export interface WorkingDayDue {
  date: CalendarDate;
  published: boolean;
}

/** Whether the calendar of a year is published: National Day then carries its own name, not a weekday's. */
const isPublished = (year: number): boolean => getDayDetail(`${year}-10-01`).name.includes(',');

/**
 * The last day of a period of `days` working days after an event, by the State Council's holidays and make-up
 * weekends. The event's own day is not counted. Past the published calendar, plain weekdays are counted.
 */
export function plusWorkingDays(event: CalendarDate, days: number): WorkingDayDue {
  const date = findWorkday(days, event);
  return { date, published: isPublished(yearOf(date)) };
}
