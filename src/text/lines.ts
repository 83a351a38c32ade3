import type { Range } from '../model/finding.ts';
import { present } from '../model/present.ts';

/** Longest line that is shown, in UTF-16 units; a file may be one line of megabytes with thousands of findings. */
const LONGEST_SHOWN = 5_000;

/** Turns offsets of a text into lines and columns; made only for texts that something is reported about. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];
  /** Offsets of the characters that take two UTF-16 units. */
  readonly #wide: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#wide.push(index);
  }

  /** The 1-based line of an offset. */
  lineAt(offset: number): number {
    return countUpTo(this.#starts, offset);
  }

  /** The text of a line without its line break; empty where the line is too long to show. */
  lineText(line: number): string {
    const start = this.#startOf(line);
    const end = (this.#starts[line] ?? this.#text.length + 1) - 1;
    if (end - start > LONGEST_SHOWN) return '';
    return ofItsOwn(this.#text.slice(start, end).replace(/\r$/, ''));
  }

  /** The range between two offsets; trailing blanks and line breaks of the stretch are left out. */
  range(start: number, end: number): Range {
    const last = Math.max(start, start + this.#text.slice(start, end).trimEnd().length);
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = this.#position(last);
    return { line, column, endLine, endColumn };
  }

  /** The offset of a 1-based line and column, as a range gives them. */
  offsetAt(line: number, column: number): number {
    const start = this.#startOf(line);
    const characters = start - countUpTo(this.#wide, start - 1) + column - 1;
    // The wide characters before it: each stands as many characters into the text as its offset less those before it.
    const wide = countWhere(this.#wide, (offset, index) => offset - index < characters);
    return characters + wide;
  }

  #startOf(line: number): number {
    return present(this.#starts[line - 1], `line ${line}`);
  }

  #position(offset: number): [line: number, column: number] {
    const line = this.lineAt(offset);
    const start = this.#startOf(line);
    return [line, offset - start - countUpTo(this.#wide, offset - 1) + countUpTo(this.#wide, start - 1) + 1];
  }
}

/** Where the line that holds an offset of a text ends: at its break, or with the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** A piece of a text as a text of its own: V8 keeps the whole of a text in memory as long as a piece that was cut out of it. */
export const ofItsOwn = (piece: string): string => JSON.parse(JSON.stringify(piece));

/** How many of the ascending numbers, or texts such as days, are at most `limit`. */
export const countUpTo = <Value extends number | string>(values: readonly Value[], limit: Value): number =>
  countWhere(values, (value) => value <= limit);

/** How many of the values hold, where all that do come first. */
export function countWhere<Value>(values: readonly Value[], holds: (value: Value, index: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(present(values[middle], 'value'), middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text of several lines on one, without the blanks around its breaks. */
export const onOneLine = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    : text;

/** A header without the star behind it that marks what must be filled in. */
export const withoutStar = (header: string): string => {
  const text = header.trimEnd();
  return /[*＊]$/.test(text) ? text.slice(0, -1).trimEnd() : text;
};
