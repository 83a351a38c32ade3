import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

const PAIR = '文种: 结对帮扶\n培训基地: 海口市人民医院\n对口帮扶基地: 儋州市人民医院\n';
const SESSION = '文种: 培训班\n年度: 2024\n基地: 甲医院\n名称: 乙\n层级: 院级\n对象: 师资\n';
const PLAN = '文种: 年度计划\n年度: 2024\n基地: { 名称: 甲医院, 类别: 住培基地 }\n培训班: []\n';

/** Whether the pair of 儋州, another pair and the plan of 甲医院 are missing, by a set that is declared complete. */
async function missingIn(...texts: string[]) {
  const { verdicts = [], findings } = await check({
    texts: texts.map((text, index) => ({ file: `${index}.yaml`, bytes: new TextEncoder().encode(text) })),
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
    complete: true,
    verdicts: true,
  });
  const pairs = verdicts.filter(({ rule }) => rule === 'pairing/network-coverage');
  const verdictOn = (helped: string) => pairs.find(({ subject }) => subject?.endsWith(helped))?.verdict;
  return {
    pair: verdictOn('儋州市人民医院'),
    other: verdictOn('琼海市人民医院'),
    isPlanMissing: findings.some(({ rule }) => rule === 'data/missing-plan'),
    why: [...new Set(pairs.flatMap(({ reason }) => (reason ? reason.zh : [])))],
  };
}

test('a record that is not judged may be the pair or the plan that is missing, if it may be of its kind', async () => {
  expect(await missingIn(PAIR, SESSION)).toEqual({ pair: 'pass', other: 'fail', isPlanMissing: true, why: [] });
  const ofNobody = PAIR.replace(/对口帮扶基地.*\n/, '');
  expect(await missingIn(PAIR, SESSION, ofNobody)).toEqual({
    pair: 'pass',
    other: 'unknown',
    isPlanMissing: true,
    why: ['2.yaml 有没判定的记录，可能就是它；改好后再判'],
  });
  const ofNoYear = PLAN.replace('2024', '今年');
  expect(await missingIn(PAIR, SESSION, ofNoYear)).toMatchObject({ other: 'fail', isPlanMissing: false });
  expect(await missingIn(PAIR, SESSION, PLAN)).toMatchObject({ other: 'fail', isPlanMissing: false });
  for (const ofNoKind of ['见附件', '', PLAN.replace('年度计划', '方案'), `${SESSION}---\n"`])
    expect(await missingIn(PAIR, SESSION, ofNoKind)).toMatchObject({ other: 'unknown', isPlanMissing: false });
});
