// The tests with the program that they test, bundled once and evaluated as often as nothing may be left of an earlier run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

/** @typedef {{ id: string, milliseconds: number, failure: string | undefined }} Outcome */

/**
 * Tests and program in one text.
 *
 * @param {readonly string[]} files of tests
 * @param {ReadonlyMap<string, string>} changed what stands in files instead
 */
export async function bundled(files, changed) {
  const cwd = process.cwd();
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './test/mutation/vitest.js';\nexport const files = {${files
        .map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`)
        .join(',')}};`,
      resolveDir: cwd,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
    alias: { vitest: join(cwd, 'test/mutation/vitest.js') },
    external: ['esbuild', 'typescript', 'tinyglobby', '@vitest/expect'],
    banner: { js: '(function (require, module, exports) {' },
    footer: { js: '})' },
    plugins: [
      {
        name: 'changed',
        setup({ onLoad }) {
          onLoad({ filter: /[/\\](?:src|test)[/\\].*\.ts$/ }, ({ path }) => ({
            loader: 'ts',
            contents: (changed.get(resolve(path)) ?? readFileSync(path, 'utf8'))
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** What the mutated program reads, which mutant is on, and writes: which were met in which test. Its instrumenter names it so. */
export const space = /** @type {{ __stryker__: Record<string, any> }} */ (/** @type {unknown} */ (globalThis));
space.__stryker__ ??= {};

/** Evaluates the tests anew, with whatever mutant is on. */
export class Suite {
  #script;
  #require;

  /** @param {string} text what was bundled */
  constructor(text) {
    const filename = resolve('tests.cjs');
    this.#script = new Script(text, { filename });
    this.#require = createRequire(filename);
  }

  /** The tests of some files, as if nothing had run yet. */
  evaluated(/** @type {ReadonlySet<string>} */ wanted) {
    const module = { exports: {} };
    this.#script.runInThisContext()(this.#require, module, module.exports);
    const { files, begin, tests, around } =
      /** @type {typeof import('./vitest.js') & { files: Record<string, () => void> }} */ (module.exports);
    for (const [file, evaluate] of Object.entries(files)) {
      if (!wanted.has(file)) continue;
      begin(file);
      evaluate();
    }
    return new Evaluated(new Map(tests.map((test) => [test.id, test])), around);
  }
}

/** Tests that share what their program keeps. */
export class Evaluated {
  #tests;
  #around;

  /**
   * @param {Map<string, import('./vitest.js').Test>} tests
   * @param {typeof import('./vitest.js').around} around
   */
  constructor(tests, around) {
    this.#tests = tests;
    this.#around = around;
  }

  get ids() {
    return [...this.#tests.keys()];
  }

  /** Runs one test, with what goes before it where that has not been done. */
  async run(/** @type {string} */ id) {
    const test = this.#tests.get(id);
    if (!test) throw new Error(`There is no test ${id}`);
    const suites = this.#around(test.suite);
    const started = performance.now();
    /** @type {string | undefined} */
    let failure;
    space.__stryker__.currentTestId = id;
    try {
      for (const each of suites) {
        if (each.hasBegun) continue;
        each.hasBegun = true;
        for (const work of each.before) await work();
      }
      for (const each of suites) for (const work of each.beforeEach) await work();
      await test.run();
      for (const each of suites.toReversed()) for (const work of each.afterEach) await work();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    space.__stryker__.currentTestId = undefined;
    return { id, milliseconds: performance.now() - started, failure };
  }
}
