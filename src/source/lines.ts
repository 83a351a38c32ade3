import type { Range } from '../finding.ts';

/** Turns offsets of a text into lines and columns; made only for texts that something is reported about. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The 1-based line of an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The text of a line without its line break. */
  lineText(line: number): string {
    const end = this.#starts[line] ?? this.#text.length + 1;
    return this.#text.slice(this.#starts[line - 1], end - 1).replace(/\r$/, '');
  }

  /** The range between two offsets; trailing blanks and line breaks of the stretch are left out. */
  range(start: number, end: number): Range {
    const last = Math.max(start, start + this.#text.slice(start, end).trimEnd().length);
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = this.#position(last);
    return { line, column, endLine, endColumn };
  }

  #position(offset: number): [line: number, column: number] {
    const line = this.lineAt(offset);
    const before = this.#text.slice(this.#starts[line - 1], offset);
    return [line, [...before].length + 1];
  }
}
