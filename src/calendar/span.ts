import { isCalendarDate } from './date.ts';
import { type Day, isDay } from './day.ts';

/** The first and the last day of something, as one text: a day, known or not, or `2024-05-08..2024-05-10`. */
export type Span = string;

const APART = '..';

/** A span of two days that are known. */
export const spanOf = (start: Day, end: Day): Span => (start === end ? start : `${start}${APART}${end}`);

/** The two days of a span; both are the same where it is one day, known or not. */
export function endsOf(span: Span): { start: Day; end: Day } {
  if (!span.includes(APART)) return { start: span, end: span };
  const [start = span, end = start] = span.split(APART);
  return { start, end };
}

/** Whether a text is a span. */
export function isSpan(text: string): boolean {
  const [start = '', end, more] = text.split(APART);
  return more === undefined && (end === undefined ? isDay(start) : isCalendarDate(start) && isCalendarDate(end));
}
