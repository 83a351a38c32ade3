// Runs mutants against the tests that meet them, each in a process that is warm: what kills one is tried again without it, so
// that nothing that another left behind counts; what survives is tried anew from the start, so that nothing kept hides it.
import { parentPort, workerData } from 'node:worker_threads';
import { Suite, space } from './suite.js';

/** @typedef {{ id: string, tests: string[], isStatic: boolean, hits: number }} Tried */

/** Runs of a mutant that are taken for endless, by those without it. */
const ENDLESS = 100;

const { text, files } = /** @type {{ text: string, files: string[] }} */ (workerData);
const suite = new Suite(text);
let warm = suite.evaluated(new Set(files));

const turn = (/** @type {Tried | undefined} */ mutant) => {
  space.__stryker__.activeMutant = mutant?.id;
  space.__stryker__.hitCount = mutant && 0;
  space.__stryker__.hitLimit = mutant && ENDLESS * (mutant.hits + 1);
};

const fileOf = (/** @type {string} */ test) => test.replace(/ > .*/s, '');

/** Which test fails with the mutant on. */
async function failing(
  /** @type {Tried} */ mutant,
  /** @type {import('./suite.js').Evaluated} */ from,
  /** @type {readonly string[]} */ tests,
) {
  for (const test of tests) {
    turn(mutant);
    const { failure } = await from.run(test);
    turn(undefined);
    if (failure !== undefined) return test;
  }
  return undefined;
}

/** Tries a mutant where all has run before. */
async function tryWarm(/** @type {Tried} */ mutant) {
  const test = await failing(mutant, warm, mutant.tests);
  if (test === undefined) return undefined;
  const { failure } = await warm.run(test);
  if (failure === undefined) return test;
  // Something was left behind.
  warm = suite.evaluated(new Set(files));
  return undefined;
}

/** Tries a mutant from the start. */
async function tryCold(/** @type {Tried} */ mutant) {
  const wanted = new Set(mutant.tests.map(fileOf));
  turn(mutant);
  let from;
  try {
    from = suite.evaluated(wanted);
  } catch {
    return 'it cannot be loaded';
  } finally {
    turn(undefined);
  }
  const known = new Set(from.ids);
  // A list of cases that is another.
  const lost = mutant.tests.find((test) => !known.has(test));
  if (lost !== undefined) return lost;
  const test = await failing(mutant, from, mutant.tests);
  if (test === undefined) return undefined;
  const { failure } = await suite.evaluated(new Set([fileOf(test)])).run(test);
  return failure === undefined ? test : undefined;
}

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
port.on('message', async (/** @type {Tried} */ mutant) => {
  const warmly = mutant.isStatic ? undefined : await tryWarm(mutant);
  port.postMessage(warmly ?? (await tryCold(mutant)));
});
