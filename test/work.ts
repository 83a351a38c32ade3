import { expect } from 'vitest';

/** Of each at most: what is new to the machine, or falls together with the collecting of garbage, is measured too long. */
const RUNS = 5;

/** The time that the processor spent on this process while it did some work, in microseconds. */
async function spentOn(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Fails unless the processor's work of `run` is less than so many times that of `plain`. Of each the least of several runs
 * counts, and only what the processor spent on this process, so that neither what else the machine does nor its speed
 * matters. `run`, which is the more, is not run again once it has taken little enough.
 */
export async function expectLessWork(run: () => unknown, times: number, plain: () => unknown): Promise<void> {
  let usual = Number.POSITIVE_INFINITY;
  for (let index = 0; index < RUNS; index += 1) usual = Math.min(usual, await spentOn(plain));
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < RUNS && least >= times * usual; index += 1) least = Math.min(least, await spentOn(run));
  expect(least / usual).toBeLessThan(times);
}
