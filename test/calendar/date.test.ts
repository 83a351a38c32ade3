import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateInChina,
  daysBetween,
  isCalendarDate,
  plusDays,
  plusMonths,
  plusYears,
  yearOf,
} from '../../src/calendar/date.ts';

const dates = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('only real days written YYYY-MM-DD are calendar dates', () => {
  for (const date of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isCalendarDate(date)).toBe(true);
  for (const text of [
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-2-3',
    '2024-13-01',
    '2024-00-10',
    '',
    '2024-05-08\n',
    '2024-05-08(',
    '2024-05-32',
    '12024-05-08',
    '2024-05-080',
  ])
    expect(isCalendarDate(text), text).toBe(false);
  fc.assert(fc.property(fc.string(), (text) => typeof isCalendarDate(text) === 'boolean'));
});

test('days: adding and counting agree, and both ends count', () => {
  expect(daysBetween('2024-06-01', '2024-06-15')).toBe(15);
  expect(plusDays('2024-05-10', 7)).toBe('2024-05-17');
  fc.assert(
    fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, plusDays(date, days))).toBe(days + 1);
      expect(plusDays(plusDays(date, days), -days)).toBe(date);
      expect(isCalendarDate(plusDays(date, days))).toBe(true);
    }),
  );
});

const monthOf = (date: string): number => Number(date.slice(5, 7));

test('months: the same day, or the last of the month', () => {
  expect(plusMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(plusMonths('2023-03-31', -1)).toBe('2023-02-28');
  expect(plusYears('2020-02-29', 3)).toBe('2023-02-28');
  fc.assert(
    fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
      const moved = plusMonths(date, months);
      expect(yearOf(moved) * 12 + monthOf(moved)).toBe(yearOf(date) * 12 + monthOf(date) + months);
      const [day, movedDay] = [Number(date.slice(8)), Number(moved.slice(8))];
      expect(movedDay === day || (movedDay < day && monthOf(plusDays(moved, 1)) !== monthOf(moved))).toBe(true);
    }),
  );
});

test('what four digits cannot write is the first or the last day that they can', () => {
  expect(plusYears('0001-01-01', -2)).toBe('0000-01-01');
  expect(plusYears('9999-01-01', 1)).toBe('9999-12-31');
  expect([plusDays('9999-05-01', 1), plusDays('0000-05-01', 1)]).toEqual(['9999-05-02', '0000-05-02']);
  expect(plusYears('9999-01-01', 1_000_000)).toBe('9999-12-31');
});

test('the day in Hainan turns at 16:00 UTC', () => {
  expect(dateInChina(new Date('2024-03-19T15:59:59Z'))).toBe('2024-03-19');
  expect(dateInChina(new Date('2024-03-19T16:00:00Z'))).toBe('2024-03-20');
});
