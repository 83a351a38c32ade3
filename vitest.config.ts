import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSource } from './test/compiled-source.ts';

/** Files that take longer than their size says, the longest first. */
const LONG = [
  'laws/changed-verdicts',
  'laws/same-verdicts',
  'report/deadlines/agreement',
  'install',
  'editor/agreement',
  'load/work',
  'recovery/laws',
  'report/record/html',
  'cli/files',
  'editor/server/server',
  'integrations/github-action',
  'notices/other-edition',
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
    // Left to itself, it keeps a core free for watching: half of two.
    maxWorkers: '100%',
    // The program is loaded once in each worker and not once in each file: it keeps nothing between two runs of a check.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
