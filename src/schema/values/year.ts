import { plainValue } from './plain.ts';

/** Reads a year: four digits, 年 behind them or nothing. */
export function readYear(written: string): { value: number } | undefined {
  const [, year] = /^(\d{4})年?$/.exec(plainValue(written) ?? '') ?? [];
  return year === undefined ? undefined : { value: Number(year) };
}

/** A year as four digits. */
export const writeYear = ({ value }: { value: number }): string => String(value).padStart(4, '0');
