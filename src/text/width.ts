import { eastAsianWidth } from 'get-east-asian-width';
import { present } from '../model/present.ts';

const hasNoWidth = (character: string): boolean => /[\p{Mn}\p{Me}\p{Cf}]/u.test(character);

/** Whether a character is one of the usual Chinese ones, of which Unicode need not be asked. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Whether anything makes one sign of several characters: flags, keycaps, emoji that are joined or given the form of one. */
const hasJoins = (text: string): boolean => /[\u200d\u20e3\ufe0f\p{Regional_Indicator}]/u.test(text);

// Made when first asked for: it takes a tenth of a start.
let segments: Intl.Segmenter | undefined;

/** Terminal cells that a text takes: two for Chinese characters, full-width signs and emoji, none for marks that sit on others. */
export function width(text: string): number {
  if (!hasJoins(text)) return widthOfAll(text);
  segments ??= new Intl.Segmenter();
  let cells = 0;
  for (const { segment } of segments.segment(text)) cells += hasJoins(segment) ? 2 : widthOfAll(segment);
  return cells;
}

function widthOfAll(text: string): number {
  let cells = 0;
  for (const character of text) {
    const code = present(character.codePointAt(0), 'code point');
    if (code < 0x7f) cells += 1;
    else if (isHan(code)) cells += 2;
    else if (!hasNoWidth(character)) cells += eastAsianWidth(code);
  }
  return cells;
}
