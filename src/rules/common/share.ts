/**
 * Compares a part with a share of a whole as decimals, without binary rounding: negative where `part` is less than
 * `share × whole`, 0 where equal, positive where more. None may be negative or infinite.
 */
export function compareToShare(part: number, share: number, whole: number): number {
  const [p, s, w] = [decimalOf(part), decimalOf(share), decimalOf(whole)];
  const left = p.digits * 10n ** BigInt(s.places + w.places);
  const right = s.digits * w.digits * 10n ** BigInt(p.places);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A share as a percentage: 0.05 is 5%. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(6))}%`;

/** The digits of a number and how many of them stand after the point. */
function decimalOf(value: number): { digits: bigint; places: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}
