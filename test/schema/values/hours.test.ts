import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classHoursOf, minutesOf } from '../../../src/calendar/class-hours.ts';
import { readHours, writeHours } from '../../../src/schema/values/hours.ts';
import { inAnyWidth, nearlyValues, spoilt } from './forms.ts';

const hoursPerDay = 8;
const read = (written: string) => readHours(written, { hoursPerDay });

test.each([
  ['8', 360],
  ['8学时', 360],
  ['8 课时', 360],
  ['１６学时', 720],
  ['7.5学时', 337.5],
  ['0.1', 4.5],
  ['6小时', 360],
  ['6h', 360],
  ['６Ｈ', 360],
  ['1小时', 60],
  ['1.5 h', 90],
  ['0.1小时', 6],
  ['90分钟', 90],
  ['90min', 90],
  ['100 min', 100],
  ['2天', 720],
  ['两天', 720],
  ['半天', 180],
  ['1天半', 540],
  ['1.1天', 396],
])('%s is %d minutes', (written, minutes) => {
  expect(minutesOf(read(written)?.value as number)).toBe(minutes);
  expect(read(written)?.isLeast).toBe(false);
});

test('a whole number of class hours is that number', () => {
  for (const written of ['16', '16学时', '12小时', '720分钟', '2天']) expect(read(written)?.value, written).toBe(16);
  expect(readHours('2天', { hoursPerDay: 6 })?.value).toBe(12);
});

test.each([
  ['≥16', 16],
  ['≥16学时', 16],
  ['不少于16学时', 16],
  ['不少于12小时', 16],
  ['不少于2天', 16],
])('%s promises at least %d class hours', (written, value) => {
  expect(read(written)).toEqual({ value, isLeast: true });
});

test.each([
  '',
  '学时',
  '约8学时',
  '8-10学时',
  '8学时以上',
  '8节',
  '8个学时',
  '8小时30分钟',
  '1小时30分',
  '8:30',
  '每天8学时',
  '8学时/天',
  '八学时',
  '两小时',
  '半小时',
  '2日',
  '8hours',
  '8m',
  '8 8',
  '-8',
  '7:3',
  '1234567890123456',
])('%s is not how hours are written', (written) => {
  expect(read(written)).toBeUndefined();
});

/** Decimals with up to 12 digits, as people write hours and minutes. */
const figures = fc
  .tuple(fc.nat({ max: 999_999_999_999 }), fc.nat({ max: 6 }))
  .map(([digits, places]) => ({ digits: BigInt(digits), places, text: `${Number(`${digits}e-${places}`)}` }))
  .filter(({ text }) => !text.includes('e'));

test('minutes are exact, whatever unit a duration is written in', () => {
  fc.assert(
    fc.property(
      figures,
      fc.constantFrom(['学时', 45n], ['课时', 45n], ['小时', 60n], ['h', 60n], ['分钟', 1n]),
      (figure, unit) => {
        const [word, minutes] = unit as [string, bigint];
        const exact = figure.digits * minutes;
        const found = read(`${figure.text}${word}`);
        expect(found).toBeDefined();
        const [whole = '', fraction = ''] = String(minutesOf((found as { value: number }).value)).split('.');
        expect(BigInt(whole + fraction.padEnd(figure.places, '0'))).toBe(exact);
      },
    ),
  );
});

test('minutes come back from the class hours that they are', () => {
  fc.assert(fc.property(figures, ({ text }) => minutesOf(classHoursOf(Number(text))) === Number(text)));
});

const forms = fc
  .tuple(fc.nat({ max: 4000 }), fc.constantFrom('', '学时', ' 课时', '小时', 'h', '分钟', ' min', '天'))
  .chain(([tenths, unit]) => inAnyWidth(fc.constant(`${tenths / 10}${unit}`)));

test('what is read is written back as the same, and what says more is none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        forms,
        forms.map((text) => `≥${text}`),
        nearlyValues,
      ),
      (text) => {
        const found = read(text);
        if (!found) return;
        const again = read(writeHours(found));
        expect(minutesOf(again?.value as number)).toBe(minutesOf(found.value));
        expect(again?.isLeast).toBe(found.isLeast);
      },
    ),
  );
  fc.assert(fc.property(forms, (text) => read(text) !== undefined));
  fc.assert(
    fc.property(spoilt(forms), (text) => {
      expect(read(text), text).toBeUndefined();
    }),
  );
});

test('class hours are written as a figure where one is exact', () => {
  expect(writeHours({ value: 16, isLeast: false })).toBe('16');
  expect(writeHours({ value: 7.5, isLeast: true })).toBe('≥7.5');
  expect(writeHours({ value: 4 / 3, isLeast: false })).toBe('1小时');
  expect(writeHours({ value: 50 / 45, isLeast: false })).toBe('50分钟');
});
