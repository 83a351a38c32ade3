import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanFault } from '../../../src/schema/likely.ts';
import { readSpan, writeSpan } from '../../../src/schema/values/span.ts';
import { dateForms, days, withWeekday } from './date-forms.ts';
import { inAnyWidth, nearlyValues } from './forms.ts';

const year = 2024;
const span = (start: string, end: string) => ({ value: { start: `2024-${start}`, end: `2024-${end}` } });

test.each([
  ['2024-05-08', '05-08', '05-08'],
  ['5月8日', '05-08', '05-08'],
  ['2024-05-08至2024-05-10', '05-08', '05-10'],
  ['2024-05-08 到 2024-05-10', '05-08', '05-10'],
  ['2024-05-08-2024-05-10', '05-08', '05-10'],
  ['2024-05-08–2024-05-10', '05-08', '05-10'],
  ['2024-05-08—2024-05-10', '05-08', '05-10'],
  ['2024-05-08——2024-05-10', '05-08', '05-10'],
  ['2024-05-08 ~ 2024-05-10', '05-08', '05-10'],
  ['2024-05-08～2024-05-10', '05-08', '05-10'],
  ['2024-05-08至05-10', '05-08', '05-10'],
  ['2024-05-08至10', '05-08', '05-10'],
  ['2024.5.8-5.10', '05-08', '05-10'],
  ['2024.5.8-10', '05-08', '05-10'],
  ['2024/5/31-6/2', '05-31', '06-02'],
  ['2024-5-8-10', '05-08', '05-10'],
  ['2024-5-18-6-20', '05-18', '06-20'],
  ['2024年5月8日至5月10日', '05-08', '05-10'],
  ['2024年5月8日—10日', '05-08', '05-10'],
  ['5月8日至10日', '05-08', '05-10'],
  ['5月8日（周三）至10日（周五）', '05-08', '05-10'],
  ['5月31日至6月2日', '05-31', '06-02'],
  ['20240508-20240510', '05-08', '05-10'],
  ['20240508-0510', '05-08', '05-10'],
  ['20240508至10', '05-08', '05-10'],
  ['2024/5/8至2024年5月10日', '05-08', '05-10'],
  ['2024-05-08至5月10日', '05-08', '05-10'],
  ['５月８日－１０日', '05-08', '05-10'],
])('%s is %s to %s', (written, start, end) => {
  expect(readSpan(written, { year })).toEqual(span(start, end));
});

test('the wrong way round is read as written', () => {
  expect(readSpan('5月10日至8日', { year })).toEqual(span('05-10', '05-08'));
  expect(readSpan('2024年12月30日至2025年1月2日')).toEqual({ value: { start: '2024-12-30', end: '2025-01-02' } });
});

test('the second day is in the year that is written with the first, not in the record’s', () => {
  expect(readSpan('2023年5月8日至10日', { year })?.value.end).toBe('2023-05-10');
  expect(readSpan('2023年5月8日至5月10日', { year })?.value.end).toBe('2023-05-10');
});

test.each([
  '',
  '至',
  '5月8日至',
  '至5月10日',
  '5月8日10日',
  '5月8日、10日',
  '5月8日，10日',
  '5月8日或10日',
  '5月8日/10日',
  '5月8日至10',
  '5月8-10日',
  '5月8日至32日',
  '2月28日至30日',
  '5月8日至9日至10日',
  '5月8日至10日（周四）',
  '5月8日（周四）至10日',
  '2024.5.8-5/10',
  '2024.5.8-10日',
  '2024-05-08至2024-05',
  '2024-05-08 2024-05-10',
  '2024-05-08---2024-05-10',
  '20240508-2024',
  '5月至6月',
  '5月上旬至中旬',
  '5月8日至待定',
  '约5月8日至10日',
  '5月8日至10日前',
  '5.8-5.10',
  '第二季度',
])('%s is no span', (written) => {
  expect(readSpan(written, { year })).toBeUndefined();
});

test('a span in a record without a year says its own', () => {
  expect(readSpan('5月8日至10日')).toBeUndefined();
  expect(readSpan('2024年5月8日至10日')).toEqual(span('05-08', '05-10'));
});

/** The forms of a second day without what it shares with a first, in each notation. */
const shortForms = (start: string, end: string): fc.Arbitrary<string> => {
  const [firstYear, firstMonth, firstDay] = start.split('-').map(Number);
  const [, month, day] = end.split('-').map(Number);
  const isSameMonth = start.slice(0, 7) === end.slice(0, 7);
  const second = (form: string) => withWeekday(end, form);
  return fc
    .tuple(fc.constantFrom(...'至到-–—~～'), fc.constantFrom('-', '/', '.', '年'), fc.boolean())
    .chain(([dash, sign, isShortest]) =>
      sign === '年'
        ? fc
            .tuple(
              withWeekday(start, `${firstMonth}月${firstDay}日`),
              second(isShortest && isSameMonth ? `${day}日` : `${month}月${day}日`),
            )
            .map((pair) => pair.join(dash))
        : fc
            .tuple(
              withWeekday(start, [firstYear, firstMonth, firstDay].join(sign)),
              second(isShortest && isSameMonth ? String(day) : `${month}${sign}${day}`),
            )
            .map((pair) => pair.join(dash)),
    );
};

test('every form of a span reads to it, and what is read is written back as the same', () => {
  const pairs = fc.tuple(days, days);
  fc.assert(
    fc.property(
      pairs.chain(([start, end]) =>
        inAnyWidth(
          fc
            .tuple(
              dateForms(start),
              fc.constantFrom(' 至 ', '到', '-', '–', '—', '~'),
              dateForms(end).filter((text) => /^\d{4}/.test(text)),
            )
            .map((parts) => parts.join('')),
        ).map((text) => ({ start, end, text })),
      ),
      ({ start, end, text }) => {
        expect(readSpan(text, { year: Number(start.slice(0, 4)) }), text).toEqual({ value: { start, end } });
      },
    ),
  );
  const inOneYear = pairs
    .map(([start, end]) => [start, start.slice(0, 4) + end.slice(4)] as const)
    .filter(([, end]) => !end.endsWith('02-29'));
  fc.assert(
    fc.property(
      inOneYear.chain(([start, end]) => inAnyWidth(shortForms(start, end)).map((text) => ({ start, end, text }))),
      ({ start, end, text }) => {
        expect(readSpan(text, { year: Number(start.slice(0, 4)) }), text).toEqual({ value: { start, end } });
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        nearlyValues,
        pairs.map(([start, end]) => `${start}到${end}`),
      ),
      (text) => {
        const read = readSpan(text, { year });
        if (read) expect(readSpan(writeSpan(read))).toEqual(read);
      },
    ),
  );
});

test('a third day, or a word that makes it uncertain, makes it none', () => {
  fc.assert(
    fc.property(days, days, fc.constantFrom('约', '或', '、', '；', '前', '左右'), fc.nat(), (start, end, word, at) => {
      const text = writeSpan({ value: { start, end } });
      const cut = at % (text.length + 1);
      expect(readSpan(text.slice(0, cut) + word + text.slice(cut), { year })).toBeUndefined();
      expect(readSpan(`${start}至${end}至${start}`, { year })).toBeUndefined();
    }),
  );
});

test.each([
  ['5月8日-9日', 'no-year'],
  ['5月8日（周三）至9日', 'weekday'],
  ['2024-05-08至2024-06-31', 'no-such-day'],
  ['5月30日至32日', 'no-such-day'],
  ['5月8日、10日', 'several'],
])('what keeps %s from being a span is told: %s', (text, fault) => {
  expect(readSpan(text, {})).toBeUndefined();
  expect(spanFault(text)).toBe(fault);
});
