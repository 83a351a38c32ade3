import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, writeDate } from '../../../src/schema/values/date.ts';
import { dateForms, days } from './date-forms.ts';
import { inAnyWidth, nearlyValues, spoilt } from './forms.ts';

const year = 2024;

test.each([
  '2024-05-08',
  '2024-5-8',
  '2024/5/8',
  '2024/05/08',
  '2024.5.8',
  '2024年5月8日',
  '2024年05月08日',
  '2024 年 5 月 8 日',
  '20240508',
  '5月8日',
  '２０２４－０５－０８',
  '２０２４．５．８',
  '2024-05-08（周三）',
  '2024-05-08 (周三)',
  '2024年5月8日星期三',
  '2024.5.8 （星期三）',
  '5月8日周三',
  '20240508周三',
])('%s is 8 May 2024', (written) => {
  expect(readDate(written, { year })).toEqual({ value: '2024-05-08' });
});

test('Sunday has two names', () => {
  for (const day of ['周日', '周天', '星期日', '（星期天）'])
    expect(readDate(`2024-05-12${day}`)).toEqual({ value: '2024-05-12' });
});

test('a day without a year is one of the record’s year, and none where the record has no year', () => {
  expect(readDate('5月8日', { year: 2025 })).toEqual({ value: '2025-05-08' });
  expect(readDate('5月8日')).toBeUndefined();
  expect(readDate('2月29日', { year: 2024 })).toEqual({ value: '2024-02-29' });
  expect(readDate('2月29日', { year: 2025 })).toBeUndefined();
});

test.each([
  '',
  '2024-02-30',
  '2024-13-01',
  '2024-00-10',
  '20240230',
  '2024年2月30日',
  '2024-05-08（周四）',
  '2024年5月8日星期天',
  '2024-05-08（周八）',
  '2024-05-08（周三',
  '2024-05-08周三）',
  '2024-5/8',
  '2024/5.8',
  '2024年5月8',
  '2024年5-8',
  '5月8号',
  '5月8',
  '5.8',
  '5/8',
  '24-5-8',
  '8/5/2024',
  '05-08-2024',
  '2024-05',
  '2024年5月',
  '2024年5月上旬',
  '2024-05-08 09:00',
  '2024-05-08T00:00:00Z',
  '2024-05-08前',
  '约2024-05-08',
  '2024-05-08至2024-05-10',
  '2024年5月8日-10日',
  '2024-05-08、2024-05-15',
  '2024-005-08',
  '2024—5—8',
  '二〇二四年五月八日',
  '五月八日',
  '45420',
  '待定',
])('%s is no day', (written) => {
  expect(readDate(written, { year })).toBeUndefined();
});

test('every form of a day reads to it, and what is read is written back as the same', () => {
  fc.assert(
    fc.property(
      days.chain((day) => inAnyWidth(dateForms(day)).map((text) => ({ day, text }))),
      ({ day, text }) => {
        expect(readDate(text, { year: Number(day.slice(0, 4)) })).toEqual({ value: day });
      },
    ),
  );
  fc.assert(
    fc.property(nearlyValues, (text) => {
      const read = readDate(text, { year });
      if (read) expect(readDate(writeDate(read))).toEqual(read);
    }),
  );
});

test('what says more than one day, or not quite one, is none', () => {
  fc.assert(
    fc.property(days, spoilt(days.chain(dateForms)), (day, text) => {
      expect(readDate(text, { year: Number(day.slice(0, 4)) }), text).toBeUndefined();
    }),
  );
});
