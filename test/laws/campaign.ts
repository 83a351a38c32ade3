import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { changedVerdicts } from './changed-verdicts.ts';
import { drawing, inOrder, judge } from './judging.ts';
import { sets } from './records.ts';
import { sameVerdicts } from './same-verdicts.ts';

/** Sets drawn by one seed. What they came to is kept after each, so that a campaign goes on where it was left. */
const SETS = 50;

const laws = [...sameVerdicts, ...changedVerdicts];

/**
 * Tries every law on sets until they make so many together, a set counting once a law; where a set breaks one, it is shown and
 * the campaign ends. `state` is the file that tells how far it came.
 */
export async function campaign(tries: number, state: string, tell: (line: string) => void): Promise<boolean> {
  let seed = existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as { seeds: number }).seeds : 0;
  for (; seed * SETS * laws.length < tries; seed += 1) {
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
          tell(`seed ${seed}: ${title}\n${JSON.stringify(records)}\n${error instanceof Error ? error.message : error}`);
          return false;
        }
      }
    }
    writeFileSync(state, `${JSON.stringify({ seeds: seed + 1 })}\n`);
    tell(`${(seed + 1) * SETS * laws.length} of ${tries}`);
  }
  return true;
}
