import { applyEdits, inOrder } from '../source/edits.ts';
import { slipsIn } from './read-lines.ts';
import type { Slip } from './slip.ts';

/** A text without the slips in it, and the way back from its offsets to those of the text as written. */
export interface Mended {
  text: string;
  slips: readonly Slip[];
  /** The offset in the text as written of one in the mended text. */
  written(offset: number): number;
}

/** Mends what an author slips on in YAML, so that the rest of the text can be read; undefined where nothing of the kind is found. */
export function mend(text: string): Mended | undefined {
  const slips = slipsIn(text);
  if (slips.length === 0) return undefined;
  const edits = inOrder(slips.flatMap((slip) => slip.edits));
  return {
    text: applyEdits(text, edits),
    slips,
    written(offset) {
      let shift = 0;
      let at = 0;
      for (const { start, end, text: replacement } of edits) {
        if (start < at) continue;
        at = end;
        if (start + shift >= offset) break;
        if (offset < start + shift + replacement.length) return start;
        shift += replacement.length - (end - start);
      }
      return offset - shift;
    },
  };
}
