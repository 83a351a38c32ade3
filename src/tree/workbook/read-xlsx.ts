import { XMLParser } from 'fast-xml-parser';
import { present } from '../../model/present.ts';
import { UsageError } from '../../model/usage-error.ts';
import { fileName } from '../../text/file-name.ts';
import { Archive, ArchiveProblem } from './archive.ts';
import type { Cell, CellValue, Sheet } from './cells.ts';
import { dayOf, LONGEST_CODE, padded, showsDay } from './number-format.ts';

/** Most cells with something in them that are read from one workbook. */
const MAXIMUM_CELLS = 200_000;

/** A number format: whether it shows a day, and its code where the workbook defines it. */
interface Format {
  isDay: boolean;
  code: string | undefined;
}

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

/** The name of a part by a path that starts in a folder of the archive, or at its root. */
function partNamed(folder: string, path: string): string {
  const names: string[] = [];
  for (const name of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** A text with the parts that have a style of their own joined. */
function textIn(element: Element | undefined): string {
  const parts = children(element, 'r').length > 0 ? children(element, 'r') : [element];
  return parts.map((part) => contentOf(child(part, 't')) ?? '').join('');
}

/**
 * The sheets of an .xlsx workbook that are asked for by name, and the names of the others, which are not unpacked. Reads
 * values alone: no macro runs, no link is followed, no formula is calculated. Throws a UsageError that names `file` where
 * it is no workbook, is damaged or is too large.
 */
export function readXlsx(
  file: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): { sheets: Sheet[]; others: string[] } {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notZip(file, bytes);
  try {
    return new Reading(file, new Archive(bytes)).run(isWanted);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    if (error.reason === 'large') throw tooLarge(file);
    throw UsageError.by(
      error,
      `${file} 已损坏，读不了；请用 Excel 打开，另存为一份新的 .xlsx 再导入`,
      `${file} is damaged; open it in Excel, save it as a new .xlsx and import that`,
    );
  }
}

const tooLarge = (file: string): UsageError =>
  new UsageError(
    `${file} 太大，没有读；请核对是不是选错了文件，或删去多余的表和格式后另存`,
    `${file} is too large and was not read; check that it is the right file, or take out what is not needed`,
  );

/** What a file is that is no zip archive, and so no .xlsx. */
function notZip(file: string, bytes: Uint8Array): UsageError {
  // Excel keeps one beside every workbook that is open.
  if (fileName(file).startsWith('~$'))
    return new UsageError(
      `${file} 是 Excel 打开文件时留下的临时文件；要导入的是 ${fileName(file).slice(2)}`,
      `${file} is what Excel leaves beside a workbook that is open; import ${fileName(file).slice(2)}`,
    );
  if (/\.ya?ml$/i.test(file))
    return new UsageError(
      `${file} 是 YAML，不用导入；检查它请运行 hn-gp check ${file}`,
      `${file} is YAML and needs no import; to check it, run hn-gp check ${file}`,
    );
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  return isCompound
    ? new UsageError(
        `${file} 是旧版 .xls，或者设了打开密码；请在 Excel 或 WPS 里另存为不带密码的 .xlsx 再导入`,
        `${file} is an old .xls or has a password; save it as .xlsx without a password and import that`,
      )
    : new UsageError(
        `${file} 不是 Excel 工作簿（.xlsx），改扩展名没有用；请用 Excel 或 WPS 打开，另存为 .xlsx`,
        `${file} is no Excel workbook (.xlsx), whatever its name says; open it in Excel and save it as .xlsx`,
      );
}

class Reading {
  readonly #file: string;
  readonly #archive: Archive;
  #cells = 0;
  #texts: string[] = [];
  /** By number of a cell's style, how it shows a number. */
  #formats: Format[] = [];
  #from1904 = false;

  constructor(file: string, archive: Archive) {
    this.#file = file;
    this.#archive = archive;
  }

  run(isWanted: (name: string) => boolean): { sheets: Sheet[]; others: string[] } {
    const main = [...this.#relations('').values()].find(({ type }) => type === 'officeDocument')?.target ?? '';
    const workbook = child(this.#part(main), 'workbook');
    if (!workbook) {
      throw main.startsWith('word/')
        ? new UsageError(
            `${this.#file} 是 Word 文档，不是 Excel 工作簿（.xlsx）`,
            `${this.#file} is a Word document, no Excel workbook (.xlsx)`,
          )
        : new UsageError(
            `${this.#file} 不是 .xlsx 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx`,
            `${this.#file} is no .xlsx workbook; open it in Excel and save it as .xlsx`,
          );
    }
    this.#from1904 = ['1', 'true'].includes(attribute(child(workbook, 'workbookPr'), 'date1904') ?? '');
    const relations = this.#relations(main);
    const targetOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.target ?? '';
    const wanted: { name: string; target: string }[] = [];
    const others: string[] = [];
    for (const sheet of children(child(workbook, 'sheets'), 'sheet')) {
      const name = attribute(sheet, 'name') ?? '';
      const relation = relations.get(attribute(sheet, 'id') ?? '');
      if (relation?.type !== 'worksheet') continue;
      if (isWanted(name)) wanted.push({ name, target: relation.target });
      else others.push(name);
    }
    if (wanted.length > 0) {
      this.#texts = children(child(this.#part(targetOf('sharedStrings')), 'sst'), 'si').map(textIn);
      this.#formats = this.#styles(targetOf('styles'));
    }
    return { sheets: wanted.map(({ name, target }) => ({ name, rows: this.#rows(target) })), others };
  }

  /** A part as its root element by name; undefined where there is none. */
  #part(name: string): Element | undefined {
    const text = this.#archive.text(name);
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

  #styles(part: string): Format[] {
    const sheet = child(this.#part(part), 'styleSheet');
    const codes = new Map(
      children(child(sheet, 'numFmts'), 'numFmt').map((each) => [
        attribute(each, 'numFmtId'),
        attribute(each, 'formatCode'),
      ]),
    );
    if ([...codes.values()].some((code = '') => code.length > LONGEST_CODE)) throw new ArchiveProblem('large');
    // A workbook may have hundreds of thousands of styles, and few formats.
    const formats = new Map<string | undefined, Format>();
    return children(child(sheet, 'cellXfs'), 'xf').map((each) => {
      const id = attribute(each, 'numFmtId');
      const code = codes.get(id);
      const format = formats.get(id) ?? { isDay: showsDay(Number(id), code), code };
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
        if (value) cells.push(this.#counted({ row, column, value, merged: false }));
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
        rows.get(row)?.push(this.#counted({ ...top, row, merged: true }));
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
        return { type: 'date', text: content.slice(0, 10) };
      default:
        return this.#number(content, Number(attribute(cell, 's') ?? 0));
    }
  }

  #number(content: string, style: number): CellValue {
    // Excel itself shows and calculates with fifteen digits.
    const number = Number(Number(content).toPrecision(15));
    if (!Number.isFinite(number)) return { type: 'text', text: content };
    const format = this.#formats[style];
    const day = format?.isDay ? dayOf(number, this.#from1904) : undefined;
    return day === undefined
      ? { type: 'number', number, shown: padded(number, format?.code) }
      : { type: 'date', text: day };
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

/** The number of a column by its letters, with or without a row. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
