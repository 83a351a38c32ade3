import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '../../src/check/config.ts';
import { disk } from '../../src/disk/disk.ts';
import { globOf, leavingOut } from '../../src/load/glob.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'hn-gp-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The training notice's own edition, of which nobody has looked over four things. */
const training = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
const draft = training
  .replace(/^edition:/m, 'draft: true\nedition:')
  .replace(/^ {2}(categories|managersTopics|facultyTopics):$/gm, '  $1:\n    draft: true');

/** On which line of the draft a value of it begins. */
function lineOf(name: string): number {
  return draft.slice(0, draft.indexOf(`\n  ${name}:\n`)).split('\n').length + 2;
}

test.each<[string, string | Uint8Array, string, string]>([
  [
    'a list',
    '- a\n',
    'bad.yaml:1 整个文件要写“键: 值”各项',
    'bad.yaml:1 the whole file asks for keys with their values',
  ],
  [
    'keys with full-width colons',
    'rules：\n  training/topics：off\n',
    'bad.yaml:1 整个文件要写“键: 值”各项；冒号用英文的，后面空一格',
    'bad.yaml:1 the whole file asks for keys with their values; write a plain colon with a space behind it',
  ],
  [
    'a rule without a blank behind its colon',
    'rules:\n  training/topics:off\n',
    'bad.yaml:2 “rules”要写“键: 值”各项；冒号用英文的，后面空一格',
    'bad.yaml:2 "rules" asks for keys with their values; write a plain colon with a space behind it',
  ],
  [
    'a second document',
    'lang: zh\n---\nrules: {training/topics: off}\n',
    'bad.yaml:3 从这里起是 --- 后面的第二份，不会读；合并成一份',
    'bad.yaml:3 a second document behind --- begins here and would not be read; make one of them',
  ],
  [
    'a folder that YAML takes for a number',
    'include: [2024]\n',
    'bad.yaml:1 “include.0”要写文字；两边加上引号，写成 "2024"',
    'bad.yaml:1 "include.0" asks for text. Put it in quotes: "2024"',
  ],
  [
    'a number in quotes',
    "maxWarnings: '5'\n",
    'bad.yaml:1 “maxWarnings”要写整数；去掉引号，写成 5',
    'bad.yaml:1 "maxWarnings" asks for a whole number. Take the quotes away: 5',
  ],
  [
    'yes in quotes',
    "complete: 'true'\n",
    'bad.yaml:1 “complete”要写 true 或 false；去掉引号，写成 true',
    'bad.yaml:1 "complete" asks for true or false. Take the quotes away: true',
  ],
  [
    'a key that there is not',
    'lang: zh\nrulez: {}\n',
    'bad.yaml:2 没有“rulez”这一项',
    'bad.yaml:2 there is no key "rulez"',
  ],
  [
    'a rule that there is not',
    'rules: {training/topicz: off}\n',
    'bad.yaml: rules：没有“training/topicz”这条规则，是不是想写“training/topics”？',
    'bad.yaml: rules: there is no rule "training/topicz"; did you mean "training/topics"?',
  ],
  [
    'a wrong value',
    'lang: zh\nfailOn: perhaps\n',
    'bad.yaml:2 “failOn”只能写 error | warning | info | never',
    'bad.yaml:2 "failOn" must be error | warning | info | never',
  ],
  [
    'a key that is indented too far',
    'lang: zh\n  failOn: error\n',
    'bad.yaml:1 下一行缩进多了，成了这一项的内容；下一行与这一行对齐；是接着写的文字，放进引号',
    'bad.yaml:1 The next line is indented too far, into what stands here. Align it with this line; if it goes on with the text, put all of it in quotes',
  ],
  [
    'two values on a line',
    'lang: zh: en\n',
    'bad.yaml:1 同一行里出现了两个“键: 值”；分成两行，或把含冒号的文字放进引号',
    'bad.yaml:1 Two "key: value" stand on one line. Part them into two lines, or quote the text that has the colon',
  ],
  [
    'a bracket that is not closed',
    'exclude: ["old/**"\nlang: zh\n',
    'bad.yaml:2 前面的括号到这里还没有结束；检查 [ ] { } 是否成对；括号里的内容分几行写的，每行多缩进两个空格',
    'bad.yaml:2 A bracket before this has not ended yet. Pair [ ] and { }; where what is inside takes several lines, indent each by two more spaces',
  ],
  [
    'a quotation that is not closed',
    'exclude: ["old/**]\nlang: zh\n',
    'bad.yaml:3 引号没有成对；补上缺的引号，或者去掉引号',
    'bad.yaml:3 A quotation mark is not closed. Close the quotation, or leave the marks out',
  ],
  [
    'a word for yes or no',
    'complete: 是\n',
    'bad.yaml:1 “complete”要写 true 或 false',
    'bad.yaml:1 "complete" asks for true or false',
  ],
  [
    'one name for a list',
    'include: plans\n',
    'bad.yaml:1 “include”要写成列表，用英文方括号括起来',
    'bad.yaml:1 "include" asks for a list, in square brackets',
  ],
  [
    'a number that is too small',
    'maxWarnings: -1\n',
    'bad.yaml:1 “maxWarnings”不能小于 0',
    'bad.yaml:1 "maxWarnings" must be 0 or more',
  ],
  ['a list for a name', 'lang: [zh]\n', 'bad.yaml:1 “lang”只能写 zh | en', 'bad.yaml:1 "lang" must be zh | en'],
  [
    'a base without a name',
    'bases: [{aliases: [甲]}]\n',
    'bad.yaml:1 缺“bases.0.name”',
    'bad.yaml:1 "bases.0.name" is missing',
  ],
  [
    'an edition that is no file',
    'editions: [none.yaml]\n',
    '读不了 none.yaml（bad.yaml 的 editions 里写的）：文件不存在',
    'Cannot read none.yaml (from editions of bad.yaml): no such file',
  ],
  [
    'an alias for nothing',
    'lang: *a\n',
    'bad.yaml：“*”引用没有定义过，或者展开后太多',
    'bad.yaml: an alias (*) stands for nothing, or unfolds to too much',
  ],
  ['other bytes than text', Uint8Array.of(0, 255, 1), 'bad.yaml:1 这不是文本文件', 'bad.yaml:1 This is no text file'],
  [
    'text that was garbled',
    'bases: [{name: ��������, types: tcm}]\n',
    'bad.yaml:1 文字全成了乱码：有程序用错了编码打开，认不出的字存成了“�”',
    'bad.yaml:1 The text is garbled: some program opened it in a wrong encoding and saved � for what it could not read',
  ],
  [
    'more than is read',
    '#'.repeat(5_000_001),
    '读不了 bad.yaml：有 5.1 MB，超过 5 MB',
    'Cannot read bad.yaml: it has 5.1 MB, more than 5 MB',
  ],
  [
    'an edition that is a draft',
    'editions: [draft.yaml]\n',
    `draft.yaml 还有 4 项没有核对，不能用来判定：第 3 行 抬头、第 ${lineOf('categories')} 行 categories、第 ${lineOf('managersTopics')} 行 managersTopics 等；核对一项删去它的 draft: true，试用请写 --edition draft.yaml`,
    `draft.yaml is a draft and cannot judge: 4 not looked over, line 3 its heading, line ${lineOf('categories')} categories, line ${lineOf('managersTopics')} managersTopics …; delete draft: true where you have, or try it with --edition draft.yaml`,
  ],
])('a config with %s cannot be used, and it is said why', async (_, content, zh, en) => {
  write('bad.yaml', content);
  write('draft.yaml', draft);
  const error = await loadConfig({ config: 'bad.yaml', cwd: folder }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).words).toEqual({ zh, en });
});

test('what is no YAML in a config is told on its line', async () => {
  write('bad.yaml', 'lang: [zh\n');
  const error = await loadConfig({ config: 'bad.yaml', cwd: folder }).catch((reason: unknown) => reason);
  expect((error as UsageError).words.zh).toMatch(/^bad\.yaml:2 /);
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
  [['{none,p/q}/*.yaml'], ['p/q/y.yaml']],
  [['p/q (旧版)'], ['p/q (旧版)/x.yaml']],
  [['p/q (旧版)/*.yaml'], ['p/q (旧版)/x.yaml']],
  [['**/q (旧版)/*.yaml'], ['p/q (旧版)/x.yaml']],
  [['**/(x|none).yaml'], ['p/x.yaml']],
  [['**/@(x).yaml'], ['p/x.yaml']],
])('%s finds %s', async (paths, expected) => {
  for (const name of ['p/x.yaml', 'p/q/y.yaml', 'p/q/r/z.yaml', 'p/q (旧版)/x.yaml']) write(name, 'kind: plan\n');
  const where = {
    paths,
    from: folder,
    cwd: folder,
    exclude: ['p/q (旧版)/**'],
    excludeFrom: folder,
    isConfig: false,
    own: [],
  };
  const { files } = await disk.find(paths[0]?.includes('(旧版)') ? { ...where, exclude: [] } : where);
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

test('where the case of letters makes no other file, it makes none for a glob; where it does, it does', async () => {
  const ground = (nocase: boolean) => ({
    resolve: (_: string, name: string) => `/${name}`,
    isFolder: () => false,
    nocase,
  });
  for (const nocase of [true, false]) {
    const glob = await globOf('P*/x/a?.yaml', '/', ground(nocase));
    expect([glob.matches('plans/x/A1.YAML'), glob.reaches('plans/x'), glob.matches('Plans/x/a1.yaml')]).toEqual([
      nocase,
      nocase,
      true,
    ]);
    const isLeftOut = await leavingOut(['Old/*.yaml'], '/', (path) => path.slice(1), ground(nocase));
    expect([isLeftOut('/old/a.yaml'), isLeftOut('/Old/a.yaml'), isLeftOut('/a.yaml')]).toEqual([nocase, true, false]);
  }
});

test('what is left out may be written with dots before it and slashes behind it', async () => {
  const ground = { resolve: (_: string, name: string) => `/${name}`, isFolder: () => false, nocase: false };
  for (const glob of ['old', './old', '././/old', 'old/', 'old//', './old///']) {
    const isLeftOut = await leavingOut([glob], '/', (path) => path.slice(1), ground);
    expect([isLeftOut('/old'), isLeftOut('/older')]).toEqual([true, false]);
  }
});

test('an edition that the call gives under another name is the one that it gives', async () => {
  write('own/edition.yaml', training);
  symlinkSync(join(folder, 'own/edition.yaml'), join(folder, 'given.yaml'));
  write('named.yaml', 'editions: [own/edition.yaml]\n');
  const { added } = await loadConfig({ config: 'named.yaml', cwd: folder, editions: ['given.yaml'] });
  expect(added.map(({ file, isFromCall }) => [file, isFromCall])).toEqual([['given.yaml', true]]);
});

test('a value of an edition that is of no such form is told at its place', async () => {
  write('wrong.yaml', training.replace(/^issued: .*$/m, 'issued: 2024-02-30'));
  write('named.yaml', 'editions: [wrong.yaml]\n');
  const error = await loadConfig({ config: 'named.yaml', cwd: folder }).catch((reason: unknown) => reason);
  expect((error as UsageError).words.en).toMatch(
    /^wrong\.yaml:\d+ "issued" is not valid\. hn-gp edition check wrong\.yaml tells how to mend it$/,
  );
});

test.each<[string, string | RegExp, string, string | RegExp]>([
  [
    'an empty list',
    /(examQuestionTypes: \{ value: )\[.*?\]/,
    '$1[]',
    '；运行 hn-gp edition check "my edition.yaml" 看怎么改',
  ],
  [
    'a blank clause',
    'examPassMark: { value: 70, clause: 八（一）',
    'examPassMark: { value: 70, clause: ""',
    '看怎么改',
  ],
  ['a mark that is none', 'examPassMark: {', 'examPassMark: { draft: false,', '看怎么改'],
  ['no quotes', 'edition: "2024"', 'edition: 2024', '“edition”要写文字；两边加上引号，写成 "2024"'],
  ['quotes', 'examPassMark: { value: 70', "examPassMark: { value: '70'", '要写数字；去掉引号，写成 70'],
  [
    'what the checks of data need',
    /\n {2}hoursPerDay: .*/,
    '',
    /缺“values\.hoursPerDay”，data\/daily-hours、.* 要用；照通知补上$/,
  ],
])('an edition that the config refuses says how to mend it: %s', async (_, from, to, said) => {
  write('my edition.yaml', training.replace(from, to));
  const error = await loadConfig({ cwd: folder, editions: ['my edition.yaml'] }).catch((reason: unknown) => reason);
  expect((error as UsageError).words.zh).toMatch(said);
});

test('a rule that there is not is told at its key', async () => {
  write('rule.yaml', training.replace('\nrules:\n', '\nrules:\n  training/none:\n    modality: off\n'));
  const line = training.slice(0, training.indexOf('\nrules:\n')).split('\n').length + 2;
  const error = await loadConfig({ cwd: folder, editions: ['rule.yaml'] }).catch((reason: unknown) => reason);
  expect((error as UsageError).words.zh).toMatch(new RegExp(`^rule\\.yaml:${line} .*training/none`));
});
