import { visible } from '../text/visible.ts';

// A sign alone, a cell behind its sheet, or a word or a short number with its punctuation. Whatever else is ASCII may be markup, a link, a mention, a reference to
// an issue or commit, an emoji or a formula on one platform or another.
const PLAIN =
  /^(?:[,.;:?!%()"'+=/-]|![A-Z]{1,2}\d{1,4}|[("']*(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}(?:[.,:-]\d{1,2})*%?)[)"'.,;:!?]*)$/;
const LINK_OR_COMMIT = /^\W*(?:www\.|[a-f]{7,}\W*$)/i;

/** A row of a table, whose cells hold plain text. */
export const row = (cells: readonly string[]): string => line(cells.map(inline));

/** A table whose cells hold plain text. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableWith(head, rows.map(row));

/** A table of rows that are written already. */
export const tableWith = (head: readonly string[], rows: readonly string[]): string =>
  [line(head), line(head.map(() => '---')), ...rows].join('\n');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A text in which nothing is markup: words as they are, everything doubtful as code, so that it can be copied unchanged. */
export const inline = (text: string): string =>
  visible(text).replace(/[!-~]+/g, (run) =>
    PLAIN.test(run) && !LINK_OR_COMMIT.test(run)
      ? run
      : // A pipe would end the table's cell, even in code.
        run.split('|').map(code).join('&#124;'),
  );

function code(text: string): string {
  if (text === '') return '';
  const ticks = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...ticks) + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
}
