import type { Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';
import { kinds, type Property, titleOf } from '../schema/vocabulary/shape.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { fileName } from '../text/file-name.ts';
import { visible } from '../text/visible.ts';
import { type Cell, columnLetters, type Sheet, textOf } from '../tree/workbook/cells.ts';
import { readXlsx } from '../tree/workbook/read-xlsx.ts';
import { HeaderNames, isHeader, type Meaning } from './headers.ts';
import { guideName, layoutOf, recordHeaders, type SheetLayout } from './layout.ts';
import { type Branch, type Leaf, transcript } from './transcript.ts';
import { writtenAs } from './written.ts';

/** A workbook as YAML, how many rows each list has, what was left unread, and headers that a check will not know. */
export interface Imported {
  text: string;
  rows: { list: Words; count: number }[];
  unread: Words[];
  notes: Words[];
}

/** What keeps a workbook from being imported, cell by cell, and what was left unread. */
export interface Refused {
  problems: Words[];
  unread: Words[];
}

const TOTAL = /^(?:[合总小共]\s*计|totals?)[:：]?$/i;

/** Rows among which the headers of a list are looked for. */
const HEADERS_WITHIN = 20;

/**
 * Carries a workbook over into YAML as it is filled in and judges nothing: what does not fit is for a check to say. `file`
 * is its name in messages and in the head comment, `keys` the language of keys. Refuses it where a value is not there
 * (an error, a formula never calculated), a sheet that is needed or the item that a row belongs to, and where a header is
 * a misspelt one; throws a UsageError where it is no workbook of a known kind.
 */
export function importWorkbook(file: string, bytes: Uint8Array, keys: 'zh' | 'en'): Imported | Refused {
  const layouts = new Map(kinds.map(({ code }) => [code, layoutOf(code)]));
  const names = [...layouts.values()].flat().flatMap(({ name }) => Object.values(name));
  const { sheets, others } = readXlsx(file, bytes, (name) => suggest(name.trim(), names) !== undefined);
  const kind = kindOf(file, layouts, sheets, others);
  return new Import(kind, present(layouts.get(kind), `layout of ${kind}`), sheets, others, keys).run(file);
}

const isNamed = (layout: SheetLayout, sheet: Sheet): boolean => Object.values(layout.name).includes(sheet.name.trim());

/** How many sheets are named where a kind is not known, and how many items where a row names none of them. */
const NAMED = 10;

/**
 * The kind whose own sheet is there. A list of one kind may have the name of another kind, and the own sheet may have been
 * renamed: so sheets count that have the headers too, and a UsageError says which sheet is missing.
 */
function kindOf(
  file: string,
  layouts: ReadonlyMap<Kind, SheetLayout[]>,
  sheets: readonly Sheet[],
  others: readonly string[],
): Kind {
  const ranked = [...layouts].map(([kind, layout]) => {
    const [record] = layout as [SheetLayout, ...SheetLayout[]];
    const named = layout.flatMap((own) =>
      sheets.filter((sheet) => isNamed(own, sheet)).map((sheet) => ({ own, sheet })),
    );
    const fitting = named.filter(({ own, sheet }) => headersAt(own, layout, sheet) !== undefined);
    const has = (all: typeof named) => Number(all.some(({ own }) => own === record));
    return { kind, record, hasRecord: has(named) > 0, ranks: [has(fitting), fitting.length, has(named), named.length] };
  });
  const compared = (one: { ranks: number[] }, other: { ranks: number[] }) =>
    one.ranks.map((rank, index) => present(other.ranks[index], 'rank') - rank).find((difference) => difference !== 0) ??
    0;
  ranked.sort(compared);
  const [best] = ranked as [(typeof ranked)[number]];
  if (best.hasRecord) return best.kind;
  const meant = ranked.filter((each) => compared(best, each) === 0).map(({ record }) => record.name);
  const known = [...sheets.map(({ name }) => name), ...others].slice(0, NAMED);
  const [zh, en] = [meant.map((name) => `“${name.zh}”`).join(''), meant.map((name) => name.en).join(', ')];
  throw new UsageError(
    `${file} 里没有${zh}${meant.length > 1 ? '中的任何一张表' : '表'}，只有“${known.join('”“')}”；表名请保持原样`,
    `${file} has no sheet ${en}, only ${known.join(', ')}; keep the names of the sheets`,
  );
}

/** The column of a header among the cells of a row. */
const columnIn = (cells: readonly Cell[], names: Words): number | undefined =>
  cells.find(({ value }) => isHeader(textOf(value), names))?.column;

/** The place of a sheet's headers among its rows; undefined where there are none. */
function headersAt(layout: SheetLayout, all: readonly SheetLayout[], sheet: Sheet): number | undefined {
  if (!layout.list) {
    const start = sheet.rows.findIndex(
      (cells) => columnIn(cells, recordHeaders.field) && columnIn(cells, recordHeaders.value),
    );
    return start === -1 ? undefined : start;
  }
  const names = new HeaderNames(layout, all);
  const known = sheet.rows
    .slice(0, HEADERS_WITHIN)
    .map((cells) => cells.filter(({ value }) => names.knows(textOf(value))).length);
  // An author may put a title above the headers; no other row has as many of them.
  const most = Math.max(0, ...known);
  // One each on row after row are the lines of a record.
  const areLines = most === 1 && known.indexOf(1) !== known.lastIndexOf(1);
  return most === 0 || areLines ? undefined : known.indexOf(most);
}

/** A header where it stands, and what it means. */
interface Header {
  text: string;
  cell: string;
  meaning: Meaning;
  /** Of an unknown one, the missing header that was meant. */
  meant?: string | undefined;
}

/** Whether it is one of the author's own, which a check passes over. */
const isOwn = ({ meaning }: Header): boolean => meaning.type === 'unknown' && meaning.key.startsWith('x-');

type Filled = Map<Header, Cell>;

/** Why a row is no item, by its cells: the sum of the others, or the headers once more, as for a second page; undefined where it may be one. */
function spareRow(cells: readonly [Header, Cell][]): Words | undefined {
  const [first] = cells as [[Header, Cell]];
  if (TOTAL.test(textOf(first[1].value))) return { zh: '合计行', en: 'a row of totals' };
  if (cells.every(([{ text }, { value }]) => textOf(value) === text))
    return { zh: '又一行表头', en: 'the headers again' };
  return undefined;
}

/** A row of a list: the item it makes, by the text by which rows of other sheets name it. */
interface Item {
  name: string | undefined;
  branch: Branch;
}

class Import {
  readonly #kind: Kind;
  readonly #layout: readonly SheetLayout[];
  readonly #sheets = new Map<SheetLayout, Sheet>();
  readonly #renamed = new Set<SheetLayout>();
  readonly #keys: 'zh' | 'en';
  readonly #items = new Map<SheetLayout, Item[]>();
  /** By what they say: what many rows have in common is said once. */
  readonly #problems = new Map<string, Words>();
  readonly #notes = new Map<string, Words>();
  readonly #unread: Words[] = [];

  constructor(kind: Kind, layout: SheetLayout[], sheets: Sheet[], others: string[], keys: 'zh' | 'en') {
    this.#kind = kind;
    this.#layout = layout;
    this.#keys = keys;
    const left: Sheet[] = [];
    for (const sheet of sheets) {
      const own = layout.find((each) => isNamed(each, sheet));
      if (own && !this.#sheets.has(own)) this.#sheets.set(own, sheet);
      else left.push(sheet);
    }
    const unread = left.filter((sheet) => !this.#isRenamed(sheet)).map(({ name }) => name);
    for (const name of [...others, ...unread])
      if (!Object.values(guideName).includes(name.trim()))
        this.#unread.push({ zh: `“${name}”表`, en: `sheet "${name}"` });
  }

  /** Whether a sheet stands for a missing one whose name it nearly has, a problem. */
  #isRenamed(sheet: Sheet): boolean {
    if (sheet.name.startsWith('x-')) return false;
    const meant = this.#layout.find(
      (each) =>
        !this.#sheets.has(each) &&
        suggest(sheet.name, Object.values(each.name)) !== undefined &&
        headersAt(each, this.#layout, sheet) !== undefined,
    );
    if (!meant) return false;
    this.#renamed.add(meant);
    this.#problem(
      sheet.name,
      `表名不认识，是不是“${meant.name.zh}”？自己加的表，表名前面加 x-`,
      `is no known name of a sheet; did you mean "${meant.name.en}"? Begin names of your own sheets with x-`,
    );
    return true;
  }

  run(file: string): Imported | Refused {
    const [first, ...lists] = this.#layout as [SheetLayout, ...SheetLayout[]];
    const record = this.#record(first, present(this.#sheets.get(first), 'sheet of the record'));
    for (const list of lists) {
      const items = this.#list(list, record);
      if (items) this.#items.set(list, items);
    }
    if (this.#problems.size > 0) return { problems: [...this.#problems.values()], unread: this.#unread };
    if (record.members.size === 1)
      throw new UsageError(`${file} 里什么都没有填，没有导入`, `${file} has nothing filled in and was not imported`);
    const rows = lists.map((list) => ({ list: list.name, count: this.#items.get(list)?.length ?? 0 }));
    return {
      text: headComment(visible(fileName(file)), this.#keys) + transcript(record),
      rows: rows.filter(({ count }) => count > 0),
      unread: this.#unread,
      notes: [...this.#notes.values()],
    };
  }

  #record(layout: SheetLayout, sheet: Sheet): Branch {
    const record: Branch = { members: new Map() };
    const start = headersAt(layout, this.#layout, sheet);
    if (start === undefined) {
      const { field, value } = recordHeaders;
      this.#problem(sheet.name, `找不到表头“${field.zh}”和“${value.zh}”`, `no headers "${field.en}" and "${value.en}"`);
      return record;
    }
    const top = present(sheet.rows[start], 'row of headers');
    const { field, value: content, meaning } = recordHeaders;
    const [keys, values, meanings] = [field, content, meaning].map((header) => columnIn(top, header));
    const below = sheet.rows.slice(start + 1).flat();
    const labels = below.filter(({ column, merged }) => column === keys && !merged);
    const headers = this.#headers(new HeaderNames(layout, this.#layout), sheet, labels);
    const labelled = new Set(labels.map(({ row }) => row));
    const byRow = new Map([...headers].map(([{ row }, header]) => [row, header]));
    const filled: Filled = new Map();
    for (const cell of below.filter(({ column, merged }) => column !== keys && column !== meanings && !merged)) {
      const header = byRow.get(cell.row);
      if (cell.column !== values)
        this.#leftOut(sheet, cell, { zh: `只读“${content.zh}”一列`, en: `only the column "${content.en}" is read` });
      else if (header) filled.set(header, cell);
      else if (!labelled.has(cell.row)) this.#leftOut(sheet, cell, noHeader);
    }
    const title = titleOf(this.#kind);
    const [key, value] = this.#keys === 'zh' ? ['文种', title] : ['kind', this.#kind];
    record.members.set(key, { cell: nameOf(sheet, present(top[0], 'header')), value });
    this.#fill(record, layout, sheet, filled);
    return record;
  }

  /** The items of a list, each put where it belongs; undefined where its sheet cannot be read. */
  #list(layout: SheetLayout, record: Branch): Item[] | undefined {
    const sheet = this.#sheets.get(layout);
    const { list } = layout;
    if (!sheet || !list) return undefined;
    if (sheet.rows.length === 0) return [];
    const start = headersAt(layout, this.#layout, sheet);
    if (start === undefined) {
      this.#problem(sheet.name, '找不到表头，请把表头恢复原样', 'no headers; put them back as they were');
      return undefined;
    }
    const top = present(sheet.rows[start], 'row of headers');
    const headers = this.#headers(new HeaderNames(layout, this.#layout), sheet, top);
    const headed = new Set(top.map(({ column }) => column));
    const byColumn = new Map([...headers].map(([{ column }, header]) => [column, header]));
    const by = this.#layout.find((each) => each.list?.owner?.sheet === layout)?.list?.owner?.by;
    const items: Item[] = [];
    for (const cells of sheet.rows.slice(start + 1)) {
      const filled: Filled = new Map();
      for (const cell of cells) {
        const header = byColumn.get(cell.column);
        if (header) filled.set(header, cell);
        else if (!cell.merged && !headed.has(cell.column)) this.#leftOut(sheet, cell, noHeader);
      }
      const own = [...filled].filter(([, { merged }]) => !merged);
      const [first] = own;
      if (!first) continue;
      const spare = spareRow(own);
      if (spare) {
        this.#leftOut(sheet, first[1], spare);
        continue;
      }
      const branch: Branch = { members: new Map() };
      this.#fill(branch, layout, sheet, filled);
      const owner = list.owner ? this.#owner(list.owner, sheet, headers, filled) : record;
      const [[only, cell], another] = [...filled] as [[Header, Cell], [Header, Cell]?];
      if (list.owner && only.meaning.type === 'owner' && !another) {
        const { zh, en } = list.owner.header;
        this.#leftOut(sheet, cell, { zh: `这一行只填了“${zh}”`, en: `its row holds nothing but "${en}"` });
      }
      if (branch.members.size === 0) continue;
      if (owner) append(owner, this.#named(list.path), branch);
      const name = [...filled].find(([{ meaning }]) => meaning.type === 'field' && meaning.field === by)?.[1];
      items.push({ name: name && textOf(name.value), branch });
    }
    return items;
  }

  /** What each cell of the headers means; a header that stands twice is a problem. */
  #headers(names: HeaderNames, sheet: Sheet, cells: readonly Cell[]): Map<Cell, Header> {
    const headers = new Map<Cell, Header>();
    const firsts = new Map<string, string>();
    for (const cell of cells) {
      const text = textOf(cell.value);
      const meaning = names.meaningOf(text);
      const at = nameOf(sheet, cell);
      const path = meaning.type === 'refused' ? text : this.#keysOf(meaning).join('\n');
      const first = firsts.get(path);
      if (meaning.type === 'refused') this.#problem(at, `“${text}”${meaning.why.zh}`, `"${text}" ${meaning.why.en}`);
      else if (first)
        this.#problem(at, `“${text}”和 ${first} 重复，只留一个`, `"${text}" stands at ${first} too; keep one`);
      else headers.set(cell, { text, cell: at, meaning });
      firsts.set(path, first ?? at);
    }
    const present = [...headers.values()].map(({ text }) => text);
    for (const header of headers.values())
      if (header.meaning.type === 'unknown' && !isOwn(header)) header.meant = names.nearest(header.text, present);
    return headers;
  }

  /** Puts the cells of an item into it, the known ones in the vocabulary's order. */
  #fill(branch: Branch, layout: SheetLayout, sheet: Sheet, filled: Filled): void {
    const place = ({ meaning }: Header) =>
      meaning.type === 'field' ? layout.fields.indexOf(meaning.field) : layout.fields.length;
    for (const [header, cell] of [...filled].sort(([one], [other]) => place(one) - place(other))) {
      if (header.meaning.type === 'owner') continue;
      if (header.meaning.type === 'unknown') this.#unknown(header);
      if (!this.#hasValue(sheet, cell)) continue;
      const shape = header.meaning.type === 'field' ? header.meaning.field.path.at(-1)?.shape : undefined;
      const value = writtenAs(cell.value, shape, this.#keys);
      put(branch, this.#keysOf(header.meaning), { cell: nameOf(sheet, cell), value });
    }
  }

  /** Whether a cell that is not empty holds a value; a problem where it does not. */
  #hasValue(sheet: Sheet, cell: Cell): boolean {
    const at = nameOf(sheet, cell);
    const { value } = cell;
    if (value.type === 'error')
      this.#problem(at, `是错误值 ${value.text}，请改正`, `holds the error ${value.text}; mend it`);
    if (value.type === 'formula')
      this.#problem(
        at,
        '的公式没有结果，请用 Excel 打开，保存一次',
        'has a formula without a result; open it in Excel and save',
      );
    const isCut = value.type === 'number' && Math.abs(value.number) >= 1e15;
    if (isCut)
      this.#problem(
        at,
        '的数字超过 15 位，Excel 已把后面的改成 0；请先设成文本格式，再重新输入',
        'has a number of more than 15 digits, of which Excel has turned the last into 0; format the cell as text and type it again',
      );
    return value.type !== 'error' && value.type !== 'formula' && !isCut;
  }

  /** Says that a header with something below it is not known: a problem where it stands for a missing one, else a note. */
  #unknown(header: Header): void {
    const { text, cell, meant } = header;
    if (meant !== undefined) {
      this.#problem(
        cell,
        `表头“${text}”不认识，是不是“${meant}”？`,
        `unknown header "${text}"; did you mean "${meant}"?`,
      );
      return;
    }
    if (isOwn(header)) return;
    const note = {
      zh: `${cell} 表头“${text}”不认识，检查时会报错；自己加的列，表头前面加 x-`,
      en: `${cell} unknown header "${text}", which a check will report; begin headers of your own with x-`,
    };
    this.#notes.set(note.zh, note);
  }

  /** The item that a row belongs to; a problem where there is none, or more than one. */
  #owner(
    { sheet: of, by, header }: NonNullable<NonNullable<SheetLayout['list']>['owner']>,
    sheet: Sheet,
    headers: ReadonlyMap<Cell, Header>,
    filled: Filled,
  ): Branch | undefined {
    const items = this.#items.get(of);
    if (!items) {
      if (!this.#sheets.has(of) && !this.#renamed.has(of))
        this.#problem(
          sheet.name,
          `要用到“${of.name.zh}”表，现在没有；表名请保持原样`,
          `needs the sheet "${of.name.en}", which is not there; keep the names of the sheets`,
        );
      return undefined;
    }
    const { zh, en } = header;
    const columns = [...headers.values()];
    if (!columns.some(({ meaning }) => meaning.type === 'owner')) {
      if (!columns.some(({ meant }) => meant === zh || meant === en))
        this.#problem(sheet.name, `没有“${zh}”这一列`, `has no column "${en}"`);
      return undefined;
    }
    const cell = [...filled].find(([{ meaning }]) => meaning.type === 'owner')?.[1];
    if (!cell) {
      const [any] = filled.values();
      this.#problem(nameOf(sheet, present(any, 'filled cell')), `这一行没有填“${zh}”`, `is in a row without "${en}"`);
      return undefined;
    }
    if (!this.#hasValue(sheet, cell)) return undefined;
    const name = textOf(cell.value);
    const owners = items.filter((item) => item.name === name);
    if (owners.length === 1) return owners[0]?.branch;
    const at = nameOf(sheet, cell);
    if (owners.length === 0) {
      const known = [...new Set(items.flatMap((item) => item.name ?? []))].slice(0, NAMED);
      const [has, holds] =
        known.length > 0
          ? [`，那里的“${by.header.zh}”有：${known.join('、')}`, `, where "${by.header.en}" is: ${known.join(', ')}`]
          : ['', ''];
      this.#problem(
        at,
        `“${name}”在“${of.name.zh}”表里没有${has}`,
        `"${name}" is not on the sheet "${of.name.en}"${holds}`,
      );
    } else
      this.#problem(
        at,
        `“${name}”在“${of.name.zh}”表里有 ${owners.length} 行，分不清属于哪一行`,
        `"${name}" stands on ${owners.length} rows of the sheet "${of.name.en}"`,
      );
    return undefined;
  }

  #keysOf(meaning: Meaning): string[] {
    switch (meaning.type) {
      case 'field':
        return this.#named(meaning.field.path);
      case 'unknown':
        return [...this.#named(meaning.around), meaning.key];
      default:
        return [];
    }
  }

  #named(path: readonly Property[]): string[] {
    return path.map(({ name, title }) => (this.#keys === 'zh' ? title : name));
  }

  #problem(where: string, zh: string, en: string): void {
    this.#problems.set(`${where} ${zh}`, { zh: `${where} ${zh}`, en: `${where} ${en}` });
  }

  #leftOut(sheet: Sheet, cell: Cell, why: Words): void {
    const at = nameOf(sheet, cell);
    this.#unread.push({ zh: `${at}（${why.zh}）`, en: `${at} (${why.en})` });
  }
}

const noHeader: Words = { zh: '没有表头', en: 'it has no header' };

const nameOf = (sheet: Sheet, { row, column }: Cell): string => `${sheet.name.trim()}!${columnLetters(column)}${row}`;

const headComment = (file: string, keys: 'zh' | 'en'): string =>
  keys === 'zh'
    ? `# 由 hn-gp import 从 ${file} 导入，行末是各项在工作簿里的单元格。\n# 要改请改工作簿再导入（--force）；直接改这里，再导入时会被覆盖。\n`
    : `# Imported from ${file} by hn-gp import; each line ends with its cell in the workbook.\n# Change the workbook and import it again (--force): changes made here would be lost.\n`;

/** The object that the keys lead to, made where it is not there yet. */
function objectAt(branch: Branch, keys: readonly string[]): Branch {
  return keys.reduce((around, key) => {
    const known = around.members.get(key);
    if (known && 'members' in known) return known;
    const made: Branch = { members: new Map() };
    around.members.set(key, made);
    return made;
  }, branch);
}

function put(branch: Branch, keys: readonly string[], leaf: Leaf): void {
  objectAt(branch, keys.slice(0, -1)).members.set(present(keys.at(-1), 'key'), leaf);
}

/** Adds an item to the list that the keys lead to. */
function append(branch: Branch, keys: readonly string[], item: Branch): void {
  const { members } = objectAt(branch, keys.slice(0, -1));
  const key = present(keys.at(-1), 'key');
  const items = members.get(key);
  if (Array.isArray(items)) items.push(item);
  else members.set(key, [item]);
}
