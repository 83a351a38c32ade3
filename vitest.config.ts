import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself, it keeps a core free for watching: half of two.
    maxWorkers: '100%',
  },
});
