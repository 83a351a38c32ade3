import { attempt, CannotTell } from '../model/cannot-tell.ts';
import type { Words } from '../model/finding.ts';
import {
  type CalendarDate,
  plusDays as dayPlus,
  isCalendarDate,
  lastDayOf,
  plusMonths as monthsPlus,
  yearOf,
} from './date.ts';

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
  const [first, last] = [firstOf(text), lastOf(text)];
  return text.charAt(LENGTH) === '/' && isCalendarDate(first) && isCalendarDate(last) && first < last;
}

/** A date as it counts: what was no more than open (待定) when its year was over is none. */
export function settled(day: Day | undefined, asOf: CalendarDate): Day | undefined {
  if (day === undefined || isExact(day)) return day;
  const [first, last] = [firstOf(day), lastOf(day)];
  const isWholeYear = first.endsWith('-01-01') && last === lastDayOf(yearOf(first));
  return isWholeYear && asOf > last ? undefined : day;
}

/** Why two days cannot be compared. */
export const notToTheDay = new CannotTell({ zh: '日期还没有定到日', en: 'a date is not known to the day yet' });

/** Whether one day is before the other. */
export function isBefore(one: Day, other: Day): boolean {
  if (lastOf(one) < firstOf(other)) return true;
  if (firstOf(one) >= lastOf(other)) return false;
  throw notToTheDay;
}

/** Whether one day is before the other, whichever days of their stretches they are. */
export const isSurelyBefore = (one: Day, other: Day): boolean => lastOf(one) < firstOf(other);

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

/** A day as English messages say it: `2024-05-08`, `2024-05` for a whole month, else `2024-05-01～2024-05-10`. */
export function inEnglish(day: Day): string {
  if (isExact(day)) return day;
  const [first, last] = [firstOf(day), lastOf(day)];
  return isWholeMonths(day) && first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : `${first}～${last}`;
}

/** A day as Chinese messages say it: `2024-05-08`, `2024 年 5 月`, `2024 年 5 月上旬`, `2024 年第二季度`, `2024 年下半年`, `2024 年内`, else as in English. */
export function inChinese(day: Day): string {
  if (isExact(day)) return day;
  const [first, last] = [firstOf(day), lastOf(day)];
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))];
  if (first.slice(0, 4) !== last.slice(0, 4)) return inEnglish(day);
  const months = Number(last.slice(5, 7)) - month + 1;
  if (!isWholeMonths(day)) {
    const third = months === 1 ? THIRDS.find(({ from, to }) => first.endsWith(from) && isLast(last, to)) : undefined;
    return third ? `${year} 年 ${month} 月${third.name}` : inEnglish(day);
  }
  if (months === 1) return `${year} 年 ${month} 月`;
  if (months === 3 && month % 3 === 1) return `${year} 年第${'一二三四'.charAt(month / 3)}季度`;
  if (months === 6 && month % 6 === 1) return `${year} 年${month === 1 ? '上' : '下'}半年`;
  return months === 12 ? `${year} 年内` : `${year} 年 ${month} 月至 ${month + months - 1} 月`;
}

const THIRDS = [
  { name: '上旬', from: '-01', to: '-10' },
  { name: '中旬', from: '-11', to: '-20' },
  { name: '下旬', from: '-21', to: undefined },
];

/** Whether a date ends so, or, where nothing is said, is the last of its month. */
const isLast = (date: CalendarDate, end: string | undefined): boolean =>
  end === undefined ? dayPlus(date, 1).endsWith('-01') : date.endsWith(end);

const isWholeMonths = (day: Day): boolean => firstOf(day).endsWith('-01') && isLast(lastOf(day), undefined);

/** A day as messages say it. */
export const inWords = (day: Day): Words => ({ zh: inChinese(day), en: inEnglish(day) });

/** What is asked of a day: that one, or an earlier one. */
export const upTo = (day: Day): Words => ({ zh: `${inChinese(day)}（含）前`, en: `≤ ${inEnglish(day)}` });

/** What is asked of a day: an earlier one. */
export const before = (day: Day): Words => ({
  zh: `${inChinese(day)}${isExact(day) ? ' ' : ''}之前`,
  en: `< ${inEnglish(day)}`,
});

/** What is asked of a day: that one, or a later one. */
export const from = (day: Day): Words => ({ zh: `${inChinese(day)}（含）以后`, en: `≥ ${inEnglish(day)}` });
