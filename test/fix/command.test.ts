import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { workspace } from '../cli/run.ts';
import { plan, planWith } from '../recovery/plan.ts';
import { encodeGbk } from '../writing.ts';

const folders: ReturnType<typeof workspace>[] = [];
const inFolder = (files: Record<string, string | Uint8Array> = {}) => {
  const space = workspace(files);
  folders.push(space);
  return space;
};
afterEach(() => {
  for (const space of folders.splice(0)) space.remove();
});

/** Mistakes of several kinds, a comment and an order of its own; and the same as it should be. */
const written = planWith('年度: 2024', '年度：2024 # 全角冒号')
  .replace('    对象: 师资', '\t\t对象: 师资')
  .replace('2024-05-10', '2024/5/10')
  .replace('金额: 50000', '金额:50000   # 按人均算')
  .replace('备注: 与内科合办', '备注:   与内科合办  ');
const asItShouldBe = plan
  .replace('年度: 2024', '年度: 2024 # 全角冒号')
  .replace('50000', '50000   # 按人均算')
  .replace('备注: 与内科合办', '备注:   与内科合办  ');

test('what is certain is repaired; comments, order and layout stay', () => {
  const { run, read } = inFolder({ 'plan.yaml': written });
  const { code, out, err } = run(['fix', 'plan.yaml']);
  expect(read('plan.yaml')).toBe(asItShouldBe);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2:3  冒号“：”是全角的 → 已改');
  expect(out).toContain('检查 1 个文件，改好 1 个文件的 4 处。');
  expect(run(['check', 'plan.yaml', '--as-of', '2024-01-15', '--rule', 'schema/*', '--rule', 'yaml/*']).code).toBe(0);
});

test('a second run changes nothing, not even the time of the file', () => {
  const { run, read, path } = inFolder({ 'plan.yaml': written });
  run(['fix', 'plan.yaml']);
  const { mtimeMs, ino } = statSync(path('plan.yaml'));
  const { code, out } = run(['fix', 'plan.yaml']);
  expect(statSync(path('plan.yaml'))).toMatchObject({ mtimeMs, ino });
  expect(read('plan.yaml')).toBe(asItShouldBe);
  expect(code).toBe(0);
  expect(out).toBe('检查 1 个文件，改好 0 个文件的 0 处。\n');
});

test('what is left for the author is listed, and the exit code says so', () => {
  const { run, read } = inFolder({ 'plan.yaml': written.replace('学时: 10', '学时: 7:3') });
  const { code, out } = run(['fix', 'plan.yaml']);
  expect(code).toBe(1);
  expect(out).toContain('19:11  “学时”写成了比例：“7:3” → 要自己改');
  expect(out).toContain('还有 1 处要自己改，用 hn-gp check 看怎么改');
  expect(read('plan.yaml')).toBe(asItShouldBe.replace('学时: 10', '学时: 7:3'));
});

describe('--dry-run', () => {
  test('writes nothing, and shows a diff alone on standard output', () => {
    const { run, read } = inFolder({ 'plan.yaml': written });
    const { code, out, err } = run(['fix', '--dry-run', 'plan.yaml']);
    expect(read('plan.yaml')).toBe(written);
    expect(out).toMatch(/^--- a\/plan\.yaml\n\+\+\+ b\/plan\.yaml\n@@ /);
    expect(out).toContain('-年度：2024 # 全角冒号\n+年度: 2024 # 全角冒号\n');
    expect(err).toContain('可以改 1 个文件的 4 处');
    expect(code).toBe(0);
  });

  const hasGit = spawnSync('git', ['--version']).status === 0;
  test.skipIf(!hasGit)('the diff is one that git applies, whatever the line ends, signs and names', () => {
    for (const [from, to] of [
      [written, asItShouldBe],
      [written.replaceAll('\n', '\r\n'), asItShouldBe.replaceAll('\n', '\r\n')],
      [written.trimEnd(), asItShouldBe.trimEnd()],
      [`\ufeff# \u202e\n${written}`, `\ufeff# \u202e\n${asItShouldBe}`],
      // More changes than a diff tells one by one, in a text without an end of line.
      [titles('：').trimEnd(), titles(': ').trimEnd()],
    ] as const) {
      const { run, read, write, path } = inFolder({ 'plans/plan.yaml': from, '甲\t乙.yaml': from });
      write('change.diff', run(['fix', '--dry-run', '.']).out);
      const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', path('change.diff')], {
        cwd: path('.'),
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect([read('plans/plan.yaml'), read('甲\t乙.yaml')]).toEqual([to, to]);
    }
  });
});

/** A plan of many sessions, with a colon of one's own before each title. */
function titles(colon: string): string {
  const sessions = Array.from({ length: 600 }, (_, index) =>
    ['id', 'title']
      .map((key, line) => `${line === 0 ? '  - ' : '    '}${key}${line === 0 ? ': ' : colon}S${index}\n`)
      .join(''),
  );
  return `kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: tcm}\nsessions:\n${sessions.join('')}`;
}

describe('encodings and line ends', () => {
  test('a GBK file becomes UTF-8, with nothing else changed where nothing is wrong', () => {
    const { run, read } = inFolder({ 'plan.yaml': encodeGbk(plan) });
    const { code, out } = run(['fix', 'plan.yaml']);
    expect(read('plan.yaml')).toBe(plan);
    expect(out).toContain('GBK 编码转成 UTF-8');
    expect(code).toBe(0);
  });

  test('so does a UTF-16 file, as older Notepads write it', () => {
    for (const encoding of ['le', 'be']) {
      const content = Buffer.from(`\ufeff${plan}`, 'utf16le');
      const { run, read } = inFolder({ 'plan.yaml': encoding === 'le' ? content : content.swap16() });
      expect(run(['fix', 'plan.yaml']).code).toBe(0);
      expect(read('plan.yaml')).toBe(plan);
    }
  });

  test('a byte-order mark and Windows line ends stay', () => {
    const { run, read } = inFolder({ 'plan.yaml': `\ufeff${written.replaceAll('\n', '\r\n')}` });
    run(['fix', 'plan.yaml']);
    expect(read('plan.yaml')).toBe(`\ufeff${asItShouldBe.replaceAll('\n', '\r\n')}`);
  });

  test.each([
    ['a binary file', Uint8Array.of(1, 2, 0, 255)],
    ['a workbook by another name', Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1')],
    ['neither UTF-8 nor GBK', Uint8Array.of(0x61, 0xff, 0xff)],
  ])('%s is left as it is', (_, content) => {
    const { run, path } = inFolder({ 'plan.yaml': content });
    const { code, out } = run(['fix', 'plan.yaml']);
    expect(new Uint8Array(readFileSync(path('plan.yaml')))).toEqual(new Uint8Array(content));
    expect(out).toContain('要自己改');
    expect(code).toBe(1);
  });
});

describe('files', () => {
  test('folders, globs and the config say which files, as for check', () => {
    const { run, read } = inFolder({
      'hn-gp.config.yaml': 'exclude: [old]\n',
      'plan.yaml': written,
      'deep/plan.yml': written,
      'old/plan.yaml': written,
    });
    expect(run(['fix']).out).toContain('检查 2 个文件，改好 2 个文件的 8 处');
    expect([read('plan.yaml'), read('deep/plan.yml'), read('old/plan.yaml')]).toEqual([
      asItShouldBe,
      asItShouldBe,
      written,
    ]);
  });

  test('a file keeps its permissions, and a link goes on leading to it', () => {
    const { run, read, path } = inFolder({ 'real.yaml': written });
    chmodSync(path('real.yaml'), 0o640);
    symlinkSync('real.yaml', path('link.yaml'));
    run(['fix', 'link.yaml']);
    expect(read('real.yaml')).toBe(asItShouldBe);
    expect(statSync(path('real.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(path('.')).sort()).toEqual(['link.yaml', 'real.yaml']);
  });

  test('what cannot be read is told, the others are fixed, and the exit code is 2', () => {
    const { run, read, path } = inFolder({ 'plan.yaml': written });
    symlinkSync('nowhere.yaml', path('broken.yaml'));
    const { code, err } = run(['fix', 'broken.yaml', 'plan.yaml']);
    expect(read('plan.yaml')).toBe(asItShouldBe);
    expect(err).toContain('读不了 broken.yaml：文件不存在');
    expect(code).toBe(2);
  });

  test('what another program changes meanwhile is not written over, the others are fixed, and the exit code is 2', () => {
    const { run, read, path } = inFolder({
      'a.yaml': written,
      'b.yaml': written,
      'meanwhile.cjs': `const fs = require('node:fs');
const { readFileSync } = fs;
let isChanged = false;
fs.readFileSync = (file, ...rest) => {
  const content = readFileSync(file, ...rest);
  if (!isChanged && String(file).endsWith('a.yaml')) {
    isChanged = true;
    fs.appendFileSync(file, '# 刚写的\\n');
  }
  return content;
};
`,
    });
    const { code, out, err } = run(['fix', '.'], { env: { NODE_OPTIONS: `--require=${path('meanwhile.cjs')}` } });
    expect(read('a.yaml')).toBe(`${written}# 刚写的\n`);
    expect(read('b.yaml')).toBe(asItShouldBe);
    expect(out).toContain('检查 1 个文件，改好 1 个文件的 4 处');
    expect(err).toBe('hn-gp: a.yaml 刚刚被别的程序改动了，没有写；请再运行一次\n');
    expect(code).toBe(2);
  });

  test('of standard input too large to be read, nothing is written', () => {
    const { code, out, err } = inFolder().run(['fix', '-'], { input: '#\n'.repeat(3_000_000) });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'hn-gp: 标准输入太大，没有读完，也没有输出\n' });
  });

  test.skipIf(process.platform === 'win32')('a workbook is refused from standard input as from a file', () => {
    const { run, shell } = inFolder();
    run(['init', 'plan', '--xlsx', 'a.xlsx']);
    const refused = run(['fix', 'a.xlsx']);
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('工作簿') });
    expect(shell('$HN fix - < a.xlsx')).toEqual(refused);
  });

  test('no such file is one line and exit code 2', () => {
    const { run } = inFolder();
    expect(run(['fix', 'plan.yaml'])).toEqual({ code: 2, out: '', err: 'hn-gp: 找不到文件或文件夹：plan.yaml\n' });
  });

  test('standard input comes out fixed on standard output', () => {
    const { run } = inFolder();
    const { code, out, err } = run(['fix', '-'], { input: written });
    expect({ code, out }).toEqual({ code: 0, out: asItShouldBe });
    expect(err).toContain('改好');
    expect(run(['fix', '-'], { input: plan }).out).toBe(plan);
    expect(run(['fix', '-', 'plan.yaml'], { input: plan }).code).toBe(2);
  });

  test('an interrupted run leaves every file either as it was or as it should be', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `plan-${index}.yaml`);
    const { start, read } = inFolder(Object.fromEntries(names.map((name) => [name, written])));
    const running = start(['fix', '.']);
    for (let waited = 0; waited < 15_000 && names.every((name) => read(name) === written); waited += 1)
      await new Promise((done) => setImmediate(done));
    await running.stop('SIGKILL');
    const states = names.map((name) => read(name));
    expect(states.filter((text) => text !== written && text !== asItShouldBe)).toEqual([]);
    expect(states).toContain(asItShouldBe);
  });
});

test('English says the same', () => {
  const { run } = inFolder({ 'plan.yaml': written });
  const { out } = run(['fix', 'plan.yaml', '--lang', 'en']);
  expect(out).toContain('2:3  Full-width signs where plain ones belong: colon ： → mended');
  expect(out).toContain('mended 4 places in 1 file');
});

test('--style leaves days as class hours where no edition governs the year', () => {
  const text = plan
    .replace('年度: 2024', '年度: 2025')
    .replace('学时: 10', '学时: 1天半')
    .replace('学时: 8', '学时: 8学时');
  const { run, read } = inFolder({ 'plan.yaml': text });
  run(['fix', '--style', 'plan.yaml']);
  expect(read('plan.yaml')).toBe(text.replace('8学时', '8'));
  const { code } = run(['fix', '--style', 'plan.yaml']);
  expect(code).toBe(0);
});

test('--style reads a day as the class hours that the config’s edition gives it', () => {
  const edition = readFileSync('test/editions/training-2025.yaml', 'utf8').replace(
    '{ value: 8, clause: 五（一）',
    '{ value: 6, clause: 五（一）',
  );
  const text = plan.replace('年度: 2024', '年度: 2025').replace('学时: 10', '学时: 2天');
  const { run, read } = inFolder({
    'plan.yaml': text,
    'next.yaml': edition,
    'hn-gp.config.yaml': 'editions: [next.yaml]\n',
  });
  run(['fix', '--style', 'plan.yaml']);
  expect(read('plan.yaml')).toContain('学时: 12');
  run(['fix', '--style', '--no-config', 'plan.yaml']);
  expect(read('plan.yaml')).toContain('学时: 12');
});
