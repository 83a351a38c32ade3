import { expect, test } from 'vitest';
import { type NumberFault, numberFault } from '../../../src/schema/likely.ts';

test.each<[string, NumberFault]>([
  ['1:10', 'ratio'],
  ['12 比 1.5', 'ratio'],
  ['约 40', 'inexact'],
  ['60以上', 'inexact'],
  ['不少于2万元', 'inexact'],
  ['60 学时以下', 'inexact'],
  ['40 余', 'inexact'],
  ['40 左右', 'inexact'],
  ['40-50', 'inexact'],
  ['40 - 50', 'inexact'],
  ['40 %', 'percent'],
  ['- 5', 'negative'],
  ['−5.5', 'negative'],
  ['-a5', 'form'],
  ['-5 人', 'form'],
  ['40 公里', 'unit'],
  ['四十几', 'form'],
  ['2024-05-08', 'form'],
])('%s is no number: %s', (written, fault) => {
  expect(numberFault(written)).toBe(fault);
});
