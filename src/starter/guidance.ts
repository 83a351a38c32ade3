import type { Words } from '../finding.ts';
import type { Edition } from '../notices/edition.ts';
import type { Kind } from '../records/kinds.ts';

/**
 * What to know of a field before filling it in, with the numbers of the edition in force and their clause: hints by JSON
 * pointer with English names and `*` for list places, such as `/sessions/*\/online/hours`. A field without a number of the
 * notices has none; its schema describes it.
 */
export function guidance(_kind: Kind, _edition: Edition | undefined): ReadonlyMap<string, Words> {
  return new Map();
}
