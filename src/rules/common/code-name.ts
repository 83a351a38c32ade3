import type { Words } from '../../finding.ts';
import type { Kind } from '../../records/kinds.ts';
import { titleOfCode } from '../../vocabulary/shape.ts';

/** The name of a code that may stand at a path: its Chinese twin, and in English the code itself. */
export const nameOfCode = (kind: Kind, path: string, code: string): Words => ({
  zh: titleOfCode(kind, path, code) ?? code,
  en: code,
});
