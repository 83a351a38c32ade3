import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '../../src/check/config.ts';
import { disk } from '../../src/disk/disk.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'hn-gp-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test.each([
  ['no YAML', 'lang: [zh\n', 'bad.yaml:2 缩进'],
  ['a list', '- a\n', 'bad.yaml:1 整个文件要写“键: 值”各项'],
  ['a key that there is not', 'rulez: {}\n', 'rulez'],
  ['a rule that there is not', 'rules: {training/topicz: off}\n', 'training/topicz'],
  ['a wrong value', 'failOn: perhaps\n', '“failOn”只能写 '],
  ['a list for a name', 'lang: [zh]\n', '“lang”'],
  ['a base without a name', 'bases: [{aliases: [甲]}]\n', '缺“bases.0.name”'],
  ['an edition that is no file', 'editions: [none.yaml]\n', 'none.yaml'],
])('a config with %s cannot be used, and it is said why', async (_, text, said) => {
  write('bad.yaml', text);
  const error = await loadConfig({ config: 'bad.yaml', cwd: folder }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).words.zh).toContain(said);
});

test('the nearest config upward is used', async () => {
  write('hn-gp.config.yaml', 'lang: en\n');
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  expect((await loadConfig({ cwd: join(folder, 'a/b') })).settings.lang).toBe('en');
  write('a/hn-gp.config.yaml', 'lang: zh\n');
  expect((await loadConfig({ cwd: join(folder, 'a/b') })).settings.lang).toBe('zh');
});

test.each([
  [['p/**/*.yaml'], ['p/x.yaml', 'p/q/y.yaml', 'p/q/r/z.yaml']],
  [['p/*.yaml'], ['p/x.yaml']],
  [['p/q/?.yaml'], ['p/q/y.yaml']],
  [['p/{q,none}/*.yaml'], ['p/q/y.yaml']],
  [['p/[q]/*.yaml'], ['p/q/y.yaml']],
  [['p/q (旧)'], ['p/q (旧)/x.yaml']],
  [['p/q (旧)/*.yaml'], ['p/q (旧)/x.yaml']],
  [['**/q (旧)/*.yaml'], ['p/q (旧)/x.yaml']],
  [['**/(x|none).yaml'], ['p/x.yaml']],
  [['**/@(x).yaml'], ['p/x.yaml']],
])('%s finds %s', async (paths, expected) => {
  for (const name of ['p/x.yaml', 'p/q/y.yaml', 'p/q/r/z.yaml', 'p/q (旧)/x.yaml']) write(name, 'kind: plan\n');
  const where = {
    paths,
    from: folder,
    cwd: folder,
    exclude: ['p/q (旧)/**'],
    excludeFrom: folder,
    isConfig: false,
    own: [],
  };
  const { files } = await disk.find(paths[0]?.includes('(旧)') ? { ...where, exclude: [] } : where);
  expect(files.map(({ file }) => file).sort()).toEqual([...expected].sort());
});

test('parentheses in a name that is left out stand for themselves, behind any folders', async () => {
  write('r/s/计划 (2).yaml', 'kind: plan\n');
  write('r/s/计划.yaml', 'kind: plan\n');
  const { files } = await disk.find({
    paths: ['r'],
    from: folder,
    cwd: folder,
    exclude: ['**/计划 (2).yaml'],
    excludeFrom: folder,
    isConfig: false,
    own: [],
  });
  expect(files.map(({ file }) => file)).toEqual(['r/s/计划.yaml']);
});
