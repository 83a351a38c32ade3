import { hasInvisible, INVISIBLE } from '../text/typography.ts';
import { CONTROL } from '../tree/yaml/parse.ts';
import type { Slip } from './slip.ts';

/** What breaks a line in a word processor alone. */
const LINE_BREAK = /[\v\f\u0085\u2028\u2029]|\r(?!\n)/;

/** Signs without a shape: breaks of a kind that YAML has not, colours of a terminal, control characters, signs of no width. */
const HIDDEN = `${INVISIBLE}|${LINE_BREAK.source}|\\x1b\\[[\\d;]*m|${CONTROL.source}`;

/** Signs that nobody sees, which come along when text is pasted: those of one line are one slip, where they are as sure. */
export function hiddenSigns(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const { 0: signs, index: start } of text.matchAll(new RegExp(HIDDEN, 'gu'))) {
    const end = start + signs.length;
    const isBreak = LINE_BREAK.test(signs);
    // A line break of a word processor: before a key it was meant as one, inside a text as a blank.
    const isLine = signs === '\r' || /^\s*(?:- +)?[^\s:：]{1,20}[:：]/.test(text.slice(end, end + 40));
    const instead = isBreak ? (isLine ? '\n' : ' ') : '';
    const edit = { start, end, text: instead };
    const before = slips.at(-1);
    const kind = isBreak ? 'soft-break' : 'hidden';
    const applicability = hasInvisible(signs) || signs === '\r' ? 'certain' : 'likely';
    if (
      before?.kind === kind &&
      before.applicability === applicability &&
      !text.slice(before.end, start).includes('\n')
    ) {
      before.edits.push(edit);
      before.end = end;
    } else slips.push({ kind, start, end, edits: [edit], applicability, signs: [] });
  }
  return slips;
}
