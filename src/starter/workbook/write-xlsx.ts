import type { Style } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import { width } from '../../text/width.ts';
import { entriesOf } from '../../tree/workbook/archive.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';

/** What a cell is for, which decides its format and looks. */
export type CellStyle = 'text' | 'number' | 'date' | 'header' | 'required' | 'heading' | 'plain';

/** A cell to write, with the note that shows while the pointer is on it. */
export interface NewCell {
  row: number;
  column: number;
  value: string | number;
  style: CellStyle;
  note?: string;
}

/** A drop-down list, or a hint that shows while a cell is chosen. */
export interface Prompt {
  /** Such as `C2:C1000`. */
  cells: string;
  /** The values as a formula of Excel, such as `"院级,省级"`; none for a hint alone. */
  choices?: string;
  /** Whether Excel refuses anything else, and what it says then. */
  refusal?: string;
  hint?: string;
}

/** A sheet to write. */
export interface NewSheet {
  name: string;
  /** By column: its width in characters and the style of cells that are not written yet. */
  columns: { width: number; style: CellStyle }[];
  cells: NewCell[];
  prompts: Prompt[];
  /** Rows and columns that stay in sight. */
  frozen: { rows: number; columns: number };
}

const FONT = '微软雅黑';

/** Heights of rows in points. */
const HEADER_HEIGHT = 36;
const ROW_HEIGHT = 20;

/** Width of a note in characters of Latin letters, about which a column's width counts too; height of its lines in points. */
const NOTE_WIDTH = 44;
const NOTE_LINE = 14;

const formats: Partial<Record<CellStyle, string>> = { text: '@', date: 'yyyy-mm-dd' };

const fills: Partial<Record<CellStyle, string>> = { header: 'FFEAF1F8', required: 'FFCFE2F3' };

function styleOf(style: CellStyle): Partial<Style> {
  const isHeader = style in fills;
  const color = fills[style];
  return {
    font: { name: FONT, size: 10, bold: style === 'required' || style === 'heading' },
    alignment: { vertical: isHeader ? 'middle' : 'top', wrapText: isHeader || style === 'plain' || style === 'text' },
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
  for (const { name, columns, cells, prompts, frozen } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      properties: { defaultRowHeight: ROW_HEIGHT },
      views: [{ state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns }],
    });
    sheet.columns = columns.map(({ width, style }) => ({ width, style: styleOf(style) }));
    for (const { row, column, value, style, note } of cells) {
      const cell = sheet.getCell(row, column);
      // A date as text would neither sort nor filter as one.
      if (value !== '') cell.value = style === 'date' ? new Date(value) : value;
      cell.style = styleOf(style);
      if (note) cell.note = { texts: [{ text: note, font: { name: FONT, size: 9 } }] };
    }
    if (frozen.rows > 0) sheet.getRow(1).height = HEADER_HEIGHT;
    for (const { cells: range, choices, refusal, hint } of prompts) {
      // The library's types leave this property out.
      (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(range, {
        type: choices === undefined ? 'any' : 'list',
        allowBlank: true,
        ...(choices === undefined ? {} : { formulae: [choices] }),
        ...(refusal === undefined ? {} : { showErrorMessage: true, errorStyle: 'stop', error: refusal }),
        ...(hint === undefined ? {} : { showInputMessage: true, prompt: hint }),
      });
    }
  }
  sizeNotes(workbook, sheets);
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
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
      const below = Math.ceil(Math.max(0, lines * NOTE_LINE - HEADER_HEIGHT) / ROW_HEIGHT);
      // Whole columns and rows, counted from 0: beside the header, from its top.
      Object.assign(comment, { anchor: { left: column, top: row - 1, right, bottom: row + below } });
    }
  }
  Object.defineProperty(workbook, 'model', { value: model });
}

/** The archive with every file dated 1 January 1980, the first day that the format knows. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { listed, start } of entriesOf(bytes)) {
    view.setUint32(listed + 12, 0x00210000, true);
    view.setUint32(start + 10, 0x00210000, true);
  }
  return bytes;
}
