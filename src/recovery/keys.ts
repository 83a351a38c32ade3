import { isAnyKey, isPart, itemShape, type ListShape, type Property, type Shape } from '../schema/vocabulary/shape.ts';

/** Whether a word is a key of a shape; of any object at all where the shape is not known. */
export const isKey = (word: string, shape: Shape | undefined): boolean =>
  shape?.type === 'object' ? shape.keys.has(word) || shape.kept.has(word) : shape === undefined && isAnyKey(word);

/** The property that a key of a shape stands for. */
export const propertyOf = (word: string, shape: Shape | undefined): Property | undefined =>
  shape?.type === 'object' ? shape.keys.get(word) : undefined;

/** Whether a key is marked as the author's own, as no word of a text begins. */
export const isMarkedOwn = (word: string): boolean => word.startsWith('x-');

/** Whether what stands under a key is the author's own: a key that begins with x-, or one that is kept and not read. */
export const isOwn = (word: string, shape: Shape | undefined): boolean =>
  isMarkedOwn(word) || (shape?.type === 'object' && shape.kept.has(word));

/** The list that may stand where a shape is asked, also one of objects where one alone may; undefined where none may. */
export function listShape(shape: Shape | undefined): ListShape | undefined {
  if (shape?.type === 'array') return shape;
  return shape && isPart(shape) ? { type: 'array', items: shape.alone() } : undefined;
}

/** Whether a shape is an object, or a list of objects. */
export const isCollectionOfObjects = (shape: Shape | undefined): boolean => itemShape(shape)?.type === 'object';
