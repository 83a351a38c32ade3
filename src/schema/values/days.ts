import { numberFrom } from '../../text/decimal.ts';
import { type Amount, AT_LEAST, decimalIn, FIGURE, writeAmount } from './figure.ts';
import { plainValue } from './plain.ts';

/** How the days from one to ten are said; two has a word of its own too. */
const WORDS = '一二三四五六七八九十';

/** A pattern of days with 天: `2天`, `两天`, `半天`, `1天半`. */
export const DAYS = String.raw`${FIGURE}天|[${WORDS}两]天半?|半天|\d{1,3}天半`;

const FORM = new RegExp(`^(${AT_LEAST})?(?:(${FIGURE})日?|(${DAYS}))$`);

/** Reads days: `2`, `2天`, `2日`, `半天`, `两天`, `1天半`; `≥2` and `不少于2天` are promises of at least so many. */
export function readDays(written: string): Amount | undefined {
  const [all, least, figure, days = ''] = FORM.exec(plainValue(written) ?? '') ?? [];
  if (all === undefined) return undefined;
  const value = figure === undefined ? daysIn(days) : numberFrom(decimalIn(figure));
  return value === undefined ? undefined : { value, isLeast: least !== undefined };
}

/** The days that a text of the pattern `DAYS` says; undefined where they have too many digits. */
export function daysIn(text: string): number | undefined {
  if (text === '半天') return 0.5;
  const count = text.slice(0, text.indexOf('天'));
  const days = count === '两' ? 2 : WORDS.includes(count) ? WORDS.indexOf(count) + 1 : numberFrom(decimalIn(count));
  return days === undefined ? undefined : days + (text.endsWith('半') ? 0.5 : 0);
}

/** Days as they stand first among their forms. */
export const writeDays = writeAmount;
