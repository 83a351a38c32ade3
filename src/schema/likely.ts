import { isCalendarDate } from '../calendar/date.ts';
import type { Applicability } from '../model/finding.ts';
import { plainText } from '../text/typography.ts';
import { canRead, type ValueType } from './values/index.ts';
import { halfWidth } from './values/plain.ts';

/** What a text means where it is not written as asked, and how sure that is. */
export interface Reading {
  /** As it is to stand in the file. */
  text: string;
  applicability: Applicability;
}

/** Longest text that may be a value, in UTF-16 units; the patterns take long over many blanks. */
const LONGEST = 100;

/** What a text most likely means that is none of the forms of its type: one of them between stray signs, a date behind which a time stands. */
export function likelyValue(type: ValueType, written: string): Reading | undefined {
  if (written.length > LONGEST) return undefined;
  const bare = plainText(written);
  // Where it could be read as it stands, the signs are not what is wrong: in the year of the record, the day is another weekday.
  if (bare !== written.trim() && canRead(type, bare) && !canRead(type, written))
    return { text: bare, applicability: 'certain' };
  if (type === 'span') return likelySpan(bare) ?? likelyDate(bare);
  return type === 'date' ? likelyDate(bare) : undefined;
}

/** Two days of a month of which only the second says that it is one: `5月10-11日`. */
function likelySpan(text: string): Reading | undefined {
  const whole = text.replace(/(?<=月\d{1,2})(?=(?:至|到|[-–—~～])\d{1,2}[日号]$)/, '日');
  return whole !== text && canRead('span', whole) ? { text: whole, applicability: 'likely' } : undefined;
}

function likelyDate(text: string): Reading | undefined {
  const [day] = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?=T?\s*\d{1,2}:|[^\da-z]\D*$)/i.exec(text) ?? [];
  if (day !== undefined && !/[至到~～—–-]\s*$/.test(text) && dateFault(text) === 'other' && canRead('date', day))
    return { text: day, applicability: 'likely' };
  // Word processors make other dashes of hyphens.
  const hyphened = text.replace(/^(\d{4})([‐–—−])(\d{1,2})\2(\d{1,2})$/, '$1-$3-$4');
  if (hyphened !== text && canRead('date', hyphened)) return { text: hyphened, applicability: 'likely' };
  // Days as a spreadsheet counts them: 1 January 2024 is day 45292.
  if (/^4\d{4}(?:\.0)?$/.test(text))
    return { text: new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10), applicability: 'likely' };
  return undefined;
}

/** What keeps a text from being a date: the calendar has no such day, it is another weekday, there is more than one day, or no year; or it is none at all. */
export type DateFault = 'no-such-day' | 'weekday' | 'several' | 'no-year' | 'other';

const DAY = /^(?:(\d{4})[-/.年]|(\d{4})(?=\d{4}$))?(\d{1,2})[-/.月]?(\d{1,2})[日号]?$/;
const NAME_OF_DAY = '\\(?(?:周|星期)[一二三四五六日天]\\)?';
const WEEKDAY = new RegExp(`${NAME_OF_DAY}$`);
const WEEKDAYS = new RegExp(NAME_OF_DAY, 'g');

/** What keeps a text from being a date. */
export function dateFault(written: string): DateFault {
  if (written.length > LONGEST) return 'other';
  const text = halfWidth(written).replace(/\s/g, '');
  const day = text.replace(WEEKDAY, '');
  if (day !== text && canRead('date', day)) return 'weekday';
  const [, year, own, month, date] = DAY.exec(day) ?? [];
  const isWritten = month !== undefined && date !== undefined;
  const isDay =
    isWritten && isCalendarDate(`${year ?? own ?? '2000'}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (isWritten && !isDay && (year ?? own ?? /[月/.-]/.exec(day))) return 'no-such-day';
  if (isDay && !year && !own && /[月/.-]/.test(day)) return 'no-year';
  if (/[至到~～—–、和及与]|\d日?-\d{1,2}日|\d[-/.月]\d{1,2}\D.*\d[-/.月]\d/.test(text) && /\d/.test(text))
    return 'several';
  return 'other';
}

/** What keeps a text from being a span of dates: what is wrong with one of its two days, where that can be told. */
export function spanFault(written: string): DateFault {
  const fault = dateFault(written);
  if (fault !== 'several') return fault;
  const text = halfWidth(written).replace(/\s/g, '');
  const days = text.replace(WEEKDAYS, '');
  if (canRead('span', days)) return days === text ? 'no-year' : 'weekday';
  const parts = days.split(/[至到~～—–]/);
  const [first = '', last = '', ...more] = parts.length === 1 ? days.split('-') : parts;
  if (more.length > 0) return fault;
  const full = last.replace(/^(?=\d{1,2}[日号]?$)/, first.replace(/\d{1,2}[日号]?$/, ''));
  const isNone = (day: string) => !canRead('date', day) && dateFault(day) === 'no-such-day';
  return [first, full].some(isNone) ? 'no-such-day' : fault;
}

/** What keeps a text from being a number. */
export type NumberFault = 'ratio' | 'inexact' | 'percent' | 'negative' | 'unit' | 'form';

/** What keeps a text from being a number. */
export function numberFault(written: string): NumberFault {
  if (written.length > LONGEST) return 'form';
  const text = plainText(written).replace(/^\+/, '');
  // A day is no range of figures, hyphens or not.
  if (isCalendarDate(text)) return 'form';
  if (/^\d+(\.\d+)?\s*[:/比]\s*\d+(\.\d+)?$/.test(text)) return 'ratio';
  if (/^(?:[约近>≥<≤大小]|不少于)|以[上下]|余|多|[+左右]$|\d\D{0,2}\s*[-~～—至到]+\s*\d/.test(text)) return 'inexact';
  if (/^\d[\d,.]*\s*%$/.test(text)) return 'percent';
  if (/^[-−–—]\s*\d[\d,.]*$/.test(text)) return 'negative';
  return /^¥?\d[\d,]*(?:\.\d+)?\s*[^\s\d,.]/u.test(text) ? 'unit' : 'form';
}
