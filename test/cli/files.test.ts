import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/text/digest.ts';
import { headComment } from '../../src/workbook/imported-from.ts';
import { plan, type Running, workspace } from './run.ts';

const asOf = ['--as-of', '2024-01-15', '--lang', 'en'];
const online = ['--rule', 'training/hospital-online-duration'];
const other = plan.replace('海口市人民医院', '三亚中心医院').replace('HK-2024-01', 'SY-2024-01');
const third = planOf(3);
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

/** The same plan of another base. */
function planOf(number: number): string {
  return plan.replace('海口市人民医院', `第${number}医院`).replace('HK-2024-01', `X${number}-2024-01`);
}

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function place(files: Record<string, string | Uint8Array> = {}) {
  const made = workspace(files);
  ending.push(made.remove);
  return {
    ...made,
    /** Which files a check judges, its exit code and what it says on standard error. */
    check(args: string[], options?: Parameters<typeof made.run>[1]) {
      const { code, out, err } = made.run(['check', ...args, ...asOf, ...online, '-f', 'json'], options);
      const files = out === '' ? [] : JSON.parse(out).findings.map(({ file }: { file: string }) => file);
      return { code, files, err };
    },
    /** Node options that run some code first, as a system would behave that has something missing. */
    under(code: string) {
      made.write('system.cjs', code);
      return { env: { NODE_OPTIONS: `--require ${JSON.stringify(made.path('system.cjs'))}` } };
    },
  };
}

describe('a search of a folder', () => {
  test('takes the extensions in any letter case, and no hidden file', () => {
    const { check } = place({ 'd/PLAN.YAML': plan, 'd/b.Yml': other, 'd/.ci.yml': 'x: 1', 'd/.x/c.yaml': 'x: 1' });
    expect(check(['d'])).toEqual({ code: 1, files: ['d/PLAN.YAML', 'd/b.Yml'], err: '' });
  });

  test.skipIf(isWindows)('reads links to files, each file once, and tells of one that leads nowhere', () => {
    const { check, path } = place({ 'd/a.yaml': plan, 'out/real.yaml': other });
    symlinkSync('../out/real.yaml', path('d/linked.yaml'));
    symlinkSync('a.yaml', path('d/0-again.yaml'));
    expect(check(['d'])).toEqual({ code: 1, files: ['d/a.yaml', 'd/linked.yaml'], err: '' });
    expect(check(['d/*.yaml', 'd/a.yaml', 'out']).files).toEqual(['d/a.yaml', 'd/linked.yaml']);
    symlinkSync('nowhere.yaml', path('d/dangling.yaml'));
    expect(check(['d'])).toEqual({
      code: 2,
      files: ['d/a.yaml', 'd/linked.yaml'],
      err: 'hn-gp: cannot read d/dangling.yaml: no such file\n',
    });
  });

  test.skipIf(isWindows)('never follows a link to a folder, and tells of one that leads out', () => {
    const { check, path, write } = place({ 'd/in/a.yaml': plan, 'out/b.yaml': other });
    symlinkSync('..', path('d/in/loop'));
    symlinkSync('in', path('d/again'));
    expect(check(['d'])).toEqual({ code: 1, files: ['d/in/a.yaml'], err: '' });
    symlinkSync('../out', path('d/away'));
    const away = check(['d']);
    expect(away).toMatchObject({ code: 2, files: ['d/in/a.yaml'] });
    expect(away.err).toMatch(/^hn-gp: cannot read d\/away: the link leads to a folder outside .*\n$/);
    expect(check(['d', 'out'])).toEqual({ code: 1, files: ['d/in/a.yaml', 'out/b.yaml'], err: '' });
    expect(check(['d/away'])).toEqual({ code: 1, files: ['d/away/b.yaml'], err: '' });
    write('hn-gp.config.yaml', 'include: [d]\nexclude: [d/away]\n');
    expect(check([])).toEqual({ code: 1, files: ['d/in/a.yaml'], err: '' });
  });

  test.skipIf(isWindows)('tells of a folder without permission', () => {
    const { folder, path, check } = place({ 'd/a.yaml': plan, 'd/shut/b.yaml': other });
    chmodSync(path('d/shut'), 0);
    ending.push(() => chmodSync(path('d/shut'), 0o755));
    chmodSync(folder, 0o755);
    const expected = 'hn-gp: cannot read d/shut: permission denied\n';
    if (!isRoot) {
      expect(check(['d'])).toEqual({ code: 2, files: ['d/a.yaml'], err: expected });
      expect(check(['d/shut'])).toEqual({ code: 2, files: [], err: expected });
      expect(check(['d/*/*.yaml']).err).toBe(expected);
    }
  });

  test('tells of a folder that the system does not let it list', () => {
    const { check, under } = place({ 'd/a.yaml': plan, 'd/shut/b.yaml': other });
    const system = under(`const fs = require('node:fs'); const { readdirSync } = fs;
      fs.readdirSync = (path, ...rest) => {
        if (String(path).endsWith('shut')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return readdirSync(path, ...rest);
      };`);
    const err = 'hn-gp: cannot read d/shut: permission denied\n';
    expect(check(['d'], system)).toEqual({ code: 2, files: ['d/a.yaml'], err });
    expect(check(['d/shut'], system)).toEqual({ code: 2, files: [], err });
    expect(check(['d/*.yaml'], system)).toEqual({ code: 1, files: ['d/a.yaml'], err: '' });
  });

  test('tells of a folder that leads out alone', () => {
    const { check, path } = place({ 'd/.hidden': '', 'out/a.yaml': plan });
    symlinkSync('../out', path('d/away'), 'junction');
    expect(check(['d']).err).toMatch(/^hn-gp: cannot read d\/away: the link leads to a folder outside .*\n$/);
  });

  test('tells of a file that the system does not let it look for, and writes none there', async () => {
    const { check, run, start, path, under } = place({ 'd/a.yaml': plan });
    const system = under(`const fs = require('node:fs');
      for (const name of ['statSync', 'lstatSync', 'openSync', 'readFileSync', 'accessSync']) {
        const own = fs[name];
        fs[name] = (path, ...rest) => {
          if (/shut./.test(String(path))) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
          return own(path, ...rest);
        };
      }`);
    const err = 'hn-gp: cannot read d/shut/b.yaml: permission denied\n';
    expect(check(['d/a.yaml', 'd/shut/b.yaml'], system)).toEqual({ code: 2, files: ['d/a.yaml'], err });
    const watching = start(['watch', 'd/a.yaml', 'd/shut/b.yaml', ...asOf], system);
    ending.push(() => watching.stop('SIGKILL'));
    await watching.shows(/cannot read d\/shut\/b\.yaml: permission denied/);
    expect(run(['import', 'd/shut/b.xlsx', '--lang', 'en'], system)).toMatchObject({
      code: 2,
      err: 'hn-gp: cannot read d/shut/b.xlsx: permission denied\n',
    });
    expect(run(['init', 'plan', '--xlsx', 'd/b.xlsx']).code).toBe(0);
    for (const args of [
      ['import', 'd/b.xlsx', '-o', 'd/shut/b.yaml'],
      ['check', 'd/b.xlsx', '-f', 'xlsx=d/shut/b.xlsx'],
    ]) {
      const { code, err } = run([...args, '--lang', 'en'], system);
      expect(code).toBe(2);
      expect(err).toContain(`cannot write ${path('d/shut/b.')}`);
      expect(err).toContain('permission denied');
    }
  });

  test('takes a folder that the system cannot name itself, such as one with a long path', () => {
    const { check, under } = place({ 'd/a.yaml': plan });
    const system = under(`require('node:fs').realpathSync.native = () => {
        throw Object.assign(new Error('UNKNOWN'), { code: 'UNKNOWN' });
      };`);
    expect(check(['d'], system)).toEqual({ code: 1, files: ['d/a.yaml'], err: '' });
  });

  test.skipIf(isWindows)('takes the config for no record, by whatever name the file system has it', () => {
    const { run, path } = place({ 'd/HN-GP.Config.yaml': 'lang: en\n', 'd/a.yaml': plan });
    const files = () => JSON.parse(run(['check', 'd', ...asOf, '-f', 'json']).out).summary.files;
    expect(files()).toBe(2);
    // As a file system that ignores the case of letters has it.
    symlinkSync('HN-GP.Config.yaml', path('d/hn-gp.config.yaml'));
    expect(files()).toBe(1);
  });

  test.skipIf(process.platform !== 'linux')('tells of names that are no text', () => {
    const { folder, check } = place({ 'd/a.yaml': plan });
    const name = Buffer.concat([Buffer.from(`${folder}/d/`), Buffer.from([0xba, 0xa3, 0xbf, 0xda])]);
    mkdirSync(name);
    const { code, files, err } = check(['d']);
    expect([code, files]).toEqual([2, ['d/a.yaml']]);
    expect(err).toMatch(/^hn-gp: cannot read d\/.*: its name is no text .*\n$/);
  });

  test('names a plan that an editor called .yaml.txt, where there is no other', () => {
    const { check, write } = place({ 'd/plan.yaml.txt': plan });
    for (const given of ['d', 'd/*.yaml', 'd/plan.yaml']) {
      const { code, err } = check([given]);
      expect(code).toBe(2);
      expect(err).toMatch(/^hn-gp: .*d\/plan\.yaml\.txt.* rename it to plan\.yaml\n$/);
    }
    write('d/b.yaml', other);
    expect(check(['d'])).toEqual({ code: 1, files: ['d/b.yaml'], err: '' });
  });
});

describe('an import of a folder', () => {
  function imported(files: Record<string, string>) {
    const made = place(files);
    const { path, run } = made;
    return {
      ...made,
      /** Puts a workbook into a folder that is there. */
      put: (file: string) => expect(run(['init', 'plan', '--xlsx', file]).code).toBe(0),
      /** What an import into new files says, save what it left unread, and its exit code. */
      importing(args: string[], options?: Parameters<typeof run>[1]) {
        rmSync(path('d/a.yaml'), { force: true });
        const { code, err } = run(['import', ...args, '--lang', 'en'], options);
        return { code, said: err.split('\n').filter((line) => line !== '' && !line.includes('not read: ')) };
      },
    };
  }
  const written = expect.stringContaining('hn-gp: d/a.yaml written');

  test('tells of a folder that the system does not let it list, once the others are written', () => {
    const { put, importing, under } = imported({ 'd/shut/c.txt': '' });
    put('d/a.xlsx');
    put('d/shut/b.xlsx');
    const system = under(`const fs = require('node:fs'); const { readdirSync } = fs;
      fs.readdirSync = (path, ...rest) => {
        if (String(path).endsWith('shut')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return readdirSync(path, ...rest);
      };`);
    const shut = 'hn-gp: cannot read d/shut: permission denied';
    expect(importing(['d'], system)).toEqual({ code: 2, said: [written, shut] });
    expect(importing(['d', '-o', 'd/a.yaml'], system)).toEqual({ code: 2, said: [written, shut] });
    expect(importing(['d/shut'], system)).toEqual({ code: 2, said: [shut] });
  });

  test.skipIf(isWindows)('tells of links that lead nowhere, or out of it', () => {
    const { put, importing, path } = imported({ 'd/b.txt': '', 'out/b.txt': '' });
    put('d/a.xlsx');
    put('out/b.xlsx');
    symlinkSync('nowhere.xlsx', path('d/dead.xlsx'));
    const dead = 'hn-gp: cannot read d/dead.xlsx: no such file';
    expect(importing(['d'])).toEqual({ code: 2, said: [written, dead] });
    expect(importing(['d/dead.xlsx'])).toEqual({ code: 2, said: [dead] });
    rmSync(path('d/dead.xlsx'));
    symlinkSync('../out', path('d/away'));
    const away = expect.stringMatching(/^hn-gp: cannot read d\/away: the link leads to a folder outside /);
    expect(importing(['d'])).toEqual({ code: 2, said: [written, away] });
    rmSync(path('d/a.xlsx'));
    expect(importing(['d'])).toEqual({ code: 2, said: [away] });
  });

  test.skipIf(process.platform !== 'linux')('tells of names that are no text', () => {
    const { put, importing, folder } = imported({ 'd/b.txt': '' });
    put('d/a.xlsx');
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/d/`), Buffer.from([0xba, 0xa3, 0xbf, 0xda])]));
    const unnamed = expect.stringMatching(/^hn-gp: cannot read d\/.*: its name is no text /);
    expect(importing(['d'])).toEqual({ code: 2, said: [written, unnamed] });
  });
});

test('a folder with nothing but a table of another program is told how to save that', () => {
  const { check, run, write } = place({ 'd/plan.xls': 'x', 'd/~$plan.xls': 'x' });
  const saved =
    'd/plan.xls: A table of this kind is not read; only .xlsx is. Open it in Excel or WPS, save it as an .xlsx workbook and check that';
  for (const given of ['d', 'd/*.yaml'])
    expect(check([given])).toEqual({
      code: 2,
      files: [],
      err: `hn-gp: No YAML file or workbook to check in: ${given}; there is ${saved}\n`,
    });
  expect(run(['import', 'd', '--lang', 'en']).err).toBe(
    `hn-gp: there is no workbook (.xlsx) in d; there is ${saved}\n`,
  );
  expect(run(['check', 'd']).err).toContain(
    '；有 d/plan.xls：这种表格文件读不了，只读 .xlsx，用 Excel 或 WPS 打开，另存为 .xlsx 工作簿',
  );
  write('d/plan.yaml.txt', plan);
  write('d/more.ods', 'x');
  expect(check(['d']).err).toMatch(/there is d\/plan\.yaml\.txt, .*; there is d\/more\.ods and 1 more: /);
  write('d/b.yaml', other);
  expect(check(['d'])).toEqual({ code: 1, files: ['d/b.yaml'], err: '' });
});

test.each(['hn-gp.config.yml', 'HN-GP.Config.YML'])(
  'a config that is named %s is told so, and judged as no record',
  (name) => {
    const { run } = place({ [`d/${name}`]: 'lang: en\n', 'e/plan.yaml': plan });
    for (const given of ['d', `d/${name}`]) {
      const { findings, summary, notJudged } = JSON.parse(run(['check', given, 'e', '-f', 'json', ...asOf]).out);
      const own = findings.filter(({ file }: { file: string }) => file === `d/${name}`);
      expect(own.map(({ rule, remedy }: Record<string, string>) => [rule, remedy])).toEqual([
        ['schema/kind', 'Rename it to hn-gp.config.yaml'],
      ]);
      expect([summary.records, notJudged.length]).toEqual([1, 1]);
    }
    expect(run(['check', 'e', '--config', `d/${name}`]).out).toContain('As of');
  },
);

test('names that exist are no globs, in a config neither; a backslash parts names there', () => {
  const { check, write } = place({
    'a [2024]/x.yaml': plan,
    'b {1,2}/x.yaml': other,
    'c/d/x.yaml': third,
    'hn-gp.config.yaml': "include: ['a [2024]', 'b {1,2}', 'c\\d', 'c\\*\\*.yaml']\n",
  });
  expect(check(['a [2024]', 'b {1,2}/x.yaml']).files).toEqual(['a [2024]/x.yaml', 'b {1,2}/x.yaml']);
  expect(check(['a [2024]/*.yaml', 'b {1,2}/**/*.yaml']).files).toEqual(['a [2024]/x.yaml', 'b {1,2}/x.yaml']);
  expect(check([]).files).toEqual(['a [2024]/x.yaml', 'b {1,2}/x.yaml', 'c/d/x.yaml']);
  write('hn-gp.config.yaml', "exclude: ['a [2024]', 'b {1,2}/x.yaml']\n");
  expect(check([]).files).toEqual(['c/d/x.yaml']);
  write('hn-gp.config.yaml', "exclude: ['a [2024]/*', 'b {1,2}\\**']\n");
  expect(check([]).files).toEqual(['c/d/x.yaml']);
  write('hn-gp.config.yaml', "exclude: ['a*', 'c\\**']\n");
  expect(check([]).files).toEqual(['b {1,2}/x.yaml']);
  write('hn-gp.config.yaml', 'include: []\n');
  const none = check([]);
  expect(none).toMatchObject({ code: 2, files: [] });
  expect(none.err).toMatch(/^hn-gp: hn-gp\.config\.yaml: include is empty.*\n$/);
});

test.each([
  ['report', '-f', 'text'],
  ['report', '-f', 'csv'],
  ['report', '-f', 'markdown'],
  ['deadlines', '-f', 'table'],
  ['deadlines', '-f', 'csv'],
  ['deadlines', '-f', 'json'],
  ['deadlines', '--ics', 'duties.ics'],
])('%s %s %s tells of a file that is out of date, once, and ends as without it', (...args) => {
  const imported = headComment('plan.xlsx', sha256Hex(new Uint8Array()), 'en') + plan;
  const { run } = place({ 'plan.yaml': imported, 'plan.xlsx': 'changed since' });
  const { code, err } = run([...args, 'plan.yaml', ...asOf]);
  expect(err.match(/^hn-gp: plan\.yaml: plan\.xlsx has changed since it was imported.*$/gm)).toHaveLength(1);
  expect(code).toBe(0);
  const off = {
    'plan.yaml': imported,
    'plan.xlsx': 'changed since',
    'hn-gp.config.yaml': 'rules: { data/stale-import: off }',
  };
  expect(place(off).run([...args, 'plan.yaml', ...asOf]).err).not.toContain('has changed since');
});

test('the config and its editions are no records, found or named', () => {
  const { check, write } = place({
    'plan.yaml': plan,
    'hn-gp.config.yaml': 'editions: [notices/next.yaml]\n',
    'notices/next.yaml': readFileSync(new URL('../../notices/training-2024.yaml', import.meta.url)),
  });
  const expected = { code: 1, files: ['plan.yaml'], err: '' };
  expect(check([])).toEqual(expected);
  expect(check(['plan.yaml', 'hn-gp.config.yaml', 'notices/next.yaml'])).toEqual(expected);
  expect(check(['hn-gp.config.yaml'])).toMatchObject({ code: 2, files: [] });
  write('other.yaml', 'editions: [notices/next.yaml]\n');
  expect(check(['.', '--config', 'other.yaml'])).toEqual(expected);
});

test('an edition that the config names twice is one', () => {
  const { run, write } = place({
    'plan.yaml': plan,
    'hn-gp.config.yaml': 'editions: [next.yaml]\n',
    'next.yaml': readFileSync(new URL('../../notices/training-2024.yaml', import.meta.url)),
  });
  const once = run(['check', ...asOf]);
  expect(once.out.match(/The config hn-gp\.config\.yaml/g)).toHaveLength(1);
  write('hn-gp.config.yaml', 'editions: [next.yaml, ./next.yaml]\n');
  expect(run(['check', ...asOf])).toEqual(once);
});

describe('a config or an edition is a regular file of 5 MB at most', () => {
  test.skipIf(isWindows)('no device, and no pipe', () => {
    const { check, path } = place({ 'plan.yaml': plan, 'c.yaml': 'editions: [/dev/zero]\n' });
    spawnSync('mkfifo', [path('pipe')]);
    for (const config of ['c.yaml', '/dev/zero', 'pipe']) {
      const { code, err } = check(['plan.yaml', '--config', config]);
      expect(code).toBe(2);
      expect(err).toMatch(/^hn-gp: Cannot read .*: not a regular file\n$/);
    }
  });

  test('not more', () => {
    const { check } = place({ 'plan.yaml': plan, 'c.yaml': Buffer.alloc(5_000_001, 0x23) });
    expect(check(['plan.yaml', '--config', 'c.yaml'])).toMatchObject({ code: 2, err: /more than 5 MB/ });
  });
});

describe.skipIf(isWindows)('a file that goes or changes while others are read', () => {
  test.each([
    ['goes', 'rmSync(path)'],
    ['grows', `writeFileSync(path, ${JSON.stringify(`#\n#\n${plan}`)})`],
    ['is emptied', "writeFileSync(path, '')"],
  ])('one that %s once it is read is shown as it was read', (_, change) => {
    const { run, under } = place({ 'a.yaml': plan, 'b.yaml': other });
    const system = under(`const fs = require('node:fs'); const { readFileSync, rmSync, writeFileSync } = fs;
      fs.readFileSync = (path, ...rest) => {
        const read = readFileSync(path, ...rest);
        if (String(path).endsWith('a.yaml')) ${change};
        return read;
      };`);
    const { code, out, err } = run(['check', '.', ...asOf, ...online, '-f', 'json'], system);
    expect([code, err]).toEqual([1, '']);
    const { findings } = JSON.parse(out) as { findings: { file: string; line: number; column: number }[] };
    expect(findings.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'a.yaml:12:46',
      'b.yaml:12:46',
    ]);
  });

  test('one that is gone before it is read is told after the findings of the others', () => {
    const { check, under } = place({ 'a.yaml': plan, 'b.yaml': other });
    const system = under(`const fs = require('node:fs'); const { readFileSync } = fs;
      fs.readFileSync = (path, ...rest) => {
        if (String(path).endsWith('a.yaml')) fs.rmSync(path, { force: true });
        return readFileSync(path, ...rest);
      };`);
    expect(check(['.'], system)).toEqual({
      code: 2,
      files: ['b.yaml'],
      err: 'hn-gp: cannot read a.yaml: no such file\n',
    });
  });

  test('watch goes on, and checks again', async () => {
    const { start, write, under, path } = place({ 'a.yaml': plan, 'b.yaml': other });
    const system = under(`const fs = require('node:fs'); const { readFileSync } = fs;
      fs.readFileSync = (path, ...rest) => {
        if (String(path).endsWith('a.yaml') && fs.existsSync(__dirname + '/now')) fs.rmSync(path, { force: true });
        return readFileSync(path, ...rest);
      };`);
    const call: Running = start(['watch', ...asOf, ...online], system);
    ending.push(() => call.stop('SIGKILL'));
    await call.shows(/2 files, .*\n/);
    writeFileSync(path('now'), '');
    for (const [name, text] of Object.entries({ 'a.yaml': plan, 'b.yaml': other })) write(name, `${text}\n`);
    await call.shows(/1 file, [\s\S]*cannot read a\.yaml: no such file\n/);
    cpSync(path('b.yaml'), path('c.yaml'));
    await call.shows(/2 files, .*\n/);
  });
});

describe('a report is written', () => {
  const rename = (code: string, more = '') => `const fs = require('node:fs');
    const fail = (code) => Object.assign(new Error(code), { code });
    fs.rename = (from, to, done) => done(fail('${code}'));
    ${more}`;

  test.each(['EPERM', 'EBUSY', 'EXDEV', 'EACCES'])('in place where no rename can be (%s)', (code) => {
    const { run, under, path, folder } = place({ 'plan.yaml': plan, 'report.json': 'old '.repeat(10_000) });
    const result = run(['check', 'plan.yaml', ...asOf, '-f', 'json', '-o', 'report.json'], under(rename(code)));
    expect(result).toEqual({ code: 1, out: '', err: '' });
    expect(JSON.parse(readFileSync(path('report.json'), 'utf8')).summary.files).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['plan.yaml', 'report.json', 'system.cjs']);
  });

  test('and where another program holds the file, that is said', () => {
    const { run, under, path, folder } = place({ 'plan.yaml': plan, 'report.csv': 'old' });
    const held =
      "const open = fs.openSync; fs.openSync = (path, flags) => { if (flags === 'r+') throw fail('EBUSY'); return open(path, flags); };";
    const call = ['check', 'plan.yaml', '--as-of', '2024-01-15', '-f', 'csv', '-o', 'report.csv'];
    const { code, out, err } = run(call, under(rename('EPERM', held)));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^hn-gp: 写不了 .*report\.csv：.*Excel.*请先关闭\n$/);
    expect(readFileSync(path('report.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('or what was there is put back', () => {
    const { run, under, path } = place({ 'plan.yaml': plan, 'report.csv': 'old' });
    const full = `const write = fs.writeSync; let count = 0;
      fs.writeSync = (fd, content, ...rest) => {
        if (count++ > 0) return write(fd, content, ...rest);
        write(fd, content, 0, 10, 0);
        throw fail('ENOSPC');
      };`;
    const call = ['check', 'plan.yaml', ...asOf, '-f', 'csv', '-o', 'report.csv'];
    expect(run(call, under(rename('EBUSY', full)))).toMatchObject({ code: 2, err: /the disk is full\n$/ });
    expect(readFileSync(path('report.csv'), 'utf8')).toBe('old');
  });

  test('whole, where the system takes a part of it at a time, as a disk that gets full', () => {
    const { run, under, path } = place({ 'plan.yaml': `${plan.replace(':', '：')}${'# 说明\n'.repeat(2000)}` });
    const parts = `const fs = require('node:fs');
      for (const name of ['write', 'writeSync']) {
        const write = fs[name];
        fs[name] = (fd, data, offset = 0, length = data.length - offset, ...rest) =>
          write(fd, data, offset, Math.min(length, 8192), ...rest);
      }`;
    expect(run(['fix', 'plan.yaml'], under(parts)).code).toBe(0);
    expect(readFileSync(path('plan.yaml'), 'utf8') === `${plan}${'# 说明\n'.repeat(2000)}`).toBe(true);
  });

  test.skipIf(isWindows).each(['SIGTERM', 'SIGINT'] as const)('with no stray file after %s', async (signal) => {
    const { start, under, folder } = place({ 'plan.yaml': plan });
    const system = under(
      "require('node:fs').rename = () => { process.stderr.write('renaming'); setInterval(() => {}, 1000); };",
    );
    const call = start(['check', 'plan.yaml', ...asOf, '-f', 'csv', '-o', 'report.csv'], system);
    await call.shows(/renaming/);
    expect(readdirSync(folder)).toHaveLength(3);
    await call.stop(signal);
    expect(readdirSync(folder).sort()).toEqual(['plan.yaml', 'system.cjs']);
  });

  const opensTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

  test.skipIf(!opensTerminals)('to no terminal where it is a workbook', () => {
    const { shell } = place({ 'plan.yaml': plan });
    const { code, out } = shell('script -qec "$HN check plan.yaml -f xlsx" /dev/null </dev/null');
    expect([code, out.trimEnd()]).toEqual([
      2,
      'hn-gp: xlsx 是工作簿，屏幕上看不了；加 -o 结果.xlsx 存成文件，用 Excel 或 WPS 打开',
    ]);
    expect(shell('$HN check plan.yaml -f xlsx | head -c 2')).toEqual({ code: 0, out: 'PK', err: '' });
  });

  test('to standard output for -', () => {
    const { run, path } = place({ 'plan.yaml': plan });
    const calls = [
      ['check', 'plan.yaml', ...asOf],
      ['check', 'plan.yaml', ...asOf, '-f', 'csv'],
      ['report', 'plan.yaml', ...asOf],
      ['deadlines', 'plan.yaml', ...asOf],
      ['rules', '--lang', 'en'],
      ['schema', 'plan'],
    ];
    for (const call of calls) expect(run([...call, '-o', '-']), call.join(' ')).toEqual(run(call));
    expect(run(['deadlines', 'plan.yaml', ...asOf, '--ics', '-'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^BEGIN:VCALENDAR/),
      err: '',
    });
    expect(run(['check', 'plan.yaml', '-f', 'json', '-f', 'csv=-']).code).toBe(2);
    expect(run(['deadlines', 'plan.yaml', '--ics', '-', '-f', 'csv']).code).toBe(2);
    expect(existsSync(path('-'))).toBe(false);
  });
});

describe('where the system lacks something', () => {
  test.skipIf(isWindows)('without a working folder the call cannot be carried out', () => {
    const { shell } = place({ 'plan.yaml': plan });
    for (const call of ['check ../plan.yaml', 'init plan', 'import ../a.xlsx', 'rules'])
      expect(shell(`mkdir gone; cd gone; rmdir ../gone; $HN ${call} --lang en`), call).toEqual({
        code: 2,
        out: '',
        err: 'hn-gp: the working folder is gone, deleted or moved away; change to another and run it again\n',
      });
  });

  test.each([
    ['none starts', 'threads.Worker = class { constructor() { throw new Error("none"); } };'],
    [
      'one ends at once',
      'threads.Worker = class extends threads.Worker { constructor(file) { super("throw new Error()", { eval: true }); } };',
    ],
  ])('without threads many files are read all the same (%s)', (_, code) => {
    const names = Array.from({ length: 120 }, (_, index) => `d/${String(index).padStart(3, '0')}.yaml`);
    const { check, under } = place(Object.fromEntries(names.map((name, index) => [name, planOf(index)])));
    const four = "require('node:os').availableParallelism = () => 4;";
    const system = under(`${four} const threads = require('node:worker_threads'); ${code}`);
    expect(check(['d'], system)).toEqual({ code: 1, files: names, err: '' });
    expect(check(['d'], under(four))).toEqual({ code: 1, files: names, err: '' });
  });

  test('a thread of its own reads along where it has a core besides that on which V8 compiles, or much is left', () => {
    const { check, under } = place(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`d/${index}.yaml`, planOf(index)])),
    );
    const startedOn = (cores: number, pace = 0) =>
      check(
        ['d'],
        under(`require('node:os').availableParallelism = () => ${cores};
          const now = performance.now.bind(performance);
          performance.now = () => now() * ${pace};
          process.on('worker', () => require('node:fs').writeSync(2, 'started '));`),
      ).err.match(/started /g)?.length ?? 0;
    expect([1, 2, 3, 4].map((cores) => startedOn(cores))).toEqual([0, 0, 1, 2]);
    expect([1, 2, 3].map((cores) => startedOn(cores, 1_000))).toEqual([0, 1, 2]);
  });
});
