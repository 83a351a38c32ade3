import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

const reasons = async (text: string, asOf: string) => {
  const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }];
  const { unjudged } = await check({ texts, cwd: process.cwd(), config: false, asOf });
  return unjudged.map(({ line, reason }) => `${line} ${reason.zh} | ${reason.en}`);
};

const NONE = '没有适用的通知 | no notice governs it';
const pair = 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n';

test.each([
  ['a year before the first notice', 'kind: province\nyear: 2010\n', '2010-06-01', [`1 ${NONE}`]],
  ['a city without one', 'kind: city-program\ncity: 三亚市\nyear: 2024\n', '2024-06-01', [`1 ${NONE}`]],
  ['a pair the day before there was one', pair, '2020-04-16', [`1 ${NONE}`]],
  ['a pair on its day', pair, '2020-04-17', []],
])('%s', async (_, text, asOf, said) => {
  expect(await reasons(text, asOf)).toEqual(said);
});

test('of several mistakes it is the one that leaves a record out that is told as the reason', async () => {
  const text = 'kind: plan\nnotez: a\nbase: {types: [a], name: 海口市人民医院}\nyear: x\n';
  expect(await reasons(text, '2024-06-01')).toEqual([
    '4 “year”要写整数，现在是“x” | "year" asks for a whole number, found "x"',
  ]);
});
