import { type CalendarDate, plusDays } from '../../calendar/date.ts';

// Those that every workbook knows without defining them; from 27 on the Chinese ones.
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Longest code of a number format that Excel allows, in characters. */
export const LONGEST_CODE = 255;

/** Whether a number format shows a number as a day, by its id and, for one that the workbook defines, its code. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const [positive = ''] = code.split(';');
  // Quoted text, colours and conditions, and characters taken literally are no part of the pattern.
  const pattern = positive.replace(/"[^"]*"|\[[^\]]*\]?|[\\_*]./g, '').replace(/general/i, '');
  return /[yde]/i.test(pattern.replace(/e[+-]/gi, '')) || /^m+$/i.test(pattern.trim());
}

/**
 * A whole number as a format of zeros shows it, such as 007 or HK-007; undefined where the format is another. Excel keeps
 * the zeros in the format alone, and what is text elsewhere would lose them.
 */
export function padded(number: number, code: string | undefined): string | undefined {
  const [, before = '', zeros = '', after = ''] =
    /^(?:"([^"]*)")?(00+)(?:"([^"]*)")?(?:_.)?(?:;|$)/.exec(code ?? '') ?? [];
  if (zeros === '' || !Number.isInteger(number) || number < 0) return undefined;
  return before + String(number).padStart(zeros.length, '0') + after;
}

const LAST = 2_958_465;

/**
 * The day of a serial number of Excel, which counts from 1 January 1900 or, in workbooks from old Macs, from 1904; the
 * time of day is left out. Undefined where the number stands for no day. Excel takes 1900 for a leap year: its 60 is
 * 29 February 1900, a day that there never was, given as written.
 */
export function dayOf(serial: number, from1904: boolean): CalendarDate | undefined {
  // A calculated day may end a hair below itself, by less than any time of day.
  const day = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  if (!(day >= 1 && day <= LAST)) return undefined;
  if (day === 60 && !from1904) return '1900-02-29';
  return plusDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
}
