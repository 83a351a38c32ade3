import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import { Bases } from '../../src/notices/bases.ts';

const rule = 'data/base-type';

/** What is said of a base of some types, under a config that gives it two. */
async function said(types: string) {
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const bases = new Bases(config.editions, [{ name: '甲医院', types: ['residency', 'tcm'] }]);
  const { findings } = await check({
    texts: [
      {
        file: 'a.yaml',
        bytes: new TextEncoder().encode(`文种: 年度计划\n年度: 2024\n基地: {名称: 甲医院, 类别: ${types}}\n`),
      },
    ],
    cwd: process.cwd(),
    config: { ...config, bases },
    asOf: '2024-06-01',
    rules: [rule],
  });
  return findings.map(({ message }) => message);
}

test('the types of a base are those that the config gives it, in any order', async () => {
  expect(await said('[中医住培基地, 住培基地]')).toEqual([]);
  expect(await said('住培基地')).toEqual([
    {
      zh: '配置里“甲医院”的类别是 住培基地、中医住培基地，这里写的是 住培基地',
      en: 'In the config "甲医院" is residency, tcm, here it is residency',
    },
  ]);
  expect(await said('[住培基地, 助理全科基地]')).toHaveLength(1);
});
