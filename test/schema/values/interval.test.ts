import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInterval, writeInterval } from '../../../src/schema/values/interval.ts';
import { inAnyWidth, nearlyValues } from './forms.ts';

const year = 2024;

test.each([
  ['2024-05', '2024-05-01', '2024-05-31'],
  ['2024-5', '2024-05-01', '2024-05-31'],
  ['2024年5月', '2024-05-01', '2024-05-31'],
  ['2024年05月', '2024-05-01', '2024-05-31'],
  ['5月', '2024-05-01', '2024-05-31'],
  ['２月', '2024-02-01', '2024-02-29'],
  ['5月上旬', '2024-05-01', '2024-05-10'],
  ['5月中旬', '2024-05-11', '2024-05-20'],
  ['5月下旬', '2024-05-21', '2024-05-31'],
  ['2月下旬', '2024-02-21', '2024-02-29'],
  ['2024年5月上旬', '2024-05-01', '2024-05-10'],
  ['5月初', '2024-05-01', '2024-05-10'],
  ['5月底', '2024-05-21', '2024-05-31'],
  ['6 月 底', '2024-06-21', '2024-06-30'],
  ['第一季度', '2024-01-01', '2024-03-31'],
  ['二季度', '2024-04-01', '2024-06-30'],
  ['第三季度', '2024-07-01', '2024-09-30'],
  ['四季度', '2024-10-01', '2024-12-31'],
  ['上半年', '2024-01-01', '2024-06-30'],
  ['下半年', '2024-07-01', '2024-12-31'],
  ['2025年上半年', '2025-01-01', '2025-06-30'],
  ['2025年第二季度', '2025-04-01', '2025-06-30'],
  ['待定', '2024-01-01', '2024-12-31'],
  ['12月', '2024-12-01', '2024-12-31'],
])('%s is %s to %s', (written, first, last) => {
  expect(readInterval(written, { year })).toEqual({ value: { first, last } });
});

test.each([
  '',
  '2024',
  '2024年',
  '2024-05-08',
  '5月8日',
  '2024-13',
  '13月',
  '0月',
  '5',
  '5上旬',
  '05-06',
  '2024-05月',
  '202405',
  '5月份',
  '五月',
  '5月上',
  '5月上旬中旬',
  '月底',
  '年底',
  '5月至6月',
  '5-6月',
  '5月或6月',
  '约5月',
  '5月左右',
  '第五季度',
  '季度',
  '第2季度',
  '半年',
  '全年',
  '未定',
  '待定。',
  'TBD',
  '2024.5',
  '2024/5',
])('%s is no interval', (written) => {
  expect(readInterval(written, { year })).toBeUndefined();
});

test('without a year of its own it lies in the record’s, and in none where the record has no year', () => {
  for (const written of ['5月', '5月上旬', '第二季度', '上半年', '待定'])
    expect(readInterval(written), written).toBeUndefined();
  expect(readInterval('2024-05')).toBeDefined();
  expect(readInterval('5月', { year: 2023 })?.value.first).toBe('2023-05-01');
});

const years = fc.integer({ min: 1990, max: 2089 });
const forms = years.chain((year) =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('', '上旬', '中旬', '下旬', '初', '底'))
    .chain(([month, third]) =>
      fc.constantFrom(
        `${year}-${String(month).padStart(2, '0')}${third}`,
        `${year}年${month}月${third}`,
        `${month}月${third}`,
        '第三季度',
        '一季度',
        `${year + 1}年四季度`,
        '上半年',
        `${year - 1}年下半年`,
        '待定',
      ),
    )
    .chain((text) => inAnyWidth(fc.constant(text)))
    .map((text) => ({ year, text })),
);

test('what is read lies in its year in order, and is written back as the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        forms,
        nearlyValues.map((text) => ({ year, text })),
      ),
      ({ year, text }) => {
        const read = readInterval(text, { year });
        if (!read) return;
        expect(read.value.first.slice(0, 4)).toBe(read.value.last.slice(0, 4));
        expect(read.value.first < read.value.last).toBe(true);
        expect(readInterval(writeInterval(read, { year }), { year })).toEqual(read);
      },
    ),
  );
  fc.assert(fc.property(forms, ({ year, text }) => readInterval(text, { year }) !== undefined));
});

test('what makes it two, or less certain still, makes it none', () => {
  fc.assert(
    fc.property(
      forms,
      fc.constantFrom('约', '或', '、', '/', '前', '左右', '8'),
      fc.nat(),
      ({ year, text }, word, at) => {
        const cut = at % (text.length + 1);
        const spoilt = text.slice(0, cut) + word + text.slice(cut);
        const read = readInterval(spoilt, { year });
        // An 8 may make another month or year, which is what then is written.
        if (word !== '8') expect(read, spoilt).toBeUndefined();
        else if (read) expect(readInterval(writeInterval(read, { year }), { year })).toEqual(read);
      },
    ),
  );
});
