import { isCalendarDate } from '../calendar/date.ts';
import type { Applicability } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { plainText } from '../text/typography.ts';
import type { NumberShape } from './vocabulary/shape.ts';

/** What a text means where it is not written as asked, and how sure that is. */
export interface Reading {
  /** As it is to stand in the file. */
  text: string;
  applicability: Applicability;
}

/** What keeps a text from being a number. */
export type NumberSlip = 'comma' | 'unit' | 'ten-thousands' | 'percent' | 'hours' | 'ratio' | 'inexact' | 'form';

/** Longest text that may be a figure, a date or a yes, in UTF-16 units; the patterns take long over many blanks. */
const LONGEST = 100;

/** How many places the decimal point moves to the right. */
const MAGNITUDES: Record<string, number> = { '': 0, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** Reads a text where a number is asked: `1,000`, `40人`, `5万`, `50%`, full-width digits. */
export function readNumber(written: string, shape: NumberShape): { slip: NumberSlip; reading?: Reading } {
  if (written.length > LONGEST) return { slip: 'form' };
  const text = plainText(written).replace(shape.units.includes('元') ? /^(¥|RMB|人民币)\s*/i : /^\+/, '');
  // A day is no range of figures, hyphens or not.
  if (isCalendarDate(text)) return { slip: 'form' };
  if (/^\d+(\.\d+)?\s*[:/]\s*\d+(\.\d+)?$/.test(text)) return { slip: 'ratio' };
  if (/^[约近>≥<≤大小]|以[上下]|余|多|[+左右]$|\d\s*[-~～—至到]+\s*\d/.test(text)) return { slip: 'inexact' };
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:(百万|千万|[百千万亿])\s*)?(?:(%)\s*)?((?:[^\s\d]\D*)?)$/u.exec(
    text,
  );
  if (!match) return { slip: 'form' };
  const [, whole = '', decimals = '', magnitude = '', percent = '', unit = ''] = match;
  if (shape.units.includes('学时') && /^(小时|h|hours?)$/i.test(unit)) return { slip: 'hours' };
  const slip = percent
    ? 'percent'
    : magnitude
      ? 'ten-thousands'
      : unit
        ? 'unit'
        : whole.includes(',')
          ? 'comma'
          : 'form';
  const isUnit = unit === '' || shape.units.includes(unit) || (unit === '元整' && shape.units.includes('元'));
  if (!isUnit || (percent !== '' && shape.limits.maximum !== 1)) return { slip };
  const places = present(MAGNITUDES[magnitude], 'magnitude') - (percent ? 2 : 0);
  const figure = shifted(whole.replaceAll(',', ''), decimals.slice(1), places);
  if (shape.type === 'integer' && figure.includes('.')) return { slip };
  return { slip, reading: { text: figure, applicability: 'certain' } };
}

/** A decimal figure with its point moved, exactly. */
function shifted(whole: string, decimals: string, places: number): string {
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${decimals.padEnd(Math.max(0, places), '0')}`;
  const point = whole.length + Math.max(0, -places) + places;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(/(?<!0)0+$/, '');
  return rest ? `${integer}.${rest}` : integer;
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\.?$/;

/**
 * Reads a text where a date is asked: slashes, dots, 年月日, single digits, full-width digits. Of a date with a time, or
 * counted in days as a spreadsheet does, only a guess; undefined where the text is no date at all.
 */
export function readDate(written: string): Reading | 'no-such-day' | undefined {
  if (written.length > LONGEST) return undefined;
  const text = plainText(written).replace(/[\u2010-\u2015−]/g, '-');
  const [, year, month, day] = DATE.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year && month && day) return calendarDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  // One day and a time, a weekday or a remark, but no second day.
  const [first] = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?=T?\s*\d{1,2}:|[^\da-z]\D*$)/i.exec(text) ?? [];
  if (first && !/[至到~—-]\s*$/.test(text)) {
    const day = readDate(first);
    return typeof day === 'object' ? { ...day, applicability: 'likely' } : day;
  }
  // 1 January 2024 is day 45292.
  if (/^4\d{4}(?:\.0)?$/.test(text))
    return { text: new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10), applicability: 'likely' };
  return undefined;
}

const calendarDay = (text: string): Reading | 'no-such-day' =>
  isCalendarDate(text) ? { text, applicability: 'certain' } : 'no-such-day';

const YES = ['是', '有', '对', '√', '✓', '✔', 'yes', 'y', 'on', '1', 'true'];
const NO = ['否', '无', '没有', '×', '✗', '✘', 'no', 'n', 'off', '0', 'false'];

/** Reads a text where true or false is asked. */
export function readBoolean(written: string): Reading | undefined {
  if (written.length > LONGEST) return undefined;
  const text = plainText(written).toLowerCase();
  if (YES.includes(text)) return { text: 'true', applicability: 'certain' };
  if (NO.includes(text)) return { text: 'false', applicability: 'certain' };
  return undefined;
}
