// Changes the program in small ways and runs its tests against each: `npm run mutation`, or `npm run mutation -- 300 2` for 300
// such mutants drawn by seed 2, and with a folder behind that for those of it alone. Each that neither a test nor a type notices
// is listed. Those of test/mutation/survivors.md change nothing that could be noticed, and are counted by themselves.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { globSync } from 'tinyglobby';
import { bundled, Suite, space } from '../test/mutation/suite.js';
import { mutated, typeCheck } from '../test/mutation/types.js';

const MUTANTS = 1000;

const SOURCES = [
  'src/{rules,engine,calendar,load}/**/*.ts',
  'src/schema/{values,vocabulary}/**/*.ts',
  'src/schema/*.ts',
];
const TESTS = [
  'test/{calendar,editions,rules}/*.test.ts',
  'test/engine/{in-edition,judge,unjudged,waivers}.test.ts',
  'test/fix/forms.test.ts',
  'test/load/{bad-input,encodings,proof,said-of-config,set,unreadable}.test.ts',
  'test/records/{anchor,joining,overlap,period}.test.ts',
  'test/laws/judged-before.test.ts',
  'test/notices/{bases,specialties}.test.ts',
  'test/recovery/{mistakes,meaning,word-table}.test.ts',
  'test/report/check/slips.test.ts',
  'test/report/deadlines/{calendar,deadlines}.test.ts',
  'test/schema/{commented-out,forms,words}.test.ts',
  'test/schema/{values,vocabulary}/*.test.ts',
  'test/workbook/ticks.test.ts',
  'test/mutation/pages.ts',
];
/** What runs the built program sees nothing of what is changed; what waits for a module, Vitest or a browser cannot be bundled. */
const OTHERS = /cli\/run\.ts|child_process|\bvi\b|^\w[^(]*= await |libxml2|esbuild/m;

/** Most seconds for a mutant, as many as a machine at work on other things may need, and about how many of them for tests besides those of its own rule or room: of more, some are run. */
const [SECONDS, OF_OTHERS] = [240, 8];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [count = MUTANTS, seed = 1, folder = 'src'] = process.argv.slice(2);
let state = Number(seed);
const draw = (/** @type {number} */ of) => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * of);
};

/** @typedef {import('@stryker-mutator/instrumenter').File} Source */
const logger = /** @type {any} */ ({ debug() {}, info() {}, isDebugEnabled: () => false });
/** Leaves alone what `present` says where the program itself is at fault: no input brings it about. */
const ofFaults = {
  shouldIgnore: (/** @type {any} */ { key, parent }) =>
    key === 1 && parent.type === 'CallExpression' && parent.callee.name === 'present'
      ? 'a fault of the program'
      : undefined,
};
const instrumented = (/** @type {Source[]} */ sources) =>
  new Instrumenter(logger).instrument(sources, {
    ignorers: [ofFaults],
    excludedMutations: [],
    plugins: null,
    noHeader: false,
  });
const keyOf = (/** @type {import('@stryker-mutator/api/core').Mutant} */ { fileName, location, replacement }) =>
  JSON.stringify([fileName, location, replacement]);

const sources = globSync(SOURCES, { ignore: ['src/rules/index.ts'] })
  .filter((name) => name.startsWith(folder))
  .sort()
  .map((name) => ({ name, content: readFileSync(name, 'utf8') }));
const { mutants: whole } = await instrumented(sources.map((source) => ({ ...source, mutate: true })));
const every = whole.filter(({ status }) => status !== 'Ignored');
const drawn = new Map(
  Array.from({ length: Math.min(every.length, Number(count)) }, () => every.splice(draw(every.length), 1)[0]).flatMap(
    (mutant) => (mutant ? [[keyOf(mutant), mutant]] : []),
  ),
);
// Only these are put in: with all, the program takes several times as long.
const { files: changed, mutants: placed } = await instrumented(
  sources.map(({ name, content }) => ({
    name,
    content,
    mutate: [...drawn.values()].filter(({ fileName }) => fileName === name).map(({ location }) => location),
  })),
);
const mutants = placed.filter((mutant) => drawn.has(keyOf(mutant)));

const files = TESTS.flatMap((pattern) => globSync(pattern).sort()).filter(
  (file) => !OTHERS.test(readFileSync(file, 'utf8')),
);
const text = await bundled(files, new Map(changed.map(({ name, content }) => [resolve(name), content])));

// Which tests meet which mutants, each file of tests from the start.
/** @typedef {{ tests: Set<string>, isStatic: boolean, hits: number }} Met */
/** @type {Map<string, Met>} */
const met = new Map(mutants.map(({ id }) => [id, { tests: new Set(), isStatic: false, hits: 0 }]));
/** @type {Map<string, number>} */
const milliseconds = new Map();
const suite = new Suite(text);
for (const file of files) {
  const evaluated = suite.evaluated(new Set([file]));
  for (const test of evaluated.ids) {
    const outcome = await evaluated.run(test);
    if (outcome.failure !== undefined) throw new Error(`${test} fails without any mutant: ${outcome.failure}`);
    milliseconds.set(test, outcome.milliseconds);
  }
}
const { perTest, static: atStart } = /** @type {import('@stryker-mutator/api/core').MutantCoverage} */ (
  space.__stryker__.mutantCoverage
);
for (const id of Object.keys(atStart)) entry(id).isStatic = true;
for (const [test, hits] of Object.entries(perTest))
  for (const [id, times] of Object.entries(hits)) {
    entry(id).tests.add(test);
    entry(id).hits += times;
  }
const all = [...milliseconds.keys()];

/** @returns {Met} */
function entry(/** @type {string} */ id) {
  return met.get(id) ?? { tests: new Set(), isStatic: false, hits: 0 };
}

/** Which files import a file. */
const importers = new Map(sources.map(({ name }) => [name, new Set()]));
for (const name of globSync('src/**/*.ts').sort())
  for (const [, path = ''] of readFileSync(name, 'utf8').matchAll(/ from '(\.[^']+)'/g))
    importers.get(relative('.', resolve(dirname(name), path)).replaceAll('\\', '/'))?.add(name);

const ruleOf = (/** @type {string} */ file) => /^src\/rules\/((?!common\/)\w+\/[\w-]+)\.ts$/.exec(file)?.[1];

/** The tests about a file: the fixtures of a rule, else what meets anything of it. */
function about(/** @type {string} */ file) {
  const rule = ruleOf(file);
  if (rule !== undefined) return all.filter((test) => test.startsWith(`test/rules/rules.test.ts > ${rule} `));
  return mutants.flatMap(({ id, fileName }) => (fileName === file ? [...entry(id).tests] : []));
}

/** The tests about a file, else about those that import it, and so on: for what is made as it is loaded. */
function aboutOrNear(/** @type {string} */ file) {
  const seen = new Set([file]);
  for (let near = [file]; near.length > 0; ) {
    const tests = near.flatMap(about);
    if (tests.length > 0 && (seen.size > 1 || ruleOf(file) !== undefined)) return new Set(tests);
    near = near.flatMap((each) => [...(importers.get(each) ?? [])]).filter((each) => !seen.has(each));
    for (const each of near) seen.add(each);
  }
  return new Set(about(file));
}

/** The tests that a mutant is tried against, the quickest first. */
function testsOf(/** @type {import('@stryker-mutator/api/core').Mutant} */ { id, fileName }) {
  const { tests, isStatic } = entry(id);
  const rule = ruleOf(fileName);
  const near = isStatic ? aboutOrNear(fileName) : new Set();
  const own = rule === undefined ? `test/${fileName.split('/')[1]}/` : `test/rules/rules.test.ts > ${rule} `;
  const isOwn = (/** @type {string} */ test) => test.startsWith(own);
  const met = all.filter((test) => {
    // A rule's fixtures are about that rule alone.
    if (rule !== undefined && test.startsWith('test/rules/rules.test.ts >')) return test.startsWith(own);
    return tests.has(test) || near.has(test) || (isStatic && (isOwn(test) || test.startsWith('test/mutation/')));
  });
  const others = met.filter((test) => !isOwn(test));
  const long = others.reduce((sum, test) => sum + (milliseconds.get(test) ?? 0), 0);
  const step = Math.max(1, long / (OF_OTHERS * 1000));
  const some = others.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const quickest = (/** @type {string[]} */ list) =>
    list.sort((one, other) => (milliseconds.get(one) ?? 0) - (milliseconds.get(other) ?? 0));
  return [...quickest(met.filter(isOwn)), ...quickest(some)];
}

/** @typedef {'tests' | 'types' | 'endless' | 'listed' | 'survived' | 'unmet'} Fate */
/** @type {Record<Fate, number>} */
const counts = { tests: 0, types: 0, endless: 0, listed: 0, survived: 0, unmet: 0 };

/** Tries mutants in a thread of its own, one after the other; a thread that does not come to an end is ended. */
class Runner {
  /** @type {Worker | undefined} */
  #worker;

  /**
   * What notices a mutant, or nothing.
   *
   * @param {import('../test/mutation/worker.js').Tried} mutant
   * @returns {Promise<string | undefined>}
   */
  tried(mutant) {
    this.#worker ??= new Worker(new URL('../test/mutation/worker.js', import.meta.url), {
      workerData: { text, files },
    });
    const worker = this.#worker;
    return new Promise((resolve) => {
      const timer = setTimeout(async () => {
        this.#worker = undefined;
        worker.off('message', hear).off('error', fail);
        await worker.terminate();
        resolve(ENDLESS);
      }, SECONDS * 1000);
      const hear = (/** @type {string | undefined} */ by) => {
        clearTimeout(timer);
        worker.off('error', fail);
        resolve(by);
      };
      // What fails while a file of tests begins, with nothing to catch it.
      const fail = () => {
        this.#worker = undefined;
        hear('it ends the run');
      };
      worker.once('message', hear);
      worker.once('error', fail);
      worker.postMessage(mutant);
    });
  }

  async end() {
    await this.#worker?.terminate();
  }
}
const ENDLESS = 'endless';

// What no test notices yet is listed there too, and counts as it is.
const [listed = ''] = readFileSync('test/mutation/survivors.md', 'utf8').split('## What no test notices yet');
/** @type {ReturnType<typeof typeCheck> | undefined} */
let isSound;
let done = 0;
// They share what is left.
const left = mutants.values();
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    const runner = new Runner();
    for (const mutant of left) {
      const tests = testsOf(mutant);
      const { isStatic, hits } = entry(mutant.id);
      const by = tests.length === 0 ? undefined : await runner.tried({ id: mutant.id, tests, isStatic, hits });
      const { was, text: changedText } = mutated(mutant);
      const line = (/** @type {string} */ code) => code.replace(/\s+/g, ' ');
      const shown = `${mutant.fileName} \`${line(was)}\` → \`${line(mutant.replacement)}\``;
      isSound ??= typeCheck();
      /** @type {Fate} */
      const fate =
        by !== undefined
          ? by === ENDLESS
            ? 'endless'
            : 'tests'
          : !isSound(mutant.fileName, changedText)
            ? 'types'
            : listed.includes(shown)
              ? 'listed'
              : tests.length === 0
                ? 'unmet'
                : 'survived';
      counts[fate] += 1;
      if (fate === 'survived' || fate === 'unmet' || fate === 'endless')
        console.log(
          `${fate} ${mutant.fileName}:${mutant.location.start.line + 1} ${shown.slice(mutant.fileName.length + 1)}`,
        );
      done += 1;
      if (done % 20 === 0) console.error(`${done} of ${mutants.length}: ${JSON.stringify(counts)}`);
    }
    await runner.end();
  }),
);

const noticed = counts.tests + counts.types + counts.endless;
const share = (/** @type {number} */ of) => `${((100 * noticed) / of).toFixed(1)} %`;
console.log(
  `${JSON.stringify(counts)}: ${share(mutants.length)} of all noticed, ${share(mutants.length - counts.listed)} of those not listed`,
);
console.log(`${Math.round(process.cpuUsage().user / 1e6)} seconds of processor time`);
