import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous, since a loaded machine is no fault: bounds on work are counted, never timed.
    testTimeout: 120_000,
    // Left to itself, it keeps a core free for watching: half of two.
    maxWorkers: '100%',
    // The program is loaded once in each worker and not once in each file: it keeps nothing between two runs of a check.
    isolate: false,
  },
});
