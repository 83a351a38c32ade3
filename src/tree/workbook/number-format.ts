import { format, getFormatDateInfo, getFormatFromId } from 'numfmt';
import { type CalendarDate, plusDays } from '../../calendar/date.ts';

/** Longest code of a number format that Excel allows, in characters. */
export const LONGEST_CODE = 255;

const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';

/** The Chinese ones of those that every workbook knows without defining them. */
const CHINESE: Record<number, string> = {
  14: 'yyyy/m/d',
  27: YEAR_MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: YEAR_MONTH,
  50: YEAR_MONTH,
  51: MONTH_DAY,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  57: YEAR_MONTH,
  58: MONTH_DAY,
};

/** How a number format shows numbers: as days, as months of a year, or as figures. */
export interface NumberFormat {
  as: 'day' | 'month' | 'figure';
  /** A number as it is shown; undefined where it is shown as it is, or not at all. */
  show(number: number): string | undefined;
}

/** A number format by its id and, where the workbook defines it, its code. */
export function numberFormat(id: number, code = CHINESE[id] ?? getFormatFromId(id) ?? 'General'): NumberFormat {
  if (/^(?:general|@)?$/i.test(code.trim())) return { as: 'figure', show: () => undefined };
  // What Chinese versions of Excel write for \ before a sign that stands for itself.
  const pattern = code.replace(/("[^"]*"|\\.)|!(?=.)/gs, (_, kept) => kept ?? '\\');
  try {
    const { year, month, day } = getFormatDateInfo(pattern);
    return {
      as: day || (month && !year) || (year && !month) ? 'day' : month ? 'month' : 'figure',
      show: (number) => shown(pattern, number),
    };
  } catch {
    // A code that Excel would not take either.
    return { as: 'figure', show: () => undefined };
  }
}

function shown(pattern: string, number: number): string | undefined {
  try {
    return format(pattern, number).trim() || undefined;
  } catch {
    return undefined;
  }
}

const LAST = 2_958_465;

/** A serial number as Excel shows it: from 1900, and without what only calculating has taken from a whole day. */
export function serialFrom1900(serial: number, from1904: boolean): number {
  const near = Math.round(serial);
  return (Math.abs(serial - near) < 1e-9 ? near : serial) + (from1904 ? 1462 : 0);
}

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
