import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';

/**
 * Calendar dates are `YYYY-MM-DD` strings everywhere, so that they compare as text and have no time zone. All
 * arithmetic runs on UTC dates: the machine's own zone and its summer time never reach a verdict.
 */
export type CalendarDate = string;

/** Milliseconds of a day: every one of UTC has as many. */
const DAY = 86_400_000;

/** Most days of which something is remembered. */
const MOST_REMEMBERED = 10_000;

/** What is told of a key, once: a set asks about the same few days again and again. */
function remembered<Told>(told: Map<string, Told>, key: string, tell: (key: string) => Told): Told {
  let known = told.get(key);
  if (known === undefined) {
    if (told.size >= MOST_REMEMBERED) told.clear();
    known = tell(key);
    told.set(key, known);
  }
  return known;
}

const instants = new Map<string, number>();
const areReal = new Map<string, boolean>();
const counted = new Map<string, CalendarDate>();

/** The instant at which a day begins. */
const parse = (date: CalendarDate): number => remembered(instants, date, instantOf);

const instantOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** A day as text; beyond the years that four digits can write, the first or the last day that they can. */
function print(date: Date): CalendarDate {
  const year = date.getUTCFullYear();
  // Too far even for a Date, the year is not a number.
  if (!(year <= 9999)) return '9999-12-31';
  return year < 0 ? '0000-01-01' : date.toISOString().slice(0, 10);
}

/** Whether a text is a real calendar date written `YYYY-MM-DD` (2024-02-30 and 2024-2-3 are not). */
export const isCalendarDate = (text: string): boolean =>
  text.length === 'YYYY-MM-DD'.length && remembered(areReal, text, isReal);

function isReal(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // A day too many is counted on into the next month.
  return new Date(parse(text)).getUTCMonth() + 1 === monthOf(text);
}

/** The day `days` later (earlier when negative). The event's own day is not counted: 10 May + 7 is 17 May. */
export const plusDays = (date: CalendarDate, days: number): CalendarDate =>
  remembered(counted, `${date} ${days}`, () => print(new Date(parse(date) + days * DAY)));

/** The same day `months` later (earlier when negative), or the month's last day where that day does not exist. */
export const plusMonths = (date: CalendarDate, months: number): CalendarDate =>
  remembered(counted, `${date} ${months} months`, () => print(addMonths(new UTCDateMini(parse(date)), months)));

/** The same day `years` later, or 28 February where 29 February does not exist. */
export const plusYears = (date: CalendarDate, years: number): CalendarDate => plusMonths(date, years * 12);

/** Calendar days from `start` to `end` with both ends counted: 1 to 15 June is 15. */
export const daysBetween = (start: CalendarDate, end: CalendarDate): number => (parse(end) - parse(start)) / DAY + 1;

/** The calendar year of a date. */
export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** The month of the year, 1 to 12. */
export const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

/** The first day of its month. */
export const firstOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 8)}01`;

/** The last day of a calendar year. */
export const lastDayOf = (year: number): CalendarDate => `${year}-12-31`;

/** The day of the week, 0 for Sunday. */
export const weekdayOf = (date: CalendarDate): number => new Date(parse(date)).getUTCDay();

/** The date in Hainan at an instant. China has kept UTC+8 without summer time since 1991. */
export const dateInChina = (instant: Date): CalendarDate => print(new Date(instant.getTime() + 8 * 3_600_000));
