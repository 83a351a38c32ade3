import common from '../../../schemas/common.schema.json' with { type: 'json' };
import { schemas, titles } from '../../generated/schemas.js';
import specialties from '../../generated/specialties.json' with { type: 'json' };
import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { present } from '../../model/present.ts';
import type { SpecialtiesRecord } from '../../model/record-types.ts';
import type { Named } from './named.ts';

/** What the schemas say may stand at one place, in the form that translating needs. */
export type Shape =
  | {
      type: 'object';
      keys: Map<string, Property>;
      properties: Property[];
      kept: ReadonlyMap<string, Named>;
      /** Whether a list of such objects may stand there as well. */
      orList?: boolean;
    }
  | { type: 'array'; items: Shape }
  | { type: 'text'; format: 'date' | 'span' | 'text'; codes: Code[]; forms: Map<string, string>; closed: boolean }
  | NumberShape
  | { type: 'boolean' };

export type ObjectShape = Shape & { type: 'object' };
export type TextShape = Shape & { type: 'text' };

/** A number: its bounds, and the units that an author may have written behind it. */
export interface NumberShape {
  type: 'number' | 'integer';
  limits: Limits;
  units: readonly string[];
  /** Codes that may stand there instead, and what they may be written as. */
  codes: Code[];
  forms: Map<string, string>;
}

const bounds = ['minimum', 'exclusiveMinimum', 'maximum'] as const;

/** The bounds of a number, each where there is one. */
export type Limits = Partial<Record<(typeof bounds)[number], number>>;

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

interface Schema extends Limits {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  title?: string;
  description?: string;
  examples?: unknown[];
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  else?: Schema;
  enum?: string[];
  const?: string;
  'x-titles'?: Record<string, string | string[]>;
  'x-directory'?: 'specialties';
  'x-synonyms'?: string[];
  'x-units'?: string[];
  'x-or-list'?: boolean;
  'x-alternative'?: boolean;
  'x-keeps'?: boolean;
  $defs?: Record<string, Schema>;
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

/** What a record of a kind is. */
export const kindDescription = (kind: Kind): Words => wordsOf(schemas[kind]().description);

/** A description of a schema, which is written `中文 / English`. */
function wordsOf(description: string): Words {
  const at = description.indexOf(' / ');
  return { zh: description.slice(0, at), en: description.slice(at + 3) };
}

/** Keys whose values an object keeps as they are: known to the model, and judged by no rule. */
const kept: ReadonlyMap<string, Named> = new Map(
  Object.entries(common['x-kept']).flatMap(([name, title]) => {
    const key = { name, title };
    return [[name, key] as const, [title, key] as const];
  }),
);
const nothingKept: ReadonlyMap<string, Named> = new Map();

/** The names of each specialty of the directory, by its code. */
const directory: Record<string, string[]> = Object.fromEntries(
  (specialties as SpecialtiesRecord['specialties']).map(({ code, name, also = [] }) => [code, [name, ...also]]),
);

const shapes = new Map<string, Shape>();

/** The shape of a record of a kind. */
export function shapeOfKind(kind: Kind): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const schema = schemas[kind]() as Schema;
  const shape = shapeOf(schema, schema);
  shapes.set(kind, shape);
  return shape;
}

function shapeOf(schema: Schema, root: Schema): Shape {
  if (schema.$ref) return shapeOfReference(schema.$ref, root);
  if (schema['x-or-list'])
    return { ...shapeOf(present(schema.else, 'schema of one'), root), orList: true } as ObjectShape;
  if (schema.type === 'object') {
    const properties: Property[] = [];
    const required = new Set(schema.required);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const described =
        property.description === undefined && property.$ref ? definitionOf(property.$ref, root).definition : property;
      properties.push({
        name,
        title: present(property.title, 'title of a key'),
        synonyms: property['x-synonyms'] ?? [],
        description: wordsOf(present(described.description, 'description of a key')),
        examples: property.examples ?? [],
        required: required.has(name),
        alternative: property['x-alternative'] === true,
        shape: shapeOf(property, root),
      });
    }
    let keeps = schema['x-keeps'] ? kept : nothingKept;
    for (const part of schema.allOf ?? []) {
      const inherited = shapeOf(part, root);
      if (inherited.type !== 'object') continue;
      if (inherited.kept.size > 0) keeps = inherited.kept;
      for (const property of inherited.properties)
        properties.push(required.has(property.name) ? { ...property, required: true } : property);
    }
    const keys = new Map<string, Property>();
    for (const property of properties) for (const form of formsOfKey(property)) keys.set(form, property);
    return { type: 'object', properties, keys, kept: keeps };
  }
  if (schema.type === 'array') return { type: 'array', items: shapeOf(present(schema.items, 'schema of items'), root) };
  const { codes, forms } = codesOf(schema['x-directory'] ? directory : schema['x-titles']);
  if (schema.type === 'string') {
    return {
      type: 'text',
      format: schema.format === 'date' || schema.format === 'span' ? schema.format : 'text',
      codes,
      forms,
      closed: Boolean(schema.enum ?? schema.const),
    };
  }
  if (schema.type === 'boolean') return { type: 'boolean' };
  const limits: Limits = {};
  for (const bound of bounds) if (schema[bound] !== undefined) limits[bound] = schema[bound];
  const type = [schema.type].flat().includes('integer') ? 'integer' : 'number';
  return { type, limits, units: schema['x-units'] ?? [], codes, forms };
}

type Codes = Pick<TextShape, 'codes' | 'forms'>;

const codesRead = new Map<object | undefined, Codes>();

/** The codes that a place takes, by their titles, and all that each may be written as. */
function codesOf(titled: Schema['x-titles']): Codes {
  const known = codesRead.get(titled);
  if (known) return known;
  const codes: Code[] = [];
  const forms = new Map<string, string>();
  for (const [code, title] of Object.entries(titled ?? {})) {
    const titles = typeof title === 'string' ? [title] : title;
    codes.push({ code, title: titles[0] ?? code, synonyms: titles.slice(1) });
    forms.set(code, code);
    for (const form of titles) forms.set(form, code);
  }
  const read = { codes, forms };
  codesRead.set(titled, read);
  return read;
}

const formsOfKey = ({ name, title, synonyms }: Property): string[] => [name, title, ...synonyms];

/** What a `$ref` leads to: a definition of the same schema or of the common one. */
function definitionOf(reference: string, root: Schema): { definition: Schema; owner: Schema; name: string } {
  const [file, pointer] = reference.split('#') as [string, string];
  const owner = file ? (common as unknown as Schema) : root;
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  return { definition: present(owner.$defs?.[name], `definition of ${name}`), owner, name };
}

function shapeOfReference(reference: string, root: Schema): Shape {
  const { definition, owner, name } = definitionOf(reference, root);
  const key = `${owner.title}#${name}`;
  const known = shapes.get(key);
  if (known) return known;
  const shape = shapeOf(definition, owner);
  shapes.set(key, shape);
  return shape;
}

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
