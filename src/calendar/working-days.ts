import calendar from '../generated/calendar.json' with { type: 'json' };
import { type CalendarDate, plusDays, weekdayOf, yearOf } from './date.ts';
import { type Day, dayBetween, firstOf, lastOf } from './day.ts';

/** A due date counted in working days, and whether the State Council had published the calendar it was counted by. */
export interface WorkingDayDue {
  date: Day;
  published: boolean;
}

const holidays = new Set(calendar.holidays);
const makeUpDays = new Set(calendar.makeUpDays);

/** Whether people work on a day: on make-up weekends, and on weekdays that are no holiday. */
const isWorkingDay = (date: CalendarDate): boolean =>
  makeUpDays.has(date) || (weekdayOf(date) >= 1 && weekdayOf(date) <= 5 && !holidays.has(date));

/**
 * The last day of a period of `days` working days after an event, by the State Council's holidays and make-up
 * weekends. The event's own day is not counted. Past the published calendar, plain weekdays are counted.
 */
export function plusWorkingDays(event: Day, days: number): WorkingDayDue {
  const [first, last] = [firstOf(event), lastOf(event)].map((day) => after(day, days)) as [CalendarDate, CalendarDate];
  return { date: dayBetween(first, last), published: yearOf(last) <= calendar.lastYear };
}

function after(event: CalendarDate, days: number): CalendarDate {
  let date = event;
  for (let counted = 0; counted < days; ) {
    date = plusDays(date, 1);
    if (isWorkingDay(date)) counted += 1;
  }
  return date;
}
