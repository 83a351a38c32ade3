// What the tests use of vitest, for tests that are run many times in one process: they are listed as their files are evaluated,
// and run by the runner beside this one.
import { readFileSync } from 'node:fs';
import * as expecting from '@vitest/expect';
import { chai } from '@vitest/expect';

chai.use(expecting.JestExtend);
chai.use(expecting.JestChaiExpect);
chai.use(expecting.JestAsymmetricMatchers);
chai.use(({ Assertion, util }) =>
  util.addMethod(
    Assertion.prototype,
    'toMatchFileSnapshot',
    /** @this {Chai.AssertionStatic} */
    function (/** @type {string} */ file) {
      this.assert(this._obj === readFileSync(file, 'utf8'), `${file} says something else`, '', '');
    },
  ),
);

export const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string=} */ message) => chai.expect(value, message),
  chai.expect,
  // @ts-expect-error: kept there for all copies of the library
  globalThis[expecting.ASYMMETRIC_MATCHERS_OBJECT],
  { soft: (/** @type {unknown} */ value, /** @type {string=} */ message) => chai.expect(value, message) },
);
expecting.setState({ assertionCalls: 0, testPath: '' }, expect);
// @ts-expect-error: where its matchers look for it
globalThis[expecting.GLOBAL_EXPECT] = expect;

/**
 * @typedef {() => unknown} Work
 * @typedef {{ before: Work[], after: Work[], beforeEach: Work[], afterEach: Work[], outer: Suite | undefined, path: string, hasBegun: boolean }} Suite
 * @typedef {{ id: string, suite: Suite, run: Work }} Test
 */

/** @type {Test[]} */
export const tests = [];

/** @returns {Suite} */
const suite = (/** @type {string} */ path, /** @type {Suite | undefined} */ outer = undefined) => ({
  ...{ before: [], after: [], beforeEach: [], afterEach: [], outer, path, hasBegun: false },
});
let current = suite('');

/** Begins a file of tests. */
export const begin = (/** @type {string} */ file) => {
  current = suite(file);
};

/** The suites around a test, the outermost first. */
export const around = (/** @type {Suite | undefined} */ inner) => {
  /** @type {Suite[]} */
  const all = [];
  for (let at = inner; at; at = at.outer) all.unshift(at);
  return all;
};

/** A name with what it says of a case, as far as that tells cases apart. */
function filled(/** @type {string} */ name, /** @type {unknown} */ given) {
  const rest = Array.isArray(given) ? [...given] : [given];
  const keys = /** @type {Record<string, unknown>} */ (given ?? {});
  return name.replace(/\$(\w+)/g, (_, key) => String(keys[key])).replace(/%s/g, () => String(rest.shift()));
}

const takes = (/** @type {(name: string, work: Work) => void} */ add) => {
  // Options stand before the function or behind it.
  const one = (/** @type {unknown} */ name, /** @type {unknown[]} */ ...rest) =>
    add(String(name), /** @type {Work} */ (rest.find((each) => typeof each === 'function')));
  const each =
    (/** @type {unknown[]} */ cases) =>
    (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => {
      const work = /** @type {(...given: unknown[]) => unknown} */ (rest.find((item) => typeof item === 'function'));
      for (const [at, given] of cases.entries())
        add(`${filled(name, given)} #${at}`, () => (Array.isArray(given) ? work(...given) : work(given)));
    };
  const skip = () => {};
  return Object.assign(one, {
    each,
    skip: Object.assign(skip, { each: () => skip }),
    skipIf: (/** @type {unknown} */ is) => (is ? Object.assign(skip, { each: () => skip }) : takes(add)),
    runIf: (/** @type {unknown} */ is) => (is ? takes(add) : Object.assign(skip, { each: () => skip })),
  });
};

export const describe = takes((name, work) => {
  const outer = current;
  current = suite(`${outer.path} > ${name}`, outer);
  work();
  current = outer;
});

/** @type {Map<string, number>} */
const named = new Map();
export const test = takes((name, run) => {
  const path = `${current.path} > ${name}`;
  // Two of one name are told apart by their turn.
  const turn = named.get(path) ?? 0;
  named.set(path, turn + 1);
  tests.push({ id: turn === 0 ? path : `${path} (${turn})`, suite: current, run });
});
export const beforeAll = (/** @type {Work} */ work) => current.before.push(work);
export const afterAll = (/** @type {Work} */ work) => current.after.push(work);
export const beforeEach = (/** @type {Work} */ work) => current.beforeEach.push(work);
export const afterEach = (/** @type {Work} */ work) => current.afterEach.push(work);
