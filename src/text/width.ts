import { eastAsianWidth } from 'get-east-asian-width';
import { present } from '../model/present.ts';

const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Terminal cells that a text takes: two for Chinese characters and full-width signs, none for marks that sit on others. */
export function width(text: string): number {
  let cells = 0;
  for (const character of text) {
    const code = present(character.codePointAt(0), 'code point');
    if (code < 0x7f) cells += 1;
    else if (!ZERO_WIDTH.test(character)) cells += eastAsianWidth(code);
  }
  return cells;
}
