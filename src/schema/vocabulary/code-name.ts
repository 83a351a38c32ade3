import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { itemShape, propertyAt, titleOfCode } from './shape.ts';

/** The name of a code that may stand at a path: its Chinese twin, and in English the code itself. */
export const nameOfCode = (kind: Kind, path: string, code: string): Words => ({
  zh: titleOfCode(kind, path, code) ?? code,
  en: code,
});

/** The codes that may stand at a path, or in the list there; keys of the object there. */
export function codesAt(kind: Kind, path: string): string[] {
  const property = propertyAt(kind, path)?.shape;
  if (property?.type === 'object') return property.properties.map(({ name }) => name);
  const shape = itemShape(property);
  return shape && 'codes' in shape ? shape.codes.map(({ code }) => code) : [];
}
