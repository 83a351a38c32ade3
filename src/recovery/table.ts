import type { Shape } from '../schema/vocabulary/shape.ts';
import { isKey } from './keys.ts';
import type { Passage } from './passage.ts';

/** A pasted table as the items of a list: their lines, and where the table ends. */
interface Table {
  items: string;
  end: number;
}

/** Most rows that are read as items; those behind them are told as lines that say nothing. */
const MOST_ROWS = 2_000;

/**
 * Reads a table from its heads on, which are keys of the items of a list, with cells parted by tabs or strokes; undefined
 * where none begins at an offset. `indent` is the column of the dashes.
 */
export function tableAt(
  passage: Passage,
  at: number,
  end: number,
  shape: Shape | undefined,
  indent: number,
): Table | undefined {
  const { text } = passage;
  const heads = cellsOf(text.slice(at, end));
  if (heads.length < 2 || !heads.every((head) => isKey(head, shape))) return undefined;
  const items: string[] = [];
  let stop = end;
  for (let next = passage.lineEnd(at) + 1; next < text.length && items.length < MOST_ROWS; ) {
    const lineEnd = passage.lineEnd(next);
    const row = text.slice(next, passage.contentEnd(lineEnd)).replace(/^ +/, '');
    const cells = cellsOf(row);
    if (cells.length < 2 || cells.length > heads.length) break;
    const entries = cells.flatMap((cell, index) => (cell === '' ? [] : [`${heads[index]}: ${flowText(cell)}`]));
    if (!/^[\s|:-]+$/.test(row)) items.push(`${' '.repeat(indent)}- { ${entries.join(', ')} }`);
    stop = passage.contentEnd(lineEnd);
    next = lineEnd + 1;
  }
  return items.length === 0 ? undefined : { items: items.join('\n'), end: stop };
}

/** The cells of a table's row, as a spreadsheet or Markdown parts them. */
const cellsOf = (row: string): string[] =>
  row
    .trimEnd()
    .replace(/^\||\|$/g, '')
    .split(/\t|\|/)
    .map((cell) => cell.trim());

/** A text as it may stand inside brackets. */
const flowText = (text: string): string => (/[,:#"'{}[\]&*!|>%@`]|^[-?] /.test(text) ? JSON.stringify(text) : text);
