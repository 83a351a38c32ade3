import { descriptions, kept, shapesOf, titles } from '../../generated/shapes.js';
import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Named } from './named.ts';

/** What the schemas say may stand at one place, in the form that translating needs. */
export type Shape = ObjectShape | ListShape | TextShape | NumberShape | { type: 'boolean' };

/** A list. */
export interface ListShape {
  type: 'array';
  items: Shape;
}

/** An object with keys. What its keys may be called is gathered when first asked for: most records have few of the objects. */
export class ObjectShape {
  readonly type = 'object';
  readonly properties: readonly Property[];
  readonly kept: ReadonlyMap<string, Named>;
  /** Whether a list of such objects may stand there as well. */
  readonly orList: boolean;
  #keys: ReadonlyMap<string, Property> | undefined;

  constructor(properties: readonly Property[], kept: ReadonlyMap<string, Named>, orList: boolean) {
    this.properties = properties;
    this.kept = kept;
    this.orList = orList;
  }

  /** The properties by all that their keys may be called. */
  get keys(): ReadonlyMap<string, Property> {
    if (this.#keys) return this.#keys;
    const keys = new Map<string, Property>();
    for (const property of this.properties) {
      keys.set(property.name, property).set(property.title, property);
      for (const synonym of property.synonyms) keys.set(synonym, property);
    }
    this.#keys = keys;
    return keys;
  }

  /** The same object where no list of such may stand. */
  alone(): ObjectShape {
    return new ObjectShape(this.properties, this.kept, false);
  }
}

/** A text, or the code of an enum. */
export class TextShape {
  readonly type = 'text';
  readonly format: 'date' | 'span' | 'text';
  readonly codes: readonly Code[];
  /** Whether nothing but a code may stand there. */
  readonly closed: boolean;
  #forms: ReadonlyMap<string, string> | undefined;

  constructor(format: TextShape['format'], codes: readonly Code[], closed: boolean) {
    this.format = format;
    this.codes = codes;
    this.closed = closed;
  }

  /** The codes by all that each may be written as. */
  get forms(): ReadonlyMap<string, string> {
    this.#forms ??= formsOf(this.codes);
    return this.#forms;
  }
}

/** A number: its bounds, and the units that an author may have written behind it. */
export interface NumberShape {
  type: 'number' | 'integer';
  limits: Limits;
  units: readonly string[];
  /** Codes that may stand there instead, and what they may be written as. */
  codes: readonly Code[];
  forms: ReadonlyMap<string, string>;
}

/** The bounds of a number, each where there is one. */
export type Limits = Partial<Record<'minimum' | 'exclusiveMinimum' | 'maximum', number>>;

/** One key of an object: its English name, its Chinese twin, what else it is called, what it means, and what its value may be. */
export interface Property {
  name: string;
  title: string;
  synonyms: readonly string[];
  description: Words;
  examples: unknown[];
  /** Whether an object that is there must have it. */
  required: boolean;
  /** Whether it says in another way what other keys say, and is not offered beside them. */
  alternative: boolean;
  shape: Shape;
}

/** One enum code, its Chinese twin, and what else it is called. */
export interface Code {
  code: string;
  title: string;
  synonyms?: readonly string[];
}

/** The five kinds with their Chinese twins. */
export const kinds: (Code & { code: Kind })[] = (Object.keys(titles) as Kind[]).map((code) => ({
  code,
  title: titleOf(code),
}));

/** What a kind is called in Chinese. */
export function titleOf(kind: Kind): string {
  return titles[kind];
}

/** Whether a shape is that of a part: one object, or a list of such. */
export const isPart = (shape: Shape): shape is ObjectShape => shape.type === 'object' && shape.orList;

/** What a record of a kind is. */
export const kindDescription = (kind: Kind): Words => descriptions[kind];

/** Keys whose values an object keeps as they are: known to the model, and judged by no rule. */
const keptKeys: ReadonlyMap<string, Named> = new Map(
  Object.entries(kept).flatMap(([name, title]) => {
    const key = { name, title };
    return [[name, key] as const, [title, key] as const];
  }),
);
const nothingKept: ReadonlyMap<string, Named> = new Map();

function formsOf(codes: readonly Code[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { code, title, synonyms = [] } of codes) {
    forms.set(code, code).set(title, code);
    for (const synonym of synonyms) forms.set(synonym, code);
  }
  return forms;
}

/** What makes the shapes, by what scripts/shapes.js has read from the schemas. */
const makers = {
  /** Made once, when first asked for. */
  once<Made extends Shape>(make: () => Made): () => Made {
    let made: Made | undefined;
    return () => {
      made ??= make();
      return made;
    };
  },
  object: (properties: Property[], keeps: boolean) =>
    new ObjectShape(properties, keeps ? keptKeys : nothingKept, false),
  orList: ({ properties, kept }: ObjectShape) => new ObjectShape(properties, kept, true),
  /** The properties of another object, some of which are required here too. */
  inherited: ({ properties }: ObjectShape, required: string[]) =>
    properties.map((property) => (required.includes(property.name) ? { ...property, required: true } : property)),
  text: (format: TextShape['format'], codes: Code[], closed: boolean) => new TextShape(format, codes, closed),
  number: (type: NumberShape['type'], limits: Limits, units: string[], codes: Code[]): NumberShape => ({
    type,
    limits,
    units,
    codes,
    forms: formsOf(codes),
  }),
};

export type Makers = typeof makers;

const shapes: Record<Kind, () => ObjectShape> = shapesOf(makers);

/** The shape of a record of a kind. */
export const shapeOfKind = (kind: Kind): ObjectShape => shapes[kind]();

/** The shape of the items of a list, which may be given without a list; any other shape itself. */
export function itemShape(shape: Shape): Shape;
export function itemShape(shape: Shape | undefined): Shape | undefined;
export function itemShape(shape: Shape | undefined): Shape | undefined {
  return shape?.type === 'array' ? shape.items : shape;
}

/** The Chinese twin of a code that may stand at a path, in a list there too; undefined where the path has no such code. */
export function titleOfCode(kind: Kind, path: string, code: string): string | undefined {
  const items = itemShape(propertyAt(kind, path)?.shape);
  return items && 'codes' in items ? items.codes.find((one) => one.code === code)?.title : undefined;
}

const found = new Map<Kind, Map<string, Property | undefined>>();

/** Most paths of a kind that are remembered. */
const MOST_FOUND = 1_000;

/** The property that a JSON pointer with English names leads to; of an item of a list it is that of the list. */
export function propertyAt(kind: Kind, path: string): Property | undefined {
  const ofKind = found.get(kind) ?? new Map<string, Property | undefined>();
  found.set(kind, ofKind);
  if (ofKind.has(path)) return ofKind.get(path);
  if (ofKind.size >= MOST_FOUND) ofKind.clear();
  const property = propertyAlong(kind, path);
  ofKind.set(path, property);
  return property;
}

function propertyAlong(kind: Kind, path: string): Property | undefined {
  let shape: Shape | undefined = shapeOfKind(kind);
  let property: Property | undefined;
  for (const segment of path.split('/').slice(1)) {
    if (shape?.type === 'array') shape = shape.items;
    else if (shape?.type === 'object' && !(shape.orList && isPlace(segment))) {
      property = shape.keys.get(segment);
      shape = property?.shape;
    }
  }
  return property;
}

/** Whether a segment of a path is a place in a list. */
const isPlace = (segment: string): boolean => /^\d+$/.test(segment);

let keys: ReadonlySet<string> | undefined;

/** Whether a word is a key of any object of any kind, in either language. */
export function isAnyKey(word: string): boolean {
  keys ??= new Set(everyKey());
  return keys.has(word);
}

/** Every key and code of every kind, in either language, with what else it is called. */
export const everyWord = (): string[] => [
  ...everyKey(),
  ...everyShape()
    .filter((shape) => shape.type === 'text')
    .flatMap(({ forms }) => [...forms.keys()]),
];

const everyKey = (): string[] =>
  everyShape()
    .filter((shape) => shape.type === 'object')
    .flatMap(({ keys, kept }) => [...keys.keys(), ...kept.keys()]);

function everyShape(): Shape[] {
  const met = new Set<Shape>();
  const gather = (shape: Shape): void => {
    if (met.has(shape)) return;
    met.add(shape);
    if (shape.type === 'array') gather(shape.items);
    if (shape.type === 'object') for (const property of shape.properties) gather(property.shape);
  };
  for (const { code } of kinds) gather(shapeOfKind(code));
  return [...met];
}

/** Whether any text at all may stand where a shape is asked. */
export const isFreeText = (shape: Shape | undefined): boolean =>
  shape?.type === 'text' && shape.format === 'text' && shape.codes.length === 0;
