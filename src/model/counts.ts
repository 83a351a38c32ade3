import type { Outcome } from './finding.ts';

/** How many verdicts came out which way. */
export type Counts = Record<Outcome, number>;

export const noCounts = (): Counts => ({ pass: 0, fail: 0, pending: 0, unknown: 0, waived: 0 });

export function addCounts(to: Counts, counts: Counts): void {
  for (const outcome of Object.keys(to) as Outcome[]) to[outcome] += counts[outcome];
}
