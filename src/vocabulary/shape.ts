import cityProgram from '../../schemas/city-program.schema.json' with { type: 'json' };
import common from '../../schemas/common.schema.json' with { type: 'json' };
import pairing from '../../schemas/pairing.schema.json' with { type: 'json' };
import plan from '../../schemas/plan.schema.json' with { type: 'json' };
import province from '../../schemas/province.schema.json' with { type: 'json' };
import session from '../../schemas/session.schema.json' with { type: 'json' };
import type { Words } from '../finding.ts';
import type { Kind } from '../records/kinds.ts';

/** What the schemas say may stand at one place, in the form that translating needs. */
export type Shape =
  | { type: 'object'; keys: Map<string, Property>; properties: Property[] }
  | { type: 'array'; items: Shape }
  | { type: 'text'; format: 'date' | 'text'; codes: Code[]; forms: Map<string, string>; closed: boolean }
  | NumberShape
  | { type: 'boolean' };

/** A number: the units that an author may have written behind it, and whether it is a share of one. */
export interface NumberShape {
  type: 'number' | 'integer';
  units: readonly string[];
  fraction: boolean;
}

/** One key of an object: its English name, its Chinese twin, what it means, and what its value may be. */
export interface Property {
  name: string;
  title: string;
  description: Words;
  /** Whether an object that is there must have it. */
  required: boolean;
  shape: Shape;
}

/** One enum code and its Chinese twin. */
export interface Code {
  code: string;
  title: string;
}

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  title?: string;
  description?: string;
  required?: string[];
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: string[];
  const?: string;
  maximum?: number;
  'x-titles'?: Record<string, string | string[]>;
  'x-units'?: string[];
  $defs?: Record<string, Schema>;
}

const schemas = { plan, session, province, pairing, 'city-program': cityProgram } as unknown as Record<Kind, Schema>;

/** The five kinds with their Chinese twins. */
export const kinds: Code[] = Object.entries(schemas).map(([code, schema]) => ({ code, title: schema.title as string }));

const shapes = new Map<string, Shape>();

/** The shape of a record of a kind. */
export function shapeOfKind(kind: Kind): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const shape = shapeOf(schemas[kind], schemas[kind]);
  shapes.set(kind, shape);
  return shape;
}

function shapeOf(schema: Schema, root: Schema): Shape {
  if (schema.$ref) return shapeOfReference(schema.$ref, root);
  if (schema.type === 'object') {
    const required = new Set(schema.required);
    const properties: Property[] = [];
    for (const part of schema.allOf ?? []) {
      const inherited = shapeOf(part, root);
      if (inherited.type !== 'object') continue;
      for (const each of inherited.properties)
        properties.push(required.has(each.name) ? { ...each, required: true } : each);
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const shared = property.$ref === undefined ? undefined : referredTo(property.$ref, root).schema;
      const { title, description } = { ...shared, ...property } as Required<Schema>;
      properties.push({
        name,
        title,
        description: wordsOf(description),
        required: required.has(name),
        shape: shapeOf(property, root),
      });
    }
    const keys = new Map(
      properties.flatMap((property) => [[property.name, property] as const, [property.title, property] as const]),
    );
    return { type: 'object', properties, keys };
  }
  if (schema.type === 'array') return { type: 'array', items: shapeOf(schema.items as Schema, root) };
  if (schema.type === 'string') {
    const codes: Code[] = [];
    const forms = new Map<string, string>();
    for (const [code, title] of Object.entries(schema['x-titles'] ?? {})) {
      const titles = [title].flat();
      codes.push({ code, title: titles[0] as string });
      for (const form of [code, ...titles]) forms.set(form, code);
    }
    return {
      type: 'text',
      format: schema.format === 'date' ? 'date' : 'text',
      codes,
      forms,
      closed: Boolean(schema.enum ?? schema.const),
    };
  }
  if (schema.type === 'number' || schema.type === 'integer')
    return { type: schema.type, units: schema['x-units'] ?? [], fraction: schema.maximum === 1 };
  return { type: 'boolean' };
}

/** A description of a schema: Chinese, then English after a slash between blanks. */
function wordsOf(description: string): Words {
  const [zh, en] = description.split(' / ') as [string, string];
  return { zh, en };
}

function shapeOfReference(reference: string, root: Schema): Shape {
  const { schema, file, name } = referredTo(reference, root);
  const key = `${file.title}#${name}`;
  const known = shapes.get(key);
  if (known) return known;
  const shape = shapeOf(schema, file);
  shapes.set(key, shape);
  return shape;
}

/** The definition that a reference names, and the schema file that holds it. */
function referredTo(reference: string, root: Schema): { schema: Schema; file: Schema; name: string } {
  const [other, pointer] = reference.split('#') as [string, string];
  const file = other ? (common as unknown as Schema) : root;
  const name = pointer.split('/').pop() as string;
  return { schema: file.$defs?.[name] as Schema, file, name };
}

/** The Chinese twin of a code that may stand at a path, in a list there too; undefined where the path has no such code. */
export function titleOfCode(kind: Kind, path: string, code: string): string | undefined {
  const shape = propertyAt(kind, path)?.shape;
  const items = shape?.type === 'array' ? shape.items : shape;
  return items?.type === 'text' ? items.codes.find((one) => one.code === code)?.title : undefined;
}

/** The property that a JSON pointer with English names leads to, with the shape of its value; list places are skipped. */
export function propertyAt(kind: Kind, path: string): Property | undefined {
  let shape: Shape | undefined = shapeOfKind(kind);
  let property: Property | undefined;
  for (const segment of path.split('/').slice(1)) {
    if (shape?.type === 'array') shape = shape.items;
    else if (shape?.type === 'object') {
      property = shape.keys.get(segment);
      shape = property?.shape;
    }
  }
  return property && shape ? { ...property, shape } : undefined;
}
