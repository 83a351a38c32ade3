import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSource } from './test/compiled-source.ts';
import { flags } from './test/flags.js';

/** Files that take longer than their size says, the longest first. */
const LONG = [
  'web/page',
  'install',
  'laws/verdicts',
  'load/work',
  'web/agreement',
  'report/record/html',
  'editor/agreement',
  'workbook/check',
  'cli/files',
  'package',
  'integrations/github-action',
  'cli/watch',
  'editor/server/server',
  'starter/workbook/template',
  'cli/check',
  'report/notices-page',
  'editor/language-server',
  'cli/completion',
  'schema/one-mistake',
  'report/deadlines/agreement',
  'recovery/laws',
  'notices/other-edition',
  'rules/rules',
  'cli/edition',
  'cli/merge',
  'readme',
  'code-cache',
  'cli/kept/kept',
  'workbook/work',
  'engine/any-mistake',
  'regular-expressions',
  'campaigns/campaigns',
  'house',
  'report/check/agreement',
  'notices/other-edition-shown',
  'workbook/bad-input',
  'workbook/import',
  'load/plain-texts',
  'engine/work',
];

/** Begins with what takes longest, so that no worker is left with it at the end while the others have nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((one, other) => turn(one) - turn(other));
  }
}

export default defineConfig({
  plugins: [compiledSource()],
  test: {
    include: ['test/**/*.test.ts'],
    // Generous, since a loaded machine is no fault: bounds on work are counted, never timed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // One more than cores: many files wait for a browser or a process of the command line.
    maxWorkers: availableParallelism() + 1,
    // The program is loaded once in each worker and not once in each file: it keeps nothing between two runs of a check.
    isolate: false,
    execArgv: flags,
    sequence: { sequencer: LongestFirst },
  },
});
