import type { Appropriation } from './tables.ts';
import { ANY_OTHER } from './value-kinds.ts';

/** What a session of a category is given; undefined where the notice does not say. */
export const dueTo = (category: string, rows: readonly Appropriation[]): Appropriation | undefined =>
  rows.find((row) => row.category === category) ?? rows.find((row) => row.category === ANY_OTHER);

/**
 * What a session is given in yuan. Undefined where any amount will do, and where so much is given for each participant but
 * nobody says how many there are.
 */
export function amountOf({ amount, perHead }: Appropriation, headcount: number | undefined): number | undefined {
  if (perHead === undefined) return amount;
  return headcount === undefined ? undefined : toMillionth(perHead * headcount);
}

/** Yuan may have decimals; a millionth is beyond any of them and hides binary rounding. */
export const toMillionth = (yuan: number): number => Math.round(yuan * 1e6) / 1e6;
