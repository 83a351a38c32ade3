import fc from 'fast-check';
import { check } from '../../src/check/check.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import type { Tree } from './records.ts';
import { type Draw, plainly } from './writing.ts';

/** What holds of every set. */
export interface Law {
  title: string;
  /** Throws where a set breaks it; `first` judges the set as it is, on AS_OF. */
  holds(records: Tree[], draw: Draw, first: () => Promise<CheckResult>): Promise<void>;
}

/** The day that sets are judged on. */
export const AS_OF = '2024-06-20';

const encoder = new TextEncoder();

export const judge = (texts: Record<string, string>, asOf = AS_OF, rules: string[] = []): Promise<CheckResult> =>
  check({
    cwd: process.cwd(),
    config: false,
    sources: [],
    texts: Object.entries(texts).map(([file, text]) => ({ file, bytes: encoder.encode(text) })),
    asOf,
    rules,
    verdicts: true,
  });

export const named = (records: readonly Tree[], write: (record: Tree) => string, name: (index: number) => string) =>
  Object.fromEntries(records.map((record, index) => [name(index), write(record)]));

export const inOrder = (records: readonly Tree[], write = plainly) =>
  named(records, write, (index) => `r${index}.yaml`);

/** What was decided, whatever file it stands in: every verdict and every finding of a rule. */
export const decided = ({ verdicts = [], findings }: CheckResult): string[] =>
  [
    ...verdicts.map(({ rule, verdict, subject, owner }) => `${rule} ${verdict} ${subject} ${owner}`),
    ...findings
      .filter(({ policy }) => policy !== null)
      .map(({ rule, subject, severity }) => `${rule} ${severity} ${subject}`),
  ].sort();

/** Draws by a seed, so that a set that breaks a law is soon made small. */
export const drawing = fc.nat(2 ** 30).map((seed): Draw => {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 2 ** 16) % count;
  };
});
