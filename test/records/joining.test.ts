import { expect, test } from 'vitest';
import type { LoadedRecord } from '../../src/load/loaded.ts';
import { alikeOf, joined, type Keyed } from '../../src/records/joining.ts';
import { expectLessWork } from '../work.ts';

/** A session of a record, as far as joining asks of it. */
const session = (record: object, start: string, keys: string[]): Keyed => ({
  session: { record: record as LoadedRecord, period: { start } } as Keyed['session'],
  keys,
});

const many = (count: number, of: (number: number) => Keyed): Keyed[] => Array.from({ length: count }, (_, n) => of(n));

const [first, second] = [{}, {}];

// One list in two records, held on the same day or on the next, and one that stands in a record each.
const lists: [string, (count: number) => Keyed[]][] = [
  [
    'of one day',
    (count) => [first, second].flatMap((record) => many(count, () => session(record, '2024-05-08', ['a']))),
  ],
  [
    'of two days',
    (count) => [
      ...many(count, () => session(first, '2024-05-08', ['a'])),
      ...many(count, () => session(second, '2024-05-09', ['a'])),
    ],
  ],
  [
    'that share one thing after the other',
    (count) => many(count, (n) => session({}, '2024-05-08', [`a${n}`, `a${n + 1}`])),
  ],
];

test.each(lists)('each session is joined with its copy: %s', (_, of) => {
  const copies = alikeOf(of(50)).flatMap(joined);
  expect(copies.flat()).toHaveLength(of(50).length);
  for (const group of copies) expect(new Set(group.map(({ record }) => record)).size).toBe(group.length);
  expect(copies.every((group) => group.length >= 2)).toBe(true);
});

test.each(lists)('eight times as many take about eight times the work of joining: %s', async (_, of) => {
  const [few, more] = [of(500), of(4000)];
  const join = (list: Keyed[]) => () => alikeOf(list).flatMap(joined);
  // Compared each with each, they would take 64 times as much.
  await expectLessWork(join(more), 24, join(few));
});
