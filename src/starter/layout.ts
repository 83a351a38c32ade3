import { stringify } from 'yaml';
import type { Language, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { itemShape, type Property, type Shape, shapeOfKind } from '../schema/vocabulary/shape.ts';
import { visible } from '../text/visible.ts';
import { width } from '../text/width.ts';
import type { ExampleValues } from './example-values.ts';

/** What a starter says at one place: a value, `undefined` for what is still to fill in, `null` for a key left out. */
export type Value = string | number | boolean | readonly string[] | Tree | readonly Tree[] | null | undefined;

/** A record as far as it is known, with English names; a key that it does not mention is written without a value. */
export interface Tree {
  [key: string]: Value;
}

/** A record as far as it is known, and what there is to say of single places, by JSON pointer. */
export interface Draft {
  tree: Tree;
  /** Of a list item: its heading. Of a field: what follows from this record, such as the last day in time. */
  remarks: ReadonlyMap<string, Words>;
  /** Values of an example that is shown where nothing is filled in yet, such as the hours that the notice asks. */
  examples: ReadonlyMap<string, Tree>;
}

/** How a draft is written. */
export interface Layout {
  /** Language of keys and of enumerated values. */
  keys: Language;
  /** Language of comments. */
  lang: Language;
  /** Hints with the numbers of the notices, by path with `*` for list places. */
  hints: ReadonlyMap<string, Words>;
  /** A year in which the dates of examples lie. */
  year: number;
  examples: ExampleValues;
}

/** Widest line with a comment beside what it explains, in terminal cells. */
const MOST_CELLS = 100;

type ObjectShape = Shape & { type: 'object' };

/** A place of the record: its JSON pointer, the same with `*` for list places, and how far it is indented. */
interface Place {
  path: string;
  pattern: string;
  indent: number;
}

/** A draft as YAML. Where it is explained, every key has a comment; list items after the first have none. */
export function yamlText(kind: Kind, draft: Draft, layout: Layout, explained: boolean): string {
  const writer = new Writer(draft, layout);
  const place = { path: '', pattern: '', indent: 0 };
  return `${writer.object(shapeOfKind(kind) as ObjectShape, draft.tree, place, explained).join('\n')}\n`;
}

class Writer {
  readonly #draft: Draft;
  readonly #layout: Layout;

  constructor(draft: Draft, layout: Layout) {
    this.#draft = draft;
    this.#layout = layout;
  }

  object(shape: ObjectShape, tree: Tree, { path, pattern, indent }: Place, explained: boolean): string[] {
    const lines: string[] = [];
    let apart = false;
    for (const property of inOrder(shape)) {
      const { name } = property;
      const value = tree[name];
      if (value === null || name === 'notes') continue;
      const place = { path: `${path}/${name}`, pattern: `${pattern}/${name}`, indent };
      const before = apart;
      apart = indent === 0 && isStructural(property.shape);
      lines.push(...(before || apart ? [''] : []), ...this.#property(property, value, place, explained));
    }
    return lines;
  }

  #property(property: Property, value: Value, place: Place, explained: boolean): string[] {
    const { shape } = property;
    const pad = ' '.repeat(place.indent);
    const remark = this.#draft.remarks.get(place.path);
    const above = explained ? this.#layout.hints.get(place.pattern) : undefined;
    const key = `${pad}${this.#keyOf(property)}:`;
    const entry = value === undefined || isTree(value) || isTrees(value) ? key : `${key} ${this.#flow(shape, value)}`;
    const choices = explained ? this.#choices(shape, above) : '';
    const beside = [remark ? this.#say(remark) : '', explained ? this.#described(property) : '', choices].filter(
      (text) => text !== '',
    );
    // What the notices say stands beside a field where there is room, else above it.
    const hint = above ? this.#say(above) : '';
    const fits = width([entry, hint, ...beside].join(this.#stop)) <= MOST_CELLS;
    const comment = (fits && hint ? [hint, ...beside] : beside).join(this.#stop);
    const line = comment ? `${entry} # ${comment}` : entry;
    const lines = fits || !hint ? [line] : [...hint.split(this.#stop).map((each) => `${pad}# ${each}`), line];
    if (isTrees(value)) return [...lines, ...this.#items(listed(shape), value, place, explained)];
    if (shape.type === 'object' && isTree(value))
      return [...lines, ...this.object(shape, value, { ...place, indent: place.indent + 2 }, explained)];
    return value === undefined && isStructural(shape) ? [...lines, ...this.#example(shape, place, explained)] : lines;
  }

  #items(shape: ObjectShape, items: readonly Tree[], place: Place, explained: boolean): string[] {
    const pad = ' '.repeat(place.indent + 2);
    return items.flatMap((item, index) => {
      const path = `${place.path}/${index}`;
      const heading = this.#draft.remarks.get(path);
      const at = { path, pattern: `${place.pattern}/*`, indent: place.indent + 4 };
      const [first = '', ...others] = this.object(shape, item, at, explained && index === 0);
      return [
        ...(heading ? [...(index > 0 ? [''] : []), `${pad}# ── ${this.#say(heading)}`] : []),
        `${pad}- ${first.trimStart()}`,
        ...others,
      ];
    });
  }

  /** An example that stands once its `#` is taken away, and below it what to know of its fields. */
  #example(shape: Shape, { path, pattern, indent }: Place, explained: boolean): string[] {
    const given = this.#draft.examples.get(path);
    if (!explained && !given) return [];
    const pad = `${' '.repeat(indent + 2)}# `;
    const [item, at] = shape.type === 'array' ? [shape.items, `${pattern}/*`] : [shape, pattern];
    const dash = shape.type === 'array' ? '- ' : '';
    return [
      `${pad}${dash}${this.#flow(item, this.#exampleOf(item as ObjectShape, given))}`,
      ...(explained ? this.#fields(item as ObjectShape, at).map((line) => `${pad}  ${line}`) : []),
    ];
  }

  #exampleOf(shape: ObjectShape, given: Tree = {}): Tree {
    return Object.fromEntries(
      inOrder(shape)
        .filter(({ name }) => name !== 'notes')
        .map((property) => [
          property.name,
          property.name in given ? given[property.name] : this.#exampleValue(property),
        ]),
    );
  }

  #exampleValue({ name, shape, ...property }: Property): Value {
    switch (shape.type) {
      case 'object':
        return this.#exampleOf(shape);
      case 'array': {
        const item = this.#exampleValue({ ...property, name, shape: shape.items });
        return isTree(item) ? [item] : [String(item)];
      }
      case 'text':
        if (shape.format === 'date') return `${this.#layout.year}-05-08`;
        return this.#layout.examples[name] ?? shape.codes[0]?.code ?? this.#say(property.description);
      case 'boolean':
        return this.#layout.examples[name] ?? true;
      default:
        return name === 'year' ? this.#layout.year : (this.#layout.examples[name] ?? 20);
    }
  }

  /** What an example's fields may hold, one line each where there is something to know. */
  #fields(shape: ObjectShape, pattern: string): string[] {
    return inOrder(shape).flatMap((property) => {
      const at = `${pattern}/${property.name}`;
      const hint = this.#layout.hints.get(at);
      // What an example has as true or false needs no list of the two.
      const choices = property.shape.type === 'boolean' ? '' : this.#choices(property.shape, hint);
      const known = [choices, hint ? this.#say(hint) : ''].filter((text) => text !== '');
      const own = known.length > 0 ? [`${this.#keyOf(property)} ${known.join(this.#stop)}`] : [];
      const { shape: inner } = property;
      return inner.type === 'object' ? [...own, ...this.#fields(inner, at)] : own;
    });
  }

  get #stop(): string {
    return this.#word('；', '; ');
  }

  /** The values that may stand somewhere, in the language of the keys, unless the hint names them all. */
  #choices(shape: Shape, hint: Words | undefined): string {
    const items = itemShape(shape);
    if (items.type === 'boolean') return this.#word('true 或 false', 'true or false');
    if (items.type !== 'text' || items.codes.length < 2) return '';
    const forms = items.codes.map(({ code, title }) => (this.#layout.keys === 'zh' ? title : code));
    if (hint && forms.every((form) => this.#say(hint).includes(form))) return '';
    const all = forms.join(this.#word('、', ', '));
    return shape.type === 'array'
      ? this.#word(`可写几项：${all}`, `any of ${all}`)
      : this.#word(`可写：${all}`, `one of ${all}`);
  }

  /** What a field is for, unless its key says just that. */
  #described(property: Property): string {
    const text = this.#say(property.description);
    return text === this.#keyOf(property) ? '' : text;
  }

  #keyOf({ name, title }: Property): string {
    return this.#layout.keys === 'zh' ? title : name;
  }

  #say(words: Words): string {
    return visible(words[this.#layout.lang]);
  }

  #word(zh: string, en: string): string {
    return this.#say({ zh, en });
  }

  /** A value on one line, its keys and codes in the language of the keys. */
  #flow(shape: Shape, value: Value): string {
    if (shape.type === 'array') {
      const items = Array.isArray(value) ? value : [value];
      return `[${items.map((item) => this.#flow(shape.items, item)).join(', ')}]`;
    }
    if (shape.type === 'object') {
      const pairs = inOrder(shape).flatMap((property) => {
        const held = isTree(value) ? value[property.name] : undefined;
        return held === undefined || held === null
          ? []
          : [`${this.#keyOf(property)}: ${this.#flow(property.shape, held)}`];
      });
      return `{ ${pairs.join(', ')} }`;
    }
    const title = shape.type === 'text' && shape.codes.find(({ code }) => code === value)?.title;
    return flowScalar(title && this.#layout.keys === 'zh' ? title : value);
  }
}

/** A scalar, quoted where YAML would read something else. */
const flowScalar = (value: unknown): string =>
  stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim().slice(1, -1);

/** Whether a value is an object. */
export const isTree = (value: Value): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list of objects. */
export const isTrees = (value: Value): value is readonly Tree[] => Array.isArray(value) && value.some(isTree);

const listed = (shape: Shape): ObjectShape => itemShape(shape) as ObjectShape;

/** Whether something below a key goes on lines of its own. */
const isStructural = (shape: Shape): boolean =>
  shape.type === 'object' || (shape.type === 'array' && shape.items.type === 'object');

/** The properties with what says which record it is first. */
function inOrder(shape: ObjectShape): Property[] {
  const properties = shape.properties.filter(({ alternative }) => !alternative);
  const first = properties.filter(({ name }) => ['kind', 'year', 'base', 'city'].includes(name));
  return [...first, ...properties.filter((property) => !first.includes(property))];
}
