import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusDays } from '../../src/calendar/date.ts';
import {
  type Day,
  dayBetween,
  earliestOf,
  firstOf,
  inWords,
  isAfter,
  isAtLeast,
  isAtMost,
  isBefore,
  isDay,
  isWithin,
  lastOf,
  plusDays as laterBy,
  latestOf,
  plusMonths,
  settled,
} from '../../src/calendar/day.ts';
import { isSpan } from '../../src/calendar/span.ts';
import { attempt, CannotTell } from '../../src/model/cannot-tell.ts';

const date = (of: number) => plusDays('2024-02-20', of);
const stretch = fc.tuple(fc.nat(20), fc.nat(5)).map(([first, more]) => dayBetween(date(first), date(first + more)));

function daysIn(day: Day): string[] {
  const days: string[] = [];
  for (let each = firstOf(day); each <= lastOf(day); each = plusDays(each, 1)) days.push(each);
  return days;
}

const comparisons = [
  [isBefore, (one: string, other: string) => one < other],
  [isAfter, (one: string, other: string) => one > other],
  [isAtMost, (one: string, other: string) => one <= other],
  [isAtLeast, (one: string, other: string) => one >= other],
] as const;

test('a comparison answers where all days of both stretches give one answer, and cannot tell where they differ', () => {
  fc.assert(
    fc.property(stretch, stretch, (one, other) => {
      for (const [compare, ofDays] of comparisons) {
        const answers = new Set(daysIn(one).flatMap((a) => daysIn(other).map((b) => ofDays(a, b))));
        const told = attempt(() => compare(one, other));
        if (answers.size === 1) expect(told).toBe([...answers][0]);
        else expect(told).toBeInstanceOf(CannotTell);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('a day is within two others where every day of the three says so, and cannot be told where they differ', () => {
  fc.assert(
    fc.property(stretch, stretch, stretch, (day, first, last) => {
      fc.pre(lastOf(first) <= firstOf(last));
      const answers = daysIn(day).flatMap((a) =>
        daysIn(first).flatMap((b) => daysIn(last).map((c) => a >= b && a <= c)),
      );
      const told = attempt(() => isWithin(day, first, last));
      if (new Set(answers).size === 1) expect(told).toBe(answers[0]);
      else expect(told).toBeInstanceOf(CannotTell);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('the earliest and the latest of stretches may be each day that is one of some days', () => {
  fc.assert(
    fc.property(stretch, stretch, (one, other) => {
      const pairs = daysIn(one).flatMap((a) => daysIn(other).map((b) => (a < b ? [a, b] : [b, a]) as [string, string]));
      const bounds = (days: string[]) => dayBetween([...days].sort()[0] as string, [...days].sort().at(-1) as string);
      expect(earliestOf([one, other])).toBe(bounds(pairs.map(([first]) => first)));
      expect(latestOf([one, other])).toBe(bounds(pairs.map(([, last]) => last)));
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('a stretch moves with both ends', () => {
  expect(laterBy('2024-05-01/2024-05-31', 7)).toBe('2024-05-08/2024-06-07');
  expect(plusMonths('2024-03-30/2024-03-31', -1)).toBe('2024-02-29');
});

test.each([
  ['2024-05-08', '2024-05-08', '2024-05-08'],
  ['2024-05-01/2024-05-31', '2024 年 5 月', '2024-05'],
  ['2024-05-01/2024-05-10', '2024 年 5 月上旬', '2024-05-01～2024-05-10'],
  ['2024-05-11/2024-05-20', '2024 年 5 月中旬', '2024-05-11～2024-05-20'],
  ['2024-02-21/2024-02-29', '2024 年 2 月下旬', '2024-02-21～2024-02-29'],
  ['2024-05-21/2024-05-30', '2024-05-21～2024-05-30', '2024-05-21～2024-05-30'],
  ['2024-05-22/2024-05-31', '2024-05-22～2024-05-31', '2024-05-22～2024-05-31'],
  ['2024-05-11/2024-05-25', '2024-05-11～2024-05-25', '2024-05-11～2024-05-25'],
  ['2024-05-01/2024-06-10', '2024-05-01～2024-06-10', '2024-05-01～2024-06-10'],
  ['2024-01-01/2024-06-30', '2024 年上半年', '2024-01-01～2024-06-30'],
  ['2024-04-01/2024-06-30', '2024 年第二季度', '2024-04-01～2024-06-30'],
  ['2024-05-01/2024-07-31', '2024 年 5 月至 7 月', '2024-05-01～2024-07-31'],
  ['2024-07-01/2024-12-31', '2024 年下半年', '2024-07-01～2024-12-31'],
  ['2024-04-01/2024-09-30', '2024 年 4 月至 9 月', '2024-04-01～2024-09-30'],
  ['2024-01-01/2024-12-31', '2024 年内', '2024-01-01～2024-12-31'],
  ['2024-12-01/2025-01-31', '2024-12-01～2025-01-31', '2024-12-01～2025-01-31'],
])('%s is said by what it is a stretch of', (day, zh, en) => {
  expect(inWords(day)).toEqual({ zh, en });
});

test('what is a day, and what is a span', () => {
  for (const text of ['2024-05-08', '2024-05-01/2024-05-31']) expect([isDay(text), isSpan(text)]).toEqual([true, true]);
  expect([isDay('2024-05-08..2024-05-10'), isSpan('2024-05-08..2024-05-10')]).toEqual([false, true]);
  for (const text of [
    '2024-02-30',
    '2024-05',
    '2024-05-31/2024-05-01',
    '2024-05-01/',
    '2024-05-08..',
    '2024-05-01/2024-05-31/2024-06-01',
    '2024-05-01~2024-05-31',
    '',
  ])
    expect([isDay(text), isSpan(text)], text).toEqual([false, false]);
});

test.each([
  ['2024-01-01', '2024-06-30', '2024 年上半年'],
  ['2024-07-01', '2024-12-31', '2024 年下半年'],
  ['2024-03-01', '2024-08-31', '2024 年 3 月至 8 月'],
  ['2024-04-01', '2024-06-30', '2024 年第二季度'],
  ['2024-05-01', '2024-07-31', '2024 年 5 月至 7 月'],
])('the days from %s to %s are %s', (first, last, said) => {
  expect(inWords(dayBetween(first, last)).zh).toBe(said);
});

test.each([
  ['2024-01-01/2024-12-31', '2024-12-31', '2024-01-01/2024-12-31'],
  ['2024-01-01/2024-12-31', '2025-01-01', undefined],
  ['2024-01-01/2024-01-31', '2025-01-01', '2024-01-01/2024-01-31'],
  ['2024-07-01/2024-12-31', '2025-01-01', '2024-07-01/2024-12-31'],
])('some day of %s counts on %s as %s', (day, asOf, counted) => {
  expect(settled(day, asOf)).toBe(counted);
});
