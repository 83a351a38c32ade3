import type { Applicability, Edit } from '../model/finding.ts';

/** What an author's hand slips on in YAML, told from the way a record is meant. */
export type SlipKind =
  | 'full-width'
  | 'no-space'
  | 'no-colon'
  | 'other-sign'
  | 'remark'
  | 'tab'
  | 'blank'
  | 'dash'
  | 'no-dash'
  | 'extra-dash'
  | 'indentation'
  | 'colon-in-text'
  | 'quotes-in-text'
  | 'special-start'
  | 'escape'
  | 'open-quote'
  | 'open-bracket'
  | 'bracket'
  | 'no-braces'
  | 'table'
  | 'separator'
  | 'hidden'
  | 'soft-break'
  | 'key-signs'
  | 'dash-alone'
  | 'beside-block'
  | 'no-comma'
  | 'extra-sign'
  | 'two-keys'
  | 'stray';

/** One slip: where, how the text reads without it, and how sure that is. */
export interface Slip {
  kind: SlipKind;
  /** Offsets of the stretch at fault. */
  start: number;
  end: number;
  /** What makes the text readable. */
  edits: Edit[];
  /** `none` where the edits only take the line out so that the rest can be read. */
  applicability: Applicability | 'none';
  /** Whether YAML takes the text without it too, for something else than was meant. */
  isSilent?: true;
  /** For signs: those in question; for others: the key of the line, where it has one. */
  signs: string[];
}
