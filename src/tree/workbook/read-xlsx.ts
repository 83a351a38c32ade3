import type { Words } from '../../model/finding.ts';
import { inOrder } from '../../model/in-order.ts';
import { present } from '../../model/present.ts';
import { fileName } from '../../text/file-name.ts';
import { Archive, ArchiveProblem, needed } from './archive.ts';
import { type Cell, type CellValue, columnOf, type Sheet } from './cells.ts';
import { childOf, childrenOf, type IsTaken, type PlacedElement, rootOf } from './elements.ts';
import { dayOf, LONGEST_CODE, type NumberFormat, numberFormat, serialFrom1900 } from './number-format.ts';
import { type Relation, relationOf, relationsIn, relationsPart } from './relations.ts';

/** Most cells with something in them that are read from one workbook. */
const MAXIMUM_CELLS = 200_000;

/** The same for one byte of it, where office programs need six of a cell, and for a small one as a whole, so that none takes seconds. */
const CELLS_PER_BYTE = 0.2;
const LEAST_CELLS = 20_000;

/** A text with the parts that have a style of their own joined. */
function textIn(element: PlacedElement | undefined): string {
  const parts = childrenOf(element, 'r');
  return (parts.length > 0 ? parts : [element]).map((part) => childOf(part, 't')?.text ?? '').join('');
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
  const reading = new Reading(bytes.length);
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
            zh: '核对是不是选错了文件；或删去空行下面多余的行、格式和用不着的表，另存一份；真有这么多内容，就拆成几份',
            en: 'Check that this is the right file, or delete what is not needed (rows and formats below the last row too) and save it anew; if there is as much to check, split it',
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
  // Excel opens nothing whose name says .xlsx wrongly.
  remedy: {
    zh: '把扩展名改回原来的：是 YAML 的照样能检查，是表格的用 Excel 或 WPS 打开，另存为 .xlsx',
    en: 'Give it back its own extension: YAML is checked as it is; open a table in Excel or WPS and save it as .xlsx',
  },
};

const nothing: NoWorkbook = {
  reason: 'other',
  message: { zh: '文件是空的', en: 'The file is empty' },
  remedy: {
    zh: '重新拷贝一份；没有别处的，用 hn-gp init plan --xlsx 生成一份来填',
    en: 'Copy it anew; where there is no other copy, make one with hn-gp init plan --xlsx and fill it in',
  },
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
  if (bytes.length === 0) return nothing;
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

/** The number of a row behind another; throws an ArchiveProblem where what it says of it is none. */
function rowOf({ attributes }: PlacedElement, before: number): number {
  const row = Number(attributes.r ?? before + 1);
  if (!Number.isSafeInteger(row)) throw new ArchiveProblem('damaged');
  return row;
}

class Reading {
  /** The sheet that is being read. */
  sheet: string | undefined;
  #archive: Archive | undefined;
  #cellsLeft: number;
  readonly #texts: string[] = [];
  /** By number of a cell's style, the id of its format. */
  #styles: (string | undefined)[] = [];
  readonly #codes = new Map<string | undefined, string>();
  readonly #formats = new Map<string | undefined, NumberFormat>();
  #from1904 = false;

  /** `size` is that of the workbook's file, in bytes. */
  constructor(size: number) {
    this.#cellsLeft = Math.min(MAXIMUM_CELLS, Math.max(LEAST_CELLS, CELLS_PER_BYTE * size));
  }

  run(archive: Archive, isWanted: (name: string) => boolean): Workbook | NoWorkbook {
    this.#archive = archive;
    const main = this.#relations('').find(({ type }) => type === 'officeDocument')?.target ?? '';
    // A binary workbook has the same parts, but in no XML.
    const workbook = /\.xml$/i.test(main) ? this.#part(main, 'workbook') : undefined;
    if (!workbook) return notXlsx;
    this.#from1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '');
    const relations = this.#relations(main);
    const targetOf = (type: string) => relations.find((each) => each.type === type)?.target ?? '';
    const byId = new Map(relations.map((relation) => [relation.id, relation]));
    const wanted: { name: string; tab: number; target: string }[] = [];
    const others: string[] = [];
    for (const [tab, sheet] of childrenOf(childOf(workbook, 'sheets'), 'sheet').entries()) {
      const { name = '' } = sheet.attributes;
      const relation = byId.get(relationOf(sheet));
      if (relation && relation.type !== 'worksheet') continue;
      if (isWanted(name)) wanted.push({ name, tab, target: relation?.target ?? '' });
      else others.push(name);
    }
    if (wanted.length > 0) {
      this.#part(targetOf('sharedStrings'), 'sst', (element, { name }) => {
        if (element.name !== 'si' || name !== 'sst') return false;
        this.#texts.push(textIn(element));
        return true;
      });
      this.#readStyles(targetOf('styles'));
    }
    const sheets = wanted.map(({ name, tab, target }) => {
      this.sheet = name;
      return { name, tab, rows: this.#rows(target) };
    });
    return { sheets, others };
  }

  /** The root element of a part; undefined where there is none of that name. */
  #part(part: string, name: string, isTaken?: IsTaken): PlacedElement | undefined {
    const text = this.#archive?.text(part);
    const root = text === undefined ? undefined : rootOf(text, isTaken);
    return root?.name === name ? root : undefined;
  }

  #relations(part: string): Relation[] {
    return relationsIn(this.#part(relationsPart(part), 'Relationships'), part);
  }

  #readStyles(part: string): void {
    const sheet = this.#part(part, 'styleSheet');
    for (const { attributes } of childrenOf(childOf(sheet, 'numFmts'), 'numFmt')) {
      const { numFmtId: id, formatCode: code } = attributes;
      if (code === undefined) continue;
      if (code.length > LONGEST_CODE) throw new ArchiveProblem('large');
      this.#codes.set(id, code);
    }
    this.#styles = childrenOf(childOf(sheet, 'cellXfs'), 'xf').map(({ attributes }) => attributes.numFmtId);
  }

  /** How a style shows a number, made for styles that numbers have: a workbook may have hundreds of thousands. Undefined where there is no such style. */
  #formatOf(style: number): NumberFormat | undefined {
    if (!(style in this.#styles)) return undefined;
    const id = this.#styles[style];
    const format = this.#formats.get(id) ?? numberFormat(Number(id ?? 0), this.#codes.get(id));
    this.#formats.set(id, format);
    return format;
  }

  #rows(part: string): Cell[][] {
    // Downward, as every program writes them; a row out of its place would be read there.
    const rows = new Map<number, Cell[]>();
    let row = 0;
    let column = 0;
    let cells: Cell[] = [];
    const sheet = this.#part(part, 'worksheet', (element, parent) => {
      if (element.name === 'c' && parent.name === 'row') {
        column = columnOf(element.attributes.r) ?? column + 1;
        const value = this.#value(element);
        if (value) cells.push(this.#counted({ row: rowOf(parent, row), column, value }));
        return true;
      }
      if (element.name !== 'row' || parent.name !== 'sheetData') return false;
      row = rowOf(element, row);
      if (cells.length > 0) rows.set(row, cells);
      column = 0;
      cells = [];
      return true;
    });
    // One that is not there is no empty sheet.
    this.#fillMerged(needed(sheet), rows);
    return Array.from(rows.values(), (cells) => inOrder(cells, ({ column }) => column));
  }

  #counted(cell: Cell): Cell {
    this.#cellsLeft -= 1;
    if (this.#cellsLeft < 0) throw new ArchiveProblem('large');
    return cell;
  }

  /** Repeats a cell that is merged with those below it in every row that has something else. */
  #fillMerged(sheet: PlacedElement, rows: Map<number, Cell[]>): void {
    const numbers = [...rows.keys()];
    const places = new Map(numbers.map((number, place) => [number, place]));
    // By column, since one row may have thousands of cells and as many that are merged.
    const byRow = new Map<number, Map<number | undefined, Cell>>();
    const columnsOf = (row: number): Map<number | undefined, Cell> => {
      const known =
        byRow.get(row) ??
        new Map(
          rows
            .get(row)
            ?.toReversed()
            .map((cell) => [cell.column, cell]),
        );
      byRow.set(row, known);
      return known;
    };
    for (const merge of childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell')) {
      const [, letters = '', first = '', last = ''] =
        /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(merge.attributes.ref ?? '') ?? [];
      const column = columnOf(letters);
      const top = columnsOf(Number(first)).get(column);
      if (!top) continue;
      for (let place = present(places.get(top.row), 'place of a row') + 1; ; place += 1) {
        const row = numbers[place];
        if (row === undefined || row > Number(last)) break;
        const repeated = this.#counted({ ...top, row, mergedFrom: top.row });
        rows.get(row)?.push(repeated);
        const columns = byRow.get(row);
        if (columns && !columns.has(column)) columns.set(column, repeated);
      }
    }
  }

  #value(cell: PlacedElement): CellValue | undefined {
    const { t: type = 'n', s: style = '0' } = cell.attributes;
    const content = childOf(cell, 'v')?.text;
    if (type === 'inlineStr') return written(textIn(childOf(cell, 'is')));
    if (childOf(cell, 'f') && !content && type !== 'str') return { type: 'formula' };
    if (!content) return undefined;
    switch (type) {
      case 's':
        return written(needed(this.#texts[Number(content)]));
      case 'str':
        return written(content);
      case 'b':
        return { type: 'boolean', boolean: content === '1' || content === 'true' };
      case 'e':
        return { type: 'error', text: content };
      case 'd':
        return { type: 'date', text: content.slice(0, 10), shown: content.slice(0, 10) };
      default:
        return this.#number(content, Number(style));
    }
  }

  #number(content: string, style: number): CellValue {
    // Excel itself shows and calculates with fifteen digits.
    const number = Number(Number(content).toPrecision(15));
    if (!Number.isFinite(number)) return { type: 'text', text: content };
    const format = this.#formatOf(style);
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
