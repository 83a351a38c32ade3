import { expect, test } from 'vitest';
import { canRead, type ValueType } from '../../../src/schema/values/index.ts';

test.each<[ValueType, string]>([
  ['date', '2024-05-08'],
  ['span', '2024-05-08至2024-05-10'],
  ['days', '两天'],
  ['hours', '8学时'],
  ['count', '30'],
  ['year', '2024年'],
  ['money', '2万元'],
  ['share', '5%'],
  ['yes-no', '是'],
])('what may be a %s is read up to a hundred signs, its blanks counted', (type, text) => {
  expect(canRead(type, text.padEnd(100))).toBe(true);
  expect(canRead(type, text.padEnd(101))).toBe(false);
});
