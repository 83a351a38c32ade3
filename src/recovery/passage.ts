import type { Edit } from '../model/finding.ts';
import { lineEnd } from '../text/lines.ts';
import type { Slip, SlipKind } from './slip.ts';

/** How many line breaks may lie between two slips that are one. */
const JOINED_BREAKS: Partial<Record<SlipKind, number>> = {
  'full-width': 0,
  'no-space': 0,
  'no-comma': 1,
  tab: 1,
  blank: 1,
  dash: 1,
  'extra-dash': 1,
};

/** A text that is read from its beginning to its end, with the slips found so far. */
export class Passage {
  readonly text: string;
  readonly slips: Slip[] = [];
  /** Where the next line to be read begins. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the line that holds an offset ends: at its break. */
  lineEnd(offset: number): number {
    return lineEnd(this.text, offset);
  }

  /** Where what a line says ends, before a break of whatever kind. */
  contentEnd(lineEnd: number): number {
    return this.text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  }

  /** Where the next line that says something begins to, in which column and with which sign; none where the text ends. */
  below(lineEnd: number): { at: number; column: number; sign: string } | undefined {
    const [before = '', blanks, sign] =
      /^(?:[^\S\n]*(?:#[^\n]*)?\n)*(?!(?:---|\.\.\.)(?:\s|$))([^\S\n]*)([^\s#])/.exec(this.text.slice(lineEnd + 1)) ??
      [];
    return blanks === undefined || sign === undefined
      ? undefined
      : { at: lineEnd + before.length, column: blanks.length, sign };
  }

  /** A sign, or several, where none belongs. */
  extraSign(start: number, end: number, sign: string, applicability: Slip['applicability'] = 'certain'): void {
    this.slip('extra-sign', start, end, [{ start, end, text: '' }], applicability, [sign]);
  }

  /** A full-width sign where a plain one belongs. */
  sign(at: number, replacement: string, sign: string): void {
    this.slip('full-width', at, at + 1, [{ start: at, end: at + 1, text: replacement }], 'certain', [sign]);
  }

  /**
   * Adds a slip. Signs of one line are one slip; so is what goes wrong in the same way at the start of lines that follow one
   * another. What is less sure stays apart, or it would be mended along with what is certain.
   */
  slip(
    kind: SlipKind,
    start: number,
    end: number,
    edits: Edit[],
    applicability: Slip['applicability'] = 'certain',
    signs: string[] = [],
  ): Slip {
    const slip: Slip = { kind, start, end, edits, applicability, signs };
    const before = this.slips.at(-1);
    const most = JOINED_BREAKS[kind];
    const isAlike = before?.kind === kind && before.applicability === applicability;
    if (isAlike && kind === 'extra-sign' && before.end === start && before.signs[0] === signs[0]) {
      // One run of a sign, met piece by piece.
      before.end = end;
      const last = before.edits.at(-1);
      for (const edit of edits)
        if (last?.end === edit.start && last.text === '' && edit.text === '') last.end = edit.end;
        else before.edits.push(edit);
      return before;
    }
    const breaks = most !== undefined && isAlike ? this.#lineBreaks(before, slip) : undefined;
    if (!before || most === undefined || breaks === undefined || breaks > most) {
      this.slips.push(slip);
      return slip;
    }
    if (breaks === 0) before.end = Math.max(before.end, end);
    for (const edit of edits) before.edits.push(edit);
    for (const sign of signs) if (!before.signs.includes(sign)) before.signs.push(sign);
    return before;
  }

  #lineBreaks({ edits }: Slip, { start }: Slip): number {
    return this.text.slice(edits.at(-1)?.start, start).split('\n').length - 1;
  }
}
