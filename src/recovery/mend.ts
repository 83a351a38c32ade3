import { apart, applyApart, overlapWith } from '../text/edits.ts';
import { countUpTo } from '../text/lines.ts';
import type { Slip } from './slip.ts';

/** A text without the slips in it, and the way back from its offsets to those of the text as written. */
export interface Mended {
  text: string;
  slips: readonly Slip[];
  /** The offset in the text as written of one in the mended text. */
  written(offset: number): number;
  /** Whether a stretch of the text as written touches a slip that is not certainly mended. */
  isUncertain(start: number, end: number): boolean;
}

/** A text with slips mended. */
export function mend(text: string, slips: readonly Slip[]): Mended {
  const edits = apart(slips.flatMap((slip) => slip.edits));
  // For each edit where its replacement begins in the mended text, and how much longer the text has become after it.
  const starts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { start, end, text: replacement } of edits) {
    starts.push(start + shift);
    shift += replacement.length - (end - start);
    shifts.push(shift);
  }
  const isUncertain = overlapWith(
    slips.filter(({ applicability }) => applicability !== 'certain').flatMap((slip) => slip.edits),
  );
  return {
    text: applyApart(text, edits),
    slips,
    written(offset) {
      const last = countUpTo(starts, offset - 1) - 1;
      const [edit, begins, moved] = [edits[last], starts[last], shifts[last]];
      if (edit === undefined || begins === undefined || moved === undefined) return offset;
      return offset < begins + edit.text.length ? edit.start : offset - moved;
    },
    isUncertain: (start, end) => isUncertain(start - 1, end + 1),
  };
}
