import isEqual from 'fast-deep-equal';
import type { Language, Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Edition } from '../../notices/edition.ts';
import type { Property } from '../../schema/vocabulary/shape.ts';
import { width } from '../../text/width.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';
import { pointerTo } from '../../tree/yaml/positions.ts';
import { type Field, guideName, type List, layoutOf, recordHeaders, type SheetLayout } from '../../workbook/layout.ts';
import { guidance } from '../guidance.ts';
import { isTree, isTrees, type Tree, type Value } from '../layout.ts';
import type { StarterRequest } from '../request.ts';
import { drafted } from '../starter.ts';
import { othersHere, promptFor, type Speech, separator } from './entry.ts';
import { exampleSheet } from './example.ts';
import type { CellStyle, NewCell, NewSheet, Prompt } from './new-sheet.ts';
import { choicesOf, headerOf, isForOthers, type Slot, slotsOf, TICK, valueShape } from './slots.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What a new workbook is for. */
export interface NewWorkbook {
  kind: Kind;
  /** The record as far as it is known, with English names and codes. */
  known: Tree;
  /** What to say of single fields of the record and of items of its lists, by JSON pointer. */
  remarks: ReadonlyMap<string, Words>;
  /** What to say of the whole. */
  notes: readonly Words[];
  /** The edition whose numbers the notes quote; none where no notice governs. */
  edition: Edition | undefined;
  /** Language of sheets, headers and choices. */
  keys: Language;
  /** Language of the notes and the guide. */
  lang: Language;
}

/** Last row with drop-downs. */
const LAST_ROW = 1000;

const severalCodes: Words = { zh: '可以填几项，用顿号隔开', en: 'May have several, with semicolons between' };
const tickIt: Words = { zh: '有就打√', en: 'Tick it (√) where it is so' };
const severalTexts: Words = {
  zh: '可以填几项，一项一行（按 Alt+Enter 换行）',
  en: 'May have several, each on a line of its own (Alt+Enter)',
};

const steps: Words[] = [
  {
    zh: '表头带 * 的必填，其余有就填；空着的格和行不导入。',
    en: 'Headers with * must be filled in, the others where there is something; empty cells and rows are left out.',
  },
  {
    zh: '通知要求的数字写在表头上面一行（或“说明”一列）；鼠标停在表头上，可以看到这一项的意思。',
    en: 'What the notice asks for stands above the headers, or under “meaning”; rest the pointer on a header to see what it means.',
  },
  {
    zh: '日期写 2024-05-08；数字只写数字，不带单位；是否类填“是”或“否”。填了别的，Excel 会问一句，确实要这样填就点“确定”。',
    en: 'Write dates as 2024-05-08, numbers without a unit, and TRUE or FALSE where it is one or the other. Excel asks about anything else; OK keeps it.',
  },
  {
    zh: '内容、方式、准备、存档这样可选几项的，一项一列，有就打√；别的格要填几项的，用顿号隔开，自己写的文字一项一行（按 Alt+Enter 换行）。',
    en: 'Lists such as topics, methods and preparation have a column for each value: tick those that apply (√). Where another cell takes several values, put semicolons between them, or your own texts on lines of their own.',
  },
  {
    zh: '宣传、经费、学员等一行一条，第一列写明属于哪一期或哪一批。',
    en: 'Lists that belong to a row of another sheet name that row in their first column.',
  },
  {
    zh: '“示例”是一份填好的，供对照，不参加检查。',
    en: 'The sheet “example” shows a record filled in; it is not read.',
  },
  {
    zh: '列可以移动、隐藏、删除，也可以自己加表；表名和表头的文字请保持原样。',
    en: 'Columns may be moved, hidden or taken out, sheets added; keep the names of sheets and the headers.',
  },
  {
    zh: '填好保存，拖进 hn-gp 的网页检查，或者运行 hn-gp check；哪一格有问题会直接指出来。',
    en: 'When done, save it and drop it on the page of hn-gp, or run hn-gp check: either names the cells to mend.',
  },
];

/**
 * A workbook to fill in, as the bytes of an .xlsx file: a guide, the record, and a sheet for each list, with what is known
 * filled in, with drop-downs and with notes that say what a field means and quote the number required. The same bytes for
 * the same input.
 */
export const writeWorkbook = async (asked: NewWorkbook): Promise<Uint8Array> => writeXlsx(new Template(asked).sheets());

/** The workbook for what a starter is asked for, and what to tell the one who asked. Throws a UsageError for a base that cannot be meant. */
export async function starterWorkbook(request: StarterRequest): Promise<{ bytes: Uint8Array; notes: Words[] }> {
  const { kind, keys, lang } = request;
  const { edition, drafts, notes, isNamed } = drafted(request, () => undefined);
  const [first, another] = drafts;
  const known = drafts.map(({ tree }) => tree).reduce(inCommon);
  const remarks = another ? new Map() : (first?.remarks ?? new Map());
  if (another) notes.push(oneOf(drafts.length, kind));
  if (!isNamed)
    notes.push({
      zh: '没有写 --base，基地名称还空着，请在工作簿里填上全称',
      en: 'without --base no base is named yet: write its full name into the workbook',
    });
  return { bytes: await writeWorkbook({ kind, known, remarks, notes, edition, keys, lang }), notes };
}

/** What two records agree in. */
const inCommon = (one: Tree, other: Tree): Tree =>
  Object.fromEntries(Object.keys(one).map((key) => [key, common(one[key], other[key])]));

function common(one: Value, other: Value): Value {
  if (isTree(one) && isTree(other)) return inCommon(one, other);
  return isEqual(one, other) ? one : undefined;
}

/** Says that a workbook is for one of several records. */
function oneOf(count: number, kind: Kind): Words {
  const [zh, en] = kind === 'pairing' ? ['对', 'pairs'] : ['期', 'sessions'];
  return {
    zh: `共有 ${count} ${zh}，一个工作簿只填一${zh}：各${zh}相同的已填好，其余空着；另外几${zh}请各用一个工作簿`,
    en: `there are ${count} ${en} and a workbook is for one: what they have in common is filled in; use a workbook for each`,
  };
}

class Template {
  readonly #asked: NewWorkbook;
  readonly #layout: SheetLayout[];
  readonly #hints: ReadonlyMap<string, Words>;
  readonly #speech: Speech;
  readonly #footer: string;

  constructor(asked: NewWorkbook) {
    this.#asked = asked;
    this.#layout = layoutOf(asked.kind);
    this.#hints = guidance(asked.kind, asked.edition);
    this.#speech = { keys: asked.keys, lang: asked.lang, hasYear: asked.kind !== 'pairing' };
    this.#footer = this.#said({ zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' });
  }

  sheets(): NewSheet[] {
    const [record, ...lists] = this.#layout as [SheetLayout, ...SheetLayout[]];
    return [
      this.#guide(),
      this.#record(record),
      ...lists.map((list) => this.#list(list)),
      ...exampleSheet(this.#asked.kind, this.#asked.edition, this.#speech, this.#footer),
    ];
  }

  #guide(): NewSheet {
    const rows: [string, string, CellStyle][] = [
      [this.#said({ zh: '怎么填', en: 'How to fill it in' }), '', 'heading'],
      ...steps.map((step, index): [string, string, CellStyle] => [`${index + 1}`, this.#said(step), 'plain']),
      ...this.#asked.notes.map((note): [string, string, CellStyle] => ['', this.#said(note), 'plain']),
      [this.#said({ zh: '各张表', en: 'The sheets' }), '', 'heading'],
      ...this.#layout.map((sheet): [string, string, CellStyle] => [
        this.#named(sheet.name),
        this.#sentences(sheet.description, this.#hints.get(sheet.pointer)),
        'plain',
      ]),
    ];
    return {
      name: this.#named(guideName),
      columns: [
        { width: 18, style: 'plain' },
        { width: 90, style: 'plain' },
      ],
      cells: rows.flatMap(([name, text, style], index) => [
        { row: index + 1, column: 1, value: name, style },
        { row: index + 1, column: 2, value: text, style },
      ]),
      prompts: [],
      frozen: { rows: 0, columns: 0 },
      footer: this.#footer,
    };
  }

  #record(sheet: SheetLayout): NewSheet {
    const slots = slotsIn(sheet);
    const { field, value, meaning } = recordHeaders;
    const cells = [field, value, meaning].map(
      (header, index): NewCell => ({ row: 1, column: index + 1, value: this.#named(header), style: 'required' }),
    );
    const prompts: Prompt[] = [];
    for (const [index, slot] of slots.entries()) {
      const row = index + 2;
      const { pointer, required } = slot.field;
      const remark = isFirst(slot) ? this.#remark(pointer) : [];
      cells.push({ row, column: 1, value: this.#header(slot), style: required ? 'required' : 'header' });
      cells.push({ row, column: 2, value: this.#known(this.#asked.known, slot), style: styleOf(slot) });
      cells.push({
        row,
        column: 3,
        value: [...remark, ...this.#meaning(slot)].join(this.#said({ zh: '；', en: '; ' })),
        style: 'plain',
      });
      prompts.push(this.#prompt(slot, `B${row}`));
    }
    return {
      name: this.#named(sheet.name),
      columns: [
        { width: 26, style: 'plain' },
        { width: 40, style: 'text' },
        { width: 70, style: 'plain' },
      ],
      cells,
      prompts,
      frozen: { rows: 1, columns: 0 },
      footer: this.#footer,
    };
  }

  #list(sheet: SheetLayout): NewSheet {
    const slots = slotsIn(sheet);
    const owner = sheet.list?.owner;
    const columns: NewSheet['columns'] = [];
    const { cells, rows: above } = this.#asks(sheet, slots, owner ? 1 : 0);
    const top = above + 1;
    const prompts: Prompt[] = [];
    const add = (header: NewCell, style: CellStyle, width: number, prompt: (cells: string) => Prompt) => {
      columns.push({ width, style });
      cells.push(header);
      const letters = columnLetters(header.column);
      prompts.push(prompt(`${letters}${top + 1}:${letters}${LAST_ROW}`));
    };
    if (owner) {
      const value = `${this.#named(owner.header)}*`;
      const note = this.#ownerNote(owner.sheet);
      add({ row: top, column: 1, value, style: 'required', note }, 'text', widthOf(value, 'text'), (range) =>
        this.#ownerPrompt(owner, range),
      );
    }
    for (const slot of slots) {
      const { field } = slot;
      const value = this.#header(slot);
      const style = styleOf(slot);
      const note = this.#meaning(slot).join('\n');
      const header = {
        row: top,
        column: columns.length + 1,
        value,
        style: field.required ? ('required' as const) : ('header' as const),
        note,
      };
      const width = Math.max(widthOf(value, style), roomFor(this.#asksOf(field)) / slotsOf(field).length);
      add(header, style, width, (range) => this.#prompt(slot, range));
    }
    for (const [index, { item, pointer, owner: name }] of this.#items(sheet).entries()) {
      const row = top + 1 + index;
      const told = new Set<string>();
      const values = slots.map((slot, at): NewCell => {
        // What is said of the row, or of an object within it, stands with its first cell.
        const note = pointersTo(slot.field, pointer)
          .filter((each) => !told.has(each) && told.add(each))
          .flatMap((each) => this.#remark(each))
          .join('\n');
        return { row, column: at + (owner ? 2 : 1), value: this.#known(item, slot), style: styleOf(slot), note };
      });
      if (owner) values.unshift({ row, column: 1, value: name, style: 'text' });
      cells.push(...values.filter(({ value, note }) => value !== '' || note));
    }
    return {
      name: this.#named(sheet.name),
      columns,
      cells,
      prompts,
      frozen: { rows: top, columns: owner ? 1 : 2 },
      footer: this.#footer,
    };
  }

  /** What the notice asks of a list, and of its fields, in rows above the headers; none where it asks nothing. */
  #asks(sheet: SheetLayout, slots: readonly Slot[], before: number): { cells: NewCell[]; rows: number } {
    const ofList = this.#hints.get(sheet.pointer);
    const cells: NewCell[] = ofList ? [{ row: 1, column: 1, value: this.#said(ofList), style: 'asked-of-all' }] : [];
    const row = cells.length + 1;
    const ofFields = slots.flatMap((slot, index): NewCell[] => {
      const value = isFirst(slot) ? this.#asksOf(slot.field) : '';
      const across = slotsOf(slot.field).length;
      return value === '' ? [] : [{ row, column: before + index + 1, value, style: 'asked', across }];
    });
    return { cells: [...cells, ...ofFields], rows: cells.length + Math.min(1, ofFields.length) };
  }

  #header(slot: Slot): string {
    return this.#named(headerOf(slot)) + (slot.field.required ? '*' : '');
  }

  /** The items that are known of a list, each with its place and the name of the item that it belongs to. */
  #items({ list }: SheetLayout): { item: Tree; pointer: string; owner: string }[] {
    const { owner, path = [] } = list ?? {};
    const around = owner ? this.#items(owner.sheet) : [{ item: this.#asked.known, pointer: '' }];
    return around.flatMap(({ item, pointer }) => {
      const items = valueAt(item, path);
      const name = owner ? String(valueAt(item, owner.by.path) ?? '') : '';
      const own = path.reduce((above, property) => pointerTo(above, property.name), pointer);
      return isTrees(items)
        ? items.map((each, index) => ({ item: each, pointer: `${own}/${index}`, owner: name }))
        : [];
    });
  }

  #remark(pointer: string): string[] {
    const remark = this.#asked.remarks.get(pointer);
    return remark ? [this.#said(remark)] : [];
  }

  /** What the notice asks of a field; empty where it asks nothing. */
  #asksOf({ pointer }: Field): string {
    const hint = this.#hints.get(pointer);
    return hint ? this.#said(hint) : '';
  }

  /** What is known of a slot as it is written into its cell; empty where nothing is. */
  #known(of: Tree, slot: Slot): string | number {
    const { field, code: ticked } = slot;
    const value = valueAt(of, field.path) ?? '';
    if (typeof value === 'number') return value;
    const { codes } = valueShape(field);
    const values = [value].flat();
    if (ticked) return values.some((each) => each === ticked.code) ? TICK : '';
    const own = isForOthers(slot) ? values.filter((each) => !codes.some(({ code }) => code === each)) : values;
    const named = own.map((each) => {
      const code = codes.find(({ code }) => code === each);
      return code && this.#asked.keys === 'zh' ? code.title : String(each);
    });
    return named.join(isForOthers(slot) ? '\n' : separator(this.#asked.keys));
  }

  /** What to know of a field, a sentence each: what it is, whether it must be there, what it may be, what the notice asks. */
  #meaning(slot: Slot): string[] {
    const { field } = slot;
    const { codes, several } = valueShape(field);
    const outer = field.path.slice(0, -1).findLast(({ required }) => !required);
    const needed = field.path.at(-1)?.required === true;
    const choices = choicesOf(field, this.#asked.keys).join(separator(this.#asked.keys));
    const hint = isFirst(slot) ? this.#hints.get(field.pointer) : undefined;
    const isTicked = slotsOf(field).length > 1;
    const form = isTicked
      ? slot.code
        ? tickIt
        : othersHere
      : several
        ? codes.length > 0
          ? severalCodes
          : severalTexts
        : undefined;
    const said: (Words | undefined)[] = [
      field.path.at(-1)?.description,
      field.required ? { zh: '必填', en: 'Required' } : undefined,
      needed && outer && !field.required
        ? { zh: `填了“${outer.title}”的任何一项就必填`, en: `Required where anything of "${outer.name}" is given` }
        : undefined,
      codes.length > 0 && !isTicked ? { zh: `可填：${choices}`, en: `Choices: ${choices}` } : undefined,
      form,
      hint && { zh: `通知：${hint.zh}`, en: `Notice: ${hint.en}` },
    ];
    return said.filter((each) => each !== undefined).map((each) => this.#said(each));
  }

  #prompt(slot: Slot, cells: string): Prompt {
    return promptFor(slot, cells, this.#hints.get(slot.field.pointer), this.#speech);
  }

  #ownerNote({ name }: SheetLayout): string {
    return this.#said({
      zh: `必填：属于“${this.#named(name)}”表里的哪一行`,
      en: `Required: the row of the sheet "${this.#named(name)}" that it belongs to`,
    });
  }

  /** Offers the names of the rows that there are on another sheet. */
  #ownerPrompt({ sheet, by }: NonNullable<List['owner']>, cells: string): Prompt {
    const slots = slotsIn(sheet);
    const letters = columnLetters(slots.findIndex(({ field }) => field === by) + 1);
    const first = this.#asks(sheet, slots, 0).rows + 2;
    const name = this.#named(sheet.name);
    return {
      cells,
      entry: {
        allowed: { list: `'${name}'!$${letters}$${first}:$${letters}$${LAST_ROW}` },
        otherwise: {
          title: this.#said({ zh: '请核对', en: 'Please check' }),
          text: this.#said({
            zh: `“${name}”表里还没有这个${by.header.zh}。要保留现在填的，点“确定”，记得到那张表里补上。`,
            en: `The sheet "${name}" has no such ${by.header.en} yet. OK keeps what you typed; add it there.`,
          }),
        },
      },
    };
  }

  #sentences(...all: (Words | undefined)[]): string {
    return all
      .filter((each) => each !== undefined)
      .map((each) => this.#said(each))
      .join(this.#said({ zh: '；', en: '; ' }));
  }

  #named(words: Words): string {
    return words[this.#asked.keys];
  }

  #said(words: Words): string {
    return words[this.#asked.lang];
  }
}

/** The value that keys lead to. */
const valueAt = (tree: Tree, path: readonly Property[]): Value =>
  path.reduce((value: Value, { name }) => (isTree(value) ? value[name] : undefined), tree);

/** The places of an item and of what leads from it to a field, outermost first. */
function pointersTo({ path }: Field, item: string): string[] {
  const pointers = [item];
  let pointer = item;
  for (const { name } of path) {
    pointer = pointerTo(pointer, name);
    pointers.push(pointer);
  }
  return pointers;
}

/** What a sheet of a new workbook has columns or lines for. */
const slotsIn = ({ fields }: SheetLayout): Slot[] => fields.filter(({ offered }) => offered).flatMap(slotsOf);

/** Whether a slot is the first of its field, with which all is said that is of the field as a whole. */
const isFirst = ({ field, code }: Slot): boolean => slotsOf(field)[0]?.code === code;

function styleOf({ field, code }: Slot): CellStyle {
  if (code) return 'tick';
  const { shape } = valueShape(field);
  if (shape.type === 'text') return shape.format === 'date' ? 'date' : 'text';
  return shape.type === 'boolean' ? 'text' : 'number';
}

/** Room for the header, on two lines where it is long, but for its longest word, and for what is usually written below it. */
const widthOf = (header: string, style: CellStyle): number =>
  style === 'tick'
    ? Math.max(TICK_WIDTH, longest(header, /[a-z]+/gi))
    : Math.max(style === 'text' ? 16 : 12, Math.ceil(width(header) / 2) + 4, longest(header, /[!-~]+/g) + 2);

/** The length of the longest stretch of a kind in a text. */
const longest = (text: string, kind: RegExp): number =>
  Math.max(0, ...[...text.matchAll(kind)].map(([found]) => found.length));

/** The width of a column of ticks, with its header on some lines. */
const TICK_WIDTH = 9;

/** Lines that what a notice asks of a field may take above its header, and the widest column for it. */
const MOST_LINES = 6;
const WIDEST = 40;

/** The width of a column in which what stands above its header, in smaller letters, takes a few lines. */
const roomFor = (text: string): number => Math.min(WIDEST, Math.ceil((width(text) * 0.85) / MOST_LINES));
