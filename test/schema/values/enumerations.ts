import type { Kind } from '../../../src/model/kinds.ts';
import { itemShape, kinds, type Shape, shapeOfKind, type TextShape } from '../../../src/schema/vocabulary/shape.ts';

/** Every text of the vocabulary that has codes, by the first path where it stands. */
export const enumerations = new Map<string, TextShape>();

const met = new Set<Shape>();

function collect(shape: Shape, path: string): void {
  const items = itemShape(shape);
  if (met.has(items)) return;
  met.add(items);
  if (items.type === 'object') for (const { name, shape } of items.properties) collect(shape, `${path}/${name}`);
  else if (items.type === 'text' && items.codes.length > 0) enumerations.set(path, items);
}

for (const { code } of kinds) collect(shapeOfKind(code as Kind), code);
