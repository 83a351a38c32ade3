import { type Decimal, decimalFrom, decimalOf, textOfDecimal } from '../../text/decimal.ts';

/** A pattern of a figure: digits, with thousands commas or without, with a decimal fraction or without. */
export const FIGURE = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?`;

/** A pattern of what promises at least a figure. */
export const AT_LEAST = '≥|不少于';

/** A figure, and whether it is a promise of at least so much. */
export interface Amount {
  value: number;
  isLeast: boolean;
}

/** The decimal that a figure says. */
export const decimalIn = (figure: string): Decimal => decimalFrom(figure.replaceAll(',', ''));

/** A figure without commas and exponents. */
export const writeFigure = (value: number): string => textOfDecimal(decimalOf(value));

/** A figure behind the sign of a promise, where it is one. */
export const writeAmount = ({ value, isLeast }: Amount): string => `${isLeast ? '≥' : ''}${writeFigure(value)}`;
