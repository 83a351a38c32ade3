/**
 * Compares a part with a share of a whole as decimals, without binary rounding: negative where `part` is less than
 * `share × whole`, 0 where equal, positive where more. None may be negative or infinite.
 */
export const compareToShare = (part: number, share: number, whole: number): number =>
  compareProducts([part], [share, whole]);

/** Compares the product of some numbers with that of others as decimals, in the same way. */
export function compareProducts(some: readonly number[], others: readonly number[]): number {
  const [one, other] = [productOf(some), productOf(others)];
  const left = one.digits * 10n ** BigInt(other.places);
  const right = other.digits * 10n ** BigInt(one.places);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A share as a percentage: 0.05 is 5%. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(6))}%`;

const productOf = (factors: readonly number[]): Decimal =>
  factors
    .map(decimalOf)
    .reduce((one, other) => ({ digits: one.digits * other.digits, places: one.places + other.places }));

interface Decimal {
  digits: bigint;
  places: number;
}

/** The digits of a number and how many of them stand after the point. */
function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}
