import type { LoadedFile, LoadedRecord, Reference } from '../load/loaded.ts';
import { subjectAt } from '../load/subject.ts';
import type { Location, Stretch } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import { type Anchor, anchorAt } from '../records/anchor.ts';
import { Lines, lineEnd, ofItsOwn } from '../text/lines.ts';
import { placeAt } from '../tree/yaml/positions.ts';
import type { Lacking, Origins } from '../workbook/origins.ts';
import { type CellStretch, stretchOfCell, stretchToFill } from '../workbook/places.ts';

/** Gives a file as it was read: its text, and of a workbook the cells that the text comes from. */
export type ReadFile = (file: string) => Pick<LoadedFile, 'text' | 'workbook'>;

/** Turns paths of records into lines and columns, only for what is reported; keeps the text of one file at a time. */
export class Locator {
  readonly #readFile: ReadFile;
  #file: string | undefined;
  #text = '';
  #lines: Lines | undefined;
  #last: { start: number; end: number; stretch: Stretch } | undefined;
  /** The subjects of a record that were located. */
  #located: { record: LoadedRecord | undefined; subjects: Map<string, Location> } = {
    record: undefined,
    subjects: new Map(),
  };
  /** What was named last. */
  #named: (Reference & { name: string }) | undefined;
  #origins: Origins | undefined;
  /** Whether there may be remarks behind a # in the text; in a workbook there are none. */
  #hasRemarks = false;

  constructor(readFile: ReadFile) {
    this.#readFile = readFile;
  }

  /** The location of a path's value, or of the key that stands in for it where it is missing. */
  locate({ record, path }: Reference, subject?: string): Location {
    return this.locateAt(record, anchorAt(record, record.data(), path), [{ path }], subject);
  }

  /** The location of what is pointed at; in a workbook, of missing values that it stands in for the cells of them all. */
  locateAt(
    record: LoadedRecord,
    { path: at, offsets, key }: Anchor,
    sought: readonly Lacking[],
    subject?: string,
  ): Location {
    const data = record.data();
    const toFill = this.#toFill(record, data, at, sought);
    const stretch = toFill ?? this.#stretch(record, offsets);
    const location = locationOf(record, at, subject ?? subjectAt(data, at), stretch);
    // A list or map over several lines is better known by its key than by its first item.
    return !toFill && key && stretch.endLine > stretch.line
      ? { key: this.#stretch(record, key), ...location }
      : location;
  }

  /** The location of a subject as a whole. */
  locateSubject({ record, path }: Reference): Location {
    // Dozens of rules say something of each subject of a record, one after the other.
    if (this.#located.record !== record) this.#located = { record, subjects: new Map() };
    const known = this.#located.subjects.get(path);
    if (known) return known;
    const data = record.data();
    const offsets = placeAt(data, record.positions(), path)?.value ?? [0, 0];
    const location = locationOf(record, path, subjectAt(data, path), this.#stretch(record, offsets));
    this.#located.subjects.set(path, location);
    return location;
  }

  /** The text of the object that should have a path, up to the end of its last line; undefined where there is no such object, or no remark in the file. */
  ownerText({ record, path }: Reference): string | undefined {
    this.#open(record.file);
    if (!this.#hasRemarks) return undefined;
    const place = placeAt(record.data(), record.positions(), path.slice(0, path.lastIndexOf('/')));
    if (!place) return undefined;
    const [start, end] = place.value;
    return this.#text.slice(start, lineEnd(this.#text, end));
  }

  /** The value at a path as its author wrote it on one line; undefined where it is not written there itself. */
  written({ record, path }: Reference): string | undefined {
    const place = placeAt(record.data(), record.positions(), path);
    if (!place) return undefined;
    this.#open(record.file);
    const text = this.#text.slice(...place.value).trimEnd();
    return /^[*&!|>]|\n/.test(text) ? undefined : ofItsOwn(text.replace(/^(["'])(.*)\1$/, '$2'));
  }

  /** `file:line` of something, or of a cell `file 培训班!F7`, to name it in a message. */
  where(reference: Reference): string {
    // Thousands of findings may name the same.
    if (this.#named?.record !== reference.record || this.#named.path !== reference.path) {
      const { file, line, cell } = this.locate(reference);
      const name = cell ? `${file} ${cell.sheet}!${cell.address}` : `${file}:${line}`;
      this.#named = { ...reference, name };
    }
    return this.#named.name;
  }

  /** In a workbook, the empty cells of what a record lacks, where one path stands in for all. */
  #toFill(record: LoadedRecord, data: AnyRecord, at: string, sought: readonly Lacking[]): CellStretch | undefined {
    this.#open(record.file);
    if (!this.#origins) return undefined;
    const missing = sought.filter(({ path, code }) => path !== at || code !== undefined);
    if (missing.length === 0) return undefined;
    const { kind, index } = record;
    const sheets = { text: this.#text, origins: this.#origins, kind, index, data, positions: record.positions() };
    return stretchToFill(sheets, missing, at);
  }

  #stretch(record: LoadedRecord, [start, end]: [number, number]): Stretch {
    this.#open(record.file);
    if (this.#origins) return stretchOfCell({ text: this.#text, origins: this.#origins }, start);
    // Several findings stand at one place, one after the other.
    if (this.#last?.start === start && this.#last.end === end) return this.#last.stretch;
    this.#lines ??= new Lines(this.#text);
    const range = this.#lines.range(start, end);
    const stretch = { source: this.#lines.lineText(range.line), ...range };
    this.#last = { start, end, stretch };
    return stretch;
  }

  #open(file: string): void {
    if (this.#file === file) return;
    const read = this.#readFile(file);
    this.#file = file;
    this.#text = read.text();
    this.#origins = read.workbook?.origins;
    this.#hasRemarks = !this.#origins && this.#text.includes('#');
    this.#lines = undefined;
    this.#last = undefined;
  }
}

function locationOf(record: LoadedRecord, path: string, subject: string | null, stretch: Stretch): Location {
  const index = record.several ? { record: record.index } : {};
  return { file: record.file, ...index, path, subject, ...stretch };
}
