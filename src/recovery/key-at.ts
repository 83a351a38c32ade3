import { isAnyKey } from '../schema/vocabulary/shape.ts';

/** Longest key that YAML allows, in characters. */
const LONGEST_KEY = 1_024;

/** What an author may number lines with. */
export const NUMBERING =
  /^(?:\d{1,2}[.、)）]|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)(?=[\s\u3000\u00a0]|[^\d\s])/;

/** What an author may put for a colon after a key. */
const COLONS = /[:：﹕∶]+|[=＝→]|[-=]>/g;

/** A key as it stands on a line. */
export interface Key {
  word: string;
  wordEnd: number;
  colon: number;
  /** What stands for the colon. */
  sign: string;
}

/**
 * The key that a line has at an offset: the word, where the colon stands, and where the value begins. Where any word may be one
 * that the author has misspelt or is his own, it is a key before a full-width colon too; elsewhere a text may go on with it.
 */
export function keyAt(text: string, at: number, end: number, mayBeAnyWord: boolean): Key | undefined {
  const rest = text.slice(at, end);
  const first = rest.indexOf(':');
  const known = rest.slice(0, first);
  // As nearly every line has it: just a key, a plain colon and a blank or nothing.
  if (first > 0 && isAnyKey(known) && (first + 1 === rest.length || rest[first + 1] === ' '))
    return { word: known, wordEnd: at + first, colon: at + first, sign: ':' };
  const quoted = /^(?:"[^"]*"|'[^']*')(?=\s*:(?:\s|$))/.exec(rest)?.[0];
  if (quoted !== undefined) {
    const wordEnd = at + quoted.length;
    return { word: quoted.slice(1, -1), wordEnd, colon: text.indexOf(':', wordEnd), sign: ':' };
  }
  if (/^["'[{?#]/.test(rest)) return undefined;
  for (const match of rest.matchAll(COLONS)) {
    const written = rest.slice(0, match.index).trimEnd();
    const word = bareKey(written);
    const [sign] = match;
    const isPlain = sign === ':' && /^(\s|$)/.test(rest.slice(match.index + 1));
    // The colon of a value in brackets, whose key has none.
    if (isPlain && /^\S+\s+[[{]/.test(word)) return undefined;
    const isLikely = /^x-\S+$/.test(word) || isSpacedKey(word) || (mayBeAnyWord && looksLikeKey(word));
    if (isPlain || isAnyKey(word) || (/^[：﹕∶]$/.test(sign) && isLikely))
      return { word, wordEnd: at + written.length, colon: at + match.index, sign };
    if (match.index > LONGEST_KEY || /\s#/.test(rest.slice(0, match.index))) return undefined;
  }
  return undefined;
}

/** Whether a word before a full-width colon is most likely a key that is not known: short and of one piece. */
export const looksLikeKey = (word: string): boolean => /^[\p{Script=Han}A-Za-z]{2,8}$/u.test(word);

/** Whether a word is a key with blanks between its characters, as tables space them out. */
const isSpacedKey = (word: string): boolean => /\s/.test(word) && isAnyKey(word.replace(/\s/g, ''));

/** A key without the quotation marks, emphasis or numbering about it. */
function bareKey(written: string): string {
  const quoted = written.replace(/^[“‘]|[”’]$/g, '').trim();
  const word = quoted.replace(NUMBERING, '').replace(/^[\s*_`【]+|(?<![\s*_`】])[\s*_`】]+$/g, '');
  return isAnyKey(word) ? word : quoted;
}
