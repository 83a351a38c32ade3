import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSource } from './test/compiled-source.ts';

/** Files that take longer than their size says, the longest first. */
const LONG = [
  'web/page',
  'editor/server/server',
  'laws/changed-verdicts',
  'laws/same-verdicts',
  'install',
  'report/record/html',
  'load/work',
  'editor/agreement',
  'integrations/github-action',
  'web/agreement',
  'workbook/check',
  'starter/workbook/template',
  'rules/rules',
  'report/deadlines/agreement',
  'schema/one-mistake',
  'notices/other-edition',
  'recovery/laws',
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
    // One more than cores: many files wait for a browser or a process of the command line.
    maxWorkers: availableParallelism() + 1,
    // The program is loaded once in each worker and not once in each file: it keeps nothing between two runs of a check.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
