import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

const checked = (text: string) =>
  check({
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
  });

const head = '文种：年度计划\n年度：2024\n基地：\n  名称：万宁市人民医院\n  类别：住培基地\n';

test('rows that begin with a number of their own are read, full-width colons and all', async () => {
  const { findings, unjudged } = await checked(
    `${head}培训班：\n  - 序号：1\n    项目名称：管理班\n    级别：院级\n    培训对象：管理干部\n  - 序号：2\n    项目名称：师资班\n    级别：院级\n    培训对象：师资\n`,
  );
  expect(unjudged).toEqual([]);
  expect(findings.filter(({ rule, severity }) => rule === 'yaml/syntax' && severity === 'error')).toEqual([]);
  const schema = findings.filter(({ rule }) => rule.startsWith('schema/'));
  expect(schema.map(({ rule, path, severity }) => `${severity} ${rule} ${path}`)).toEqual([
    'info schema/unknown-key /sessions/0/序号',
    'error schema/enum /sessions/0/audience',
    'info schema/unknown-key /sessions/1/序号',
  ]);
  expect(schema[1]?.message.zh, 'the key as it is written').toContain('“培训对象”');
});

test('a key spaced out before a full-width colon is the key that it spaces out, not a broken line', async () => {
  const { findings } = await checked(head.replace('名称：', '名 称：').replace('类别：', '类  别：'));
  expect(findings.filter(({ rule, severity }) => rule === 'yaml/syntax' && severity === 'error')).toEqual([]);
  const misspelt = findings.filter(({ rule }) => rule === 'schema/unknown-key');
  expect(misspelt.map(({ fix }) => `${fix?.applicability} ${fix?.line}`)).toEqual([
    'certain 名称: 万宁市人民医院',
    'certain 类别: 住培基地',
  ]);
});
