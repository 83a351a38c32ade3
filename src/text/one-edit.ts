const NUMERAL = /^[0-9０-９零〇一二三四五六七八九十百]$/u;

/** Whether one character inserted, deleted or substituted turns one name into the other, and both are not numerals (第三, 第四). */
export function isOneEditAway(one: string, other: string): boolean {
  if (partsFarther(one, other)) return false;
  const a = [...one];
  const b = [...other];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const fromA = a.slice(start, a.length - end);
  const fromB = b.slice(start, b.length - end);
  if (fromA.length > 1 || fromB.length > 1 || fromA.length + fromB.length === 0) return false;
  return ![...fromA, ...fromB].every((character) => NUMERAL.test(character)) || fromA.length !== fromB.length;
}

/** Whether more lies between what two names share at their beginning and end than one character, of two units at most: soon told of most. */
function partsFarther(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < least - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end += 1;
  return Math.max(one.length, other.length) - start - end > 2;
}
