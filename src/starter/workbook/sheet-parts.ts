import { width } from '../../text/width.ts';
import { xmlText } from '../../text/xml.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';
import type { CellStyle, NewCell, NewSheet, Prompt } from './new-sheet.ts';
import { notesParts } from './notes-parts.ts';
import { MAIN, OFFICE, xmlHead } from './part.ts';
import { indented, oneLine, styleNumber } from './styles-part.ts';

/** Heights of lines of text in points. */
const LINE = 16;
const SMALL_LINE = 12;

/** The parts of a sheet: the sheet itself, and where cells have notes their texts and the boxes in which these show. */
export function sheetParts(sheet: NewSheet): { sheet: string; notes?: string; shapes?: string } {
  const { columns, cells, prompts, frozen, pagesAcross, footer } = sheet;
  const notes = notesParts(cells, columns, LINE);
  const merged = cells.filter(({ across = 1 }) => across > 1);
  const text = xmlText({
    ...xmlHead,
    worksheet: {
      '@xmlns': MAIN,
      '@xmlns:r': OFFICE,
      sheetPr: { pageSetUpPr: { '@fitToPage': '1' } },
      sheetViews: { sheetView: { '@workbookViewId': '0', ...paneOf(frozen) } },
      sheetFormatPr: { '@defaultRowHeight': '15' },
      cols: {
        col: columns.map(({ width, style }, index) => ({
          '@min': String(index + 1),
          '@max': String(index + 1),
          '@width': String(width),
          '@style': String(styleNumber(style)),
          '@customWidth': '1',
        })),
      },
      sheetData: { row: rowsOf(cells, columns) },
      ...(merged.length > 0
        ? {
            mergeCells: {
              mergeCell: merged.map(({ row, column, across = 1 }) => ({
                '@ref': `${columnLetters(column)}${row}:${columnLetters(column + across - 1)}${row}`,
              })),
            },
          }
        : {}),
      ...(prompts.length > 0 ? { dataValidations: { dataValidation: prompts.map(ruleOf) } } : {}),
      // What is filled in by hand, or runs over many columns, needs lines to be read.
      ...(frozen.rows > 0 ? { printOptions: { '@gridLines': '1' } } : {}),
      pageMargins: {
        '@left': '0.4',
        '@right': '0.4',
        '@top': '0.6',
        '@bottom': '0.6',
        '@header': '0.3',
        '@footer': '0.3',
      },
      pageSetup: {
        '@paperSize': A4,
        '@orientation': 'landscape',
        '@pageOrder': 'overThenDown',
        '@fitToWidth': String(pagesAcross),
        '@fitToHeight': '0',
      },
      headerFooter: { oddHeader: '&C&A', oddFooter: `&C${footer}` },
      ...(notes ? { legacyDrawing: { '@r:id': 'rId1' } } : {}),
    },
  });
  return { sheet: text, ...notes };
}

/** Excel's number for the paper. */
const A4 = '9';

/** Rows and columns that stay in sight. */
function paneOf({ rows, columns }: NewSheet['frozen']): object {
  if (rows + columns === 0) return {};
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  return {
    pane: {
      ...(columns > 0 ? { '@xSplit': String(columns) } : {}),
      ...(rows > 0 ? { '@ySplit': String(rows) } : {}),
      '@topLeftCell': `${columnLetters(columns + 1)}${rows + 1}`,
      '@activePane': pane,
      '@state': 'frozen',
    },
    selection: { '@pane': pane },
  };
}

/** The rows with their cells, as high as what is written there needs: of a text that is cut nobody knows that it goes on. */
function rowsOf(cells: readonly NewCell[], columns: NewSheet['columns']): object[] {
  const rows = new Map<number, NewCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const heights = heightsOf(cells, columns);
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([row, own]) => ({
      '@r': String(row),
      '@ht': String(heights.get(row) ?? LINE),
      c: own.sort((one, other) => one.column - other.column).flatMap(cellsOf),
    }));
}

/** A cell, with the empty ones that it goes over. */
function cellsOf({ row, column, value, style, across = 1 }: NewCell): object[] {
  const at = (of: number) => ({ '@r': `${columnLetters(of)}${row}`, '@s': String(styleNumber(style)) });
  const more = Array.from({ length: across - 1 }, (_, index) => at(column + 1 + index));
  return [{ ...at(column), ...contentOf(value, style) }, ...more];
}

function contentOf(value: string | number, style: CellStyle): object {
  if (value === '') return {};
  // A date as text would neither sort nor filter as one.
  if (typeof value === 'number' || style === 'date')
    return { v: String(typeof value === 'number' ? value : serial(value)) };
  return { '@t': 'inlineStr', is: { t: { '@xml:space': 'preserve', '#text': value } } };
}

/** The number that Excel keeps for a day. */
const serial = (day: string | Date): number => Math.round(new Date(day).getTime() / 86_400_000) + 25_569;

/** What may be typed into cells. */
function ruleOf({ cells, entry, hint }: Prompt): object {
  const { otherwise } = entry ?? {};
  return {
    ...(entry ? typeOf(entry.allowed) : {}),
    '@allowBlank': '1',
    ...(otherwise
      ? {
          '@showErrorMessage': '1',
          '@errorStyle': 'information',
          '@errorTitle': otherwise.title,
          '@error': otherwise.text,
        }
      : {}),
    ...(hint ? { '@showInputMessage': '1', '@promptTitle': hint.title, '@prompt': hint.text } : {}),
    '@sqref': cells,
    ...(entry ? formulasOf(entry.allowed) : {}),
  };
}

type Allowed = NonNullable<Prompt['entry']>['allowed'];

const typeOf = (allowed: Allowed): object =>
  'list' in allowed
    ? { '@type': 'list' }
    : { '@type': 'type' in allowed ? allowed.type : 'date', '@operator': 'between' };

function formulasOf(allowed: Allowed): object {
  if ('list' in allowed) return { formula1: allowed.list };
  const { from, to } = allowed;
  const number = (bound: number | Date) => String(typeof bound === 'number' ? bound : serial(bound));
  return { formula1: number(from), formula2: number(to) };
}

/** The heights in points that rows need for what is written there: of a text that is cut nobody knows that it goes on. */
function heightsOf(cells: readonly NewCell[], columns: NewSheet['columns']): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, value, style, across = 1 } of cells) {
    const own = columns
      .slice(column - 1, column - 1 + across)
      .reduce((sum, { width }) => sum + width, indented.has(style) ? -3 : -1);
    const room = oneLine.has(style) ? Number.POSITIVE_INFINITY : style === 'asked' ? own * 1.15 : own;
    const lines = String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / room)), 0);
    const height = lines * (style === 'asked' ? SMALL_LINE : LINE) + 2;
    heights.set(row, Math.max(heights.get(row) ?? 0, height));
  }
  return heights;
}
