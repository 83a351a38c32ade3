import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDays, writeDays } from '../../../src/schema/values/days.ts';
import { inAnyWidth, nearlyValues, spoilt } from './forms.ts';

test.each([
  ['2', 2],
  ['2天', 2],
  ['2 天', 2],
  ['２天', 2],
  ['2日', 2],
  ['2.5天', 2.5],
  ['半天', 0.5],
  ['一天', 1],
  ['两天', 2],
  ['二天', 2],
  ['十天', 10],
  ['1天半', 1.5],
  ['两天半', 2.5],
])('%s is %d days', (written, value) => {
  expect(readDays(written)).toEqual({ value, isLeast: false });
});

test.each([
  ['≥2', 2],
  ['≥2天', 2],
  ['不少于2天', 2],
  ['不少于半天', 0.5],
])('%s promises at least %d days', (written, value) => {
  expect(readDays(written)).toEqual({ value, isLeast: true });
});

test.each([
  '',
  '天',
  '半',
  '约2天',
  '2-3天',
  '2至3天',
  '2、3天',
  '2天1晚',
  '十一天',
  '二十天',
  '1.5天半',
  '半天半',
  '天半',
  '2天以上',
  '2周',
  '2个工作日',
  '16学时',
  '2小时',
  '-2',
  '2/3',
])('%s is not how days are written', (written) => {
  expect(readDays(written)).toBeUndefined();
});

const WORDS = '零一二三四五六七八九十';
const forms = fc.nat({ max: 40 }).chain((halves) => {
  const whole = Math.floor(halves / 2);
  const isHalf = halves % 2 === 1;
  const texts = [`${halves / 2}`, `${halves / 2}天`, `${halves / 2} 日`];
  if (isHalf) texts.push(whole === 0 ? '半天' : `${whole}天半`);
  if (whole >= 1 && whole <= 10) texts.push(`${WORDS[whole]}天${isHalf ? '半' : ''}`);
  return inAnyWidth(fc.constantFrom(...texts)).map((text) => ({ text, value: halves / 2 }));
});

test('every form reads to its days, what is read is written back as the same, and what says more is none', () => {
  fc.assert(
    fc.property(forms, ({ text, value }) => {
      expect(readDays(text)).toEqual({ value, isLeast: false });
      expect(readDays(`不少于${text}`)).toEqual({ value, isLeast: true });
    }),
  );
  fc.assert(
    fc.property(nearlyValues, (text) => {
      const read = readDays(text);
      if (read) expect(readDays(writeDays(read))).toEqual(read);
    }),
  );
  fc.assert(
    fc.property(spoilt(forms.map(({ text }) => text)), (text) => {
      expect(readDays(text), text).toBeUndefined();
    }),
  );
});
