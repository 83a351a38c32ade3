import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { sha256Hex } from '../../src/text/digest.ts';
import { headComment } from '../../src/workbook/imported-from.ts';
import { base, workbook } from '../workbook/made.ts';

let folder = '';
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hn-gp-set-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const plan = '文种: 年度计划\n年度: 2024\n基地: {名称: 海口市人民医院, 类别: 住培基地}\n';

/** What a check of the folder finds of imports, what it notes of files left out, and how many it checks. */
async function checked(paths = ['.']) {
  const { findings, notes, files } = await check({ cwd: folder, paths, config: false, asOf: '2024-06-01' });
  return {
    stale: findings.filter(({ rule }) => rule === 'data/stale-import').map(({ message }) => message),
    notes,
    files,
  };
}

test('a workbook is left out while the file imported from it stands for it', async () => {
  const bytes = workbook({ 年度计划: base });
  write('plan.xlsx', bytes);
  write('plan.yaml', headComment('plan.xlsx', sha256Hex(bytes), 'zh') + plan);
  expect(await checked()).toEqual({
    stale: [],
    files: 1,
    notes: [
      {
        file: 'plan.xlsx',
        reason: {
          zh: '没有再查：它导入成的 plan.yaml 已经查了，工作簿之后没有改过',
          en: 'not checked again: plan.yaml, which was imported from it, stands for it, and it has not changed since',
        },
      },
    ],
  });
  expect(await checked(['plan.yaml'])).toEqual({ stale: [], files: 1, notes: [] });
});

test('a file imported from a workbook that has changed since is out of date, whether that is checked too or not', async () => {
  write('plan.yaml', headComment('plan.xlsx', sha256Hex(new Uint8Array()), 'en') + plan);
  expect(await checked(), 'the workbook is elsewhere').toEqual({ stale: [], files: 1, notes: [] });
  write('plan.xlsx', workbook({ 年度计划: base }));
  const stale = [
    {
      zh: 'plan.xlsx 在导入成这个文件以后改过，这里查的不是最新的内容',
      en: 'plan.xlsx has changed since it was imported into this file, which is out of date',
    },
  ];
  expect(await checked()).toEqual({ stale, files: 2, notes: [] });
  expect(await checked(['plan.yaml'])).toEqual({ stale, files: 1, notes: [] });
});

test('a file that was moved along with its workbook is held against the one beside it', async () => {
  write('plan.yaml', headComment('excel/plan.xlsx', sha256Hex(new Uint8Array()), 'zh') + plan);
  expect(await checked(['plan.yaml'])).toEqual({ stale: [], files: 1, notes: [] });
  write('plan.xlsx', workbook({ 年度计划: base }));
  expect((await checked(['plan.yaml'])).stale).toHaveLength(1);
  expect((await checked()).stale).toHaveLength(1);
});

test('a file that does not say what its workbook was like may be out of date', async () => {
  write('plan.xlsx', workbook({ 年度计划: base }));
  write('plan.yaml', `# 由 hn-gp import 从 plan.xlsx 导入\n${plan}`);
  expect((await checked(['plan.yaml'])).stale).toEqual([
    {
      zh: '这个文件是从 plan.xlsx 导入的，没有记下当时的工作簿，不知道之后改过没有',
      en: 'This file was imported from plan.xlsx without noting what that was like, and may be out of date',
    },
  ]);
});

test('a workbook of other sheets is passed over, and told of; named, it is a mistake', async () => {
  write('plan.yaml', plan);
  write('other.xlsx', workbook({ 花名册: [['姓名']], 汇总: [['甲']] }));
  expect((await checked()).notes).toEqual([
    {
      file: 'other.xlsx',
      reason: {
        zh: '没有查：这个工作簿里没有要检查的表，只有“花名册”“汇总”',
        en: 'not checked: this workbook has none of the sheets that are checked, only 花名册, 汇总',
      },
    },
  ]);
  const { findings } = await check({ cwd: folder, paths: ['other.xlsx'], config: false, asOf: '2024-06-01' });
  expect(findings.map(({ rule }) => rule)).toEqual(['schema/kind']);
});

test('that a file is out of date stands at its first line', async () => {
  write('plan.xlsx', workbook({ 年度计划: base }));
  for (const lineBreak of ['\n', '\r\n']) {
    write('plan.yaml', ['# 由 hn-gp import 从 plan.xlsx 导入', ...plan.split('\n')].join(lineBreak));
    const { findings } = await check({ cwd: folder, paths: ['plan.yaml'], config: false, asOf: '2024-06-01' });
    expect(findings.find(({ rule }) => rule === 'data/stale-import')).toMatchObject({
      ...{ line: 1, column: 1, endLine: 1, endColumn: 32 },
      source: '# 由 hn-gp import 从 plan.xlsx 导入',
      remedy: { en: expect.stringContaining('hn-gp check plan.xlsx') },
    });
  }
});

test('a file too large to read has no digest in the evidence', async () => {
  write('plan.yaml', plan);
  const texts = [{ file: 'large.yaml', bytes: new Uint8Array(5_000_001) }];
  const { evidence } = await check({ cwd: folder, texts, config: false, asOf: '2024-06-01', evidence: true });
  expect(evidence?.sources).toMatchObject([{ file: 'large.yaml', sha256: null }]);
});

test('what decides the verdicts is in the evidence: the files, the config and the editions it names', async () => {
  write('plan.yaml', plan);
  const edition = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
  const config = 'editions: [own.yaml]\n';
  write('own.yaml', edition);
  write('hn-gp.config.yaml', config);
  const { evidence } = await check({ cwd: folder, paths: ['plan.yaml'], asOf: '2024-06-01', evidence: true });
  expect(evidence?.sources.map(({ file, role, sha256 }) => ({ file, role, sha256 }))).toEqual([
    { file: 'plan.yaml', role: 'record', sha256: sha256Hex(new TextEncoder().encode(plan)) },
    { file: 'hn-gp.config.yaml', role: 'config', sha256: sha256Hex(new TextEncoder().encode(config)) },
    { file: 'own.yaml', role: 'edition', sha256: sha256Hex(new TextEncoder().encode(edition)) },
  ]);
});

test('a folder is searched for records in YAML and in workbooks, however their names end in', async () => {
  for (const name of ['a.yaml', 'b.yml', 'c.YML', 'd.txt', '.e.yaml', 'f.yamlx']) write(name, plan);
  for (const name of ['g.xlsx', 'h.XLSM', '~$g.xlsx', 'i.xls']) write(name, workbook({ 年度计划: base }));
  expect((await checked()).files).toBe(5);
});

test('sheets of a workbook that are none of those that are checked are told, each by its name', async () => {
  write('plan.xlsx', workbook({ 年度计划: base, 花名册: [['姓名']], 汇总: [['合计']] }));
  const { notes } = await checked();
  expect(notes.map(({ reason }) => reason)).toEqual([
    { zh: '没有读 “花名册”表、“汇总”表', en: 'not read: sheet "花名册", sheet "汇总"' },
  ]);
});
