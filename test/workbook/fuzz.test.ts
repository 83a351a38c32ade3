import { expect, test } from 'vitest';
import { trySeed } from '../campaigns/workbooks.ts';

/** Seeds of ten workbooks each that are tried: some in every run, as many as `FUZZ` says. A campaign tries the rest. */
const SEEDS = Number(process.env.FUZZ ?? 4);

test('a workbook that is wrong in some way is read or refused, and marked', { timeout: SEEDS * 120_000 }, async () => {
  const broken: string[] = [];
  for (let seed = 0; seed < SEEDS; seed += 1) await trySeed(seed, (what) => broken.push(what));
  expect(broken).toEqual([]);
});
