import { type Decimal, decimalOf, numberFrom, times } from '../text/decimal.ts';

/** A class hour (学时), in minutes. */
const MINUTES = 45;

/**
 * Class hours in minutes, exactly. Whatever people write (class hours, hours, minutes, days) is a decimal number of
 * minutes, while 1 hour is 4/3 class hours and no decimal: so hours are compared and added up in minutes. The number
 * nearest to the class hours is within two parts in 10^16, and a duration that is written with up to 12 digits has at
 * most 15 in minutes, which that tells apart.
 */
export function minutesOf(classHours: number): number {
  const minutes = classHours * MINUTES;
  return Number.isSafeInteger(minutes) ? minutes : Number(minutes.toPrecision(15));
}

/** The number nearest to the class hours that some minutes are; `minutesOf` gives the minutes back. */
export const classHoursOf = (minutes: number): number => minutes / MINUTES;

/** The minutes that a decimal number of class hours is; undefined where it has too many digits. */
export const minutesIn = (classHours: Decimal): number | undefined => numberFrom(times(classHours, MINUTES));

/** The decimal number of class hours that some minutes are exactly; undefined where there is none, as for an hour. */
export function decimalClassHours(minutes: number): number | undefined {
  const hours = Number(classHoursOf(minutes).toPrecision(13));
  return minutesIn(decimalOf(hours)) === minutes ? hours : undefined;
}
