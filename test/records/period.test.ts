import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween, plusDays } from '../../src/calendar/date.ts';
import { dayBetween, firstOf, lastOf } from '../../src/calendar/day.ts';
import { type Dated, periodOf, wholeOf } from '../../src/records/period.ts';

const day = (of: number) => plusDays('2024-05-01', of);

/** The first and last days that something in a stretch may have, each by trying. */
function worldsOf([first, length, days]: [number, number, number | undefined]): { start: string; end: string }[] {
  const worlds: { start: string; end: string }[] = [];
  for (let count = 1; count <= length; count += 1) {
    if (days !== undefined && count !== Math.min(days, length)) continue;
    for (let start = first; start + count <= first + length; start += 1)
      worlds.push({ start: day(start), end: day(start + count - 1) });
  }
  return worlds;
}

const stretch = fc.tuple(
  fc.nat(8),
  fc.integer({ min: 1, max: 6 }),
  fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
);

const dated = ([first, length, days]: [number, number, number | undefined]): Dated => ({
  dates: dayBetween(day(first), day(first + length - 1)),
  // A single day with so many days lasts longer than that day.
  ...(days === undefined || length === 1 ? {} : { days }),
});

const bounds = (days: string[]) => dayBetween([...days].sort()[0] as string, [...days].sort().at(-1) as string);

test('what lies in stretches has the days that trying every day gives', () => {
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 3 }), (stretches) => {
      const whole = wholeOf(stretches.flatMap((each) => periodOf(dated(each)) ?? []));
      const worlds = stretches
        .map((each) => worldsOf(each[1] === 1 ? [each[0], 1, undefined] : each))
        .reduce<{ start: string; end: string }[][]>(
          (all, next) => all.flatMap((world) => next.map((one) => [...world, one])),
          [[]],
        )
        .map((parts) => ({
          start: parts.map(({ start }) => start).sort()[0] as string,
          end: parts
            .map(({ end }) => end)
            .sort()
            .at(-1) as string,
        }));
      const lengths = worlds.map(({ start, end }) => daysBetween(start, end));
      expect(whole?.start).toBe(bounds(worlds.map(({ start }) => start)));
      expect(whole?.end).toBe(bounds(worlds.map(({ end }) => end)));
      expect([whole?.days.least, whole?.days.most]).toEqual([Math.min(...lengths), Math.max(...lengths)]);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each<[string, Dated, string, string, [number, number]]>([
  ['a day', { dates: '2024-05-08' }, '2024-05-08', '2024-05-08', [1, 1]],
  ['a span', { dates: '2024-05-08..2024-05-10' }, '2024-05-08', '2024-05-10', [3, 3]],
  ['a first day', { start: '2024-05-08' }, '2024-05-08', '2024-05-08', [1, 1]],
  ['a first day and one and a half', { start: '2024-05-08', days: 1.5 }, '2024-05-08', '2024-05-09', [2, 2]],
  ['a day and two days', { dates: '2024-05-08', days: 2 }, '2024-05-08', '2024-05-09', [2, 2]],
  [
    'two days between two',
    { dates: '2024-05-01/2024-05-10', days: 2 },
    '2024-05-01/2024-05-09',
    '2024-05-02/2024-05-10',
    [2, 2],
  ],
  ['a last day', { end: '2024-05-08', days: 2 }, '2024-05-07', '2024-05-08', [2, 2]],
  [
    'a first day not known',
    { start: '2024-05-01/2024-05-10', days: 3 },
    '2024-05-01/2024-05-10',
    '2024-05-03/2024-05-12',
    [3, 3],
  ],
  [
    'a first day not known alone',
    { start: '2024-05-01/2024-05-03' },
    '2024-05-01/2024-05-03',
    '2024-05-01/2024-05-05',
    [1, 3],
  ],
  [
    'from May to June',
    { start: '2024-05-01/2024-05-31', end: '2024-06-01/2024-06-30' },
    '2024-05-01/2024-05-31',
    '2024-06-01/2024-06-30',
    [2, 61],
  ],
])('%s', (_, given, start, end, [least, most]) => {
  const period = periodOf(given);
  expect([period?.start, period?.end, period?.days.least, period?.days.most]).toEqual([start, end, least, most]);
});

test('days the wrong way round are no period', () => {
  expect(periodOf({ start: '2024-05-09', end: '2024-05-08' })).toBeUndefined();
  expect(periodOf({ start: '2024-06-01/2024-06-30', end: '2024-05-01/2024-05-31' })).toBeUndefined();
  expect(firstOf('2024-05-01/2024-05-31') < lastOf('2024-05-01/2024-05-31')).toBe(true);
});
