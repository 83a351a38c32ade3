import type { Words } from '../../finding.ts';
import type { Kind } from '../../records/kinds.ts';
import { propertyAt } from '../../vocabulary/shape.ts';

/** The name of a code that may stand at a path: its Chinese twin, and in English the code itself. */
export function nameOfCode(kind: Kind, path: string, code: string): Words {
  const shape = propertyAt(kind, path)?.shape;
  const items = shape?.type === 'array' ? shape.items : shape;
  const known = items?.type === 'text' ? items.codes.find((one) => one.code === code) : undefined;
  return { zh: known?.title ?? code, en: code };
}
