import { isAlias, isMap, type ParsedNode, type Scalar } from 'yaml';
import type { Kind } from '../../model/kinds.ts';
import type { Tree, YamlDocument } from '../../tree/yaml/parse.ts';
import { readCode } from '../values/code.ts';
import { readValue, type ValueContext } from '../values/index.ts';
import { readList, writeList } from '../values/list.ts';
import { readYear } from '../values/year.ts';
import { type Shape, shapeOfKind, type TextShape } from './shape.ts';
import { valueTypeOf } from './value-type.ts';

/** The class hours that a day has in a year, by which days are read where hours are asked; undefined leaves them unread. */
export type HoursPerDay = (year: number | undefined) => number | undefined;

/** A value that is not written in the first of its forms: where it stands, and how it is written so. */
export interface OtherForm {
  start: number;
  end: number;
  first: string;
}

/** Longest text, in UTF-16 units, that may be a code, or all of an enum's codes in one. */
export const LONGEST_CODE = 200;

/** Reads the values of one document in whatever form they are written, and keeps which of them are not in the first. */
export class Forms {
  readonly met: OtherForm[] = [];
  readonly #document: Tree;
  readonly #hoursPerDay: HoursPerDay;
  #context: ValueContext | undefined;

  constructor(document: Tree, hoursPerDay: HoursPerDay) {
    this.#document = document;
    this.#hoursPerDay = hoursPerDay;
  }

  /** A value as the rules read it; as it is given where it is written so, or in none of its forms. */
  value(given: unknown, node: Scalar.Parsed, shape: Shape, kind: Kind | undefined): unknown {
    if (isCanonical(given, shape)) return given;
    const type = valueTypeOf(shape);
    if (type === undefined) return given;
    const written = String(node.value);
    const read = readValue(type, written, this.#contextIn(kind));
    if (!read || (shape.type === 'integer' && !Number.isInteger(read.value))) return given;
    this.#note(node, written, read.first);
    return read.value;
  }

  /** The code that a text stands for; undefined where it is none. */
  code(node: Scalar.Parsed, forms: ReadonlyMap<string, string>): string | undefined {
    const written = String(node.value).trim();
    const read = written.length > LONGEST_CODE ? undefined : readCode(written, forms);
    if (read) this.#note(node, written, read.form);
    return read?.value;
  }

  /** The items of a list that is written as one text; undefined where it is none. */
  list(node: Scalar.Parsed, { forms, closed }: TextShape): string[] | undefined {
    const written = String(node.value).trim();
    const read = readList(written, { forms, isOpen: !closed });
    if (!read) return undefined;
    const [only, ...others] = read.forms;
    this.#note(node, written, only !== undefined && others.length === 0 ? only : writeList(read.forms));
    return read.value;
  }

  /**
   * Keeps that a value is written in another form than its first; not where an alias may stand for it elsewhere too, nor
   * where a tag says that it is text and its first form is a list.
   */
  #note(node: Scalar.Parsed, written: string, first: string): void {
    if (written === first || node.anchor || node.type?.startsWith('BLOCK')) return;
    if (node.tag && first.startsWith('[')) return;
    const [start, end] = node.range;
    this.met.push({ start, end, first });
  }

  /** What values are read against; looked for only where one is not written as the rules read it. */
  #contextIn(kind: Kind | undefined): ValueContext {
    if (!this.#context) {
      const year = this.#yearIn(kind);
      this.#context = { year, hoursPerDay: this.#hoursPerDay(year) };
    }
    return this.#context;
  }

  /** The year of the record; undefined where it has none, or none that can be read. */
  #yearIn(kind: Kind | undefined): number | undefined {
    const shape = kind && shapeOfKind(kind);
    const root = this.#document.contents;
    if (shape?.type !== 'object' || !isMap<ParsedNode, ParsedNode | null>(root)) return undefined;
    const pair = root.items.find(({ key }) => shape.keys.get(this.#textOf(key).trim())?.name === 'year');
    return readYear(this.#textOf(pair?.value))?.value;
  }

  #textOf(node: ParsedNode | null | undefined): string {
    const target = isAlias(node) ? node.resolve(this.#document as YamlDocument) : node;
    return target && 'value' in target ? String(target.value) : '';
  }
}

/** Whether a value stands as the rules read it, so that it need not be read. */
function isCanonical(value: unknown, shape: Shape): boolean {
  switch (shape.type) {
    case 'text':
      return /^\d{4}-\d{2}-\d{2}$/.test(value as string);
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'number';
  }
}
