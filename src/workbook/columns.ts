import type { Words } from '../model/finding.ts';
import type { Property } from '../schema/vocabulary/shape.ts';
import { hasChinese } from '../text/chinese.ts';
import { withoutStar } from '../text/lines.ts';
import { type Cell, type Sheet, textOf } from '../tree/workbook/cells.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { headerNames, isAlike, type Meaning } from './headers.ts';
import type { Field, SheetLayout } from './layout.ts';
import { addressOf, type Table } from './origins.ts';
import type { CellProblem } from './problems.ts';
import * as problems from './problems.ts';
import type { Told } from './told.ts';
import { saidAround, unitFor } from './units.ts';

/** A header where it stands, and what it means. */
export interface Header {
  text: string;
  cell: Cell;
  meaning: Meaning;
  /** Its place among the fields of its sheet; of what is none, behind them. */
  place: number;
  /** The keys that lead to its values, in the language of the header. */
  keys: readonly string[];
  /** The stretch that stands for it, once something below it was read. */
  stretch?: [number, number];
  /** The unit behind the figures below it. */
  unit: string;
  /** Where something is wrong with it: takes the JSON pointers of what is below it and cannot be read. */
  lost?: string[];
  /** Of a tick: the codes of its list that have a column. */
  columns?: ReadonlySet<string>;
  /** Whether what is below it is not put into the tree at all. */
  isLeftOut?: boolean;
}

/** What is filled in under some headers: in a row of a list, or in the lines of a record. */
export type Values = Map<Header, Cell>;

/** Where headers stand: their sheet among those of its workbook, and the JSON pointer at which what is wrong with them is told. */
interface Place {
  layout: SheetLayout;
  all: readonly SheetLayout[];
  sheet: Sheet;
  path: string;
}

/** What each cell of the headers means; what is wrong with one that has something below it is told once. */
export function headersOf(
  told: Told,
  { layout, all, sheet, path }: Place,
  cells: readonly Cell[],
  around: readonly Cell[][],
  isUsed: (cell: Cell) => boolean,
): Header[] {
  const names = headerNames(layout, all);
  const said = saidAround(around.flat().map(({ value }) => textOf(value)));
  const headers: Header[] = [];
  const firsts = new Map<string, Header>();
  const ticked = new Map<Field, Set<string>>();
  for (const cell of cells) {
    const text = textOf(cell.value);
    const meaning = names.meaningOf(text);
    const place = 'field' in meaning ? layout.fields.indexOf(meaning.field) : layout.fields.length;
    const header: Header = { text, cell, meaning, place, keys: keysTo(meaning, text), unit: '' };
    const report = (rule: CellProblem['rule'], words: { message: Words; remedy: Words }) => {
      header.lost = [];
      if (isUsed(cell)) told.problem(rule, path, told.stretch(sheet, cell), words, header.lost);
    };
    headers.push(header);
    if (meaning.type === 'tick') {
      const columns = ticked.get(meaning.field) ?? new Set();
      ticked.set(meaning.field, columns.add(meaning.code));
      header.columns = columns;
    }
    if (meaning.type === 'refused') {
      header.isLeftOut = true;
      report('schema/unknown-key', problems.notOneCell(text, meaning.why));
      continue;
    }
    const key = keyOf(meaning);
    const first = firsts.get(key);
    if (first) {
      header.isLeftOut = true;
      const at = addressOf(first.cell.row, first.cell.column);
      const words = isAlike(text, first.text) ? problems.headerTwice(text, at) : problems.sameKey(text, first.text, at);
      report('yaml/duplicate-key', words);
      first.lost ??= header.lost ?? [];
      continue;
    }
    firsts.set(key, header);
    const shape = meaning.type === 'field' ? meaning.field.path.at(-1)?.shape : undefined;
    const unit = shape && unitFor(shape, text, said);
    if (unit?.type === 'behind') header.unit = unit.unit;
    if (unit?.type === 'unclear') report('schema/type', problems.unclearUnit(withoutStar(text), unit.unit));
  }
  for (const { text, cell, meaning, keys } of headers)
    if (meaning.type === 'unknown' && !meaning.key.startsWith('x-') && isUsed(cell)) {
      const within = meaning.around.reduce(
        (path, { name }) => pointerTo(path, name),
        layout.pointer + (layout.list ? '/*' : ''),
      );
      told.ownHeader(sheet, cell, { text, keys, within });
    }
  return headers;
}

function keysTo(meaning: Meaning, header: string): string[] {
  switch (meaning.type) {
    case 'field':
    case 'tick':
      return keysIn(meaning.field.path, header);
    case 'unknown':
      return [...keysIn(meaning.around, header), meaning.key];
    default:
      return [];
  }
}

/** Keys in the language of a name. */
export function keysIn(path: readonly Property[], name: string): string[] {
  const isChinese = hasChinese(name);
  return path.map((property) => (isChinese ? property.title : property.name));
}

const keyOf = (meaning: Exclude<Meaning, { type: 'refused' }>): string =>
  meaning.type === 'unknown' ? [...meaning.around.map(({ name }) => name), meaning.key].join('\n') : pointerOf(meaning);

/** Where what is below a header goes; for a tick the list and the value that it puts there. */
const pointerOf = (meaning: Meaning): string =>
  meaning.type === 'field'
    ? meaning.field.pointer
    : meaning.type === 'tick'
      ? pointerTo(meaning.field.pointer, meaning.code)
      : '';

/** Keeps where the values of a sheet stand, for what is missing from it. */
export function keepTable(
  { record, origins }: Told,
  layout: SheetLayout,
  sheet: Sheet,
  headers: readonly Header[],
  at: (cell: Cell) => number,
  next: Table['next'],
): Table {
  const table: Table = {
    record,
    sheet: origins.placeOf(sheet),
    pointer: layout.pointer,
    headers: headers
      .filter(({ isLeftOut }) => !isLeftOut)
      .map(({ text, cell, meaning }) => ({
        pointer: pointerOf(meaning),
        header: withoutStar(text),
        at: at(cell),
        ...(meaning.type === 'tick' ? { isTick: true } : {}),
      })),
    next,
  };
  origins.origins.tables.push(table);
  return table;
}
