import type { Kind } from '../model/kinds.ts';
import { itemShape, kinds, type Property, type Shape, shapeOfKind } from '../schema/vocabulary/shape.ts';

let all: ReadonlySet<string> | undefined;

/** Every key of every kind, in both languages. */
function allKeys(): ReadonlySet<string> {
  if (all) return all;
  const keys = new Set<string>();
  const met = new Set<Shape>();
  const gather = (shape: Shape): void => {
    if (met.has(shape)) return;
    met.add(shape);
    if (shape.type === 'array') gather(shape.items);
    if (shape.type !== 'object') return;
    for (const key of shape.keys.keys()) keys.add(key);
    for (const property of shape.properties) gather(property.shape);
  };
  for (const { code } of kinds) gather(shapeOfKind(code as Kind));
  all = keys;
  return all;
}

/** Whether a word is a key of a shape; of any object at all where the shape is not known. */
export const isKey = (word: string, shape: Shape | undefined): boolean =>
  shape?.type === 'object' ? shape.keys.has(word) : shape === undefined && allKeys().has(word);

/** Whether a word is a key anywhere. */
export const isAnyKey = (word: string): boolean => allKeys().has(word);

/** The property that a key of a shape stands for. */
export const propertyOf = (word: string, shape: Shape | undefined): Property | undefined =>
  shape?.type === 'object' ? shape.keys.get(word) : undefined;

/** Whether a shape is an object, or a list of objects. */
export const isCollectionOfObjects = (shape: Shape | undefined): boolean => itemShape(shape)?.type === 'object';
