import type { CalendarDate } from '../../calendar/date.ts';
import { type DateContext, dayOf, isItsWeekday, readDate, WITH_WEEKDAY } from './date.ts';
import { plainValue } from './plain.ts';

/** The first and the last day of something, as written: they may be the wrong way round. */
export interface Span {
  start: CalendarDate;
  end: CalendarDate;
}

const DASH = '至|到|—{1,2}|[-–~]';

/** A date, a dash and a second one; a sign that parts a date may be the dash between two as well. */
const FORM = new RegExp(
  String.raw`^((?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{8})${WITH_WEEKDAY})(?:${DASH})(.+)$`,
);

/** The second date without what it shares with the first: the year, or year and month. Each goes with the first dates that are written so. */
const SHORT: { first: RegExp; second: RegExp }[] = [
  { first: /^/, second: new RegExp(`^(\\d{1,2})月(\\d{1,2})日${WITH_WEEKDAY}$`) },
  { first: /日/, second: new RegExp(`^()(\\d{1,2})日${WITH_WEEKDAY}$`) },
  ...['-', '/', '.'].map((sign) => ({
    first: new RegExp(`^\\d{4}\\${sign}`),
    second: new RegExp(`^(?:(\\d{1,2})\\${sign})?(\\d{1,2})${WITH_WEEKDAY}$`),
  })),
  { first: /^\d{8}/, second: new RegExp(`^(\\d{2})?(\\d{2})${WITH_WEEKDAY}$`) },
];

/**
 * Reads a date, or two that are joined (`2024-05-08至2024-05-10`), the second without what it shares with the first:
 * `5月8日至10日`, `2024.5.8-5.10`. Undefined where either is no date.
 */
export function readSpan(written: string, context: DateContext = {}): { value: Span } | undefined {
  const day = readDate(written, context)?.value;
  if (day !== undefined) return { value: { start: day, end: day } };
  const [, first = '', second = ''] = FORM.exec(plainValue(written) ?? '') ?? [];
  const start = readDate(first, context)?.value;
  if (start === undefined) return undefined;
  const end = readSecond(second, first, start);
  return end === undefined ? undefined : { value: { start, end } };
}

function readSecond(second: string, first: string, start: CalendarDate): CalendarDate | undefined {
  const [year, sharedMonth] = start.split('-');
  const whole = readDate(second)?.value;
  if (whole !== undefined) return whole;
  for (const form of SHORT) {
    const match = form.first.test(first) ? form.second.exec(second) : null;
    if (!match) continue;
    const date = dayOf(year, match[1] || sharedMonth, match[2]);
    return date !== undefined && isItsWeekday(date, second) ? date : undefined;
  }
  return undefined;
}

/** A span as its date, or as two joined by 至. */
export const writeSpan = ({ value: { start, end } }: { value: Span }): string =>
  start === end ? start : `${start}至${end}`;
