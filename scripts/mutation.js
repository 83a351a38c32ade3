// Changes the program in small ways and runs its tests against each: `npm run mutation`, or `npm run mutation -- 300 2` for
// about 300 such mutants drawn by seed 2, and with a folder behind that for those of it alone. Tests that matter should fail; each
// mutant that none notices is listed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';

const MUTANTS = 1000;
/** Lines that are drawn together, and how many mutants they have on average. */
const [LINES, A_STRETCH] = [8, 7];

const SOURCES = [
  'src/{rules,engine,calendar,load}/**/*.ts',
  'src/schema/{values,vocabulary}/**/*.ts',
  'src/schema/*.ts',
];
const TESTS = [
  'test/rules/{rules,unreadable}.test.ts',
  'test/{engine,calendar,records}/*.test.ts',
  'test/schema/{values,vocabulary}/*.test.ts',
  'test/load/{bad-input,encodings,unreadable}.test.ts',
  'test/mutation/pages.ts',
];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [count = MUTANTS, seed = 1, folder = 'src'] = process.argv.slice(2);
let state = Number(seed);
const draw = (/** @type {number} */ of) => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * of);
};
const stretches = globSync(SOURCES, { ignore: ['src/rules/index.ts'] })
  .filter((file) => file.startsWith(folder))
  .sort()
  .flatMap((file) => {
    const { length } = readFileSync(file, 'utf8').split('\n');
    return Array.from(
      { length: Math.ceil(length / LINES) },
      (_, at) => `${file}:${at * LINES + 1}-${(at + 1) * LINES}`,
    );
  });
const mutate = Array.from({ length: Math.min(stretches.length, Math.ceil(Number(count) / A_STRETCH)) }, () =>
  stretches.splice(draw(stretches.length), 1),
).flat();

const mutants = await new Stryker({
  mutate,
  tests: TESTS,
  testRunner: 'in-one-process',
  plugins: [fileURLToPath(new URL('../test/mutation/runner.js', import.meta.url))],
  coverageAnalysis: 'perTest',
  ignorePatterns: ['/dist', '/docs/guide', '/docs/adr', '/cache', '/bench'],
  reporters: ['progress-append-only'],
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  concurrency: 1,
  allowConsoleColors: false,
  warnings: false,
}).runMutationTest();

/** @type {Record<string, number>} */
const counts = {};
for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
for (const { fileName, location, replacement, status } of mutants)
  if (status === 'Survived' || status === 'NoCoverage')
    console.log(`${status} ${fileName}:${location.start.line + 1}:${location.start.column + 1} ${replacement}`);
const caught = (counts.Killed ?? 0) + (counts.Timeout ?? 0);
const missed = (counts.Survived ?? 0) + (counts.NoCoverage ?? 0);
console.log(`${JSON.stringify(counts)}; ${((100 * caught) / (caught + missed)).toFixed(1)} % noticed`);
