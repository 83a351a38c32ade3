import Big from 'big.js';

/**
 * Compares a part with a share of a whole as decimals, without binary rounding: negative where `part` is less than
 * `share × whole`, 0 where equal, positive where more. None may be negative or infinite.
 */
export const compareToShare = (part: number, share: number, whole: number): number =>
  compareProducts([part], [share, whole]);

/** A share of a whole as a decimal, without binary rounding. */
export const shareOf = (share: number, whole: number): number => productOf([share, whole]).toNumber();

/** Compares the product of some numbers with that of others as decimals, in the same way. */
export function compareProducts(some: readonly number[], others: readonly number[]): number {
  return productOf(some).cmp(productOf(others));
}

const productOf = (factors: readonly number[]): Big =>
  factors.reduce((product, factor) => product.times(factor), new Big(1));
