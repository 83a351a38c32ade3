import { width } from '../../text/width.ts';
import { xmlText } from '../../text/xml.ts';
import { cellText } from './cell-text.ts';
import { columnLetters } from './cells.ts';
import type { Look } from './marked-styles.ts';

/** A cell of a sheet of text: never a formula, whatever it says. */
export interface TextCell {
  text: string | number;
  look: Look;
  /** A cell to which it leads, such as `'培训班'!F7`. */
  link?: string;
}

/** A sheet that is a table to be read: lines of text above, then the header with filters, which stays in sight. */
export interface TableSheet {
  name: string;
  intro: readonly TextCell[];
  /** Figures stand to the right, and so does the title above them. */
  columns: readonly { title: string; width: number; isFigure?: boolean }[];
  rows: readonly TextCell[][];
}

/** The part of a sheet. */
export function tableSheetPart(
  { intro, columns, rows }: TableSheet,
  styleOf: (look: Look) => number,
  namespace: string,
  isShown: boolean,
): string {
  const header = intro.length + 1;
  const head = columns.map(
    ({ title, isFigure }): TextCell => ({ text: title, look: isFigure ? 'figure-header' : 'header' }),
  );
  const lines = [...intro.map((cell) => [cell]), head, ...rows];
  const links = lines.flatMap((cells, row) =>
    cells.flatMap(({ link, text }, column) =>
      link === undefined
        ? []
        : { '@ref': `${columnLetters(column + 1)}${row + 1}`, '@location': link, '@display': String(text) },
    ),
  );
  const last = `${columnLetters(Math.max(1, columns.length))}${header + rows.length}`;
  return xmlText({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8', '@standalone': 'yes' },
    worksheet: {
      '@xmlns': namespace,
      sheetPr: { pageSetUpPr: { '@fitToPage': '1' } },
      sheetViews: {
        sheetView: {
          ...(isShown ? { '@tabSelected': '1' } : {}),
          '@workbookViewId': '0',
          pane: {
            '@ySplit': String(header),
            '@topLeftCell': `A${header + 1}`,
            '@activePane': 'bottomLeft',
            '@state': 'frozen',
          },
        },
      },
      sheetFormatPr: { '@defaultRowHeight': '15' },
      cols: {
        col: columns.map(({ width }, index) => ({
          '@min': String(index + 1),
          '@max': String(index + 1),
          '@width': String(width),
          '@customWidth': '1',
        })),
      },
      sheetData: {
        row: lines.map((cells, row) => ({
          '@r': String(row + 1),
          '@ht': String(row < intro.length ? INTRO_HEIGHT : LINE_HEIGHT * linesOf(cells, columns) + 2),
          '@customHeight': '1',
          c: cells.map(({ text, look }, column) => ({
            '@r': `${columnLetters(column + 1)}${row + 1}`,
            '@s': String(styleOf(look)),
            ...(typeof text === 'number'
              ? { v: String(text) }
              : { '@t': 'inlineStr', is: { t: { '@xml:space': 'preserve', '#text': cellText(text) } } }),
          })),
        })),
      },
      autoFilter: { '@ref': `A${header}:${last}` },
      ...(links.length > 0 ? { hyperlinks: { hyperlink: links } } : {}),
      printOptions: { '@gridLines': '1' },
      pageMargins: {
        '@left': '0.4',
        '@right': '0.4',
        '@top': '0.6',
        '@bottom': '0.6',
        '@header': '0.3',
        '@footer': '0.3',
      },
      pageSetup: { '@paperSize': '9', '@orientation': 'landscape', '@fitToHeight': '0' },
      headerFooter: { oddHeader: '&C&A', oddFooter: '&C&P / &N' },
    },
  });
}

/** Heights in points, of a line above the table and of a line of text in it. */
const INTRO_HEIGHT = 18;
const LINE_HEIGHT = 14;

/** Lines of text that a row shows: programs leave a row as high as it is written. */
const linesOf = (cells: readonly TextCell[], columns: TableSheet['columns']): number =>
  Math.max(
    ...cells.map(({ text }, index) =>
      String(text)
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / ((columns[index]?.width ?? 9) - 1))), 0),
    ),
  );
