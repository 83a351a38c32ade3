import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYesNo, writeYesNo } from '../../../src/schema/values/yes-no.ts';
import { inAnyWidth } from './forms.ts';

const YES = ['true', '是', '有', '已', '√', 'yes'];
const NO = ['false', '否', '无', '未', '×', 'no'];

test('each form in any letter case and width reads to its value, and is written back as the same', () => {
  const forms = fc
    .constantFrom(...YES, ...NO)
    .chain((form) =>
      fc.tuple(fc.constant(YES.includes(form)), inAnyWidth(fc.constantFrom(form, form.toUpperCase(), ` ${form} `))),
    );
  fc.assert(
    fc.property(forms, ([value, text]) => {
      expect(readYesNo(text), text).toEqual({ value });
    }),
  );
  for (const value of [true, false]) expect(readYesNo(writeYesNo({ value }))).toEqual({ value });
});

test.each([
  '',
  '是否',
  '有无',
  '是/否',
  '不是',
  '没有',
  '未定',
  '已定',
  '待定',
  '有的',
  'x',
  '1',
  '0',
  'y',
  'n',
  'on',
  'off',
  'yes no',
  'ye s',
  '√×',
  '是是',
])('%s is neither yes nor no', (written) => {
  expect(readYesNo(written)).toBeUndefined();
});
