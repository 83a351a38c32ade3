import { plusDays } from '../../calendar/date.ts';
import { isDay, isExact } from '../../calendar/day.ts';
import { endsOf, isSpan } from '../../calendar/span.ts';

/**
 * The first or last day of something that also gives its dates as one span, where the two differ: two values where one belongs.
 * Undefined where they agree, where only one is given, and where one cannot be read.
 */
export function unlikeDates({ dates, start, end, days }: Record<string, unknown>): 'start' | 'end' | undefined {
  if (dates === undefined || (start === undefined && end === undefined)) return undefined;
  if (typeof dates !== 'string' || !isSpan(dates)) return undefined;
  const span = endsOf(dates);
  if (isUnlike(start, span.start)) return 'start';
  // One date and a number of days give the last one.
  const isLasting = span.start === span.end && isExact(span.start) && typeof days === 'number' && days > 1;
  const last = isLasting ? plusDays(span.start, Math.ceil(days) - 1) : span.end;
  return isUnlike(end, last) ? 'end' : undefined;
}

const isUnlike = (day: unknown, other: string): boolean => typeof day === 'string' && isDay(day) && day !== other;
