import { type CalendarDate, isCalendarDate, weekdayOf } from '../../calendar/date.ts';
import { plainValue } from './plain.ts';

/** What a day may be given against: the record's year, which a date without one is in. A pairing has none. */
export interface DateContext {
  year?: number | undefined;
}

const WEEKDAY = '周[一二三四五六日天]|星期[一二三四五六日天]';

/** A pattern of a weekday behind a date, in brackets or without. */
export const WITH_WEEKDAY = String.raw`(?:\((?:${WEEKDAY})\)|${WEEKDAY})?`;

const ENDS_IN_WEEKDAY = /^(.*?)\(?(?:周|星期)([一二三四五六日天])\)?$/;

const FORM = new RegExp(
  String.raw`^(?:(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})` +
    String.raw`|(?:(?<nian>\d{4})年)?(?<yue>\d{1,2})月(?<ri>\d{1,2})日|(?<plain>\d{8}))${WITH_WEEKDAY}$`,
);

/**
 * Reads a date: `2024-05-08`, `2024-5-8`, `2024/5/8`, `2024.5.8`, `2024年5月8日`, `20240508`, `5月8日` of the record's year, each
 * with its weekday or without. A day that the calendar has not, or that is no such weekday, is none.
 */
export function readDate(written: string, { year }: DateContext = {}): { value: CalendarDate } | undefined {
  const text = plainValue(written) ?? '';
  const { groups } = FORM.exec(text) ?? {};
  if (!groups) return undefined;
  const { plain } = groups;
  const value =
    plain === undefined
      ? dayOf(groups.year ?? groups.nian ?? year, groups.month ?? groups.yue, groups.day ?? groups.ri)
      : dayOf(plain.slice(0, 4), plain.slice(4, 6), plain.slice(6));
  return value !== undefined && isItsWeekday(value, text) ? { value } : undefined;
}

/** A day of the calendar from its parts; undefined where the calendar has none or the year is not known. */
export function dayOf(
  year: string | number | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | undefined {
  const date = [String(year).padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  return isCalendarDate(date) ? date : undefined;
}

/** Whether the weekday that a text ends in is that of a day; true where it ends in none. */
export function isItsWeekday(date: CalendarDate, text: string): boolean {
  const weekday = ENDS_IN_WEEKDAY.exec(text)?.[2];
  return weekday === undefined || '日一二三四五六'.indexOf(weekday.replace('天', '日')) === weekdayOf(date);
}

/** A date as `YYYY-MM-DD`. */
export const writeDate = ({ value }: { value: CalendarDate }): string => value;
