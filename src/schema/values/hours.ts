import { classHoursOf, decimalClassHours, minutesIn, minutesOf } from '../../calendar/class-hours.ts';
import { decimalOf, numberFrom, times } from '../../text/decimal.ts';
import { DAYS, daysIn } from './days.ts';
import { type Amount, AT_LEAST, decimalIn, FIGURE, writeAmount } from './figure.ts';
import { plainValue } from './plain.ts';

const FORM = new RegExp(`^(${AT_LEAST})?(?:(${FIGURE})(学时|课时|小时|h|分钟|min)?|(${DAYS}))$`, 'i');

/**
 * Reads class hours (学时, 45 minutes): `8`, `8学时`, `6小时`, `90min`, and `2天` or `半天` at the class hours that a day has;
 * `≥16` and `不少于16学时` are promises of at least so many. Nothing is rounded: `minutesOf` the value is exact.
 */
export function readHours(written: string, { hoursPerDay }: { hoursPerDay: number | undefined }): Amount | undefined {
  const [all, least, figure, unit = '学时', days = ''] = FORM.exec(plainValue(written) ?? '') ?? [];
  if (all === undefined) return undefined;
  const minutes = figure === undefined ? ofDays(days, hoursPerDay) : inMinutes(figure, unit.toLowerCase());
  return minutes === undefined ? undefined : { value: classHoursOf(minutes), isLeast: least !== undefined };
}

function inMinutes(figure: string, unit: string): number | undefined {
  const count = decimalIn(figure);
  if (unit === '分钟' || unit === 'min') return numberFrom(count);
  return unit === '小时' || unit === 'h' ? numberFrom(times(count, 60)) : minutesIn(count);
}

function ofDays(text: string, hoursPerDay: number | undefined): number | undefined {
  const days = daysIn(text);
  return days === undefined || hoursPerDay === undefined ? undefined : minutesIn(times(decimalOf(days), hoursPerDay));
}

/** Class hours as a figure; where that would have no end (one hour is 4/3), hours or minutes. */
export function writeHours({ value, isLeast }: Amount): string {
  const minutes = minutesOf(value);
  const hours = decimalClassHours(minutes);
  if (hours !== undefined) return writeAmount({ value: hours, isLeast });
  const inHours = minutes / 60;
  const isExact = numberFrom(times(decimalOf(inHours), 60)) === minutes;
  return writeAmount({ value: isExact ? inHours : minutes, isLeast }) + (isExact ? '小时' : '分钟');
}
