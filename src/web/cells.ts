import type { Cell, Finding } from '../model/finding.ts';
import { columnLetters, type Cell as Filled, type Sheet, textOf } from '../tree/workbook/cells.ts';
import { readXlsx } from '../tree/workbook/read-xlsx.ts';
import { isOurs } from '../workbook/records.ts';
import type { HeldFiles } from './held.ts';
import type { CellTable } from './requests.ts';

/** How many columns and rows are shown on each side of a cell. */
const COLUMNS = 2;
const ROWS = 1;

/** Longest content of a cell that is shown whole, in characters. */
const LONGEST = 40;

/** The sheets of the workbooks that were shown last, by the bytes that they were read from. */
const read = new WeakMap<Uint8Array, readonly Sheet[]>();

function sheetsOf(file: string, bytes: Uint8Array): readonly Sheet[] {
  const known = read.get(bytes);
  if (known) return known;
  const workbook = readXlsx(file, bytes, isOurs);
  const sheets = 'sheets' in workbook ? workbook.sheets : [];
  read.set(bytes, sheets);
  return sheets;
}

/** A cell with its row, the rows around it and the one with the headers, a few columns of each. */
export function cellsAround(cell: Cell, { file, line, column }: Finding, held: HeldFiles): CellTable {
  const { sheet, tab, address, header, lacksHeader = false } = cell;
  const bytes = held.bytesOf(file);
  const rows = (bytes && sheetsOf(file, bytes).find((each) => each.tab === tab)?.rows) ?? [];
  const filled = new Map(rows.flat().map((each) => [`${each.row} ${each.column}`, each]));
  const at = (row: number, of: number) => shownText(filled.get(`${row} ${of}`));
  const columns = range(Math.max(1, column - COLUMNS), column + COLUMNS);
  const around = range(Math.max(1, line - ROWS), line + ROWS);
  const headers = rows
    .flat()
    .find((each) => each.column === column && each.row < line && textOf(each.value).trim() === header);
  const shown = headers && header !== '' && !around.includes(headers.row) ? [headers.row, ...around] : around;
  return {
    sheet,
    address,
    header,
    lacksHeader,
    columns: columns.map(columnLetters),
    rows: shown.map((row) => ({
      row,
      cells: columns.map((of) => ({ text: at(row, of), isMarked: row === line && of === column })),
    })),
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const shownText = (cell: Filled | undefined): string => {
  const characters = cell ? [...textOf(cell.value)] : [];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
};
