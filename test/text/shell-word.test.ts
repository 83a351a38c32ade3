import { expect, test } from 'vitest';
import { shellWord } from '../../src/text/shell-word.ts';

test.each([
  ['计划/2024-plan.yaml', '计划/2024-plan.yaml'],
  ['新 计划.yaml', '"新 计划.yaml"'],
  ['计划(1).yaml', '"计划(1).yaml"'],
  ['计划（1）.yaml', '"计划（1）.yaml"'],
  ['$HOME.yaml', "'$HOME.yaml'"],
  [`it's "so".yaml`, `'it'\\''s "so".yaml'`],
])('%s', (name, word) => {
  expect(shellWord(name)).toBe(word);
});
