import { isMap, isScalar, isSeq } from 'yaml';
import type { AnyRecord, Kind } from '../../model/kinds.ts';
import type { HoursPerDay } from '../../schema/vocabulary/forms.ts';
import { type Property, type Shape, shapeOfKind } from '../../schema/vocabulary/shape.ts';
import { translate } from '../../schema/vocabulary/translate.ts';
import { parseYaml } from '../../tree/yaml/parse.ts';

/** A key of a record where it stands in a text. */
export interface Field {
  kind: Kind;
  property: Property;
  /** JSON pointer with English names, `*` for places in lists. */
  path: string;
  start: number;
  end: number;
  /** What could be read of the record. */
  record: Partial<AnyRecord>;
}

/** The key at an offset of a text; undefined where none stands there, or none that a record of its kind has. */
export function fieldAt(text: string, offset: number, hoursPerDay: HoursPerDay): Field | undefined {
  const document = parseYaml(text, 'failsafe').documents.find(({ range }) => range[0] <= offset && offset <= range[2]);
  if (!document) return undefined;
  const { kind, record } = translate(document, hoursPerDay);
  const key = kind && keyAt(document.contents, shapeOfKind(kind), '', offset);
  return key && { kind, record: record as Partial<AnyRecord>, ...key };
}

type Key = Pick<Field, 'property' | 'path' | 'start' | 'end'>;

function keyAt(node: unknown, shape: Shape, path: string, offset: number): Key | undefined {
  if (isMap(node) && shape.type === 'object') {
    for (const { key, value } of node.items) {
      const property = isScalar(key) ? shape.keys.get(String(key.value ?? '').trim()) : undefined;
      if (!property) continue;
      const at = `${path}/${property.name}`;
      const [start, end] = rangeOf(key);
      if (start <= offset && offset <= end) return { property, path: at, start, end };
      if (isAround(value, offset)) return keyAt(value, property.shape, at, offset);
    }
  }
  if (isSeq(node) && shape.type === 'array') {
    const item = node.items.find((each) => isAround(each, offset));
    return keyAt(item, shape.items, `${path}/*`, offset);
  }
  return undefined;
}

const rangeOf = (node: unknown): [number, number] => {
  const { range } = (node ?? {}) as { range?: [number, number, number] | null };
  return range ? [range[0], range[1]] : [-1, -1];
};

function isAround(node: unknown, offset: number): boolean {
  const [start, end] = rangeOf(node);
  return start <= offset && offset <= end;
}
