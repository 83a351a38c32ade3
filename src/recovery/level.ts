import type { Shape } from '../schema/vocabulary/shape.ts';
import type { Slip } from './slip.ts';

/** Blanks by which one level stands inside another, where nothing says otherwise. */
export const STEP = 2;

/** Whether any word may be a key of a level where its lines do not tell more: in the record itself, and where its author has other colons. */
export const mayHaveAnyWord = ({ isOutermost, hasOtherColon }: Level): boolean => isOutermost || hasOtherColon;

/** One open level of a record: the keys of an object that stand in one column. */
export interface Level {
  /** The column as written, and as it should be. */
  written: number;
  mended: number;
  /** Whether its first line is indented by tabs, which are as wide as an editor has them. */
  isTabbed: boolean;
  shape: Shape | undefined;
  /** Whether it is the record itself. */
  isOutermost: boolean;
  seen: Set<string>;
  /** Where its keys are the items of a list: the column of the dashes, as written and as it should be, and the list's shape. */
  list: { written: number; mended: number; shape: Shape | undefined } | undefined;
  /** Whether its keys have dashes, as if they were the items of a list. */
  isDashed: boolean;
  /** The slip by which the whole level is out of place, which takes the edits of its further lines. */
  slip: Slip | undefined;
  /** What the last key, or a dash alone, waits for on the next lines, and the list of the dash; undefined where its value stands beside it. */
  awaited: { shape: Shape | undefined; list?: Level['list'] } | undefined;
  /** The column, as written, of the last line. */
  last: number;
  /** Whether its last key has another sign for its colon: what its author does once he does again. */
  hasOtherColon: boolean;
  /** Whether the value of its last key is text that may go on over further lines, whether in sentences, and whether it does. */
  isText: boolean;
  isProse: boolean;
  goesOn: boolean;
  /** Where its first key stands, and how many lines it has. */
  first: number;
  firstWord: string | undefined;
  lines: number;
}
