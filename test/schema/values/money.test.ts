import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoney, writeMoney } from '../../../src/schema/values/money.ts';
import { figures, inAnyWidth, nearlyValues, spoilt, withCommas } from './forms.ts';

test.each([
  ['20000', 20_000],
  ['20,000', 20_000],
  ['20000元', 20_000],
  ['20,000.00 元', 20_000],
  ['￥20000', 20_000],
  ['¥ 20,000', 20_000],
  ['2万', 20_000],
  ['2万元', 20_000],
  ['2  万元', 20_000],
  ['2.35万元', 23_500],
  ['20千元', 20_000],
  ['２万元', 20_000],
  ['0.07万元', 700],
  ['1.1万', 11_000],
  ['0', 0],
])('%s is %d yuan', (written, value) => {
  expect(readMoney(written)).toEqual({ value });
});

test.each([
  '',
  '元',
  '约2万元',
  '2万元左右',
  '2-3万元',
  '2万至3万',
  '≥20000',
  '不少于2万元',
  '2万元以上',
  '2万5千',
  '2万5',
  '2千',
  '2亿',
  '两万元',
  '20000元/人',
  '人均500元',
  '20000元整',
  '$20000',
  '2万美元',
  '20000.0.0',
  '2,0000',
  '20 000',
  '-20000',
  '100%',
])('%s is no amount of yuan', (written) => {
  expect(readMoney(written)).toBeUndefined();
});

const units = fc.constantFrom(['', 0], ['元', 0], ['千元', 3], ['万', 4], ['万元', 4] as const);
const forms = fc.tuple(figures, units, fc.constantFrom('', '¥')).chain(([figure, unit, sign]) => {
  const [word, places] = unit as [string, number];
  return inAnyWidth(fc.constantFrom(`${sign}${figure}${word}`, `${sign} ${withCommas(figure)} ${word}`)).map(
    (text) => ({
      text,
      // Printed with an exponent, so that no binary rounding comes in.
      value: Number(`${figure}e${places}`),
    }),
  );
});

test('every form reads to its amount exactly, what is read is written back as the same, and what says more is none', () => {
  fc.assert(
    fc.property(forms, ({ text, value }) => {
      expect(readMoney(text)).toEqual({ value });
    }),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        nearlyValues,
        forms.map(({ text }) => text),
      ),
      (text) => {
        const read = readMoney(text);
        if (read) expect(readMoney(writeMoney(read))).toEqual(read);
      },
    ),
  );
  fc.assert(
    fc.property(spoilt(forms.map(({ text }) => text)), (text) => {
      expect(readMoney(text), text).toBeUndefined();
    }),
  );
});
