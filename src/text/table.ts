import Table from 'cli-table3';
import { strlen } from 'cli-table3/src/utils.js';
import { width } from './width.ts';
import { wrapped } from './wrap.ts';

/** Narrowest that a column is made, in terminal cells. */
const NARROWEST = 6;

/** Longest word that is rather kept whole. */
const WHOLE_WORD = 12;

/**
 * A table with lines around it, cells as wide as their widest line, which may be parted by \n. Where a terminal has too few
 * columns, the widest columns are narrowed and their texts wrapped; where words such as dates would not stay whole, the last
 * columns are put into one, below each other.
 */
export function boxed(head: readonly string[], rows: readonly (readonly string[])[], columns?: number): string {
  let lines = [head, ...rows].map((cells) => cells.map((cell) => cell.split('\n')));
  let least = columnsOf(lines, widestWord);
  const isTooWide = () => columns !== undefined && sum(least) > roomIn(columns, least.length);
  while (least.length > 1 && isTooWide()) {
    lines = lines.map(withLastTwoInOne);
    least = columnsOf(lines, widestWord);
  }
  const widths = columnsOf(lines, width);
  const room = columns === undefined ? Number.POSITIVE_INFINITY : roomIn(columns, widths.length);
  for (let all = sum(widths); all > room; all -= 1) {
    const spare = widths.map((each, column) => (each > (least[column] ?? 0) ? each : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  const [top = [], ...others] = lines.map((cells) =>
    cells.map((own, column) => {
      const cells = widths[column] ?? 0;
      return own
        .flatMap((line) => broken(line, cells))
        .map((line) => padded(line, cells))
        .join('\n');
    }),
  );
  return laidOut(top, others);
}

/** The terminal cells for what so many columns hold, without the lines around. */
const roomIn = (columns: number, count: number): number => columns - 3 * count - 1;

const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);

/** The widest of each column by some measure of a line. */
function columnsOf(rows: readonly string[][][], measure: (line: string) => number): number[] {
  const [head = []] = rows;
  return head.map((_, column) =>
    rows.reduce(
      (widest, cells) => (cells[column] ?? []).reduce((most, line) => Math.max(most, measure(line)), widest),
      0,
    ),
  );
}

const WORD_END = /\s|(?<=\p{Script=Han})|(?=\p{Script=Han})/u;

/** The widest word of a line that is rather kept whole, and no less than a column is made. */
const widestWord = (line: string): number =>
  // One by one: a long text has more words than a call takes arguments.
  line.split(WORD_END).reduce((most, word) => Math.max(most, Math.min(width(word), WHOLE_WORD)), NARROWEST);

/** A row whose last cell stands below the one before it. */
const withLastTwoInOne = (cells: readonly string[][]): string[][] => [
  ...cells.slice(0, -2),
  cells.slice(-2).flatMap((own) => own.filter((line) => line !== '')),
];

/** Rows laid out at a time: the library's time grows with their square. */
const AT_A_TIME = 200;

const TOP = { top: '', 'top-left': '', 'top-mid': '', 'top-right': '' };
const BOTTOM = { bottom: '', 'bottom-left': '', 'bottom-mid': '', 'bottom-right': '' };

/** The lines of one table, laid out piece by piece with the same column widths. */
function laidOut(head: string[], rows: string[][]): string {
  // As the library measures them, which takes some emoji for wider, so that it cuts none.
  const colWidths = head.map(
    (_, column) => 2 + [head, ...rows].reduce((widest, cells) => Math.max(widest, strlen(cells[column] ?? '')), 0),
  );
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < rows.length; start += AT_A_TIME) {
    const chars = { ...(start > 0 ? TOP : {}), ...(start + AT_A_TIME < rows.length ? BOTTOM : {}) };
    const piece = new Table({
      ...(start === 0 ? { head } : {}),
      colWidths,
      chars,
      style: { head: [], border: [], compact: true },
    });
    piece.push(...rows.slice(start, start + AT_A_TIME));
    pieces.push(piece.toString());
  }
  return pieces.join('\n');
}

const padded = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - width(text)));

/** A line in lines of at most so many cells, longer words broken. */
function broken(line: string, cells: number): string[] {
  if (width(line) <= cells) return [line];
  return wrapped(line, cells).flatMap((each) => {
    const parts: string[] = [];
    let part = '';
    for (const { segment } of new Intl.Segmenter().segment(each)) {
      if (part !== '' && width(part + segment) > cells) {
        parts.push(part);
        part = '';
      }
      part += segment;
    }
    return [...parts, part];
  });
}
