import { attempt, CannotTell } from '../model/cannot-tell.ts';
import { type CalendarDate, plusDays as dayPlus, isCalendarDate, plusMonths as monthsPlus } from './date.ts';

/**
 * A day, or one that is not known yet and lies in a stretch of days: `2024-05-08`, or `2024-05-01/2024-05-31` for a day in
 * May. Two are compared by the functions here alone, which answer where every day of a stretch gives the same answer, and
 * throw CannotTell where they differ.
 */
export type Day = string;

const LENGTH = 'YYYY-MM-DD'.length;

/** A day that lies between two, both counted in. */
export const dayBetween = (first: CalendarDate, last: CalendarDate): Day =>
  first === last ? first : `${first}/${last}`;

/** The first day that it may be. */
export const firstOf = (day: Day): CalendarDate => (day.length === LENGTH ? day : day.slice(0, LENGTH));

/** The last day that it may be. */
export const lastOf = (day: Day): CalendarDate => (day.length === LENGTH ? day : day.slice(LENGTH + 1));

/** Whether it is known to the day. */
export const isExact = (day: Day): boolean => day.length === LENGTH;

/** Whether a text is a day, known or not. */
export function isDay(text: string): boolean {
  if (text.length === LENGTH) return isCalendarDate(text);
  const [first = '', last = '', more] = text.split('/');
  return more === undefined && isCalendarDate(first) && isCalendarDate(last) && first < last;
}

/** Why two days cannot be compared. */
export const notToTheDay = new CannotTell({ zh: '日期还没有定到日', en: 'a date is not known to the day yet' });

/** Whether one day is before the other. */
export function isBefore(one: Day, other: Day): boolean {
  if (lastOf(one) < firstOf(other)) return true;
  if (firstOf(one) >= lastOf(other)) return false;
  throw notToTheDay;
}

/** Whether one day is after the other. */
export const isAfter = (one: Day, other: Day): boolean => isBefore(other, one);

/** Whether one day is the other or before it. */
export const isAtMost = (one: Day, other: Day): boolean => !isBefore(other, one);

/** Whether one day is the other or after it. */
export const isAtLeast = (one: Day, other: Day): boolean => !isBefore(one, other);

/** Whether a day is one of those from a first to a last one, both counted in. */
export function isWithin(day: Day, first: Day, last: Day): boolean {
  const answers = [attempt(() => isAtLeast(day, first)), attempt(() => isAtMost(day, last))];
  if (answers.includes(false)) return false;
  if (answers.some((answer) => answer instanceof CannotTell)) throw notToTheDay;
  return true;
}

const shifted = (day: Day, move: (date: CalendarDate) => CalendarDate): Day =>
  isExact(day) ? move(day) : dayBetween(move(firstOf(day)), move(lastOf(day)));

/** The day `days` later (earlier when negative). The event's own day is not counted: 10 May + 7 is 17 May. */
export const plusDays = (day: Day, days: number): Day => shifted(day, (date) => dayPlus(date, days));

/** The same day `months` later (earlier when negative), or the month's last day where that day does not exist. */
export const plusMonths = (day: Day, months: number): Day => shifted(day, (date) => monthsPlus(date, months));

/** The same day `years` later, or 28 February where 29 February does not exist. */
export const plusYears = (day: Day, years: number): Day => plusMonths(day, years * 12);

/** The earliest of days; undefined where there is none. */
export const earliestOf = (days: readonly Day[]): Day | undefined =>
  days.length === 0 ? undefined : dayBetween(least(days.map(firstOf)), least(days.map(lastOf)));

/** The latest of days; undefined where there is none. */
export const latestOf = (days: readonly Day[]): Day | undefined =>
  days.length === 0 ? undefined : dayBetween(greatest(days.map(firstOf)), greatest(days.map(lastOf)));

const least = (dates: readonly CalendarDate[]) => dates.reduce((one, other) => (other < one ? other : one));
const greatest = (dates: readonly CalendarDate[]) => dates.reduce((one, other) => (other > one ? other : one));

/** A day as messages say it: `2024-05-08`, `2024-05` for a whole month, else `2024-05-01～2024-05-10`. */
export function shown(day: Day): string {
  if (isExact(day)) return day;
  const [first, last] = [firstOf(day), lastOf(day)];
  const isMonth = first.endsWith('-01') && last === dayPlus(monthsPlus(first, 1), -1);
  return isMonth ? first.slice(0, 7) : `${first}～${last}`;
}
