import { csvText } from '../text/csv.ts';
import { boxed } from '../text/table.ts';
import { jsonText, visible } from '../text/visible.ts';
import { wrapped } from '../text/wrap.ts';

/** A list to print: its rows as data, how each column shows them, and what is said after them. */
export interface Listing<Row> {
  rows: readonly Row[];
  columns: readonly { title: string; cell(row: Row): string | number }[];
  notes: readonly string[];
}

/** Widest cell of a table, in terminal cells; longer texts are wrapped. */
const CELL_WIDTH = 42;

const valuesOf = <Row>({ rows, columns }: Listing<Row>): (string | number)[][] =>
  rows.map((row) =>
    columns.map(({ cell }) => {
      const value = cell(row);
      return typeof value === 'number' ? value : visible(value);
    }),
  );

const cellsOf = <Row>(listing: Listing<Row>): string[][] => valuesOf(listing).map((cells) => cells.map(String));

/** For a terminal: a table that fits it, then the notes. */
function table<Row>(listing: Listing<Row>, columns?: number): string {
  const head = listing.columns.map(({ title }) => title);
  const rows = cellsOf(listing).map((cells) => cells.map((cell) => wrapped(cell, CELL_WIDTH).join('\n')));
  return `${[boxed(head, rows, columns), '', ...listing.notes.map(visible)].join('\n')}\n`;
}

/** For programs: the rows as an array. */
const json = <Row>({ rows }: Listing<Row>): string => jsonText(rows);

/** For Excel: the rows below their titles. */
const csv = <Row>(listing: Listing<Row>): string =>
  csvText([listing.columns.map(({ title }) => title), ...valuesOf(listing)]);

/** For documents: a table in Markdown, then the notes. */
export function markdown<Row>(listing: Listing<Row>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(unmarked).join(' | ')} |`;
  return `${[
    line(listing.columns.map(({ title }) => title)),
    line(listing.columns.map(() => '---')),
    ...cellsOf(listing).map(line),
    '',
    ...listing.notes.map((note) => `- ${unmarked(visible(note))}`),
  ].join('\n')}\n`;
}

/** A text in which nothing is markup, a link or the end of a cell. */
const unmarked = (text: string): string => text.replace(/[\\`*_<|&]|(?<=\])\(/g, '\\$&');

/** The formats of a listing. */
export const listingFormats = { table, json, csv, markdown };
