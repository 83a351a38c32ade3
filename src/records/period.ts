import { type CalendarDate, daysBetween, lastDayOf, plusDays } from '../calendar/date.ts';
import { type Day, dayBetween, firstOf, isExact, lastOf, notToTheDay } from '../calendar/day.ts';
import { endsOf } from '../calendar/span.ts';
import { exactly, type Range } from '../model/range.ts';

/** First and last day of something, in order, and how many days it has with both counted. */
export interface Period {
  start: Day;
  end: Day;
  days: Range;
}

/** How something is dated: by a span, or by a first and a last day, or by the first and so many days. */
export interface Dated {
  dates?: string;
  start?: string;
  end?: string;
  days?: number;
}

/** Whether a date says no more than that it is not known yet. */
export function isOpen({ dates, start, end }: Dated, year: number): boolean {
  const day = dates === undefined ? start : endsOf(dates).start;
  return day !== undefined && end === undefined && firstOf(day) === `${year}-01-01` && lastOf(day) === lastDayOf(year);
}

/** Whether anything says when it is. */
export const isDated = ({ dates, start, end }: Dated): boolean =>
  dates !== undefined || start !== undefined || end !== undefined;

/** Whether its first day is after its last one, so that they count as not there (data/date-order). */
export function isReversed({ dates, start, end }: Dated): boolean {
  const [first, last] = dates === undefined ? [start, end] : [endsOf(dates).start, endsOf(dates).end];
  return first !== undefined && last !== undefined && lastOf(last) < firstOf(first);
}

/**
 * The period of something dated; undefined where it is not, and where its days are the wrong way round, which counts as not
 * there (data/date-order). Dated by one stretch, it lies in it as a whole; by a first day alone, that day is in the stretch.
 */
export function periodOf(dated: Dated): Period | undefined {
  const { dates, days } = dated;
  const count = days === undefined ? undefined : Math.max(1, Math.ceil(days));
  if (dates !== undefined) {
    const { start, end } = endsOf(dates);
    if (!isExact(start)) return within(firstOf(start), lastOf(start), count);
    return start === end ? from(start, count) : between(start, end, count);
  }
  const { start, end } = dated;
  if (start !== undefined && end !== undefined) return between(start, end, count);
  if (start !== undefined) return from(start, count);
  if (end === undefined) return undefined;
  const first = count === undefined ? `${end.slice(0, 4)}-01-01` : plusDays(firstOf(end), 1 - count);
  return between(dayBetween(first, count === undefined ? lastOf(end) : plusDays(lastOf(end), 1 - count)), end, count);
}

/** The period of something that lies in a stretch of days as a whole. */
export function within(first: CalendarDate, last: CalendarDate, count: number | undefined): Period {
  const length = daysBetween(first, last);
  const days = count === undefined ? range(1, length) : exactly(Math.min(count, length));
  return {
    start: dayBetween(first, plusDays(last, 1 - days.least)),
    end: dayBetween(plusDays(first, days.least - 1), last),
    days,
  };
}

function from(start: Day, count: number | undefined): Period {
  if (count !== undefined || isExact(start)) {
    const days = count ?? 1;
    const end = dayBetween(plusDays(firstOf(start), days - 1), plusDays(lastOf(start), days - 1));
    return { start, end, days: exactly(days) };
  }
  const length = daysBetween(firstOf(start), lastOf(start));
  return { start, end: dayBetween(firstOf(start), plusDays(lastOf(start), length - 1)), days: range(1, length) };
}

function between(start: Day, end: Day, count: number | undefined): Period | undefined {
  if (lastOf(end) < firstOf(start)) return undefined;
  if (isExact(start) && isExact(end)) return { start, end, days: exactly(daysBetween(start, end)) };
  const least = firstOf(end) > lastOf(start) ? daysBetween(lastOf(start), firstOf(end)) : 1;
  const most = daysBetween(firstOf(start), lastOf(end));
  const days = count === undefined ? range(least, most) : exactly(Math.min(Math.max(count, least), most));
  return {
    start: dayBetween(firstOf(start), earlier(lastOf(start), plusDays(lastOf(end), 1 - days.least))),
    end: dayBetween(later(firstOf(end), plusDays(firstOf(start), days.least - 1)), lastOf(end)),
    days,
  };
}

/** The period from the first start to the last end of some; undefined where there is none. */
export function wholeOf(periods: readonly Period[]): Period | undefined {
  if (periods.length <= 1) return periods[0];
  if (periods.every(({ start, end }) => isExact(start) && isExact(end))) {
    const start = periods.map((period) => period.start).reduce(earlier);
    const end = periods.map((period) => period.end).reduce(later);
    return { start, end, days: exactly(daysBetween(start, end)) };
  }
  const start = dayBetween(
    periods.map((period) => firstOf(period.start)).reduce(earlier),
    periods.map((period) => lastOf(period.start)).reduce(earlier),
  );
  const end = dayBetween(
    periods.map((period) => firstOf(period.end)).reduce(later),
    periods.map((period) => lastOf(period.end)).reduce(later),
  );
  const gap = daysFrom(lastOf(start), firstOf(end));
  // Each moves in its own stretch: the whole is as long as it can be where the first is early and the last is late.
  const ends = periods.map((period) => lastOf(period.end)).sort();
  const [beforeLast = '', last = ''] = ends.slice(-2);
  const apart = periods.map((one) => {
    const latestOther = lastOf(one.end) === last ? beforeLast : last;
    return Math.max(one.days.most, daysFrom(firstOf(one.start), latestOther));
  });
  const least = periods.map(({ days }) => days.least).reduce((one, other) => Math.max(one, other), gap);
  return {
    start,
    end,
    days: range(
      least,
      apart.reduce((one, other) => Math.max(one, other)),
    ),
  };
}

const daysFrom = (first: CalendarDate, last: CalendarDate): number => (first > last ? 1 : daysBetween(first, last));
const earlier = (one: CalendarDate, other: CalendarDate) => (other < one ? other : one);
const later = (one: CalendarDate, other: CalendarDate) => (other > one ? other : one);

const range = (least: number, most: number): Range =>
  least === most ? exactly(least) : { least, most, why: notToTheDay };
