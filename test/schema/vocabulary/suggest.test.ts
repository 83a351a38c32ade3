import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest, suggestNamed } from '../../../src/schema/vocabulary/suggest.ts';

test('a suggestion is always one of the known forms', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (written, known) => {
      const near = suggest(written, known);
      expect(near === undefined || known.includes(near)).toBe(true);
    }),
  );
});

test.each([
  ['yaer', 'year'],
  ['名成', '名称'],
  ['开始时间', '开始'],
  ['Residency', 'residency'],
])('%s is most likely %s', (written, meant) => {
  expect(suggest(written, ['year', '名称', '开始', '结束', 'residency', 'notes'])).toBe(meant);
});

test('nothing is suggested where nothing is near', () => {
  expect(suggest('完全无关的内容', ['年度', '名称'])).toBeUndefined();
  expect(suggest('zzzzzz', ['year', 'notes'])).toBeUndefined();
});

test.each<[string, string | undefined, string]>([
  ['sesso', 'season', 'two letters of six'],
  ['cn', undefined, 'half of a word'],
  ['专业方向', undefined, 'one sign of a word'],
])('%s: %s, %s', (written, meant, _) => {
  expect(suggest(written, ['en', '业', 'season'])).toBe(meant);
});

test('a word is not told by one of its letters', () => {
  expect(suggest('e', ['en', 'season'])).toBeUndefined();
});

test('the contrary is never suggested', () => {
  expect(suggest('完成', ['未完成', '已销号'])).toBeUndefined();
  expect(suggest('不通过', ['通过', '未通过'])).toBe('未通过');
});

test('a word that is as near to one key as to another stands for neither', () => {
  const known = [
    { name: 'plana', title: '培训甲' },
    { name: 'planb', title: '培训乙' },
  ];
  expect(suggestNamed('planx', known)).toBeUndefined();
  expect(suggestNamed('planx', known.slice(0, 1))?.form).toBe('plana');
  expect(suggestNamed('plan-b', known)?.form).toBe('planb');
});

test('a word that is near to several keys likely stands for the only one that is not given', () => {
  const known = ['plana', 'planb', 'planc'].map((name) => ({ name, title: `培训${name}` }));
  const suggested = (...given: string[]) => suggestNamed('planx', known, ({ name }) => given.includes(name));
  expect(suggested('plana', 'planc')).toMatchObject({ form: 'planb', differs: 'letter' });
  expect(suggested('plana')).toBeUndefined();
  expect(suggested('plana', 'planb', 'planc')).toBeUndefined();
});
