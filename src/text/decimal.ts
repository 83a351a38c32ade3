/** A number that is exactly `digits` × 10^−`places`; `places` is not negative. */
export interface Decimal {
  digits: bigint;
  places: number;
}

/** Most digits of a decimal that a number is sure to give back. */
const SURE_DIGITS = 15;

/** The decimal that a text of digits says, with a point in it or none. */
export function decimalFrom(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** The decimal that a number prints as. It may not be infinite. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const { digits, places } = decimalFrom(mantissa);
  return moved({ digits, places }, Number(exponent));
}

/** A decimal with its point moved to the right by some places, to the left where negative. */
export function moved({ digits, places }: Decimal, by: number): Decimal {
  const left = places - by;
  return left < 0 ? { digits: digits * 10n ** BigInt(-left), places: 0 } : { digits, places: left };
}

/** A decimal times a whole number. */
export const times = ({ digits, places }: Decimal, factor: number): Decimal => ({
  digits: digits * BigInt(factor),
  places,
});

/** The shortest text of a decimal that is not negative: `0.05`, `1200`. */
export function textOfDecimal({ digits, places }: Decimal): string {
  const text = String(digits).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/(?<!0)0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}

/** The number that prints as a decimal does; undefined where it has more digits than a number is sure to keep. */
export function numberFrom(decimal: Decimal): number | undefined {
  const text = textOfDecimal(decimal);
  const digits = text.replace('.', '').replace(/^0+/, '');
  return digits.length <= SURE_DIGITS ? Number(text) : undefined;
}
