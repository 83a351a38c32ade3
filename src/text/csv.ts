import { stringify } from 'csv-stringify/sync';

/** A number with its sign, which no program takes for a formula. */
const SIGNED = /^[-+]\d+(?:\.\d+)?%?$/;

/** Rows for Excel: RFC 4180 with a UTF-8 byte-order mark; a cell that would be read as a formula is led by an apostrophe, a number is one. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify([...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: (value) => (SIGNED.test(value) ? { value, escape_formulas: false } : value) },
  });
