import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { CheckOptions } from '../../src/model/check-result.ts';

const rule = 'training/offline-first';

/** What is shown where a session's training begins online, by the waivers of the session and of the plan. */
async function shown(ofSession: string, ofPlan: string, asOf = '2024-01-15') {
  const text = `文种: 年度计划
年度: 2024
基地: { 名称: 海口市人民医院, 类别: 住培基地 }
培训班:
  - 编号: HK-01
    名称: 教学方法
    层级: 省级
    对象: 师资
    线下: { 开始: 2024-05-20, 结束: 2024-05-21, 学时: 16 }
    线上: { 开始: 2024-05-10, 结束: 2024-05-11, 学时: 10 }
    豁免: [${ofSession}]
豁免: [${ofPlan}]
`;
  const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }];
  const result = await check({ texts, cwd: process.cwd(), config: false, asOf, rules: [rule], verdicts: true });
  expect(result.unjudged).toEqual([]);
  expect(result.findings).toEqual([]);
  expect(result.verdicts?.map(({ waiver }) => waiver?.reason)).toEqual(
    result.waived.map(({ waiver }) => waiver.reason),
  );
  return result.waived.map(({ waiver }) => waiver.reason);
}

const waiver = (reason: string, more = '') => `{ 规则: ${rule}, 理由: ${reason}, 批准人: 省中心${more} }`;

test('of several waivers the one nearest to what is waived is shown, of equally near ones the first', async () => {
  expect(await shown(waiver('甲'), waiver('乙'))).toEqual(['甲']);
  expect(await shown('', waiver('乙'))).toEqual(['乙']);
  expect(await shown(`${waiver('甲')}, ${waiver('丙')}`, '')).toEqual(['甲']);
  expect(await shown('', `${waiver('乙')}, ${waiver('丁')}`)).toEqual(['乙']);
});

test('one that has expired is passed over', async () => {
  const expired = waiver('甲', ', 到期: 2024-01-14');
  expect(await shown(expired, waiver('乙'))).toEqual(['乙']);
  expect(await shown(expired, waiver('乙'), '2024-01-14')).toEqual(['甲']);
});

/** A session whose online part comes before the offline one, with a waiver. */
const onlineFirst = (waived: string): string => `文种: 培训班
年度: 2024
基地: 海口市人民医院
编号: HK-01
名称: 教学方法
层级: 省级
对象: 师资
线下: { 开始: 2024-05-20, 结束: 2024-05-21, 学时: 16 }
线上: { 开始: 2024-05-10, 结束: 2024-05-11, 学时: 10 }
豁免: [${waived}]
`;

test('one that lets something stand is no waiver for nothing', async () => {
  const text = onlineFirst(waiver('甲'));
  const unused = async (content: string) => {
    const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(content) }];
    const rules = ['data/waiver-unused'];
    const { findings } = await check({ texts, cwd: process.cwd(), config: false, asOf: '2024-01-15', rules });
    return findings.length;
  };
  expect(await unused(text)).toBe(0);
  expect(await unused(text.replace('2024-05-10, 结束: 2024-05-11', '2024-05-22, 结束: 2024-05-23'))).toBe(1);
});

test('where a waiver cannot be read, what it may let stand is open, and it is said why', async () => {
  const text = onlineFirst(waiver('甲', ', 到期: 某天'));
  const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }];
  const options = {
    texts,
    cwd: process.cwd(),
    config: false,
    asOf: '2024-01-15',
    rules: [rule],
    verdicts: true,
  } as const;
  const { findings, verdicts = [] } = await check(options);
  expect(findings).toEqual([]);
  expect(verdicts.map(({ verdict, reason }) => [verdict, reason?.zh])).toEqual([
    ['unknown', '“到期”这一项写错了，改好后再判'],
  ]);
});

test('one of a rule that is misspelt is told the rule that was meant', async () => {
  const text = onlineFirst(waiver('甲').replace(rule, 'training/offline-frst'));
  const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }];
  const rules = ['data/waiver-unknown-rule'];
  const { findings } = await check({ texts, cwd: process.cwd(), config: false, asOf: '2024-01-15', rules });
  expect(findings.map(({ expected, remedy }) => [expected?.zh, remedy.zh])).toEqual([[rule, `是不是想写“${rule}”？`]]);
});

test('a verdict that needs none shows none', async () => {
  const inOrder = onlineFirst(waiver('甲')).replace('2024-05-10, 结束: 2024-05-11', '2024-05-22, 结束: 2024-05-23');
  const texts = [{ file: 'a.yaml', bytes: new TextEncoder().encode(inOrder) }];
  const options = { texts, cwd: process.cwd(), config: false, asOf: '2024-01-15', rules: [rule], verdicts: true };
  const { verdicts } = await check(options as CheckOptions);
  expect(verdicts?.map(({ verdict, waiver }) => [verdict, waiver])).toEqual([['pass', null]]);
});
