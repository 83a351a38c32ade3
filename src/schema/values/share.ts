import { moved, numberFrom } from '../../text/decimal.ts';
import { decimalIn, writeFigure } from './figure.ts';
import { plainValue } from './plain.ts';

/** Reads a share of a whole as a fraction: `0.2`, `20%`. A ratio (7:3) is none. */
export function readShare(written: string): { value: number } | undefined {
  const [, figure, percent] = /^(\d+(?:\.\d+)?)(%)?$/.exec(plainValue(written) ?? '') ?? [];
  const value = figure === undefined ? undefined : numberFrom(moved(decimalIn(figure), percent === undefined ? 0 : -2));
  return value === undefined ? undefined : { value };
}

/** A share as a decimal fraction. */
export const writeShare = ({ value }: { value: number }): string => writeFigure(value);
