import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { isItem, pointerOf, pointerTo, segmentsOf, valueAt } from '../tree/yaml/positions.ts';
import type { Validator } from './validators.ts';
import type { Named } from './vocabulary/named.ts';
import { itemShape, type Property, propertyAt, type Shape, shapeOfKind } from './vocabulary/shape.ts';
import {
  badDate,
  daysApart,
  missingKeys,
  orEmpty,
  outOfRange,
  type SchemaWords,
  unknownCode,
  wrongType,
} from './words.ts';

/** A schema mistake in a translated record: one a path and rule. */
export interface SchemaProblem extends SchemaWords {
  rule: 'schema/required' | 'schema/type' | 'schema/enum' | 'schema/date' | 'schema/range';
  path: string;
  /** For keys that are missing: which. */
  missing?: Property[];
  /** For a value of another type: what is asked there. */
  shape?: Shape;
}

/**
 * Validates a translated record; the mistakes come out one a path, the most basic first (type before anything else). A
 * required key that is only misspelt (`misspelt` has its path) is not missing as well. `writtenAt` tells what stands at a path,
 * and `keyAt` the key under which it stands, both as their author wrote them. Of more than `most` one more is told.
 */
export function validate(
  validator: Validator,
  kind: Kind,
  record: unknown,
  writes: 'zh' | 'en',
  misspelt: ReadonlySet<string>,
  writtenAt: (path: string) => string,
  keyAt: (path: string) => string,
  most: number,
): SchemaProblem[] {
  if (validator(record)) return [];
  const problems = new Map<string, SchemaProblem>();
  const missing = new Map<string, string[]>();
  for (const { keyword, instancePath: path, params } of validator.errors ?? []) {
    if (problems.size + missing.size > most) break;
    if (keyword === 'required') {
      const keys = missing.get(path) ?? [];
      if (!keys.includes(params.missingProperty) && !misspelt.has(`${path}/${params.missingProperty}`))
        missing.set(path, [...keys, params.missingProperty]);
      continue;
    }
    if (keyword === 'type' || !problems.has(path)) {
      const problem = problemOf(keyword, path, params, kind, record, writes, writtenAt, keyAt);
      if (problem) problems.set(path, problem);
    }
  }
  for (const [path, keys] of missing) {
    const owner = shapeAt(kind, path);
    const properties = keys.map((key) =>
      present(owner?.type === 'object' ? owner.keys.get(key) : undefined, `key ${key}`),
    );
    const headers = properties.flatMap((property) => headersAt(kind, path, property.name));
    problems.set(`${path} required`, {
      rule: 'schema/required',
      path,
      missing: properties,
      ...missingKeys(properties, writes, { headers, isRow: isItem(path) }),
    });
  }
  return [...problems.values()];
}

const headersByPlace = new Map<string, Named[]>();

/** The headers for a key of the object at a path, told once for all items of a list. */
function headersAt(kind: Kind, path: string, name: string): Named[] {
  const place = `${kind}${path.replace(/\/\d+(?=\/|$)/g, '/0')}/${name}`;
  const known = headersByPlace.get(place) ?? headersOf(kind, pointerTo(path, name));
  headersByPlace.set(place, known);
  return known;
}

/** The headers of a workbook under which a value goes, or of an object what it must have. */
function headersOf(kind: Kind, path: string): Named[] {
  const shape = propertyAt(kind, path)?.shape;
  if (shape?.type === 'object')
    return shape.properties
      .filter(({ required }) => required)
      .flatMap(({ name }) => headersOf(kind, pointerTo(path, name)));
  const segments = segmentsOf(path);
  const first = segments.findLastIndex((segment) => /^\d+$/.test(segment)) + 1;
  const along = segments.slice(first).map((_, index) => {
    const pointer = pointerOf(segments.slice(0, first + index + 1));
    return present(propertyAt(kind, pointer), `property at ${pointer}`);
  });
  return [{ name: along.map(({ name }) => name).join('.'), title: along.map(({ title }) => title).join('·') }];
}

/** What is asked at a path: of an item of a list, or of a value. */
function shapeAt(kind: Kind, path: string): Shape | undefined {
  if (path === '') return shapeOfKind(kind);
  const shape = propertyAt(kind, path)?.shape;
  return isItem(path) ? itemShape(shape) : shape;
}

function problemOf(
  keyword: string,
  path: string,
  params: Record<string, unknown>,
  kind: Kind,
  record: unknown,
  writes: 'zh' | 'en',
  writtenAt: (path: string) => string,
  keyAt: (path: string) => string,
): SchemaProblem | undefined {
  const property = propertyAt(kind, path);
  const shape = shapeAt(kind, path);
  if (!property || !shape) return undefined;
  const key = keyAt(path);
  const value = valueAt(record, path);
  const said = (words: SchemaWords): SchemaWords => (property.required ? words : orEmpty(words, value));
  const isSpan = shape.type === 'text' && shape.format === 'span';
  const isListed = typeof value === 'string' || Array.isArray(value);
  // A batch has no parts.
  const apart = isSpan && isListed && !path.startsWith('/outOfProvince/') ? daysApart(writtenAt(path)) : undefined;
  switch (keyword) {
    case 'type':
      // A list that is written as one text stands for its items as a whole.
      if (shape.type === 'array' && typeof value === 'string' && hasCodes(shape.items))
        return {
          rule: 'schema/enum',
          path,
          ...said(unknownCode(key, value, namedCodes(shape.items), writes, formsIn(shape.items))),
        };
      return {
        rule: 'schema/type',
        path,
        shape,
        ...said({ ...wrongType(key, shape, value, writes, isItem(path)), ...apart }),
      };
    case 'format':
      return {
        rule: 'schema/date',
        path,
        ...said({ ...badDate(key, String(value), params.format === 'span' ? 'span' : 'date'), ...apart }),
      };
    case 'enum':
      return {
        rule: 'schema/enum',
        path,
        ...said(unknownCode(key, String(value), namedCodes(shape), writes, isItem(path) ? formsIn(shape) : undefined)),
      };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return {
        rule: 'schema/range',
        path,
        ...outOfRange(key, String(params.comparison), Number(params.limit), writtenAt(path)),
      };
    default:
      return undefined;
  }
}

const hasCodes = (shape: Shape): boolean => shape.type === 'text' && shape.codes.length > 0;

const formsIn = (shape: Shape): ReadonlyMap<string, string> | undefined => ('forms' in shape ? shape.forms : undefined);

const namedCodes = (shape: Shape): Named[] =>
  'codes' in shape ? shape.codes.map(({ code, title, synonyms = [] }) => ({ name: code, title, synonyms })) : [];
