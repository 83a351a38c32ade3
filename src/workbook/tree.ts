import { isMap, isSeq, Pair, type ParsedNode, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Property, titleOf } from '../schema/vocabulary/shape.ts';
import { withoutStar } from '../text/lines.ts';
import { type Cell, type Sheet, textOf } from '../tree/workbook/cells.ts';
import type { Tree } from '../tree/yaml/parse.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { columnIn, headerNames, headersAt, type Meaning } from './headers.ts';
import { type List, recordHeaders, type SheetLayout } from './layout.ts';
import { addressOf, type OriginsBuilder, type Table } from './origins.ts';
import type { CellProblem } from './problems.ts';
import * as problems from './problems.ts';
import { spareRow } from './spare-rows.ts';
import { unitAbove, unitFor } from './units.ts';
import { asRead, scalar, valueIn } from './values.ts';

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
  /** The header of the sheet that is missing and was most likely meant. */
  meant: string | undefined;
}

/** A header where it stands, and what it means. */
interface Header {
  text: string;
  cell: Cell;
  meaning: Meaning;
  /** The unit behind the figures below it. */
  unit: string;
  /** Where something is wrong with it: takes the JSON pointers of what is below it and cannot be read. */
  lost?: string[];
  /** Whether what is below it is not put into the tree at all. */
  isLeftOut?: boolean;
}

type Values = Map<Header, Cell>;

/** An item of a list, with the text by which rows of other sheets name it. */
interface Item {
  name: string | undefined;
  node: YAMLMap;
  path: string;
}

/** How many items are named where a row names none of them. */
const NAMED = 10;

/** Reads the sheets of one record as a tree. */
export class RecordTree {
  readonly #root = new YAMLMap();
  readonly problems: CellProblem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly ownHeaders: OwnHeader[] = [];
  /** How many items each list has. */
  readonly counts: { list: Words; count: number }[] = [];
  readonly #kind: Kind;
  readonly #record: number;
  readonly #layout: readonly SheetLayout[];
  readonly #sheets: ReadonlyMap<SheetLayout, Sheet>;
  /** Sheets that are missing, but for one that has nearly their name. */
  readonly #renamed: ReadonlySet<SheetLayout>;
  readonly #origins: OriginsBuilder;
  readonly #items = new Map<SheetLayout, Item[]>();

  constructor(
    kind: Kind,
    record: number,
    layout: readonly SheetLayout[],
    sheets: ReadonlyMap<SheetLayout, Sheet>,
    renamed: ReadonlySet<SheetLayout>,
    origins: OriginsBuilder,
  ) {
    this.#renamed = renamed;
    this.#kind = kind;
    this.#record = record;
    this.#layout = layout;
    this.#sheets = sheets;
    this.#origins = origins;
    this.#root.flow = true;
    const [first, ...lists] = layout as [SheetLayout, ...SheetLayout[]];
    this.#readRecord(first, present(sheets.get(first), 'sheet of the record'));
    for (const layout of lists) {
      const sheet = sheets.get(layout);
      const items = sheet && layout.list ? this.#readList(layout, layout.list, sheet) : undefined;
      if (!items) continue;
      this.#items.set(layout, items);
      if (items.length > 0) this.counts.push({ list: layout.name, count: items.length });
    }
  }

  /** Whether nothing is filled in. */
  get isEmpty(): boolean {
    return this.#root.items.length === 1;
  }

  /** The record, of which every node has its range. */
  tree(): Tree {
    return { contents: this.#root as unknown as ParsedNode, range: present(this.#root.range, 'range of a record') };
  }

  #readRecord(layout: SheetLayout, sheet: Sheet): void {
    const start = headersAt(layout, this.#layout, sheet);
    const top = sheet.rows[start ?? 0] ?? [];
    const corner = top[0] ?? { row: 1, column: 1, value: { type: 'text' as const, text: '' } };
    const stretch = this.#stretch(sheet, corner);
    this.#root.range = [...stretch, stretch[1]];
    this.#root.items.push(new Pair(scalar('文种', stretch), scalar(titleOf(this.#kind), stretch)));
    if (start === undefined) {
      this.#problem('schema/required', '', stretch, problems.noHeaders(recordHeaders.field), ['']);
      return;
    }
    const { field, value: content, meaning } = recordHeaders;
    const [keys, values, meanings] = [field, content, meaning].map((header) => columnIn(top, header));
    const below = sheet.rows.slice(start + 1).flat();
    const labels = below.filter(({ column, mergedFrom }) => column === keys && mergedFrom === undefined);
    const filled = below.filter(({ column, mergedFrom }) => column !== keys && mergedFrom === undefined);
    const headers = this.#headers(layout, sheet, labels, sheet.rows.slice(0, start), (label) =>
      filled.some(({ row, column }) => row === label.row && column === values),
    );
    const table = this.#table(layout, sheet, headers, ({ row }) => row, {
      row: (below.at(-1)?.row ?? present(top[0], 'header').row) + 1,
      column: keys ?? 1,
    });
    table.values = present(values, 'column of values');
    const byRow = new Map(headers.map((header) => [header.cell.row, header]));
    const labelled = new Set(labels.map(({ row }) => row));
    const found: Values = new Map();
    for (const cell of filled.filter(({ column }) => column !== meanings)) {
      const header = byRow.get(cell.row);
      if (cell.column !== values)
        this.#leave(sheet, cell, { zh: `只读“${content.zh}”一列`, en: `only the column "${content.en}" is read` });
      else if (header) found.set(header, cell);
      else if (!labelled.has(cell.row)) this.#leave(sheet, cell, noHeader);
    }
    this.#fill(this.#root, '', layout, sheet, found);
  }

  /** The items of a list, each put where it belongs; undefined where its sheet cannot be read. */
  #readList(layout: SheetLayout, list: List, sheet: Sheet): Item[] | undefined {
    if (sheet.rows.length === 0) return [];
    const start = headersAt(layout, this.#layout, sheet);
    if (start === undefined) {
      const first = present(sheet.rows[0]?.[0], 'first cell of a sheet with rows');
      const header = list.owner?.header ?? present(layout.fields[0], 'field').header;
      this.#problem(
        'schema/required',
        this.#around(list),
        this.#stretch(sheet, first),
        problems.noHeaders(header),
        this.#lists(list),
      );
      return undefined;
    }
    const top = present(sheet.rows[start], 'row of headers');
    const rows = sheet.rows.slice(start + 1);
    const headers = this.#headers(layout, sheet, top, sheet.rows.slice(0, start), ({ column }) =>
      rows.some((cells) => cells.some((cell) => cell.column === column)),
    );
    const byColumn = new Map(headers.map((header) => [header.cell.column, header]));
    const headed = new Set(top.map(({ column }) => column));
    const by = this.#layout.find((each) => each.list?.owner?.sheet === layout)?.list?.owner?.by;
    const items: Item[] = [];
    let last = present(top[0], 'header').row;
    for (const cells of rows) {
      const found: Values = new Map();
      for (const cell of cells) {
        const header = byColumn.get(cell.column);
        if (header) found.set(header, cell);
        else if (cell.mergedFrom === undefined && !headed.has(cell.column)) this.#leave(sheet, cell, noHeader);
      }
      const own = [...found].filter(([, { mergedFrom }]) => mergedFrom === undefined);
      const [first] = own;
      if (!first) continue;
      const spare = spareRow(own.map(([{ text }, { value }]) => ({ header: text, text: textOf(value) })));
      if (spare) {
        this.#leave(sheet, first[1], spare);
        continue;
      }
      last = first[1].row;
      const item = this.#item(layout, list, sheet, headers, found);
      if (!item) continue;
      const name = [...found].find(([{ meaning }]) => meaning.type === 'field' && meaning.field === by)?.[1];
      items.push({ ...item, name: name && textOf(name.value) });
    }
    this.#table(layout, sheet, headers, ({ column }) => column, {
      row: last + 1,
      column: present(top[0], 'header').column,
    });
    return items;
  }

  /** The item that a row makes; undefined where it makes none, or belongs to nothing. */
  #item(
    layout: SheetLayout,
    list: List,
    sheet: Sheet,
    headers: readonly Header[],
    found: Values,
  ): Omit<Item, 'name'> | undefined {
    const filled = [...found];
    const [[only, cell]] = filled as [[Header, Cell]];
    if (list.owner && only.meaning.type === 'owner' && filled.length === 1) {
      const { zh, en } = list.owner.header;
      this.#leave(sheet, cell, { zh: `这一行只填了“${zh}”`, en: `its row holds nothing but "${en}"` });
      return undefined;
    }
    const isValue = ({ meaning, text }: Header) =>
      meaning.type === 'field' || (meaning.type === 'unknown' && !text.startsWith('x-'));
    const first = filled.find(([header, { mergedFrom }]) => isValue(header) && mergedFrom === undefined)?.[1];
    if (!first) return undefined;
    const owner = list.owner ? this.#owner(list, list.owner, sheet, headers, found) : { node: this.#root, path: '' };
    if (!owner) return undefined;
    const node = new YAMLMap();
    node.flow = true;
    const stretch = this.#stretch(sheet, first);
    node.range = [...stretch, stretch[1]];
    const place = this.#append(owner.node, list.path, sheet, node);
    const path = pointerTo(
      list.path.reduce((at, { name }) => pointerTo(at, name), owner.path),
      place,
    );
    this.#fill(node, path, layout, sheet, found);
    return { node, path };
  }

  /** What each cell of the headers means; what is wrong with one that has something below it is told once. */
  #headers(
    layout: SheetLayout,
    sheet: Sheet,
    cells: readonly Cell[],
    above: readonly Cell[][],
    isUsed: (cell: Cell) => boolean,
  ): Header[] {
    const names = headerNames(layout, this.#layout);
    const title = above.flat().find(({ value }) => unitAbove(textOf(value)) !== undefined);
    const unitOfTable = title && unitAbove(textOf(title.value));
    const headers: Header[] = [];
    const firsts = new Map<string, Header>();
    for (const cell of cells) {
      const text = textOf(cell.value);
      const meaning = names.meaningOf(text);
      const header: Header = { text, cell, meaning, unit: '' };
      const report = (rule: CellProblem['rule'], words: { message: Words; remedy: Words }) => {
        header.lost = [];
        if (isUsed(cell))
          this.#problem(rule, this.#around(layout.list), this.#stretch(sheet, cell), words, header.lost);
      };
      headers.push(header);
      if (meaning.type === 'refused') {
        header.isLeftOut = true;
        report('schema/unknown-key', problems.notOneCell(text, meaning.why));
        continue;
      }
      const key = keyOf(meaning);
      const first = firsts.get(key);
      if (first) {
        header.isLeftOut = true;
        report('yaml/duplicate-key', problems.headerTwice(text, addressOf(first.cell.row, first.cell.column)));
        first.lost ??= header.lost ?? [];
        continue;
      }
      firsts.set(key, header);
      const shape = meaning.type === 'field' ? meaning.field.path.at(-1)?.shape : undefined;
      const unit = shape && unitFor(shape, text, unitOfTable);
      if (unit?.type === 'behind') header.unit = unit.unit;
      if (unit?.type === 'unclear') report('schema/type', problems.unclearUnit(withoutStar(text), unit.unit));
    }
    const present = headers.map(({ text }) => text);
    for (const { text, cell, meaning } of headers)
      if (meaning.type === 'unknown' && !meaning.key.startsWith('x-') && isUsed(cell))
        this.ownHeaders.push({ text, cell: this.#named(sheet, cell), meant: names.nearest(text, present) });
    return headers;
  }

  /** Keeps where the values of a sheet stand, for what is missing from it. */
  #table(
    layout: SheetLayout,
    sheet: Sheet,
    headers: readonly Header[],
    at: (cell: Cell) => number,
    next: Table['next'],
  ): Table {
    const table: Table = {
      record: this.#record,
      sheet: this.#origins.placeOf(sheet),
      pointer: layout.pointer,
      headers: headers
        .filter(({ isLeftOut }) => !isLeftOut)
        .map(({ text, cell, meaning }) => ({
          pointer: meaning.type === 'field' ? meaning.field.pointer : '',
          header: withoutStar(text),
          at: at(cell),
        })),
      next,
    };
    this.#origins.origins.tables.push(table);
    return table;
  }

  /** Puts the cells of an item into it, the known ones in the vocabulary's order. */
  #fill(item: YAMLMap, path: string, layout: SheetLayout, sheet: Sheet, found: Values): void {
    const place = ({ meaning }: Header) =>
      meaning.type === 'field' ? layout.fields.indexOf(meaning.field) : layout.fields.length;
    for (const [header, cell] of [...found].sort(([one], [other]) => place(one) - place(other))) {
      const { meaning, text } = header;
      if (meaning.type === 'owner') continue;
      const pathIn =
        meaning.type === 'unknown' ? undefined : meaning.type === 'field' ? meaning.field.path : meaning.path;
      const at = pathIn?.reduce((to, { name }) => pointerTo(to, name), path);
      if (at !== undefined) header.lost?.push(at);
      if (header.isLeftOut || meaning.type === 'refused') continue;
      const around = meaning.type === 'field' ? meaning.field.path : [...meaning.around];
      const keyStretch = this.#stretch(sheet, header.cell, withoutStar(text).length);
      const stretch = this.#origins.stretch(sheet, cell, asRead(cell.value, header.unit));
      const isChinese = /\p{Script=Han}/u.test(text);
      const keys = around.map((property) => (isChinese ? property.title : property.name));
      if (meaning.type === 'unknown') keys.push(meaning.key);
      const owner = this.#objectAt(item, keys.slice(0, -1), keyStretch, stretch);
      const shape = meaning.type === 'field' ? meaning.field.path.at(-1)?.shape : undefined;
      const value = valueIn(cell.value, shape, header.unit, stretch);
      const wrong = at === undefined ? undefined : wrongIn(cell);
      if (at !== undefined && wrong) this.#problem('schema/type', at, stretch, wrong, [at]);
      owner.items.push(new Pair(scalar(present(keys.at(-1), 'key'), keyStretch), value));
    }
  }

  /** The object that the keys lead to, made where it is not there yet. */
  #objectAt(item: YAMLMap, keys: readonly string[], key: [number, number], value: [number, number]): YAMLMap {
    return keys.reduce((around, name) => {
      const known = around.items.find((pair) => (pair.key as Scalar).value === name)?.value;
      if (isMap(known)) return known as YAMLMap;
      const made = new YAMLMap();
      made.flow = true;
      made.range = [...value, value[1]];
      around.items.push(new Pair(scalar(name, key), made));
      return made;
    }, item);
  }

  /** Adds an item to a list of an object, and gives its place there. */
  #append(owner: YAMLMap, path: readonly Property[], sheet: Sheet, item: YAMLMap): number {
    const isChinese = /\p{Script=Han}/u.test(sheet.name);
    const names = path.map(({ name, title }) => (isChinese ? title : name));
    const range = present(item.range, 'range of an item');
    const stretch: [number, number] = [range[0], range[1]];
    const around = this.#objectAt(owner, names.slice(0, -1), stretch, stretch);
    const key = present(names.at(-1), 'key');
    const known = around.items.find((pair) => (pair.key as Scalar).value === key)?.value;
    if (isSeq(known)) return known.items.push(item) - 1;
    const list = new YAMLSeq();
    list.flow = true;
    list.range = range;
    list.items.push(item);
    around.items.push(new Pair(scalar(key, stretch), list));
    return 0;
  }

  /** The item that a row belongs to; a problem where there is none, or more than one. */
  #owner(
    list: List,
    owner: NonNullable<List['owner']>,
    sheet: Sheet,
    headers: readonly Header[],
    found: Values,
  ): Pick<Item, 'node' | 'path'> | undefined {
    const { sheet: of, by, header } = owner;
    const items = this.#items.get(of);
    const [any] = found.values() as Iterable<Cell> as [Cell];
    const report = (
      cell: Cell,
      words: { message: Words; remedy: Words },
      rule: CellProblem['rule'],
      of: readonly Item[] | undefined,
    ) =>
      this.#problem(
        rule,
        this.#around(list),
        this.#stretch(sheet, cell),
        words,
        of ? of.map(({ path }) => listAt(path, list)) : this.#lists(list),
      );
    if (!items) {
      if (!this.#sheets.has(of) && !this.#renamed.has(of))
        report(any, problems.noOwnerSheet(of.name), 'schema/required', undefined);
      return undefined;
    }
    if (!headers.some(({ meaning }) => meaning.type === 'owner')) {
      const [first] = headers;
      report(first?.cell ?? any, problems.noOwnerColumn(header), 'schema/required', items);
      return undefined;
    }
    const cell = [...found].find(([{ meaning }]) => meaning.type === 'owner')?.[1];
    if (!cell) {
      report(any, problems.noOwner(header), 'schema/required', items);
      return undefined;
    }
    const wrong = wrongIn(cell);
    const name = textOf(cell.value);
    const owners = items.filter((item) => item.name === name);
    if (wrong) report(cell, wrong, 'schema/type', items);
    else if (owners.length === 0) {
      const known = [...new Set(items.flatMap((item) => item.name ?? []))].slice(0, NAMED);
      report(cell, problems.unknownOwner(name, of.name, by.header, known), 'schema/enum', items);
    } else if (owners.length > 1)
      report(cell, problems.severalOwners(name, of.name, owners.length), 'schema/enum', owners);
    else return owners[0];
    return undefined;
  }

  /** JSON pointers of a list: in each item that may have it. */
  #lists(list: List): string[] {
    if (!list.owner) return [listAt('', list)];
    return (this.#items.get(list.owner.sheet) ?? []).map(({ path }) => listAt(path, list));
  }

  /** The JSON pointer at which what is wrong with the whole of a list is told. */
  #around(list: List | undefined): string {
    return list ? (this.#lists(list)[0] ?? '') : '';
  }

  #stretch(sheet: Sheet, cell: Cell, length?: number): [number, number] {
    const [start, end] = this.#origins.stretch(sheet, cell, textOf(cell.value));
    return [start, length === undefined ? end : start + length];
  }

  #problem(
    rule: CellProblem['rule'],
    path: string,
    stretch: [number, number],
    words: { message: Words; remedy: Words },
    lost: string[],
  ): void {
    this.problems.push({ rule, record: this.#record, path, stretch, ...words, lost });
  }

  #named(sheet: Sheet, { row, column }: Cell): string {
    return `${sheet.name.trim()}!${addressOf(row, column)}`;
  }

  #leave(sheet: Sheet, cell: Cell, why: Words): void {
    this.leftOut.push({ sheet: sheet.name.trim(), address: addressOf(cell.row, cell.column), why });
  }
}

const noHeader: Words = { zh: '没有表头', en: 'it has no header' };

const listAt = (owner: string, { path }: List): string => path.reduce((to, { name }) => pointerTo(to, name), owner);

const keyOf = (meaning: Exclude<Meaning, { type: 'refused' }>): string =>
  meaning.type === 'owner'
    ? ''
    : meaning.type === 'field'
      ? meaning.field.pointer
      : [...meaning.around.map(({ name }) => name), meaning.key].join('\n');

/** What keeps a cell's value from being read, whatever is asked there. */
function wrongIn({ value }: Cell): { message: Words; remedy: Words } | undefined {
  if (value.type === 'error') return problems.errorValue(value.text);
  if (value.type === 'formula') return problems.noResult;
  const isCut = value.type === 'number' && Math.abs(value.number) >= 1e15;
  return isCut ? problems.cutNumber : undefined;
}
