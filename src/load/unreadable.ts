import type { Kind } from '../model/kinds.ts';
import type { TranslationProblem } from '../schema/vocabulary/translate.ts';

/** What a record of each kind cannot be judged without: when it is, and whom it is about. */
const NEEDED: Record<Kind, readonly string[]> = {
  plan: ['/kind', '/year', '/base/name'],
  session: ['/kind', '/year', '/base'],
  province: ['/kind', '/year'],
  pairing: ['/kind', '/helper', '/helped'],
  'city-program': ['/kind', '/city', '/year'],
};

/** Whether a record can be judged though some of its values cannot be read, given by their JSON pointers. */
export const isJudgeable = (kind: Kind, unreadable: Iterable<string>): boolean =>
  ![...unreadable].some((path) => NEEDED[kind].some((needed) => `${needed}/`.startsWith(`${path}/`)));

/** Whether a record may be left out because of a mistake at a path: in what it cannot be judged without, or in all of it. */
export const leavesOut = (path: string): boolean =>
  Object.values(NEEDED).some((needed) => needed.some((each) => `${each}/`.startsWith(`${path}/`)));

/** JSON pointers of the values that a mistake in keys and codes makes unreadable; none where it is a key of the author's own. */
export function unreadableBy({ rule, path, isOwn, isSlip, meant = [] }: TranslationProblem): readonly string[] {
  if (isOwn || isSlip) return [];
  if (rule !== 'schema/unknown-key') return [path];
  // What no key can be told from may stand for any of its object. A kind under a misspelt key is told all the same.
  return meant.length > 0 ? meant.filter((key) => key !== '/kind') : [path.slice(0, path.lastIndexOf('/'))];
}
