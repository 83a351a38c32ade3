import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { titleOfCode } from './shape.ts';

/** The name of a code that may stand at a path: its Chinese twin, and in English the code itself. */
export const nameOfCode = (kind: Kind, path: string, code: string): Words => ({
  zh: titleOfCode(kind, path, code) ?? code,
  en: code,
});
