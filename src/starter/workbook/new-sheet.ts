/** What a cell is for, which decides its format and looks. */
export type CellStyle =
  | 'text'
  | 'number'
  | 'date'
  | 'tick'
  | 'header'
  | 'required'
  | 'heading'
  | 'plain'
  | 'asked'
  | 'asked-of-all';

/** A cell to write, with the note that shows while the pointer is on it. */
export interface NewCell {
  row: number;
  column: number;
  value: string | number;
  style: CellStyle;
  note?: string;
  /** How many columns it goes over, where more than its own. */
  across?: number;
}

/** What may be typed into cells, what is said of anything else, and the hint that shows while such a cell is chosen. */
export interface Prompt {
  /** Such as `C2:C1000`. */
  cells: string;
  entry?: Entry;
  hint?: { title: string; text: string };
}

/** What Excel takes without a word, and what it says of anything else before it is kept. */
export interface Entry {
  /** A list as a formula of Excel, such as `"院级,省级"`; the least and the greatest number; the first and the last day. */
  allowed: { list: string } | { type: 'whole' | 'decimal'; from: number; to: number } | { from: Date; to: Date };
  /** Not given where anything else may stand there too. */
  otherwise?: { title: string; text: string };
}

/** A sheet to write. */
export interface NewSheet {
  name: string;
  /** By column: its width in characters and the style of cells that are not written yet. */
  columns: { width: number; style: CellStyle }[];
  cells: NewCell[];
  prompts: Prompt[];
  /** Rows and columns that stay in sight, and are on every page. */
  frozen: { rows: number; columns: number };
  /** How many pages beside one another it is as wide as in print. */
  pagesAcross: number;
  /** What stands below each page: Excel puts the number of the page for `&P`, and of all pages for `&N`. */
  footer: string;
}
