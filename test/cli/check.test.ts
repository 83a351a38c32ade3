import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeGbk } from '../writing.ts';
import { plan, type Run, workspace } from './run.ts';

const rule = 'training/hospital-online-duration';
const asOf = ['--as-of', '2024-01-15'];
const one = [...asOf, '--rule', rule];

const english = 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: residency}\n';
const place = workspace({
  'plan.yaml': plan,
  'good.yaml': english,
  'broken.yaml': 'kind: plan\nyear: "2024\n',
  'folder/a.yml': english.replace('海口市人民医院', '三亚中心医院'),
  'folder/.hidden/b.yaml': 'broken: [',
  'folder/node_modules/c.yaml': 'broken: [',
  'folder/readme.txt': 'no record',
  'gbk.yaml': encodeGbk(plan),
  'folder/deep/er/d.yaml': english.replace('海口市人民医院', '海南省中医院'),
});
mkdirSync(place.path('x.yaml'));
symlinkSync('nowhere', place.path('dangling.yaml'));
symlinkSync('..', place.path('folder/deep/up'));
afterAll(place.remove);

const check = (...args: string[]): Run => place.run(['check', ...args]);
const json = (...args: string[]) => JSON.parse(check(...args, '-f', 'json').out);

/** A call that is refused: exit code 2, nothing on standard output, one line on standard error. */
function refused({ code, out, err }: Run): string {
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^hn-gp: .+\n$/);
  expect(err.split('\n')).toHaveLength(2);
  return err;
}

describe('exit codes', () => {
  test('0 without findings at the level, 1 with, 2 where the call cannot be carried out', () => {
    expect(check('good.yaml', '--rule', 'yaml/*').code).toBe(0);
    expect(check('plan.yaml', ...one).code).toBe(1);
    expect(check('broken.yaml').code).toBe(1);
    expect(check('nowhere.yaml').code).toBe(2);
  });

  test.each([
    ['gbk.yaml', 'error', 0],
    ['gbk.yaml', 'warning', 1],
    ['gbk.yaml', 'info', 1],
    ['gbk.yaml', 'never', 0],
  ])('%s with --fail-on %s is %i', (file, level, code) => {
    expect(check(file, '--rule', 'yaml/*', '--fail-on', level).code).toBe(code);
  });

  test('--fail-on never lets errors pass, but never a record that was not judged', () => {
    expect(check('plan.yaml', ...one, '--fail-on', 'never').code).toBe(0);
    expect(check('broken.yaml', '--fail-on', 'never').code).toBe(1);
  });

  test('--max-warnings fails when there are more, whatever the level', () => {
    expect(check('gbk.yaml', '--rule', 'yaml/*', '--max-warnings', '0').code).toBe(1);
    expect(check('gbk.yaml', '--rule', 'yaml/*', '--max-warnings', '1').code).toBe(0);
    expect(check('gbk.yaml', '--rule', 'yaml/*', '--max-warnings', '0', '--fail-on', 'never').code).toBe(1);
  });
});

test('--strict counts a certain slip as an error, and nothing else', () => {
  expect(check('gbk.yaml', '--rule', 'yaml/*').code).toBe(0);
  expect(check('gbk.yaml', '--rule', 'yaml/*', '--strict').code).toBe(1);
  expect(check('good.yaml', '--rule', 'yaml/*', '--strict').code).toBe(0);
});

describe('calls that are refused', () => {
  test.each([
    [['nowhere.yaml'], /nowhere\.yaml/],
    [['no*where.yaml'], /no\*where\.yaml/],
    [['['], /\[/],
    [['x.yaml'], /x\.yaml/],
    [['plan.yaml', '--as-of', '2024-2-30'], /2024-2-30/],
    [['plan.yaml', '--as-of', '2024-02-30'], /2024-02-30/],
    [['plan.yaml', '--as-of', 'foo'], /foo/],
    [['plan.yaml', '-f', 'jsn'], /json？/],
    [['plan.yaml', '--lang', 'fr'], /zh、en/],
    [['plan.yaml', '--policy', 'trainng'], /training？/],
    [['plan.yaml', '--rule', 'training/archiv'], /training\/archive/],
    [['plan.yaml', '--rule', 'zz*'], /zz\*/],
    [['plan.yaml', '--fail-on', 'errors'], /error？/],
    [['plan.yaml', '--max-warnings', 'x'], /“x”/],
    [['plan.yaml', '--max-warnings'], /--max-warnings/],
    [['plan.yaml', '--formt', 'json'], /--format？/],
    [['plan.yaml', '-f', 'text', '-f', 'json'], /只能有一份/],
    [['plan.yaml', '-f', 'csv=a.csv', '-f', 'json=a.csv'], /a\.csv/],
    [['plan.yaml', '-f', 'csv=a.csv', '-o', 'b.txt'], /-o/],
    [['plan.yaml', '-f', 'csv='], /csv=/],
    [['plan.yaml', '-o', 'no/such/folder.txt'], /folder\.txt/],
    [['plan.yaml', '-o', 'folder'], /folder/],
    [['plan.yaml', '-o', 'plan.yaml'], /plan\.yaml/],
    [['plan.yaml', '--config', 'nowhere.yaml'], /nowhere\.yaml/],
    [['plan.yaml', '--as-of', '\x1b[31m'], /\\u001b\[31m/],
    [['\x1b[31mno.yaml'], /\\u001b\[31mno\.yaml/],
  ])('check %j', (args, message) => {
    expect(refused(check(...args))).toMatch(message);
  });

  test('an unknown command, or a file where a command belongs', () => {
    expect(refused(place.run(['chek', 'plan.yaml']))).toContain('check');
    expect(refused(place.run(['plan.yaml']))).toContain('hn-gp check plan.yaml');
    expect(refused(place.run(['--lang', 'en', 'plan.yaml']))).toContain('hn-gp check plan.yaml');
    expect(refused(place.run(['help', 'chek']))).toContain('check？');
  });

  test.each([
    [['check', ''], '路径'],
    [['check', 'plan.yaml', ''], '路径'],
    [['watch', ''], '路径'],
    [['import', ''], '文件.xlsx'],
    [['init', 'plan', '-o', ''], '--output'],
    [['init', 'plan', '--xlsx', ''], '--xlsx'],
    [['schema', '-o', ''], '--output'],
    [['check', 'plan.yaml', '-o', ''], '--output'],
    [['check', 'plan.yaml', '--rule', rule, '--rule', ''], '--rule'],
    [['check', 'plan.yaml', '--config', ''], '--config'],
    [['--lang', '', 'check', 'plan.yaml'], '--lang'],
  ])('what is empty, as from an unset variable: %j', (args, named) => {
    expect(refused(place.run(args))).toContain(`“${named}”`);
  });

  test('a report never overwrites what was checked, a link to it or the config', () => {
    const own = workspace({ 'a.yaml': english, 'hn-gp.config.yaml': 'lang: zh\n' });
    symlinkSync('a.yaml', own.path('link.yaml'));
    for (const target of ['a.yaml', 'link.yaml', 'hn-gp.config.yaml'])
      refused(own.run(['check', 'a.yaml', '-f', 'text', '-f', `json=${target}`]));
    expect(readFileSync(own.path('a.yaml'), 'utf8')).toBe(english);
    own.remove();
  });
});

test.each([
  [['check', '--bogus'], '没有“--bogus”这个选项；hn-gp check --help 列出全部'],
  [['edition', 'bogus'], '没有“bogus”这个命令；hn-gp edition --help 列出全部'],
  [['edition', 'check', '--bogus', 'x.yaml'], '没有“--bogus”这个选项；hn-gp edition check --help 列出全部'],
  [['--bogus'], '没有“--bogus”这个选项；hn-gp --help 列出全部'],
  [['计划.XLSX'], '没有“计划.XLSX”这个命令；检查文件请写 hn-gp check 计划.XLSX'],
])('%j is told where to read on', (args, words) => {
  expect(refused(place.run(args))).toBe(`hn-gp: ${words}\n`);
});

test('a report never takes the place of a record, also one that was not checked', () => {
  const records = ['plan.yaml', 'plan.YML', 'plan.xlsx'];
  const own = workspace(Object.fromEntries(records.map((name) => [name, english])));
  own.write('checked.yaml', english);
  own.write('old.txt', 'old');
  symlinkSync('plan.yaml', own.path('link.txt'));
  for (const args of [
    ...[...records, 'link.txt'].map((target) => ['schema', '-o', target]),
    ['rules', '-o', 'plan.yaml'],
    ['explain', rule, '-o', 'plan.yaml'],
    ['report', 'checked.yaml', '-o', 'plan.yaml'],
    ['deadlines', 'checked.yaml', '-o', 'plan.yaml'],
    ['deadlines', 'checked.yaml', '--ics', 'plan.yaml'],
    ['check', 'checked.yaml', '-f', 'text', '-f', 'json=plan.yaml'],
  ])
    expect(refused(own.run(args))).toMatch(/(plan\.\w+|link\.txt) (?:已经有了|是工作簿的扩展名|的扩展名对不上)/);
  for (const name of records) expect(readFileSync(own.path(name), 'utf8')).toBe(english);
  for (const target of ['old.txt', 'new.yaml']) expect(own.run(['schema', '-o', target]).code).toBe(0);
  expect(readFileSync(own.path('old.txt'), 'utf8')).toBe(readFileSync(own.path('new.yaml'), 'utf8'));
  own.remove();
});

test.each([
  [['explain', rule], 'text', '请存成 a.txt'],
  [['schema'], 'json', '请存成 a.json'],
  [['rules'], 'table', '要用 Excel 看，把文件名改成 a.csv，格式写 csv'],
  [['report', 'plan.yaml'], 'text', '要用 Excel 看，把文件名改成 a.csv，格式写 csv'],
])('%j is told what to call its text instead of a workbook, csv where it has that', (args, format, advice) => {
  expect(refused(place.run([...args, '-o', 'a.xlsx']))).toBe(
    `hn-gp: a.xlsx 是工作簿的扩展名，${format} 格式是文字，Excel 打不开；${advice}\n`,
  );
});

describe('what is checked', () => {
  const filesOf = (...args: string[]): number => json(...args, ...asOf).summary.files;

  test('a folder, without hidden folders, node_modules and links to folders', () => {
    expect(filesOf('folder')).toBe(2);
  });

  test('globs; a file given twice counts once', () => {
    expect(filesOf('folder/**/*.yaml')).toBe(1);
    expect(filesOf('plan.yaml', './plan.yaml', 'pl*.yaml')).toBe(1);
  });

  test('no path is the working folder', () => {
    expect(JSON.parse(place.run(['check', '-f', 'json', ...asOf], { cwd: 'folder' }).out).summary.files).toBe(2);
  });

  test('files are reported relative to the working folder', () => {
    const { findings } = JSON.parse(place.run(['check', '../plan.yaml', '-f', 'json', ...one], { cwd: 'folder' }).out);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual(['../plan.yaml']);
  });

  test('an unreadable file hides no finding of the others, and the exit code is 2', () => {
    const { code, out, err } = check('dangling.yaml', 'plan.yaml', '-f', 'json', ...one);
    expect(code).toBe(2);
    expect(err).toMatch(/^hn-gp: 读不了 dangling\.yaml：.+\n$/);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  test('standard input, by its name', () => {
    const named = place.run(['check', '-', '--stdin-filename', './计划/hk.yaml', '-f', 'json', ...one], {
      input: plan,
    });
    expect(JSON.parse(named.out).findings[0].file).toBe('计划/hk.yaml');
    expect(named.code).toBe(1);
    const unnamed = place.run(['check', '-', '-f', 'json', ...one], { input: plan });
    expect(JSON.parse(unnamed.out).findings[0].file).toBe('<stdin>');
  });

  test('standard input stands in for the file whose name it bears', () => {
    const { out } = place.run(['check', '-', 'plan.yaml', '--stdin-filename', 'plan.yaml', '-f', 'json', ...one], {
      input: `# 新\n${plan}`,
    });
    expect(JSON.parse(out).summary.files).toBe(1);
    expect(JSON.parse(out).findings[0].line).toBe(13);
  });

  test('empty standard input is a finding', () => {
    const { code, out } = place.run(['check', '-', '-f', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toEqual(['schema/required']);
  });

  test.skipIf(process.platform === 'win32')('pipes are read, and one that nobody writes to is empty', () => {
    expect(place.shell(`$HN check <(sleep 0.2; cat plan.yaml) -f json ${one.join(' ')}`).out).toContain(rule);
    const { code, out } = place.shell('mkfifo pipe && $HN check pipe -f json');
    expect(code).toBe(1);
    expect(out).toContain('schema/required');
  });
});

describe('where reports go', () => {
  test('several formats in one run, and -o for the one without a file', () => {
    const { code, out, err } = check('plan.yaml', ...one, '-f', 'json=all.json', '-f', 'csv', '-o', 'all.csv');
    expect([code, out, err]).toEqual([1, '', '']);
    expect(JSON.parse(readFileSync(place.path('all.json'), 'utf8')).findings).toHaveLength(1);
    expect(readFileSync(place.path('all.csv'), 'utf8')).toContain(rule);
  });

  test.each([
    [
      ['check', 'plan.yaml', '-o', 'a.csv'],
      'a.csv 的扩展名对不上，写进去的是 text 格式，请存成 a.txt；要 csv 格式，写 --format csv',
    ],
    [
      ['check', 'plan.yaml', '-f', 'text', '-o', 'a.md'],
      'a.md 的扩展名对不上，写进去的是 text 格式，请存成 a.txt；要 markdown 格式，写 --format markdown',
    ],
    [
      ['check', 'plan.yaml', '-f', 'json', '-o', 'a.CSV'],
      'a.CSV 的扩展名对不上，写进去的是 json 格式，请存成 a.json；要 csv 格式，写 --format csv',
    ],
    [
      ['check', 'plan.yaml', '-f', 'junit=a.json'],
      'a.json 的扩展名对不上，写进去的是 junit 格式，请存成 a.xml；要 json 格式，写 --format json',
    ],
    [['check', 'plan.yaml', '-f', 'html=a.pdf'], 'a.pdf 的扩展名对不上，写进去的是 html 格式，请存成 a.html'],
    [
      ['check', 'plan.yaml', '--shard', '1/2', '-o', 'a.csv'],
      'a.csv 的扩展名对不上，写进去的是 json 格式，请存成 a.json',
    ],
    [['report', 'plan.yaml', '-o', 'a.json'], 'a.json 的扩展名对不上，写进去的是 text 格式，请存成 a.txt'],
    [
      ['report', 'plan.yaml', '-f', 'markdown', '-o', 'a.docx'],
      'a.docx 的扩展名对不上，写进去的是 markdown 格式，请存成 a.md',
    ],
    [['deadlines', 'plan.yaml', '--ics', 'a.csv'], 'a.csv 的扩展名对不上，写进去的是 ics 格式，请存成 a.ics'],
    [['deadlines', 'plan.yaml', '-o', 'a.ics'], 'a.ics 的扩展名对不上，写进去的是 table 格式，请存成 a.txt'],
    [
      ['rules', '-f', 'json', '-o', 'a.md'],
      'a.md 的扩展名对不上，写进去的是 json 格式，请存成 a.json；要 markdown 格式，写 --format markdown',
    ],
    [['schema', '-o', 'a.html'], 'a.html 的扩展名对不上，写进去的是 json 格式，请存成 a.json'],
    [
      ['edition', 'diff', 'training-2024', 'training-2024', '-o', 'a.html'],
      'a.html 的扩展名对不上，写进去的是 text 格式，请存成 a.txt；要 html 格式，写 --format html',
    ],
    [
      ['edition', 'new', 'training', '--year', '2025', '-o', 'a.csv'],
      'a.csv 的扩展名对不上，写进去的是 yaml 格式，请存成 a.yaml',
    ],
    [
      ['edition', 'new', 'training', '--year', '2025', '-o', 'a.xlsx'],
      'a.xlsx 是工作簿的扩展名，yaml 格式是文字，Excel 打不开；请存成 a.yaml',
    ],
    [['init', 'plan', '-o', 'a.csv'], 'a.csv 的扩展名对不上，写进去的是 yaml 格式，请存成 a.yaml'],
    [['init', 'plan', '-o', 'a.XLSM'], '-o 写的是 YAML 文字，不能叫 a.XLSM；要工作簿，写 --xlsx a.xlsx'],
    [['web', '-o', 'a.xlsx'], 'a.xlsx 是工作簿的扩展名，html 格式是文字，Excel 打不开；请存成 a.html'],
  ])('%j is told what to name the file that is named for another form, and writes none', (args, words) => {
    expect(refused(place.run(args))).toBe(`hn-gp: ${words}\n`);
    expect(readdirSync(place.folder).filter((name) => /^a\./i.test(name))).toEqual([]);
  });

  test('a name that promises nothing else is taken', () => {
    for (const [format, name] of [
      ['text', 'b.txt'],
      ['json', 'b'],
      ['sarif', 'b.json'],
      ['gitlab', 'b.json'],
      ['junit', 'b.xml'],
      ['html', 'b.htm'],
      ['csv', 'b.2024'],
    ])
      expect(place.run(['check', 'plan.yaml', '-f', `${format}=${name}`]).err, name).toBe('');
  });

  test('standard output carries the report alone', () => {
    const { out, err } = check('plan.yaml', '-f', 'json', ...asOf);
    expect(() => JSON.parse(out)).not.toThrow();
    expect(err).toBe('');
  });

  test.skipIf(process.platform === 'win32')(
    'a reader that stops early is no fault, a full disk is one of the call',
    () => {
      const early = place.shell('$HN check plan.yaml plan.yaml | head -1; echo $PIPESTATUS');
      expect(early.out).toBe('plan.yaml\n1\n');
      expect(early.err).toBe('');
      if (existsSync('/dev/full')) {
        const full = place.shell('$HN check plan.yaml > /dev/full');
        expect(full.code).toBe(2);
        expect(full.err).toMatch(/^hn-gp: .+\n$/);
      }
    },
  );
});

describe('options', () => {
  test('--rule reports and counts these rules alone; a trailing * is a wildcard', () => {
    const rules = (...args: string[]) =>
      new Set(json('plan.yaml', ...asOf, ...args).findings.map((finding: { rule: string }) => finding.rule));
    expect([...rules('--rule', rule)]).toEqual([rule]);
    const several = rules('--rule', 'training/base-*', '--rule', rule);
    expect(several.has(rule)).toBe(true);
    expect(several.has('training/base-session-count')).toBe(true);
    expect([...several].every((each) => each === rule || `${each}`.startsWith('training/base-'))).toBe(true);
    expect(check('plan.yaml', '--rule', 'pairing/*').code).toBe(0);
  });

  test('--policy leaves the other notices out, data rules stay', () => {
    expect(json('plan.yaml', ...asOf, '--policy', 'pairing').summary.verdicts.fail).toBe(0);
    const twice = json('plan.yaml', 'gbk.yaml', ...asOf, '--policy', 'pairing', '--policy', 'haikou');
    expect(twice.findings.map((finding: { rule: string }) => finding.rule)).toContain('data/duplicate-record');
  });

  test('--verdicts lists every verdict', () => {
    const { verdicts, summary } = json('plan.yaml', ...asOf, '--verdicts');
    const count = (outcome: string) =>
      verdicts.filter(({ verdict }: { verdict: string }) => verdict === outcome).length;
    expect(summary.verdicts).toEqual({
      pass: count('pass'),
      fail: count('fail'),
      pending: count('pending'),
      unknown: count('unknown'),
      waived: count('waived'),
    });
    expect(json('plan.yaml', ...asOf)).not.toHaveProperty('verdicts');
  });

  test('--quiet lists errors alone and says how much it leaves out', () => {
    const { out } = check('gbk.yaml', '--quiet', ...asOf);
    expect(out).not.toContain('yaml/encoding');
    expect(out).toContain('--quiet');
    expect(
      json('gbk.yaml', '--quiet', ...asOf).findings.every((each: { severity: string }) => each.severity === 'error'),
    ).toBe(true);
  });

  test('--lang en, and Chinese without it', () => {
    expect(check('plan.yaml', '--lang', 'en', ...one).out).toMatch(/As of 2024-01-15: 1 file/);
    expect(check('plan.yaml', ...one).out).toContain('判定日 2024-01-15');
  });

  test('--lang before the command as after it; both go before the lang of the config', () => {
    const own = workspace({ 'plan.yaml': plan, 'hn-gp.config.yaml': 'lang: en\n' });
    const languageOf = ({ out }: Run) => (out.includes('判定日') ? 'zh' : 'en');
    expect(languageOf(own.run(['check', ...one]))).toBe('en');
    expect(languageOf(own.run(['check', ...one, '--lang', 'zh']))).toBe('zh');
    expect(languageOf(own.run(['--lang', 'zh', 'check', ...one]))).toBe('zh');
    expect(languageOf(own.run(['--lang=en', 'check', '--no-config', ...one]))).toBe('en');
    expect(languageOf(own.run(['--lang', 'en', 'check', ...one, '--lang', 'zh']))).toBe('zh');
    expect(refused(own.run(['--lang', 'fr', 'check']))).toContain('zh、en');
    own.remove();
  });

  test('colour only where asked for: --color, then NO_COLOR, then FORCE_COLOR', () => {
    const coloured = (args: string[], env = {}) =>
      place.run(['check', 'plan.yaml', ...one, ...args], { env }).out.includes('\x1b[');
    expect(coloured([])).toBe(false);
    expect(coloured(['--color'])).toBe(true);
    expect(coloured(['--color'], { NO_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '0' })).toBe(false);
    expect(coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('help in both languages names every option', () => {
    const zh = place.run(['check', '--help']);
    const en = place.run(['check', '--help', '--lang', 'en']);
    expect([zh.code, en.code]).toEqual([0, 0]);
    expect(zh.out).toContain('用法：');
    expect(en.out).toContain('Usage:');
    for (const option of [
      '--format',
      '--output',
      '--as-of',
      '--complete',
      '--policy',
      '--rule',
      '--verdicts',
      '--fail-on',
      '--max-warnings',
      '--lang',
      '--config',
      '--no-config',
      '--stdin-filename',
      '--quiet',
      '--color',
      '--no-color',
    ]) {
      expect(zh.out).toContain(option);
      expect(en.out).toContain(option);
    }
    expect(en.out).not.toMatch(/\p{Script=Han}/u);
    expect(place.run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(['check', 'deadlines', 'report', 'fix', 'watch'])('help of %s tells the exit codes', (command) => {
    expect(place.run([command, '--help']).out).toMatch(/退出码.*0.*2/);
    expect(place.run([command, '--help', '--lang', 'en']).out).toMatch(/exit codes?.*0[\s\S]*2/i);
  });

  test.each([
    ['init', '--base', /not for province, city-program/],
    ['init', '--year', /not for pairing/],
    ['init', '--start', /not for city-program/],
    ['init', '--output', /not with --xlsx/],
    ['schema', '--output', /in place of one that is there \(never YAML or xlsx\)/],
    ['explain', '--output', /in place of one that is there \(never YAML or xlsx\)/],
    ['lsp', '--lang', /what the editor asks for goes first/],
  ])('help of %s %s tells where it applies', (command, option, told) => {
    const { out } = place.run([command, '--help', '--lang', 'en']);
    const [, text = ''] = new RegExp(`\\n  (?:-\\w, )?${option} (.*(?:\\n {6,}.*)*)`).exec(out) ?? [];
    expect(text.replace(/\s+/g, ' ')).toMatch(told);
  });

  test('help of a command, or of all where none is named', () => {
    expect(place.run(['help', 'check'])).toEqual(place.run(['check', '--help']));
    expect(place.run(['--lang', 'en', 'help', 'check'])).toEqual(place.run(['check', '--help', '--lang', 'en']));
    expect(place.run(['help', 'edition', 'new'])).toEqual(place.run(['edition', 'new', '--help']));
    expect(refused(place.run(['help', 'edition', 'nwe']))).toContain('new？');
    expect(refused(place.run(['help', 'check', 'new']))).toContain('check 下面没有');
    for (const args of [['help'], [], ['--']]) expect(place.run(args)).toEqual(place.run(['--help']));
    expect(place.run(['--lang', 'en'])).toEqual(place.run(['--help', '--lang', 'en']));
  });

  test.each([
    ['check', '[路径…]', '路径', '[paths…]', 'paths'],
    ['import', '<文件.xlsx…>', '文件.xlsx', '<file.xlsx…>', 'file.xlsx'],
    ['init', '<文种>', '文种', '<kind>', 'kind'],
    ['schema', '[文种]', '文种', '[kind]', 'kind'],
    ['explain', '<规则>', '规则', '<rule>', 'rule'],
  ])('the argument of %s bears one name in usage, list and error, in either language', (command, ...names) => {
    for (const [lang, usage, name] of [['zh', ...names.slice(0, 2)] as const, ['en', ...names.slice(2)] as const]) {
      const { out } = place.run([command, '--help', '--lang', lang]);
      expect(out.split('\n')[0]).toContain(`hn-gp ${command} [${lang === 'zh' ? '选项' : 'options'}] ${usage}`);
      expect(out).toContain(`\n  ${name} `);
      if (usage?.startsWith('<')) expect(refused(place.run([command, '--lang', lang]))).toContain(name);
    }
  });
});

describe('the same report everywhere', () => {
  test('whatever the time zone and the locale', () => {
    const { out } = check('plan.yaml', 'gbk.yaml', '--complete', ...asOf);
    for (const env of [
      { TZ: 'America/Sao_Paulo' },
      { TZ: 'Asia/Shanghai' },
      { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
      { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    ])
      expect(place.run(['check', 'plan.yaml', 'gbk.yaml', '--complete', ...asOf], { env }).out).toBe(out);
  });

  test('on one thread and on several', () => {
    const many = workspace();
    for (let index = 0; index < 120; index += 1) {
      const text =
        index % 10 === 3
          ? 'kind: plan\nyear: 2024\nbase: {name: 甲'
          : plan.replaceAll('HK', `H${index}`).replace('海口市人民医院', `第${index}医院`);
      many.write(`${index}.yaml`, index % 10 === 4 ? encodeGbk(text) : text);
    }
    const several = many.run(['check', '-f', 'json', '--verdicts', ...asOf]);
    const together: unknown[] = [];
    for (let half = 0; half < 2; half += 1) {
      const files = Array.from({ length: 60 }, (_, index) => `${half * 60 + index}.yaml`);
      together.push(...JSON.parse(many.run(['check', ...files, '-f', 'json', '--verdicts', ...asOf]).out).findings);
    }
    const findings = JSON.parse(several.out).findings as { file: string }[];
    expect(findings.length).toBeGreaterThan(120);
    const byFile = (together as typeof findings).sort((one, other) =>
      one.file < other.file ? -1 : one.file > other.file ? 1 : 0,
    );
    expect(findings.map(({ file }) => file)).toEqual(byFile.map(({ file }) => file));
    expect(JSON.stringify(findings)).toBe(JSON.stringify(byFile));
    expect(many.run(['check', '-f', 'json', '--verdicts', ...asOf]).out).toBe(several.out);
    many.remove();
  });
});

test('escape codes in keys, values and names reach no output', () => {
  const hostile = workspace({
    '\x1b[31mred.yaml':
      'kind: plan\nyear: 2024\nbase: {name: "\\e[31mred", types: residency}\n"\\e[2Jkey": 1\n"\\x9b1m": 2\n',
    'raw.yaml': 'kind: plan\nyear: 2024\nbase: {name: \x1b[31mred, types: residency}\n',
    'values.yaml': `${plan}    状态: "\\e[1m\\u202e"\n    专业: "\\x7f\\x07"\n`,
  });
  for (const format of ['text', 'table', 'csv', 'json']) {
    const { out, err } = hostile.run(['check', '.', 'dangling\x1b[0m', '-f', format, ...asOf]);
    const report = hostile.run(['check', '.', '-f', format, ...asOf]);
    expect(report.out).toContain('values.yaml');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    expect(`${out}${err}${report.out}${report.err}`).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
  }
  hostile.remove();
});
