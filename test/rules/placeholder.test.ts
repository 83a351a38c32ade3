import { expect, test } from 'vitest';
import { isPlaceholder, placeholder } from '../../src/rules/common/placeholder.ts';

test.each([
  ['zh', '（请填写基地名称）'],
  ['en', '(fill in: the name of the base)'],
] as const)('what a starter in %s writes for a name is known for no name', (keys, text) => {
  expect(placeholder({ zh: '基地名称', en: 'the name of the base' }, keys)).toBe(text);
  expect(isPlaceholder(text)).toBe(true);
  expect(isPlaceholder('海口市人民医院（请填写科室）')).toBe(false);
});
