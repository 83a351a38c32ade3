const NUMERAL = /^[0-9０-９零〇一二三四五六七八九十百]$/u;

/** Whether one character inserted, deleted or substituted turns one name into the other, and both are not numerals (第三, 第四). */
export function isOneEditAway(one: string, other: string): boolean {
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
