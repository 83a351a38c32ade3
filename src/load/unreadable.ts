import type { Kind } from '../model/kinds.ts';
import type { TranslationProblem } from '../schema/vocabulary/translate.ts';
import type { LoadedFile } from './loaded.ts';

/** What a record of each kind cannot be judged without, besides its kind: when it is, and whom it is about. */
const NEEDED: Record<Kind, readonly string[]> = {
  plan: ['/year', '/base/name'],
  session: ['/year', '/base'],
  province: ['/year'],
  pairing: ['/helper', '/helped'],
  'city-program': ['/city', '/year'],
};

/** Whether one of what is needed, or the kind, is at a path or in what stands there. */
const isNeededIn = (path: string, needed: readonly string[]): boolean =>
  ['/kind', ...needed].some((each) => `${each}/`.startsWith(`${path}/`));

/** Whether a record can be judged though some of its values cannot be read, given by their JSON pointers. */
export const isJudgeable = (kind: Kind, unreadable: Iterable<string>): boolean =>
  ![...unreadable].some((path) => isNeededIn(path, NEEDED[kind]));

/** Whether a record may be left out because of a mistake at a path: in what it cannot be judged without, or in all of it. */
export const leavesOut = (path: string): boolean => Object.values(NEEDED).some((needed) => isNeededIn(path, needed));

/** JSON pointers of the values that a mistake in keys and codes makes unreadable; none where it is a key of the author's own. */
export function unreadableBy({ rule, path, isOwn, isSlip, meant = [] }: TranslationProblem): readonly string[] {
  if (isOwn || isSlip) return [];
  if (rule !== 'schema/unknown-key') return [path];
  // What no key can be told from may stand for any of its object. A kind under a misspelt key is told all the same.
  return meant.length > 0 ? meant.filter((key) => key !== '/kind') : [path.slice(0, path.lastIndexOf('/'))];
}

/** The records of a file in which so much is wrong that none is judged. */
export const noneJudged = (recordCount: number): Pick<LoadedFile, 'records' | 'unjudged'> => ({
  records: [],
  unjudged: Array.from({ length: recordCount }, (_, index) => ({ index, kind: undefined })),
});
