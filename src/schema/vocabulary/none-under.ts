import { NONE, NOTHING } from '../values/nothing.ts';
import { itemShape, type ObjectShape, type Property, type Shape } from './shape.ts';

/** Whether any text may stand where a shape is asked, if there are codes for it too. */
export const takesAnyText = (shape: Shape): boolean =>
  shape.type === 'text' && shape.format === 'text' && !shape.closed;

/**
 * The texts that count as not given under a key of an object. An id that must be there may be any text, and what can be
 * planned may have no title yet.
 */
export function noneUnder({ name, required, shape }: Property, { keys }: ObjectShape): RegExp | undefined {
  if (!takesAnyText(itemShape(shape)) || (required && name === 'id')) return undefined;
  return name === 'title' && keys.has('status') ? NONE : NOTHING;
}
