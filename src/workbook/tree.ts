import { Pair, type ParsedNode, YAMLMap } from 'yaml';
import type { Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { readCode } from '../schema/values/code.ts';
import { halfWidth } from '../schema/values/plain.ts';
import { itemShape, titleOf } from '../schema/vocabulary/shape.ts';
import { suggestNamed } from '../schema/vocabulary/suggest.ts';
import { withoutStar } from '../text/lines.ts';
import { type Cell, type Sheet, textOf } from '../tree/workbook/cells.ts';
import type { Tree } from '../tree/yaml/parse.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { type Header, headersOf, keepTable, type Values } from './columns.ts';
import { columnIn, headersAt, type Meaning } from './headers.ts';
import { appendItem, fillItem, wrongIn } from './item.ts';
import { type Field, type List, recordHeaders, type SheetLayout } from './layout.ts';
import type { OriginsBuilder } from './origins.ts';
import type { CellProblem } from './problems.ts';
import * as problems from './problems.ts';
import { isFooter, spareRow } from './spare-rows.ts';
import { Told } from './told.ts';
import { scalar } from './values.ts';

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
  readonly told: Told;
  /** How many items each list has. */
  readonly counts: { list: Words; count: number }[] = [];
  readonly #kind: Kind;
  readonly #layout: readonly SheetLayout[];
  readonly #sheets: ReadonlyMap<SheetLayout, Sheet>;
  /** Sheets that are missing, but for one that has nearly their name. */
  readonly #renamed: ReadonlySet<SheetLayout>;
  readonly #items = new Map<SheetLayout, Item[]>();
  readonly #byName = new Map<readonly Item[], ReadonlyMap<string | undefined, readonly Item[]>>();
  readonly #pointers = new Map<List, string[]>();
  readonly #nextItems = new Map<List, string[]>();

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
    this.#layout = layout;
    this.#sheets = sheets;
    this.told = new Told(record, origins);
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
    const stretch = this.told.stretch(sheet, corner);
    this.#root.range = [...stretch, stretch[1]];
    this.#root.items.push(new Pair(scalar('文种', stretch), scalar(titleOf(this.#kind), stretch)));
    const { field, value: content, meaning } = recordHeaders;
    if (start === undefined) {
      this.told.problem('schema/required', '', stretch, problems.noHeaders(field, content), ['']);
      return;
    }
    const [keys, values, meanings] = [field, content, meaning].map((header) => columnIn(top, header));
    const below = sheet.rows.slice(start + 1).flat();
    const labels = below.filter(({ column, mergedFrom }) => column === keys && mergedFrom === undefined);
    const filled = below.filter(({ column, mergedFrom }) => column !== keys && mergedFrom === undefined);
    const valued = new Set(filled.flatMap(({ row, column }) => (column === values ? row : [])));
    const headers = headersOf(this.told, this.#place(layout, sheet), labels, sheet.rows.slice(0, start), ({ row }) =>
      valued.has(row),
    );
    const table = keepTable(this.told, layout, sheet, headers, ({ row }) => row, {
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
        this.told.leave(sheet, cell, { zh: `只读“${content.zh}”一列`, en: `only the column "${content.en}" is read` });
      else if (header) found.set(header, cell);
      else if (!labelled.has(cell.row)) this.told.leave(sheet, cell, noHeader);
    }
    fillItem(this.told, sheet, this.#root, '', found);
  }

  /** The items of a list, each put where it belongs; undefined where its sheet cannot be read. */
  #readList(layout: SheetLayout, list: List, sheet: Sheet): Item[] | undefined {
    if (sheet.rows.length === 0) return [];
    const start = headersAt(layout, this.#layout, sheet);
    if (start === undefined) {
      const first = present(sheet.rows[0]?.[0], 'first cell of a sheet with rows');
      const header = list.owner?.header ?? present(layout.fields[0], 'field').header;
      this.told.problem(
        'schema/required',
        this.around(list),
        this.told.stretch(sheet, first),
        problems.noHeaders(header),
        this.lists(list),
      );
      return undefined;
    }
    const top = present(sheet.rows[start], 'row of headers');
    const rows = sheet.rows.slice(start + 1);
    const used = new Set<number>();
    for (const cells of rows) for (const { column } of cells) used.add(column);
    const footers = rows.filter(([first]) => first && isFooter(textOf(first.value)));
    const around = [...sheet.rows.slice(0, start), ...footers];
    const headers = headersOf(this.told, this.#place(layout, sheet), top, around, ({ column }) => used.has(column));
    const byColumn = new Map(headers.map((header) => [header.cell.column, header]));
    const headed = new Set(top.map(({ column }) => column));
    const naming = this.#naming(layout).flatMap((field) =>
      headers.filter(({ meaning }) => meaning.type === 'field' && meaning.field === field),
    );
    const items: Item[] = [];
    let last = present(top[0], 'header').row;
    for (const cells of rows) {
      const found: Values = new Map();
      const own: { header: string; text: string; meaning: Meaning }[] = [];
      let first: Cell | undefined;
      for (const cell of cells) {
        const header = byColumn.get(cell.column);
        const isOwn = cell.mergedFrom === undefined;
        if (header) found.set(header, cell);
        else if (isOwn && !headed.has(cell.column)) this.told.leave(sheet, cell, noHeader);
        if (!header || !isOwn) continue;
        own.push({ header: header.text, text: textOf(cell.value), meaning: header.meaning });
        first ??= cell;
      }
      if (!first) continue;
      const spare = spareRow(own, ({ text, meaning }) => isCodeOf(meaning, text));
      if (spare) {
        this.told.leave(sheet, first, spare);
        continue;
      }
      last = first.row;
      const item = this.#item(list, sheet, headers, found);
      if (!item) continue;
      const name = naming.flatMap((header) => found.get(header) ?? [])[0];
      items.push({ ...item, name: name && textOf(name.value) });
    }
    const filled = new Set(rows.map(([first]) => first?.row));
    let next = last + 1;
    while (filled.has(next)) next += 1;
    const isRead = ({ meaning }: Header) => 'field' in meaning || meaning.type === 'owner';
    keepTable(this.told, layout, sheet, headers, ({ column }) => column, {
      row: next,
      column: present(headers.find(isRead), 'header that is read').cell.column,
    });
    return items;
  }

  /** The fields by which rows of other sheets name the items of a sheet, the first that is filled in. */
  #naming(layout: SheetLayout): readonly Field[] {
    const owner = this.#layout.find((each) => each.list?.owner?.sheet === layout)?.list?.owner;
    return owner ? [owner.by, ...owner.otherwise] : [];
  }

  /** The item that a row makes; undefined where it makes none, or belongs to nothing. */
  #item(list: List, sheet: Sheet, headers: readonly Header[], found: Values): Omit<Item, 'name'> | undefined {
    const filled = [...found];
    const [[only, cell]] = filled as [[Header, Cell]];
    if (list.owner && only.meaning.type === 'owner' && filled.length === 1) {
      const { zh, en } = list.owner.header;
      this.told.leave(sheet, cell, { zh: `这一行只填了“${zh}”`, en: `its row holds nothing but "${en}"` });
      return undefined;
    }
    const isValue = ({ meaning, text }: Header) =>
      'field' in meaning || (meaning.type === 'unknown' && !text.startsWith('x-'));
    const first = filled.find(([header, { mergedFrom }]) => isValue(header) && mergedFrom === undefined)?.[1];
    if (!first) return undefined;
    const owner = list.owner ? this.#owner(list, list.owner, sheet, headers, found) : { node: this.#root, path: '' };
    if (!owner) return undefined;
    const node = new YAMLMap();
    node.flow = true;
    const stretch = this.told.stretch(sheet, first);
    node.range = [...stretch, stretch[1]];
    const place = appendItem(owner.node, list.path, sheet, node);
    const path = pointerTo(
      list.path.reduce((at, { name }) => pointerTo(at, name), owner.path),
      place,
    );
    fillItem(this.told, sheet, node, path, found);
    return { node, path };
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
    const report = (cell: Cell, words: { message: Words; remedy: Words }, rule: CellProblem['rule'], lost: string[]) =>
      this.told.problem(rule, this.around(list), this.told.stretch(sheet, cell), words, lost);
    if (!items) {
      if (!this.#sheets.has(of) && !this.#renamed.has(of))
        report(any, problems.noOwnerSheet(of.name), 'schema/required', []);
      return undefined;
    }
    const column = headers.find(({ meaning }) => meaning.type === 'owner')?.cell.column;
    if (column === undefined) {
      const named = [{ name: header.en, title: header.zh }];
      const misspelt = headers.find(({ text }) => suggestNamed(withoutStar(text), named));
      const lost = this.lists(list);
      if (misspelt) report(misspelt.cell, problems.misspeltHeader(misspelt.text, header), 'schema/unknown-key', lost);
      else report(headers[0]?.cell ?? any, problems.noOwnerColumn(header), 'schema/required', lost);
      return undefined;
    }
    const cell = [...found].find(([{ meaning }]) => meaning.type === 'owner')?.[1];
    if (!cell) {
      const empty: Cell = { row: any.row, column, value: { type: 'text', text: '' } };
      report(empty, problems.noOwner(header), 'schema/required', this.#nextItemsOf(list));
      return undefined;
    }
    const wrong = wrongIn(cell);
    const name = textOf(cell.value);
    const owners = this.#named(items).get(halfWidth(name)) ?? [];
    if (wrong) report(cell, wrong, 'schema/type', this.#nextItemsOf(list));
    else if (owners.length === 0) {
      const known = [...this.#named(items).values()].flatMap(([first]) => first?.name ?? []).slice(0, NAMED);
      report(cell, problems.unknownOwner(name, of.name, by.header, known), 'schema/enum', this.#nextItemsOf(list));
    } else if (owners.length > 1) {
      const lost = owners.map(({ path }) => nextIn(listAt(path, list)));
      report(cell, problems.severalOwners(name, of.name, owners.length), 'schema/enum', lost);
    } else return owners[0];
    return undefined;
  }

  /** Items by their names, told once for all rows that name them. */
  #named(items: readonly Item[]): ReadonlyMap<string | undefined, readonly Item[]> {
    const known = this.#byName.get(items);
    if (known) return known;
    const byName = new Map<string | undefined, Item[]>();
    for (const item of items) {
      const name = item.name && halfWidth(item.name);
      const named = byName.get(name);
      if (named) named.push(item);
      else byName.set(name, [item]);
    }
    this.#byName.set(items, byName);
    return byName;
  }

  #place(layout: SheetLayout, sheet: Sheet): Parameters<typeof headersOf>[1] {
    return { layout, all: this.#layout, sheet, path: this.around(layout.list) };
  }

  /** JSON pointers of a list: in each item that may have it; told once, since thousands of rows may be wrong. */
  lists(list: List): string[] {
    const { owner } = list;
    if (!owner) return [listAt('', list)];
    const known =
      this.#pointers.get(list) ?? (this.#items.get(owner.sheet) ?? []).map(({ path }) => listAt(path, list));
    this.#pointers.set(list, known);
    return known;
  }

  /** JSON pointers of what a row that names no item may be: one more item of the list in each that may have it; told once, likewise. */
  #nextItemsOf(list: List): string[] {
    const known = this.#nextItems.get(list) ?? this.lists(list).map(nextIn);
    this.#nextItems.set(list, known);
    return known;
  }

  /** The JSON pointer at which is told what is wrong with the whole of a list, or with a row of no item: the list of all items that have such a list, for it is none of theirs. */
  around(list: List | undefined): string {
    const around = list?.owner?.sheet.list;
    if (around) return this.around(around);
    return list ? listAt('', list) : '';
  }
}

/** Whether a text is a code that what a header stands for may have, where nothing but codes can stand there. */
function isCodeOf(meaning: Meaning, text: string): boolean {
  const shape = meaning.type === 'field' ? itemShape(meaning.field.path.at(-1)?.shape) : undefined;
  return shape?.type === 'text' && shape.closed && readCode(text, shape.forms) !== undefined;
}

const noHeader: Words = { zh: '没有表头', en: 'it has no header' };

const listAt = (owner: string, { path }: List): string => path.reduce((to, { name }) => pointerTo(to, name), owner);

const nextIn = (list: string): string => pointerTo(list, '-');
