import type { Edit } from '../model/finding.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';

/** A key of an edition with the sign behind it: at the beginning of a line, or behind a bracket or comma. */
const BESIDE_KEY = /((?:^[ \t]*(?:- )?|[{,]\s*)"?([A-Za-z][\w/-]*)"?)(：[ \t]?|:(?=[^\s:/]))/gm;

/** Full-width commas between codes in brackets. */
const BETWEEN_CODES = /(?<=[\w\]}]\s?)[，、]\s?(?=[\w[{])/g;

const TABS = /^[ ]*\t[ \t]*/gm;

/** Slips of typing in an edition that cannot be meant otherwise: signs of a Chinese keyboard beside its keys and codes, tabs. */
export function slipsIn(text: string): Slip[] {
  const slips: Slip[] = [];
  const add = (kind: SlipKind, start: number, end: number, replacement: string, signs: string[]) => {
    const edits: Edit[] = [{ start, end, text: replacement }];
    slips.push({ kind, start, end, edits, applicability: 'certain', signs });
  };
  for (const { index, 0: found, 1: before = '', 2: key = '', 3: sign = '' } of text.matchAll(BESIDE_KEY)) {
    if (isRemark(text, index)) continue;
    const start = index + before.length;
    if (sign.startsWith('：')) add('full-width', start, index + found.length, ': ', ['：']);
    else add('no-space', start, start + 1, ': ', [key]);
  }
  for (const { index, 0: sign } of text.matchAll(BETWEEN_CODES))
    if (!isRemark(text, index)) add('full-width', index, index + sign.length, ', ', [sign.trim()]);
  for (const { index, 0: blanks } of text.matchAll(TABS))
    add('tab', index, index + blanks.length, blanks.replaceAll('\t', '  '), []);
  return slips.sort((one, other) => one.start - other.start);
}

/** Whether an offset lies behind a # on its line. */
function isRemark(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /(?:^|\s)#/.test(text.slice(start, offset + 1));
}
