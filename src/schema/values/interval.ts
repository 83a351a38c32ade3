import { type CalendarDate, plusDays, plusMonths } from '../../calendar/date.ts';
import { type DateContext, dayOf } from './date.ts';
import { plainValue } from './plain.ts';

/** The days in which one lies that is not known yet: a month, a third of one, a quarter, a half-year or a year. */
export interface Interval {
  first: CalendarDate;
  last: CalendarDate;
}

const MONTH = /^(?:(\d{4})-|(?:(\d{4})年)?)(\d{1,2})(月?)(?:([上中下])旬|([初底]))?$/;
const QUARTER = /^(?:(\d{4})年)?第?([一二三四])季度$/;
const HALF = /^(?:(\d{4})年)?([上下])半年$/;

/**
 * Reads a date that is not known to the day: `2024-05`, `2024年5月` or `5月`, a third of it (`5月上旬`, 初 the first and 底 the
 * last), `二季度`, `上半年`, `待定`. Without a year of its own it lies in the record's.
 */
export function readInterval(written: string, { year }: DateContext = {}): { value: Interval } | undefined {
  const text = plainValue(written) ?? '';
  const value =
    text === '待定'
      ? monthsFrom(year, 1, 12)
      : (readMonth(text, year) ?? readQuarter(text, year) ?? readHalf(text, year));
  return value && { value };
}

function readMonth(text: string, recordYear: number | undefined): Interval | undefined {
  const match = MONTH.exec(text);
  if (!match) return undefined;
  const [, year, nian, month, yue, third, edge] = match;
  // 2024-05 has no 月 behind it, and nothing else may be without.
  if ((year === undefined) !== (yue !== '')) return undefined;
  const whole = monthsFrom(year ?? nian ?? recordYear, Number(month), 1);
  switch (third ?? edge) {
    case '上':
    case '初':
      return whole && { first: whole.first, last: plusDays(whole.first, 9) };
    case '中':
      return whole && { first: plusDays(whole.first, 10), last: plusDays(whole.first, 19) };
    case '下':
    case '底':
      return whole && { first: plusDays(whole.first, 20), last: whole.last };
    default:
      return whole;
  }
}

function readQuarter(text: string, recordYear: number | undefined): Interval | undefined {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  return quarter === undefined ? undefined : monthsFrom(year ?? recordYear, '一二三四'.indexOf(quarter) * 3 + 1, 3);
}

function readHalf(text: string, recordYear: number | undefined): Interval | undefined {
  const [, year, half] = HALF.exec(text) ?? [];
  return half === undefined ? undefined : monthsFrom(year ?? recordYear, half === '上' ? 1 : 7, 6);
}

function monthsFrom(year: string | number | undefined, month: number, count: number): Interval | undefined {
  const first = dayOf(year, String(month), '1');
  return first === undefined ? undefined : { first, last: plusDays(plusMonths(first, count), -1) };
}

/** An interval as its month with its third, its quarter, its half-year or 待定; of these the year is said only where it is not the record's. */
export function writeInterval({ value: { first, last } }: { value: Interval }, { year }: DateContext = {}): string {
  const [own, month, day] = first.split('-') as [string, string, string];
  const months = Number(last.slice(5, 7)) - Number(month) + 1;
  if (months === 12) return '待定';
  const said = Number(own) === year ? '' : `${own}年`;
  if (months === 6) return `${said}${month === '01' ? '上' : '下'}半年`;
  if (months === 3) return `${said}第${'一二三四'[(Number(month) - 1) / 3]}季度`;
  const third = day === '21' ? '下旬' : day === '11' ? '中旬' : last.endsWith('-10') ? '上旬' : '';
  return third ? `${own}年${Number(month)}月${third}` : `${own}-${month}`;
}
