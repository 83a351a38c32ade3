/** What a cell holds. A formula stands for its result as it was last calculated. */
export type CellValue =
  | { type: 'text'; text: string }
  /** With what is shown where its format makes more or less of it than its figures: 007, 1.2万元, 20%. */
  | { type: 'number'; number: number; shown?: string | undefined }
  | { type: 'boolean'; boolean: boolean }
  /** A day, `YYYY-MM-DD` without the time of day that Excel keeps with it, or a month where no more is shown; and what is shown. */
  | { type: 'date'; text: string; shown: string }
  /** `#N/A` and the like. */
  | { type: 'error'; text: string }
  /** A formula that was never calculated. */
  | { type: 'formula' };

/** A cell that holds something; rows and columns count from 1. */
export interface Cell {
  row: number;
  column: number;
  value: CellValue;
  /** The row of the cell above that it only repeats, with which it is merged. */
  mergedFrom?: number;
}

/** A sheet as far as it holds something: rows downward, the cells of a row from left to right. */
export interface Sheet {
  name: string;
  /** Its place among all sheets of the workbook, from 0. */
  tab: number;
  rows: Cell[][];
}

/** The letters of a column: A, Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

/** The number of a column by its letters, with or without a row. */
export function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What a cell shows, as text. */
export function textOf(value: CellValue): string {
  switch (value.type) {
    case 'number':
      return value.shown ?? String(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'date':
      return value.shown;
    case 'formula':
      return '';
    default:
      return value.text;
  }
}
