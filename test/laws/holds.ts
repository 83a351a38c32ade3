import fc from 'fast-check';
import { test } from 'vitest';
import { drawing, inOrder, judge, type Law } from './judging.ts';
import { sets } from './records.ts';

/** Sets tried in one law; the laws together try at least 2,000, a campaign (scripts/campaign.js) many more. */
const RUNS = 340;

/** So many sets take long on a machine that does other work too. */
const TIMEOUT = 600_000;

/** Holds laws against sets, each against its own. */
export function holdLaws(laws: readonly Law[], from: number): void {
  for (const [index, { title, holds }] of laws.entries())
    test(title, { timeout: TIMEOUT }, () =>
      fc.assert(
        fc.asyncProperty(sets, drawing, (records, draw) => holds(records, draw, () => judge(inOrder(records)))),
        { numRuns: RUNS, seed: from + index },
      ),
    );
}
