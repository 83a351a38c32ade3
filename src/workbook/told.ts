import type { Words } from '../model/finding.ts';
import { type Cell, type Sheet, textOf } from '../tree/workbook/cells.ts';
import { addressOf, type OriginsBuilder } from './origins.ts';
import type { CellProblem } from './problems.ts';

/** A cell, or several of one reason, that was left unread, and why. */
export interface LeftOut {
  sheet: string;
  address: string;
  why: Words;
}

/** A header of the author's own that is not known, at its cell. */
export interface OwnHeader {
  text: string;
  cell: string;
  /** The keys that it comes to, in its language, and the JSON pointer of the object that the last goes into, with `*` for places in lists. */
  keys: readonly string[];
  within: string;
}

/** What is told of the cells of one record while they are read. */
export class Told {
  readonly problems: CellProblem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly ownHeaders: OwnHeader[] = [];
  /** 0-based record of the workbook. */
  readonly record: number;
  readonly origins: OriginsBuilder;

  constructor(record: number, origins: OriginsBuilder) {
    this.record = record;
    this.origins = origins;
  }

  /** The stretch of the workbook's text that stands for a cell, or for the first characters of it. */
  stretch(sheet: Sheet, cell: Cell, length?: number): [number, number] {
    const [start, end] = this.origins.stretch(sheet, cell, textOf(cell.value));
    return [start, length === undefined ? end : start + length];
  }

  /** Tells what is wrong at a stretch; `lost` may still grow. */
  problem(
    rule: CellProblem['rule'],
    path: string,
    stretch: [number, number],
    words: { message: Words; remedy: Words },
    lost: string[],
  ): void {
    this.problems.push({ rule, record: this.record, path, stretch, ...words, lost });
  }

  ownHeader(sheet: Sheet, { row, column }: Cell, header: Omit<OwnHeader, 'cell'>): void {
    this.ownHeaders.push({ ...header, cell: `${sheet.name.trim()}!${addressOf(row, column)}` });
  }

  leave(sheet: Sheet, cell: Cell, why: Words): void {
    this.leftOut.push({ sheet: sheet.name.trim(), address: addressOf(cell.row, cell.column), why });
  }
}
