import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { workspace } from './run.ts';

const space = workspace({ 'english/hn-gp.config.yaml': 'lang: en\n' });
afterAll(space.remove);

const schema = (...args: string[]) => {
  const { code, out, err } = space.run(['schema', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as { $schema: string; title: string; properties: object };
};

test('prints the schema of a kind by either name, in either language of keys', () => {
  expect(schema('年度计划')).toEqual(schema('plan'));
  expect(Object.keys(schema('plan', '--keys', 'zh').properties)).toContain('培训班');
  expect(Object.keys(schema('plan', '--keys', 'zh').properties)).not.toContain('sessions');
  expect(Object.keys(schema('plan', '--keys', 'en').properties)).not.toContain('培训班');
  expect(schema('plan', '--keys', 'both')).toEqual(schema('plan'));
});

test('prints the schema of any record where no kind is named', () => {
  const any = schema();
  const ajv = new Ajv({ strict: false, validateFormats: false });
  expect(ajv.validate(any, { kind: 'province', 年度: 2024 })).toBe(true);
  expect(ajv.validate(any, { kind: 'province', 城市: '海口市' })).toBe(false);
  expect(ajv.validate(schema('pairing'), { kind: 'province', year: 2024 })).toBe(false);
});

test('explains first in the language asked for, or in that of the config', () => {
  expect(schema('plan').title).toBe('年度计划 plan');
  expect(schema('plan', '--lang', 'en').title).toBe('plan 年度计划');
  expect(JSON.parse(space.run(['schema', 'plan'], { cwd: 'english' }).out).title).toBe('plan 年度计划');
  expect(JSON.parse(space.run(['schema', 'plan', '--no-config'], { cwd: 'english' }).out).title).toBe('年度计划 plan');
});

test('writes to a file the same as to standard output', () => {
  expect(space.run(['schema', '-o', 'one.json'])).toEqual({ code: 0, out: '', err: '' });
  expect(space.shell('$HN schema | cmp - one.json')).toMatchObject({ code: 0 });
});

test.each([
  [['schema', '计划'], '文种不能是“计划”，是不是想写 年度计划？'],
  [['schema', 'plans', '--lang', 'en'], 'kind cannot be "plans"; did you mean plan?'],
  [['schema', '--lang', 'cn'], '--lang 不能是“cn”；可以写：zh、en'],
  [['schema', '--keys', '中文'], '--keys 不能是“中文”；可以写：zh、en、both'],
  [['schema', '-o', 'no/such/folder.json'], '文件夹不存在'],
])('%j is one clear line', (args, says) => {
  const { code, out, err } = space.run(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect(err.trim().split('\n')).toHaveLength(1);
});
