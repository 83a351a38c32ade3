import { CannotTell } from './cannot-tell.ts';
import { counted } from './finding.ts';

/** A number that lies between two, both counted in; where they differ, `why` tells what keeps it from being known. */
export interface Range {
  least: number;
  most: number;
  why?: CannotTell | undefined;
}

/** A number that is known. */
export const exactly = (number: number): Range => ({ least: number, most: number });

/** The sum of numbers. */
export function sumOf(ranges: readonly Range[]): Range {
  let [least, most] = [0, 0];
  let why: CannotTell | undefined;
  for (const range of ranges) {
    least += range.least;
    most += range.most;
    why ??= range.why;
  }
  return { least, most, why };
}

/** The greatest of numbers. */
export const greatestOf = (ranges: readonly Range[]): Range => ({
  least: ranges.reduce((greatest, { least }) => Math.max(greatest, least), Number.NEGATIVE_INFINITY),
  most: ranges.reduce((greatest, { most }) => Math.max(greatest, most), Number.NEGATIVE_INFINITY),
  why: ranges.find(({ why }) => why)?.why,
});

/** A number times one that is known, and not negative. */
export const timesOf = ({ least, most, why }: Range, factor: number): Range => ({
  least: least * factor,
  most: most * factor,
  why,
});

/** Whether a number is `limit` or more; throws CannotTell where it may be or not. */
export function reaches({ least, most, why = NOT_KNOWN }: Range, limit: number): boolean {
  if (least >= limit) return true;
  if (most < limit) return false;
  throw why;
}

/** Whether a number is `limit` or less; throws CannotTell where it may be or not. */
export function staysWithin({ least, most, why = NOT_KNOWN }: Range, limit: number): boolean {
  if (most <= limit) return true;
  if (least > limit) return false;
  throw why;
}

/** The number where it is known; throws CannotTell where it is not. */
export function known({ least, most, why = NOT_KNOWN }: Range): number {
  if (least === most) return least;
  throw why;
}

/** A number as it is said: `8`, `8–16` where it lies between two, or `≥ 8` where nothing bounds it. */
export const shownRange = ({ least, most }: Range): string =>
  least === most ? String(least) : Number.isFinite(most) ? `${least}–${most}` : `≥ ${least}`;

/** A number of things in English, as it is said. */
export const countedRange = (range: Range, noun: string): string =>
  range.least === range.most ? counted(range.least, noun) : `${shownRange(range)} ${noun}s`;

const NOT_KNOWN = new CannotTell({ zh: '数目还不确定', en: 'the number is not known yet' });
