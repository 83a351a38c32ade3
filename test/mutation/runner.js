// Runs tests for StrykerJS, thousands of times in one process: tests and program are bundled once and evaluated anew for each
// mutant, so that nothing that one made is left for the next. Vitest begins a thread for each, which takes seconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

class Runner {
  static inject = /** @type {const} */ ([commonTokens.options]);

  /** @param {{ tests: string[] }} options */
  constructor(options) {
    // Those that run the built program see nothing of what is changed.
    this.files = options.tests
      .flatMap((pattern) => globSync(pattern).sort())
      .filter((file) => !/cli\/run\.ts|child_process/.test(readFileSync(file, 'utf8')));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const cwd = process.cwd();
    const { outputFiles } = await build({
      stdin: {
        contents: `export * from './test/mutation/vitest.js';\nexport const files = {${this.files
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
          name: 'places',
          setup({ onLoad }) {
            onLoad({ filter: /\/(?:src|test)\/.*\.ts$/ }, ({ path }) => ({
              loader: 'ts',
              contents: readFileSync(path, 'utf8')
                .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
                .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
            }));
          },
        },
      ],
    });
    this.script = new Script(outputFiles[0]?.text ?? '', { filename: join(cwd, 'tests.cjs') });
    this.require = createRequire(join(cwd, 'tests.cjs'));
  }

  /**
   * The tests of files, or of all, as they are anew.
   *
   * @param {Set<string>=} wanted
   */
  evaluated(wanted) {
    const module = { exports: {} };
    this.script?.runInThisContext()(this.require, module, module.exports);
    const { files, begin, tests, around } =
      /** @type {import('./vitest.js') & { files: Record<string, () => void> }} */ (module.exports);
    for (const [file, evaluate] of Object.entries(files)) {
      if (wanted && !wanted.has(file)) continue;
      begin(file);
      evaluate();
    }
    return { tests, around };
  }

  async dryRun() {
    space().activeMutant = undefined;
    return { ...(await this.run(undefined, false)), mutantCoverage: space().mutantCoverage };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    Object.assign(space(), {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    // A rule is held by its own fixtures, not by what others happen to show of it.
    const [, rule = ''] = /src\/rules\/(\w+\/[\w-]+)\.ts$/.exec(activeMutant.fileName.replaceAll('\\', '/')) ?? [];
    const own = testFilter?.filter((id) => id.includes(rule) || id.startsWith('test/mutation/'));
    let result;
    try {
      result = await this.run(own && new Set(own), !disableBail);
    } catch (error) {
      // It cannot even be loaded.
      const failureMessage = String(error);
      return { status: /** @type {const} */ ('killed'), killedBy: [], failureMessage, nrOfTests: 0 };
    }
    return toMutantRunResult(determineHitLimitReached(space().hitCount, hitLimit) ?? result);
  }

  /**
   * Runs all tests, or those wanted, and stops at the first that fails where asked.
   *
   * @param {Set<string> | undefined} wanted
   * @param {boolean} stops
   */
  async run(wanted, stops) {
    const { tests, around } = this.evaluated(wanted && new Set([...wanted].map((id) => id.replace(/ > .*/s, ''))));
    const results = [];
    const begun = [];
    for (const { id, suite, run } of tests) {
      if (wanted && !wanted.has(id)) continue;
      const suites = around(suite);
      const started = performance.now();
      let failureMessage;
      space().currentTestId = id;
      try {
        for (const each of suites) {
          if (each.hasBegun) continue;
          each.hasBegun = true;
          begun.unshift(each);
          for (const work of each.before) await work();
        }
        for (const each of suites) for (const work of each.beforeEach) await work();
        await run();
        for (const each of suites.toReversed()) for (const work of each.afterEach) await work();
      } catch (error) {
        failureMessage = error instanceof Error ? error.message : String(error);
      }
      space().currentTestId = undefined;
      const timed = { id, name: id, timeSpentMs: performance.now() - started };
      results.push(
        failureMessage === undefined
          ? { ...timed, status: /** @type {const} */ (TestStatus.Success) }
          : { ...timed, status: /** @type {const} */ (TestStatus.Failed), failureMessage },
      );
      if (stops && failureMessage !== undefined) break;
    }
    for (const each of begun) for (const work of each.after) await work();
    return { status: /** @type {const} */ (DryRunStatus.Complete), tests: results };
  }
}

/** What the mutated program reads: which mutant is on, and what it writes: which were met in which test. */
const space = () => {
  // @ts-expect-error: named so by its instrumenter
  globalThis.__stryker__ ??= {};
  // @ts-expect-error
  return globalThis.__stryker__;
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-one-process', /** @type {any} */ (Runner)),
];
