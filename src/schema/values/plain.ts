/** Longest text that may be a value of one of these types, in UTF-16 units. */
const LONGEST = 100;

/** A text with its full-width digits, letters and signs as plain ones. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e￥\u3000]/g, (sign) =>
    sign === '￥' ? '¥' : sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );

/**
 * A value as its reader takes it: signs half-width, without the blanks that part a figure from its unit or a date from
 * its dash. Blanks inside a figure or a word stay, so that `4 0` is not read as 40. Undefined where it is too long to be one.
 */
export function plainValue(written: string): string | undefined {
  if (written.length > LONGEST) return undefined;
  return halfWidth(written)
    .trim()
    .replace(/(\S)\s+(?=(\S))/gu, (all, before, after) => (isRun(before, after) ? all : before));
}

const isRun = (before: string, after: string): boolean =>
  [/^[\d.,]$/, /^[a-z]$/i].some((part) => part.test(before) && part.test(after));
