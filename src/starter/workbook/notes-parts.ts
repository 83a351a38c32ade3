import { width } from '../../text/width.ts';
import { xmlText } from '../../text/xml.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';
import { noteShape } from '../../tree/workbook/note-shape.ts';
import type { NewCell, NewSheet } from './new-sheet.ts';
import { MAIN, xmlHead } from './part.ts';
import { FONT } from './styles-part.ts';

/** Width of a note in characters of Latin letters, about which a column's width counts too; height of its lines in points. */
const NOTE_WIDTH = 44;
const NOTE_LINE = 14;

/**
 * The two parts that hold a sheet's notes, their texts and the boxes in which these show (VML, which Excel still asks for); undefined where
 * no cell has one. `line` is the height of a row in points.
 */
export function notesParts(
  cells: readonly NewCell[],
  columns: NewSheet['columns'],
  line: number,
): { notes: string; shapes: string } | undefined {
  const noted = cells.filter((cell): cell is NewCell & { note: string } => cell.note !== undefined && cell.note !== '');
  if (noted.length === 0) return undefined;
  return {
    notes: xmlText({
      ...xmlHead,
      comments: {
        '@xmlns': MAIN,
        authors: { author: 'hn-gp' },
        commentList: {
          comment: noted.map(({ row, column, note }) => ({
            '@ref': `${columnLetters(column)}${row}`,
            '@authorId': '0',
            text: {
              r: {
                rPr: { sz: { '@val': '9' }, rFont: { '@val': FONT } },
                t: { '@xml:space': 'preserve', '#text': note },
              },
            },
          })),
        },
      },
    }),
    shapes: xmlText({
      xml: {
        '@xmlns:v': 'urn:schemas-microsoft-com:vml',
        '@xmlns:o': 'urn:schemas-microsoft-com:office:office',
        '@xmlns:x': 'urn:schemas-microsoft-com:office:excel',
        'v:shapetype': {
          '@id': '_x0000_t202',
          '@coordsize': '21600,21600',
          '@o:spt': '202',
          '@path': 'm,l,21600r21600,l21600,xe',
          'v:stroke': { '@joinstyle': 'miter' },
          'v:path': { '@gradientshapeok': 't', '@o:connecttype': 'rect' },
        },
        'v:shape': noted.map((cell, index) => boxOf(cell, index, columns, line)),
      },
    }),
  };
}

/** The box of a note, as large as its text: beside the header, from its top. */
function boxOf(
  { row, column, note }: NewCell & { note: string },
  index: number,
  columns: NewSheet['columns'],
  line: number,
): object {
  const lines = note.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(width(each) / (NOTE_WIDTH - 4))), 1);
  let right = column;
  for (let room = 0; room < NOTE_WIDTH; right += 1) room += columns[right]?.width ?? 9;
  const below = Math.ceil((lines * NOTE_LINE) / line);
  // Whole columns and rows, counted from 0, each with the pixels beyond it.
  const anchor = [column, 0, row - 1, 0, right, 0, row + below, 0];
  return noteShape(1025 + index, { row, column }, anchor);
}
