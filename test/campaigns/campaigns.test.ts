import { expect, test } from 'vitest';
import { tries } from '../sample.ts';
import * as texts from './texts.ts';
import * as workbooks from './workbooks.ts';

/** The first seeds of a campaign; `npm run campaign` tries the rest. The laws over verdicts are tried by tests of their own. */
test.each([
  ['texts', texts, tries(1)],
  ['workbooks', workbooks, tries(1)],
] as const)('%s', async (_, { trySeed }, seeds) => {
  const broken: string[] = [];
  for (let seed = 0; seed < seeds; seed += 1) await trySeed(seed, (what) => broken.push(what));
  expect(broken).toEqual([]);
});
