import fc from 'fast-check';
import { changedVerdicts } from '../laws/changed-verdicts.ts';
import { drawing, inOrder, judge } from '../laws/judging.ts';
import { sets } from '../laws/records.ts';
import { sameVerdicts } from '../laws/same-verdicts.ts';

/** Sets of a whole campaign, each counting once a law. */
export const TRIES = 100_000;

/** Sets drawn by one seed. */
const SETS = 50;

const laws = [...sameVerdicts, ...changedVerdicts];

/** Tries every law over verdicts on the sets of a seed, and gives how many that were; `broke` is told each that breaks one. */
export async function trySeed(seed: number, broke: (what: string) => void): Promise<number> {
  for (const [records, draw] of fc.sample(fc.tuple(sets, drawing), { numRuns: SETS, seed })) {
    let judged: ReturnType<typeof judge> | undefined;
    const first = () => {
      judged ??= judge(inOrder(records));
      return judged;
    };
    for (const { title, holds } of laws) {
      try {
        await holds(records, draw, first);
      } catch (error) {
        broke(`${title}\n${JSON.stringify(records)}\n${error instanceof Error ? error.message : error}`);
      }
    }
  }
  return SETS * laws.length;
}
