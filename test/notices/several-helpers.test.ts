import { expect, test } from 'vitest';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import { checkWith } from '../editions/judging.ts';

const helped = '万宁市人民医院';
const listing = (...helpers: string[]): Edition => {
  const own = bundledEditions.find(({ notice }) => notice === 'pairing') as Edition;
  const pairs = { value: helpers.map((helper) => ({ helper, helped: [helped] })), clause: '附件' };
  return { ...own, edition: '2026', issued: '2026-03-01', values: { ...own.values, pairs } };
};

/** The verdict on each pair of a helper with the base that all of them may help, and what the finding says. */
async function judged(edition: Edition, helper: string) {
  const pairing = { kind: 'pairing', helper, helped, agreement: { signed: '2026-04-01' } };
  const { verdicts, findings } = await checkWith([edition], [pairing], '2026-05-01', { rules: ['pairing/listed'] });
  return [verdicts?.[0]?.verdict, findings[0]?.message.zh];
}

test('a base that has two helpers in the list may be helped by either, and by no other', async () => {
  const edition = listing('海南省人民医院', '三亚中心医院');
  expect(await judged(edition, '海南省人民医院')).toEqual(['pass', undefined]);
  expect(await judged(edition, '三亚中心医院')).toEqual(['pass', undefined]);
  expect(await judged(edition, '海口市人民医院')).toEqual([
    'fail',
    `名单里“${helped}”由“海南省人民医院”或“三亚中心医院”帮扶，不是“海口市人民医院”`,
  ]);
});
