import { expect, test } from 'vitest';
import { plusWorkingDays } from '../../src/calendar/working-days.ts';
import calendar from '../../src/generated/calendar.json' with { type: 'json' };

test('holidays are left out and make-up weekends counted', () => {
  // 2024: 1–5 May are holidays, 28 April and 11 May are make-up days.
  expect(plusWorkingDays('2024-04-30', 1)).toEqual({ date: '2024-05-06', published: true });
  expect(plusWorkingDays('2024-05-10', 1)).toEqual({ date: '2024-05-11', published: true });
  expect(plusWorkingDays('2024-04-26', 1)).toEqual({ date: '2024-04-28', published: true });
  // 2024: 1–7 October are holidays, 29 September and 12 October are make-up days.
  expect(plusWorkingDays('2024-09-28', 3)).toEqual({ date: '2024-10-08', published: true });
  expect(plusWorkingDays('2024-10-11', 1)).toEqual({ date: '2024-10-12', published: true });
});

test('past the published calendar plain weekdays count, and it is said', () => {
  expect(plusWorkingDays('2090-10-02', 1)).toEqual({ date: '2090-10-03', published: false });
});

test('the last year that is published is published to its end', () => {
  const year = calendar.lastYear;
  const lastWorkingDay = plusWorkingDays(`${year}-12-27`, 1);
  expect(lastWorkingDay).toEqual({ date: expect.stringContaining(`${year}-12-`), published: true });
  const nextYear = plusWorkingDays(`${year}-12-31`, 1);
  expect(nextYear).toEqual({ date: expect.stringContaining(`${year + 1}-01-`), published: false });
});
