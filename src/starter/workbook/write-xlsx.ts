import type { PageSetup, PaperSize, Style } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { width } from '../../text/width.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';

/** What a cell is for, which decides its format and looks. */
export type CellStyle =
  | 'text'
  | 'number'
  | 'date'
  | 'tick'
  | 'header'
  | 'required'
  | 'heading'
  | 'plain'
  | 'asked'
  | 'asked-of-all';

/** A cell to write, with the note that shows while the pointer is on it. */
export interface NewCell {
  row: number;
  column: number;
  value: string | number;
  style: CellStyle;
  note?: string;
  /** How many columns it goes over, where more than its own. */
  across?: number;
}

/** What may be typed into cells, what is said of anything else, and the hint that shows while such a cell is chosen. */
export interface Prompt {
  /** Such as `C2:C1000`. */
  cells: string;
  entry?: Entry;
  hint?: { title: string; text: string };
}

/** What Excel takes without a word, and what it says of anything else before it is kept. */
export interface Entry {
  /** A list as a formula of Excel, such as `"院级,省级"`; the least and the greatest number; the first and the last day. */
  allowed: { list: string } | { type: 'whole' | 'decimal'; from: number; to: number } | { from: Date; to: Date };
  /** Not given where anything else may stand there too. */
  otherwise?: { title: string; text: string };
}

/** A sheet to write. */
export interface NewSheet {
  name: string;
  /** By column: its width in characters and the style of cells that are not written yet. */
  columns: { width: number; style: CellStyle }[];
  cells: NewCell[];
  prompts: Prompt[];
  /** Rows and columns that stay in sight, and are on every page. */
  frozen: { rows: number; columns: number };
  /** What stands below each page: Excel puts the number of the page for `&P`, and of all pages for `&N`. */
  footer: string;
}

const FONT = '微软雅黑';

/** Heights of lines of text in points. */
const LINE = 16;
const SMALL_LINE = 12;

/** Characters of Latin letters that a page of A4 has beside one another where print is small and can still be read. */
const PAGE_WIDTH = 240;

/** Width of a note in characters of Latin letters, about which a column's width counts too; height of its lines in points. */
const NOTE_WIDTH = 44;
const NOTE_LINE = 14;

const formats: Partial<Record<CellStyle, string>> = { text: '@', tick: '@', date: 'yyyy-mm-dd' };

const fills: Partial<Record<CellStyle, string>> = { header: 'FFEAF1F8', required: 'FFCFE2F3' };

/** The colour of what a notice asks. */
const ASKED = 'FF7F4A00';

/** Styles of cells that are one line, whatever is beside them. */
const oneLine: ReadonlySet<CellStyle> = new Set(['heading', 'asked-of-all']);

function styleOf(style: CellStyle): Partial<Style> {
  const isHeader = style in fills;
  const color = fills[style];
  return {
    font: {
      name: FONT,
      size: style === 'asked' ? 8 : 10,
      bold: style === 'required' || style === 'heading',
      ...(style.startsWith('asked') ? { color: { argb: ASKED } } : {}),
    },
    alignment: {
      vertical: isHeader ? 'middle' : 'top',
      wrapText: !oneLine.has(style),
      ...(style === 'tick' ? { horizontal: 'center' } : {}),
    },
    ...(color ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: color } } } : {}),
    ...(isHeader ? { border: { bottom: { style: 'thin' }, right: { style: 'hair' } } } : {}),
    numFmt: formats[style] ?? 'General',
  };
}

/** The sheets as an .xlsx workbook, the same bytes for the same sheets. */
export async function writeXlsx(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const never = new Date(0);
  Object.assign(workbook, { creator: 'hn-gp', lastModifiedBy: 'hn-gp', created: never, modified: never });
  for (const { name, columns, cells, prompts, frozen, footer } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      properties: { dyDescent: 0.25 },
      views: [
        frozen.rows + frozen.columns > 0
          ? { state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns }
          : { state: 'normal' },
      ],
      pageSetup: pageOf(columns, frozen),
      headerFooter: { oddHeader: '&C&A', oddFooter: `&C${footer}` },
    });
    sheet.columns = columns.map(({ width, style }) => ({ width, style: styleOf(style) }));
    for (const { row, column, value, style, note, across = 1 } of cells) {
      const cell = sheet.getCell(row, column);
      // A date as text would neither sort nor filter as one.
      if (value !== '') cell.value = style === 'date' ? new Date(value) : value;
      cell.style = styleOf(style);
      if (across > 1) sheet.mergeCells(row, column, row, column + across - 1);
      if (note) cell.note = { texts: [{ text: note, font: { name: FONT, size: 9 } }] };
    }
    for (const [row, height] of heightsOf(cells, columns)) sheet.getRow(row).height = height;
    for (const prompt of prompts) {
      // The library's types leave this property out.
      (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(
        prompt.cells,
        ruleOf(prompt),
      );
    }
  }
  sizeNotes(workbook, sheets);
  return settled(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A sheet in print: A4 across, on as few pages as are wide enough, with what stays in sight on each of them. */
function pageOf(columns: NewSheet['columns'], { rows, columns: kept }: NewSheet['frozen']): Partial<PageSetup> {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const repeated = columns.slice(0, kept).reduce((sum, { width }) => sum + width, 0);
  return {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: total <= PAGE_WIDTH ? 1 : Math.ceil((total - repeated) / (PAGE_WIDTH - repeated)),
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(rows > 0 ? { printTitlesRow: `1:${rows}` } : {}),
    ...(kept > 0 ? { printTitlesColumn: `A:${columnLetters(kept)}` } : {}),
  };
}

/** Excel's number for the paper. */
const A4 = 9 as PaperSize;

/** What may be typed, as the library writes it. */
function ruleOf({ entry, hint }: Prompt): object {
  const { otherwise } = entry ?? {};
  return {
    ...(entry ? allowedBy(entry.allowed) : { type: 'any' }),
    allowBlank: true,
    ...(otherwise
      ? { showErrorMessage: true, errorStyle: 'information', errorTitle: otherwise.title, error: otherwise.text }
      : {}),
    ...(hint ? { showInputMessage: true, promptTitle: hint.title, prompt: hint.text } : {}),
  };
}

function allowedBy(allowed: Entry['allowed']): object {
  if ('list' in allowed) return { type: 'list', formulae: [allowed.list] };
  return {
    type: 'type' in allowed ? allowed.type : 'date',
    operator: 'between',
    formulae: [allowed.from, allowed.to],
  };
}

/** Makes each note as large as its text. The library writes a size that stands in its model but has no way to set one. */
function sizeNotes(workbook: Workbook, sheets: readonly NewSheet[]): void {
  interface Model {
    worksheets: { rows: { cells: { address: string; comment?: object }[] }[] }[];
  }
  const model = workbook.model as unknown as Model;
  for (const [index, { columns, cells }] of sheets.entries()) {
    const notes = new Map(
      model.worksheets[index]?.rows.flatMap((row) => row.cells.map(({ address, comment }) => [address, comment])),
    );
    for (const { row, column, note } of cells) {
      const comment = notes.get(`${columnLetters(column)}${row}`);
      if (note === undefined || !comment) continue;
      const lines = note
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / (NOTE_WIDTH - 4))), 1);
      let right = column;
      for (let room = 0; room < NOTE_WIDTH; right += 1) room += columns[right]?.width ?? 9;
      const below = Math.ceil((lines * NOTE_LINE) / LINE);
      // Whole columns and rows, counted from 0: beside the header, from its top.
      Object.assign(comment, { anchor: { left: column, top: row - 1, right, bottom: row + below } });
    }
  }
  Object.defineProperty(workbook, 'model', { value: model });
}

/** The heights in points that rows need for what is written there: of a text that is cut nobody knows that it goes on. */
function heightsOf(cells: readonly NewCell[], columns: NewSheet['columns']): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, value, style, across = 1 } of cells) {
    const own = columns.slice(column - 1, column - 1 + across).reduce((sum, { width }) => sum + width, -1);
    const room = oneLine.has(style) ? Number.POSITIVE_INFINITY : style === 'asked' ? own * 1.15 : own;
    const lines = String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / room)), 0);
    const height = lines * (style === 'asked' ? SMALL_LINE : LINE) + 2;
    heights.set(row, Math.max(heights.get(row) ?? 0, height));
  }
  return heights;
}

// The first day that the archive format knows; its fields are read in local time.
const NEVER = new Date(1980, 0, 1);

/**
 * The archive with every file dated the same day, and with heights that are what rows need as they stand, not for ever: the
 * library has no way to say so, and such a row would not grow with what is typed into it.
 */
function settled(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, part] as const;
    return [name, strToU8(strFromU8(part).replace(/(<row [^>]*) customHeight="1"/g, '$1'))] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: NEVER });
}
