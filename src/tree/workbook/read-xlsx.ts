import { XMLParser } from 'fast-xml-parser';
import type { Words } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { fileName } from '../../text/file-name.ts';
import { Archive, ArchiveProblem, partNamed } from './archive.ts';
import { type Cell, type CellValue, columnOf, type Sheet } from './cells.ts';
import { dayOf, LONGEST_CODE, type NumberFormat, numberFormat, serialFrom1900 } from './number-format.ts';

/** Most cells with something in them that are read from one workbook. */
const MAXIMUM_CELLS = 200_000;

/** An element: a text, or its attributes (led by `@`), its text (`#text`) and its children by name. */
type Element = string | { [name: string]: Element | Element[] };

const LISTS = ['sheet', 'Relationship', 'numFmt', 'xf', 'si', 'r', 'row', 'c', 'mergeCell'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  isArray: (name) => LISTS.includes(name),
});

const child = (element: Element | undefined, name: string): Element | undefined => {
  const found = typeof element === 'object' ? element[name] : undefined;
  return Array.isArray(found) ? found[0] : found;
};

const children = (element: Element | undefined, name: string): Element[] => {
  const found = typeof element === 'object' ? element[name] : undefined;
  return Array.isArray(found) ? found : [];
};

const attribute = (element: Element | undefined, name: string): string | undefined => {
  const found = child(element, `@${name}`);
  return typeof found === 'string' ? decoded(found) : undefined;
};

/** The text right inside an element; undefined where there is no element. */
const contentOf = (element: Element | undefined): string | undefined => {
  const text = typeof element === 'object' ? (child(element, '#text') ?? '') : element;
  return typeof text === 'string' ? decoded(text) : undefined;
};

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** A text with the parts that have a style of their own joined. */
function textIn(element: Element | undefined): string {
  const parts = children(element, 'r').length > 0 ? children(element, 'r') : [element];
  return parts.map((part) => contentOf(child(part, 't')) ?? '').join('');
}

/** The sheets of a workbook that were asked for, and the names of the others. */
export interface Workbook {
  sheets: Sheet[];
  others: string[];
}

/** Why a workbook was not read: what is wrong with it, and what to do. */
export interface NoWorkbook {
  reason: 'other' | 'damaged' | 'large';
  message: Words;
  remedy: Words;
}

/**
 * The sheets of an .xlsx workbook that are asked for by name; the others are not unpacked. Reads values alone: no macro
 * runs, no link is followed, no formula is calculated. What it gives is plain data; `file` is the workbook's name.
 */
export function readXlsx(file: string, bytes: Uint8Array, isWanted: (name: string) => boolean): Workbook | NoWorkbook {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return notZip(file, bytes);
  const reading = new Reading();
  try {
    return reading.run(new Archive(bytes), isWanted);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    const { sheet } = reading;
    const [zh, en] = sheet === undefined ? ['工作簿', 'The workbook'] : [`“${sheet}”表`, `The sheet "${sheet}"`];
    return error.reason === 'large'
      ? {
          reason: 'large',
          message: { zh: `${zh}太大，没有读`, en: `${en} is too large and was not read` },
          remedy: {
            zh: '核对是不是选错了文件；或删去空行下面多余的行、格式和用不着的表，另存一份',
            en: 'Check that this is the right file, or delete what is not needed (rows and formats below the last row too) and save it anew',
          },
        }
      : {
          reason: 'damaged',
          message: { zh: `${zh}已损坏，读不了`, en: `${en} is damaged and cannot be read` },
          remedy: {
            zh: '用 Excel 或 WPS 打开，另存为一份新的 .xlsx',
            en: 'Open it in Excel or WPS and save it as a new .xlsx',
          },
        };
  }
}

const notXlsx: NoWorkbook = {
  reason: 'other',
  message: {
    zh: '这不是 Excel 工作簿（.xlsx），改扩展名没有用',
    en: 'This is no Excel workbook (.xlsx), whatever its name says',
  },
  remedy: { zh: '用 Excel 或 WPS 打开，另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
};

/** What a file is that is no zip archive, and so no .xlsx. */
function notZip(file: string, bytes: Uint8Array): NoWorkbook {
  // Excel keeps one beside every workbook that is open.
  if (fileName(file).startsWith('~$')) {
    const name = fileName(file).slice(2);
    return {
      reason: 'other',
      message: {
        zh: '这是 Excel 打开文件时留下的临时文件',
        en: 'This is what Excel leaves beside a workbook that is open',
      },
      remedy: { zh: `工作簿是 ${name}`, en: `The workbook is ${name}` },
    };
  }
  if (![0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) return notXlsx;
  return {
    reason: 'other',
    message: { zh: '这是旧版 .xls，或者设了打开密码', en: 'This is an old .xls or has a password' },
    remedy: {
      zh: '用 Excel 或 WPS 打开，另存为不带密码的 .xlsx',
      en: 'Open it in Excel or WPS and save it as .xlsx without a password',
    },
  };
}

class Reading {
  /** The sheet that is being read. */
  sheet: string | undefined;
  #archive: Archive | undefined;
  #cells = 0;
  #texts: string[] = [];
  /** By number of a cell's style, how it shows a number. */
  #formats: NumberFormat[] = [];
  #from1904 = false;

  run(archive: Archive, isWanted: (name: string) => boolean): Workbook | NoWorkbook {
    this.#archive = archive;
    const main = [...this.#relations('').values()].find(({ type }) => type === 'officeDocument')?.target ?? '';
    const workbook = child(this.#part(main), 'workbook');
    if (!workbook) return notXlsx;
    this.#from1904 = ['1', 'true'].includes(attribute(child(workbook, 'workbookPr'), 'date1904') ?? '');
    const relations = this.#relations(main);
    const targetOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.target ?? '';
    const wanted: { name: string; tab: number; target: string }[] = [];
    const others: string[] = [];
    for (const [tab, sheet] of children(child(workbook, 'sheets'), 'sheet').entries()) {
      const name = attribute(sheet, 'name') ?? '';
      const relation = relations.get(attribute(sheet, 'id') ?? '');
      if (relation?.type !== 'worksheet') continue;
      if (isWanted(name)) wanted.push({ name, tab, target: relation.target });
      else others.push(name);
    }
    if (wanted.length > 0) {
      this.#texts = children(child(this.#part(targetOf('sharedStrings')), 'sst'), 'si').map(textIn);
      this.#formats = this.#styles(targetOf('styles'));
    }
    const sheets = wanted.map(({ name, tab, target }) => {
      this.sheet = name;
      return { name, tab, rows: this.#rows(target) };
    });
    return { sheets, others };
  }

  /** A part as its root element by name; undefined where there is none. */
  #part(name: string): Element | undefined {
    const text = this.#archive?.text(name);
    if (text === undefined) return undefined;
    // No office program writes one; it could only make the text grow.
    if (text.includes('<!DOCTYPE')) throw new ArchiveProblem('damaged');
    try {
      return parser.parse(text);
    } catch (cause) {
      throw new ArchiveProblem('damaged', { cause });
    }
  }

  /** What a part refers to inside the archive, by id: types by their last word, targets as names of parts. */
  #relations(part: string): Map<string, { type: string; target: string }> {
    const [folder, name] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
    const root = child(this.#part(`${folder}_rels/${name}.rels`), 'Relationships');
    return new Map(
      children(root, 'Relationship')
        .filter((each) => attribute(each, 'TargetMode') !== 'External')
        .map((each) => [
          attribute(each, 'Id') ?? '',
          {
            type: (attribute(each, 'Type') ?? '').replace(/^.*\//s, ''),
            target: partNamed(folder, attribute(each, 'Target') ?? ''),
          },
        ]),
    );
  }

  #styles(part: string): NumberFormat[] {
    const sheet = child(this.#part(part), 'styleSheet');
    const codes = new Map(
      children(child(sheet, 'numFmts'), 'numFmt').map((each) => [
        attribute(each, 'numFmtId'),
        attribute(each, 'formatCode'),
      ]),
    );
    if ([...codes.values()].some((code = '') => code.length > LONGEST_CODE)) throw new ArchiveProblem('large');
    // A workbook may have hundreds of thousands of styles, and few formats.
    const formats = new Map<string | undefined, NumberFormat>();
    return children(child(sheet, 'cellXfs'), 'xf').map((each) => {
      const id = attribute(each, 'numFmtId');
      const format = formats.get(id) ?? numberFormat(Number(id ?? 0), codes.get(id));
      formats.set(id, format);
      return format;
    });
  }

  #rows(part: string): Cell[][] {
    const sheet = child(this.#part(part), 'worksheet');
    // Downward, as every program writes them; a row out of its place would be read there.
    const rows = new Map<number, Cell[]>();
    let row = 0;
    for (const each of children(child(sheet, 'sheetData'), 'row')) {
      row = Number(attribute(each, 'r') ?? row + 1);
      if (!Number.isSafeInteger(row)) throw new ArchiveProblem('damaged');
      let column = 0;
      const cells: Cell[] = [];
      for (const cell of children(each, 'c')) {
        column = columnOf(attribute(cell, 'r')) ?? column + 1;
        const value = this.#value(cell);
        if (value) cells.push(this.#counted({ row, column, value }));
      }
      if (cells.length > 0) rows.set(row, cells);
    }
    this.#fillMerged(sheet, rows);
    return [...rows.values()].map((cells) => cells.sort((one, other) => one.column - other.column));
  }

  #counted(cell: Cell): Cell {
    this.#cells += 1;
    if (this.#cells > MAXIMUM_CELLS) throw new ArchiveProblem('large');
    return cell;
  }

  /** Repeats a cell that is merged with those below it in every row that has something else. */
  #fillMerged(sheet: Element | undefined, rows: Map<number, Cell[]>): void {
    const numbers = [...rows.keys()];
    const places = new Map(numbers.map((number, place) => [number, place]));
    for (const merge of children(child(sheet, 'mergeCells'), 'mergeCell')) {
      const [, letters = '', first = '', last = ''] =
        /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(attribute(merge, 'ref') ?? '') ?? [];
      const column = columnOf(letters);
      const top = rows.get(Number(first))?.find((cell) => cell.column === column);
      if (!top) continue;
      for (let place = present(places.get(top.row), 'place of a row') + 1; ; place += 1) {
        const row = numbers[place];
        if (row === undefined || row > Number(last)) break;
        rows.get(row)?.push(this.#counted({ ...top, row, mergedFrom: top.row }));
      }
    }
  }

  #value(cell: Element): CellValue | undefined {
    const type = attribute(cell, 't') ?? 'n';
    const content = contentOf(child(cell, 'v'));
    if (type === 'inlineStr') return written(textIn(child(cell, 'is')));
    if (typeof cell === 'object' && cell.f !== undefined && !content && type !== 'str') return { type: 'formula' };
    if (!content) return undefined;
    switch (type) {
      case 's':
        return written(this.#texts[Number(content)] ?? '');
      case 'str':
        return written(content);
      case 'b':
        return { type: 'boolean', boolean: content === '1' || content === 'true' };
      case 'e':
        return { type: 'error', text: content };
      case 'd':
        return { type: 'date', text: content.slice(0, 10), shown: content.slice(0, 10) };
      default:
        return this.#number(content, Number(attribute(cell, 's') ?? 0));
    }
  }

  #number(content: string, style: number): CellValue {
    // Excel itself shows and calculates with fifteen digits.
    const number = Number(Number(content).toPrecision(15));
    if (!Number.isFinite(number)) return { type: 'text', text: content };
    const format = this.#formats[style];
    const shown = format?.show(format.as === 'figure' ? number : serialFrom1900(number, this.#from1904));
    const day = format && format.as !== 'figure' ? dayOf(number, this.#from1904) : undefined;
    if (day === undefined) return { type: 'number', number, shown };
    return { type: 'date', text: format?.as === 'month' ? day.slice(0, 7) : day, shown: shown ?? day };
  }
}

// Copied along from web pages and chats; nobody sees them, and they make two texts that look the same differ.
const WITHOUT_WIDTH = /[\u200b-\u200d\ufeff]/g;

/** A text with Excel's own escapes undone, without what nobody sees in a cell, such as the blanks around it; undefined where nothing is left. */
function written(text: string): CellValue | undefined {
  const trimmed = text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .replace(WITHOUT_WIDTH, '')
    .trim();
  return trimmed === '' ? undefined : { type: 'text', text: trimmed };
}
