import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/check/config.ts';
import { Bases } from '../../src/notices/bases.ts';
import { checkFixture, readFixture } from './fixture.ts';

test('a base that the config lists and no record is about has a plan of each year in a complete set', async () => {
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const bases = new Bases(
    config.editions,
    ['万宁市人民医院', '文昌市人民医院'].map((name) => ({ name })),
  );
  const fixture = readFixture(join(import.meta.dirname, 'data/missing-plan/fail.yaml'));
  const { findings } = await checkFixture(fixture, 'data/missing-plan', {
    ...config,
    bases,
    file: 'hn-gp.config.yaml',
  });
  expect(findings.map(({ file, path, subject, expected }) => [file, path, subject, expected?.zh])).toEqual([
    ['fixture.yaml', '/base', 'WC-2024-01', '“文昌市人民医院” 2024 年度计划'],
    ['hn-gp.config.yaml', '', '万宁市人民医院', '“万宁市人民医院” 2024 年度计划'],
  ]);
});
