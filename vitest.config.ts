import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSource } from './test/compiled-source.ts';
import { flags } from './test/flags.js';

/** Files that take longer than their size says, the longest first. */
const LONG = [
  'laws/verdicts',
  'web/page',
  'install',
  'load/work',
  'editor/agreement',
  'cli/watch',
  'workbook/check',
  'starter/workbook/template',
  'schema/one-mistake',
  'notices/other-edition',
  'editor/server/server',
  'rules/rules',
  'report/deadlines/agreement',
  'cli/files',
  'package',
  'cli/check',
  'recovery/laws',
  'integrations/github-action',
  'web/agreement',
  'report/record/html',
  'editor/language-server',
  'engine/any-mistake',
  'notices/other-edition-shown',
  'report/check/agreement',
  'workbook/round-trip',
  'rules/remedies',
  'house',
  'code-cache',
  'cli/edition',
  'cli/completion',
  'campaigns/campaigns',
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
