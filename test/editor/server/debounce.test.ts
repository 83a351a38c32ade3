import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Debounce } from '../../../src/editor/server/debounce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('whatever the order of asking: one run at a time, the last one begun after the last asking, and then it rests', async () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 600 }), takes: fc.integer({ min: 0, max: 900 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      let at = 0;
      let running = 0;
      let begun: number[] = [];
      const debounce = new Debounce(async () => {
        running += 1;
        expect(running).toBe(1);
        begun.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, steps[at++ % steps.length]?.takes));
        running -= 1;
      });
      let last = 0;
      let settled = 0;
      for (const { wait } of steps) {
        await vi.advanceTimersByTimeAsync(wait);
        debounce.ask();
        last = Date.now();
        void debounce.settled().then(() => {
          settled += 1;
        });
      }
      await vi.runAllTimersAsync();
      expect(begun.at(-1)).toBeGreaterThanOrEqual(last);
      expect(begun.length).toBeLessThanOrEqual(steps.length);
      expect([running, settled]).toEqual([0, steps.length]);
      begun = [];
      await debounce.settled();
      expect(begun).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
