import type { LoadedRecord, Reference } from '../load/loaded.ts';
import { subjectAt } from '../load/subject.ts';
import type { Location, Stretch } from '../model/finding.ts';
import { anchorAt } from '../records/anchor.ts';
import { Lines, lineEnd } from '../text/lines.ts';
import { cellOf } from '../tree/yaml/cell-comment.ts';
import { placeAt } from '../tree/yaml/positions.ts';

/** Reads a file's text again, for the lines that findings show. */
export type ReadText = (file: string) => string;

/** Turns paths of records into lines and columns, only for what is reported; keeps the text of one file at a time. */
export class Locator {
  readonly #readText: ReadText;
  #file: string | undefined;
  #text = '';
  #lines: Lines | undefined;

  constructor(readText: ReadText) {
    this.#readText = readText;
  }

  /** The location of a path's value, or of the key that stands in for it where it is missing. */
  locate({ record, path }: Reference, subject?: string): Location {
    const data = record.data();
    const { path: at, offsets, key } = anchorAt(record, data, path);
    const location = this.#location(record, at, offsets, subject ?? subjectAt(data, at));
    // A list or map over several lines is better known by its key than by its first item.
    return key && location.endLine > location.line ? { ...location, key: this.#stretch(record, key) } : location;
  }

  /** The location of a subject as a whole. */
  locateSubject({ record, path }: Reference): Location {
    const data = record.data();
    const offsets = placeAt(data, record.positions, path)?.value ?? [0, 0];
    return this.#location(record, path, offsets, subjectAt(data, path));
  }

  /** The text of the object that should have a path, up to the end of its last line; empty where there is no such object. */
  ownerText({ record, path }: Reference): string {
    const place = placeAt(record.data(), record.positions, path.slice(0, path.lastIndexOf('/')));
    if (!place) return '';
    const [start, end] = place.value;
    this.#linesOf(record.file);
    return this.#text.slice(start, lineEnd(this.#text, end));
  }

  /** The value at a path as its author wrote it on one line; undefined where it is not written there itself. */
  written({ record, path }: Reference): string | undefined {
    const place = placeAt(record.data(), record.positions, path);
    if (!place) return undefined;
    this.#linesOf(record.file);
    const text = this.#text.slice(...place.value).trimEnd();
    return /^[*&!|>]|\n/.test(text) ? undefined : text.replace(/^(["'])(.*)\1$/, '$2');
  }

  /** `file:line` of something, with the cell that it was imported from, to name it in a message. */
  where(reference: Reference): string {
    const location = this.locate(reference);
    const cell = cellOf(location);
    return `${location.file}:${location.line}${cell === undefined ? '' : ` ${cell}`}`;
  }

  #location(record: LoadedRecord, path: string, offsets: [number, number], subject: string | null): Location {
    const index = record.several ? { record: record.index } : {};
    return { file: record.file, ...index, path, subject, ...this.#stretch(record, offsets) };
  }

  #stretch(record: LoadedRecord, [start, end]: [number, number]): Stretch {
    const lines = this.#linesOf(record.file);
    const range = lines.range(start, end);
    return { ...range, source: lines.lineText(range.line) };
  }

  #linesOf(file: string): Lines {
    if (this.#file !== file || !this.#lines) {
      this.#file = file;
      this.#text = this.#readText(file);
      this.#lines = new Lines(this.#text);
    }
    return this.#lines;
  }
}
