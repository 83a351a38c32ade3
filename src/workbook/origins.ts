import type { Cell } from '../model/finding.ts';
import { countUpTo } from '../text/lines.ts';
import { columnLetters, type Cell as Filled, type Sheet } from '../tree/workbook/cells.ts';
import { pointerTo, segmentsOf } from '../tree/yaml/positions.ts';

/**
 * Where the text of a workbook comes from: what its cells show, one after another, so that an offset stands for a cell.
 * Plain data, as it goes between threads.
 */
export interface Origins {
  /** The sheets that were read. */
  sheets: { name: string; tab: number }[];
  /** For each cell where its text begins, in order, and its sheet's place in `sheets`, its row and its column. */
  starts: number[];
  cells: [sheet: number, row: number, column: number][];
  /** Which sheet holds the values of which record. */
  tables: Table[];
}

/** A sheet with the values of a record, one to a line, or with the items of one of its lists, one to a row. */
export interface Table {
  /** 0-based record of the workbook. */
  record: number;
  sheet: number;
  /** The list, with `*` for places in lists around it; empty for the record itself. */
  pointer: string;
  /** For each header that is known the value that goes there, with `*` for list places, and its column or, on the record's sheet, its row; of a tick the pointer is that of its list and the code. */
  headers: { pointer: string; header: string; at: number; isTick?: boolean }[];
  /** The column of values on the record's sheet. */
  values?: number;
  /** Where the next item of a list goes: the first free row behind the others, in the first column that is read. */
  next: { row: number; column: number };
}

/** Puts together the text of a workbook, cell by cell. */
export class OriginsBuilder {
  readonly origins: Origins = { sheets: [], starts: [], cells: [], tables: [] };
  readonly #places = new Map<Sheet, number>();
  readonly #known = new Map<string, [number, number]>();
  readonly #texts: string[] = [];
  #length = 0;

  /** The place of a sheet among those read. */
  placeOf(sheet: Sheet): number {
    const known = this.#places.get(sheet);
    if (known !== undefined) return known;
    const place = this.origins.sheets.push({ name: sheet.name.trim(), tab: sheet.tab }) - 1;
    this.#places.set(sheet, place);
    return place;
  }

  /** The stretch of the text that stands for a cell; for a cell that repeats another, that of the other. */
  stretch(
    sheet: Sheet,
    { row, column, mergedFrom = row }: Pick<Filled, 'row' | 'column' | 'mergedFrom'>,
    text: string,
  ): [number, number] {
    const place = this.placeOf(sheet);
    const key = `${place} ${mergedFrom} ${column}`;
    const known = this.#known.get(key);
    if (known) return known;
    const stretch: [number, number] = [this.#length, this.#length + text.length];
    this.#known.set(key, stretch);
    this.origins.starts.push(stretch[0]);
    this.origins.cells.push([place, mergedFrom, column]);
    this.#texts.push(text);
    this.#length = stretch[1] + 1;
    return stretch;
  }

  text(): string {
    return this.#texts.join('\n');
  }
}

const indexAt = ({ starts }: Origins, offset: number): number => Math.max(0, countUpTo(starts, offset) - 1);

/** A cell by an offset of the workbook's text. */
export function cellAt(origins: Origins, text: string, offset: number): Placed {
  const index = indexAt(origins, offset);
  const [sheet, row, column] = origins.cells[index] ?? [0, 1, 1];
  const content = text.slice(origins.starts[index], (origins.starts[index + 1] ?? text.length + 1) - 1);
  const table = origins.tables.find((each) => each.sheet === sheet);
  const header = table?.headers.find(({ at }) => at === (table.values === undefined ? column : row))?.header ?? '';
  return { row, column, cell: cellOn(origins, sheet, row, column, header, content) };
}

function cellOn(origins: Origins, sheet: number, row: number, column: number, header: string, content: string): Cell {
  const { name, tab } = origins.sheets[sheet] ?? { name: '', tab: 0 };
  return { sheet: name, tab, address: addressOf(row, column), header, content };
}

/** A cell's address on its sheet: `F7`. */
export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** A value that a record lacks: its JSON pointer, with `-` for the next item of a list, or that of the list that lacks a code. */
export interface Lacking {
  path: string;
  code?: string | undefined;
}

/**
 * The empty cells in which values of one record belong that are missing: in the row of their item and the column of
 * their header. Where a sheet has no such header, the first cell of the row with the header to add, which `headerOf`
 * names; a missing list begins in the next free row of its sheet, or has columns for ticks. `anchor` is what is there
 * instead: the list that lacks a code, or what stands in for what is missing. `offsetOf` tells where a value that is there
 * stands.
 */
export function cellsToFill(
  origins: Origins,
  record: number,
  lacking: readonly Lacking[],
  anchor: string | undefined,
  offsetOf: (path: string) => number,
  headerOf: (pointer: string) => string,
): Placed | undefined {
  const [first, ...others] = lacking.flatMap((each) => cellToFill(origins, record, each, anchor, offsetOf, headerOf));
  if (!first) return undefined;
  const besides = others
    .filter(({ cell }) => cell.sheet === first.cell.sheet && !cell.lacksHeader)
    .map(({ cell }) => cell.address);
  const distinct = [...new Set(besides)].filter((address) => address !== first.cell.address);
  if (distinct.length === 0) return first;
  const lists = new Set([first, ...others].map(({ cell }) => listIn(cell.header)));
  const header = lists.size === 1 ? listIn(first.cell.header) : first.cell.header;
  return { ...first, cell: { ...first.cell, header, others: distinct } };
}

/** The name of the list in the header of one of its ticks; any other header as it is. */
const listIn = (header: string): string => header.split(/[:：]/, 1)[0]?.trimEnd() ?? header;

function cellToFill(
  origins: Origins,
  record: number,
  { path, code }: Lacking,
  anchor: string | undefined,
  offsetOf: (path: string) => number,
  headerOf: (pointer: string) => string,
): Placed[] {
  const pointer = patternOf(path).replace(/\/-$/, '');
  const slot = slotFor(origins, record, pointer, code, path === anchor);
  if (!slot) return [];
  const { table, isOwnList, known, depth } = slot;
  if (isOwnList) {
    const { row, column } = table.next;
    return [placed(origins, table, row, column, table.headers.find(({ at }) => at === column)?.header ?? '')];
  }
  if (table.values !== undefined) {
    const { values } = table;
    if (known.length > 0) return known.map(({ at, header }) => placed(origins, table, at, values, header));
    const missing = placed(origins, table, table.next.row, table.next.column, headerOf(pointer));
    return [{ ...missing, cell: { ...missing.cell, lacksHeader: true } }];
  }
  const item = path.split('/', depth + 1).join('/');
  const [sheet, row, column] = origins.cells[indexAt(origins, offsetOf(item))] ?? [0, 1, 1];
  if (known.length > 0) return known.map(({ at, header }) => placed(origins, table, row, at, header));
  const cell = cellOn(origins, sheet, row, column, headerOf(pointer), '');
  return [{ row, column, cell: { ...cell, lacksHeader: true } }];
}

/** Where values of one pointer belong that a record lacks. */
interface Slot {
  /** The sheet of the list that is missing as a whole; else that of the innermost list around, or of the record. */
  table: Table;
  isOwnList: boolean;
  known: { header: string; at: number }[];
  /** How many segments of a path lead to the item of the table. */
  depth: number;
}

// Thousands of items lack the same.
const slotsOf = new WeakMap<Origins, Map<string, Slot | undefined>>();

function slotFor(
  origins: Origins,
  record: number,
  pointer: string,
  code: string | undefined,
  isThere: boolean,
): Slot | undefined {
  const slots = slotsOf.get(origins) ?? new Map<string, Slot | undefined>();
  slotsOf.set(origins, slots);
  const key = `${record} ${isThere} ${pointer} ${code}`;
  if (slots.has(key)) return slots.get(key);
  const tables = origins.tables.filter((table) => table.record === record);
  const list = tables.find((table) => table.pointer === pointer && table.pointer !== '');
  const table =
    list ??
    tables
      .filter(({ pointer: held }) => held === '' || pointer.startsWith(`${held}/*/`))
      .sort((one, other) => other.pointer.length - one.pointer.length)[0];
  const known = table && !list ? headersFor(table, pointer, code, isThere) : [];
  const slot =
    table && (list || !isThere || known.length > 0)
      ? { table, isOwnList: list !== undefined, known, depth: segmentsOf(table.pointer).length + 1 }
      : undefined;
  slots.set(key, slot);
  return slot;
}

/**
 * The headers of a table under which a missing value goes: its own, that of the tick for a code, or all those of a list that
 * has only columns for ticks.
 */
function headersFor(
  { headers }: Table,
  pointer: string,
  code: string | undefined,
  isThere: boolean,
): { header: string; at: number }[] {
  const tick = code === undefined ? undefined : headers.find((each) => each.pointer === pointerTo(pointer, code));
  if (tick || isThere) return tick ? [tick] : [];
  const own = headers.find((each) => each.pointer === pointer);
  if (own) return [own];
  const below = headers.filter((each) => each.pointer.startsWith(`${pointer}/`));
  const ticks = below.filter(({ isTick, pointer: of }) => isTick && !of.slice(pointer.length + 1).includes('/'));
  return ticks.length > 0 ? ticks : below.slice(0, 1);
}

/** A cell with its row and column. */
export interface Placed {
  row: number;
  column: number;
  cell: Cell;
}

const placed = (origins: Origins, { sheet }: Table, row: number, column: number, header: string): Placed => ({
  row,
  column,
  cell: cellOn(origins, sheet, row, column, header, ''),
});

/** A JSON pointer with `*` for places in lists. */
export const patternOf = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/*');
