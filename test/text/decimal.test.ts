import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalFrom, decimalOf, moved, numberFrom, textOfDecimal, times } from '../../src/text/decimal.ts';

test('a decimal is exactly what is written', () => {
  expect(textOfDecimal(times(decimalFrom('1.1'), 45))).toBe('49.5');
  expect(textOfDecimal(moved(decimalFrom('2.351'), 4))).toBe('23510');
  expect(textOfDecimal(moved(decimalFrom('7'), -2))).toBe('0.07');
  expect(textOfDecimal(decimalOf(1e21))).toBe('1000000000000000000000');
  expect(textOfDecimal(decimalOf(1.5e-9))).toBe('0.0000000015');
  expect(textOfDecimal(decimalFrom('007.50'))).toBe('7.5');
});

test('a number goes into a decimal and back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 9 }), (digits, places) => {
      const value = Number(`${digits}e-${places}`);
      expect(numberFrom(decimalOf(value))).toBe(value);
      expect(numberFrom(decimalFrom(textOfDecimal(decimalOf(value))))).toBe(value);
    }),
  );
});

test('what has more digits than a number keeps is none', () => {
  expect(numberFrom(decimalFrom('999999999999999'))).toBe(999_999_999_999_999);
  expect(numberFrom(decimalFrom('0.000000000000000000123'))).toBe(1.23e-19);
  expect(numberFrom(decimalFrom('9007199254740993'))).toBeUndefined();
  expect(numberFrom(decimalFrom('0.1234567890123456'))).toBeUndefined();
});
