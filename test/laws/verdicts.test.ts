import fc from 'fast-check';
import { test } from 'vitest';
import type { CheckResult } from '../../src/model/check-result.ts';
import { changedVerdicts } from './changed-verdicts.ts';
import { drawing, inOrder, judge } from './judging.ts';
import { sets, type Tree } from './records.ts';
import { sameVerdicts } from './same-verdicts.ts';

/** Sets that each law is tried on; the laws together make at least 2,000 tries, a campaign (scripts/campaign.js) many more. */
const SETS = 340;

/** So many sets take long on a machine that does other work too. */
const TIMEOUT = 600_000;

/** The laws are tried on the same sets, each judged once as it is. */
const judged = new Map<string, Promise<CheckResult>>();

function judgedOnce(records: Tree[]): Promise<CheckResult> {
  const key = JSON.stringify(records);
  const known = judged.get(key) ?? judge(inOrder(records));
  judged.set(key, known);
  return known;
}

test.each([...sameVerdicts, ...changedVerdicts])('$title', { timeout: TIMEOUT }, ({ holds }) =>
  fc.assert(
    fc.asyncProperty(sets, drawing, (records, draw) => holds(records, draw, () => judgedOnce(records))),
    { numRuns: SETS, seed: 1 },
  ),
);
