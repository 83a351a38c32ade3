import type { Fixture } from './rules/fixture.ts';

/** Whether the tests try all that there is, and not a sample of it. */
export const isEvery = process.env.EVERY_FIXTURE !== undefined;

/** How many generated cases to try: ten times as many where EVERY_FIXTURE is set. */
export const tries = (count: number): number => (isEvery ? 10 * count : count);

/** One of each so many items, another with another turn; all of them where EVERY_FIXTURE is set. */
export const oneOfEach = <Item>(count: number, items: readonly Item[], turn = 0): readonly Item[] =>
  isEvery ? items : items.filter((_, index) => (index + turn) % count === 0);

/**
 * Of a rule's fixtures the shortest that together show each verdict that the rule gives and all that becomes of its duties;
 * all of them where EVERY_FIXTURE is set.
 */
export function ofEachVerdict(fixtures: readonly Fixture[]): readonly Fixture[] {
  if (isEvery) return fixtures;
  const shown = new Set<string>();
  return fixtures
    .toSorted((one, other) => one.text.length - other.text.length)
    .filter(({ verdicts = [], duties = [], findings }) => {
      const states = duties.map((duty) => duty.slice('2024-05-08 '.length));
      const all = [...verdicts, ...states, findings.length > 0 ? 'found' : 'nothing found'];
      const fresh = all.filter((each) => !shown.has(each));
      for (const each of fresh) shown.add(each);
      return fresh.length > 0;
    });
}
