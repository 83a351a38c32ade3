import type { LoadedRecord } from '../load/loaded.ts';
import type { SubjectGroup } from '../records/set.ts';
import type { JudgedGroup } from './judged.ts';

/**
 * What was said of groups of records, for who judges a set again and again. One that is alone is judged by its records, what
 * is open in others, and the ground alone, so that nothing else is said of it as long as these are the same.
 */
export class JudgedBefore {
  #ground: string | undefined;
  #before = new Map<string, Kept>();
  #now = new Map<string, Kept>();

  /** Begins to judge a set anew; the ground is all that decides verdicts besides the set, as a text. What the last one did not have is forgotten. */
  begin(ground: string): void {
    this.#before = this.#ground === ground ? this.#now : new Map();
    this.#now = new Map();
    this.#ground = ground;
  }

  /** Forgets what was said just now, which was not all. */
  forget(): void {
    this.#now = new Map();
  }

  /** What is said of a group: what was said last where it must be the same, else what `judge` says now. */
  of(group: SubjectGroup, judge: () => JudgedGroup): JudgedGroup {
    if (!group.isAlone) return judge();
    const { key, records, open } = group;
    const known = this.#before.get(key);
    const judged = known && known.open === open && isSame(known.records, records) ? known.judged : judge();
    this.#now.set(key, { records, open, judged });
    return judged;
  }
}

interface Kept {
  records: readonly LoadedRecord[];
  open: string | undefined;
  judged: JudgedGroup;
}

const isSame = (some: readonly LoadedRecord[], others: readonly LoadedRecord[]): boolean =>
  some.length === others.length && some.every((record, index) => record === others[index]);
