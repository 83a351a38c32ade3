const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

/** A pattern of what may be a Chinese numeral; whether it is one is told by reading it. */
export const NUMERAL = '[零〇一二两三四五六七八九十百千]{1,9}';

/** Reads a Chinese numeral from 零 to 九千九百九十九, with 〇 and 两 too; undefined where it is not formed as they are (一百五, 十两). */
export function readNumeral(written: string): number | undefined {
  const text = written.replaceAll('〇', '零').replace(/^两$|两(?=[百千])/g, '二');
  let value = 0;
  let digit = 0;
  for (const sign of text) {
    const place = PLACES.indexOf(sign);
    if (place > 0) value += (digit || 1) * 10 ** place;
    digit = place > 0 ? 0 : DIGITS.indexOf(sign);
    if (digit < 0) return undefined;
  }
  value += digit;
  return writeNumeral(value) === text ? value : undefined;
}

/** A whole number from 0 to 9999 as a Chinese numeral. */
function writeNumeral(value: number): string {
  if (value === 0) return '零';
  return [...String(value)]
    .map((digit, at, { length }) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[length - 1 - at]}`))
    .join('')
    .replace(/(?<!零)零+$/, '')
    .replace(/零+/g, '零')
    .replace(/^一十/, '十');
}
