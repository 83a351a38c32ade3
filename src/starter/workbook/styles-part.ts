import { xmlText } from '../../text/xml.ts';
import type { CellStyle } from './new-sheet.ts';
import { MAIN, xmlHead } from './part.ts';

export const FONT = '微软雅黑';

/** The colour of what a notice asks. */
const ASKED = 'FF7F4A00';

/** Styles of cells that are one line, whatever is beside them. */
export const oneLine: ReadonlySet<CellStyle> = new Set(['heading', 'asked-of-all']);

/** Styles of cells whose text is kept apart from that of the cell before. */
export const indented: ReadonlySet<CellStyle> = new Set(['plain', 'asked']);

const STYLES: readonly CellStyle[] = [
  'text',
  'number',
  'date',
  'tick',
  'header',
  'required',
  'heading',
  'plain',
  'asked',
  'asked-of-all',
];

/** The number by which cells refer to a style; 0 is that of cells which nobody styled. */
export const styleNumber = (style: CellStyle): number => STYLES.indexOf(style) + 1;

/** Formats of numbers: text, and days by one of the workbook's own. */
const formats: Partial<Record<CellStyle, string>> = { text: '49', tick: '49', date: '164' };

const fills: Partial<Record<CellStyle, string>> = { header: 'FFEAF1F8', required: 'FFCFE2F3' };

/** The part of the styles. The font of a style has its number. */
export function stylesPart(): string {
  const border = { left: '', right: '', top: '', bottom: '', diagonal: '' };
  return xmlText({
    ...xmlHead,
    styleSheet: {
      '@xmlns': MAIN,
      numFmts: { numFmt: { '@numFmtId': '164', '@formatCode': 'yyyy-mm-dd' } },
      fonts: { font: [{ sz: { '@val': '11' }, name: { '@val': 'Calibri' } }, ...STYLES.map(fontOf)] },
      // Excel takes the first two for itself.
      fills: {
        fill: [
          { patternFill: { '@patternType': 'none' } },
          { patternFill: { '@patternType': 'gray125' } },
          ...Object.values(fills).map((rgb) => ({
            patternFill: { '@patternType': 'solid', fgColor: { '@rgb': rgb } },
          })),
        ],
      },
      borders: {
        border: [border, { ...border, right: { '@style': 'hair' }, bottom: { '@style': 'thin' } }],
      },
      cellStyleXfs: { xf: { '@numFmtId': '0', '@fontId': '0', '@fillId': '0', '@borderId': '0' } },
      cellXfs: {
        xf: [
          { '@numFmtId': '0', '@fontId': '0', '@fillId': '0', '@borderId': '0', '@xfId': '0' },
          ...STYLES.map(formatOf),
        ],
      },
    },
  });
}

const fontOf = (style: CellStyle): object => ({
  ...(style === 'required' || style === 'heading' ? { b: '' } : {}),
  sz: { '@val': style === 'asked' ? '8' : '10' },
  ...(style.startsWith('asked') ? { color: { '@rgb': ASKED } } : {}),
  name: { '@val': FONT },
});

/** Where in a cell its text stands, other than a text to the left and a number to the right. */
const horizontal: Partial<Record<CellStyle, string>> = { tick: 'center', date: 'left' };

function formatOf(style: CellStyle): object {
  const fill = Object.keys(fills).indexOf(style);
  return {
    '@numFmtId': formats[style] ?? '0',
    '@fontId': String(styleNumber(style)),
    '@fillId': String(fill < 0 ? 0 : fill + 2),
    '@borderId': fill < 0 ? '0' : '1',
    '@xfId': '0',
    '@applyNumberFormat': '1',
    '@applyFont': '1',
    '@applyFill': '1',
    '@applyBorder': '1',
    '@applyAlignment': '1',
    alignment: {
      '@vertical': style === 'asked' ? 'bottom' : 'center',
      ...(oneLine.has(style) ? {} : { '@wrapText': '1' }),
      ...(horizontal[style] ? { '@horizontal': horizontal[style] } : {}),
      ...(indented.has(style) ? { '@horizontal': 'left', '@indent': '1' } : {}),
    },
  };
}
