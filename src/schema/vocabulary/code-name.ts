import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { itemShape, type Property, propertyAt, type Shape, titleOfCode } from './shape.ts';

/** The name of a code that may stand at a path: its Chinese twin, and in English the code itself. */
export const nameOfCode = (kind: Kind, path: string, code: string): Words => ({
  zh: titleOfCode(kind, path, code) ?? code,
  en: code,
});

/** The codes that may stand at a path, or in the list there. */
export function codesAt(kind: Kind, path: string): string[] {
  const shape = itemShape(propertyAt(kind, path)?.shape);
  return shape && 'codes' in shape ? shape.codes.map(({ code }) => code) : [];
}

/** Those where nothing else may stand; none where any text may. */
export function closedCodesAt(kind: Kind, path: string): string[] {
  const shape = itemShape(propertyAt(kind, path)?.shape);
  return shape?.type === 'text' && shape.closed ? codesAt(kind, path) : [];
}

/** What a key's value may be. */
export type KeyType = 'date' | 'boolean';

/** The keys of the object at a path, or of those in the list there; those whose values are of a type where one is given. */
export function keysAt(kind: Kind, path: string, type?: KeyType): Property[] {
  const shape = itemShape(propertyAt(kind, path)?.shape);
  if (shape?.type !== 'object') return [];
  return shape.properties.filter(
    ({ name, shape: of }) => name !== 'notes' && (type === undefined || type === typeOf(of)),
  );
}

const typeOf = (shape: Shape): string => (shape.type === 'text' ? shape.format : shape.type);
