import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../../src/check/check.ts';
import { hnGp, plan, workspace } from '../../cli/run.ts';
import { base, headers, row, workbook } from '../../workbook/made.ts';
import { Editor, EditorOfProcess, uriOf } from './editor.ts';

const root = join(import.meta.dirname, '../../..');
const asOf = '2024-06-30';

const places: { remove(): void }[] = [];
const processes: EditorOfProcess[] = [];
afterAll(async () => {
  for (const editor of processes) await editor.leave();
  for (const { remove } of places) remove();
});

function folderWith(files: Record<string, string | Uint8Array>) {
  const place = workspace(files);
  places.push(place);
  return { ...place, uri: (name: string) => uriOf(place.path(name)) };
}

const start = (setting: Partial<Parameters<typeof Editor.start>[0]> = {}) =>
  Editor.start({ asOf: () => asOf, ...setting });

/** Starts a server as an editor does, in a process of its own. */
async function startProcess(args: string[] = [], setting: Parameters<Editor['greet']>[0] = {}) {
  const editor = new EditorOfProcess(['--as-of', asOf, ...args]);
  processes.push(editor);
  return { editor, initialized: await editor.greet(setting) };
}

/** A finding of a report in the editor's terms. */
const inEditor = (
  {
    rule,
    line,
    column,
    severity,
    message,
  }: Record<'rule' | 'severity' | 'message', string> & Record<'line' | 'column', number>,
  text: string,
) => ({
  rule,
  line: line - 1,
  character: [...(text.split('\n')[line - 1] as string)].slice(0, column - 1).join('').length,
  severity: ['error', 'warning', 'info'].indexOf(severity) + 1,
  message,
});

const shownOf = ({ code, range, severity, message }: Diagnostic) => ({
  rule: code,
  ...range.start,
  severity,
  message: String(message).split('\n')[0],
});

/** What a text by itself is to show. */
async function alone(text: string, lang: 'zh' | 'en' = 'zh') {
  const texts = [{ file: 'x.yaml', bytes: Buffer.from(text) }];
  const { findings } = await check({ cwd: root, texts, asOf });
  return findings.map((finding) => inEditor({ ...finding, message: finding.message[lang] }, text));
}

const rulesOf = (diagnostics: Diagnostic[] | undefined) => diagnostics?.map(({ code }) => code) ?? [];
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

const onlineDuration = 'training/hospital-online-duration';

describe.concurrent('shows what check finds', () => {
  const sets = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(sets.map(({ name }) => name))('in examples/%s', async (name) => {
    const cwd = join(root, 'examples', name);
    const { findings } = JSON.parse(hnGp(['check', '--as-of', asOf, '--format', 'json'], { cwd }).out);
    const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!config)\.yaml$/.test(file),
    );
    const editor = await start({ folders: [cwd] });
    for (const file of files) editor.open(uriOf(join(cwd, file)), read(cwd, file));
    for (const file of files) {
      const own = findings.filter((finding: { file: string }) => finding.file === file.replaceAll('\\', '/'));
      const text = read(cwd, file);
      expect((await editor.diagnostics(uriOf(join(cwd, file)))).map(shownOf)).toEqual(
        own.map((finding: Parameters<typeof inEditor>[0]) => inEditor(finding, text)),
      );
    }
  });

  test('in a document by itself, where no folder is open', async () => {
    const cwd = join(root, 'test/rules/training');
    const files = readdirSync(cwd).map((rule) => join(cwd, rule, 'fail.yaml'));
    const editor = await start();
    for (const file of files) editor.open(uriOf(file), read(file));
    for (const file of files)
      expect((await editor.diagnostics(uriOf(file))).map(shownOf)).toEqual(await alone(read(file)));
  });
});

describe.concurrent('with an editor', () => {
  test('says what it can do, and asks to hear of files that change', async () => {
    const { editor, initialized } = await startProcess([], {
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    expect(initialized).toMatchObject({
      serverInfo: { name: 'hn-gp' },
      capabilities: {
        positionEncoding: 'utf-16',
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.hn-gp'] },
      },
    });
    await editor.until(() => editor.registered.length > 0);
    expect(editor.registered).toEqual([
      'workspace/didChangeWatchedFiles {"watchers":[{"globPattern":"**/*.{yaml,yml,xlsx,xlsm}"}]}',
    ]);
    expect(await editor.leave()).toBe(0);
    expect(editor.errors).toBe('');
  });

  test('a diagnostic gives the rule, what was asked and found, and the remedy', async () => {
    const editor = await start();
    editor.open('untitled:plan', plan);
    const shown = await editor.diagnostics('untitled:plan');
    expect(shown.find(({ code }) => code === onlineDuration)).toEqual({
      source: 'hn-gp',
      code: onlineDuration,
      severity: 1,
      range: { start: { line: 11, character: 45 }, end: { line: 11, character: 46 } },
      message: expect.stringMatching(/^.+\n要求 ≥ 10.*，实际 8.*\n改法：.+$/),
    });
  });

  test('the day and the language that the process was started with hold', async () => {
    const { editor } = await startProcess(['--lang', 'en']);
    editor.open('untitled:plan', plan);
    expect((await editor.diagnostics('untitled:plan')).map(shownOf)).toEqual(await alone(plan, 'en'));
  });

  test.each<[string, Parameters<typeof start>[0], 'zh' | 'en']>([
    ['--lang en', { lang: 'en' }, 'en'],
    ['initializationOptions', { initializationOptions: { lang: 'en' } }, 'en'],
    ['nothing', {}, 'zh'],
    ['a language that there is not', { initializationOptions: { lang: 'fr' } }, 'zh'],
  ])('the language of messages with %s', async (_, setting, lang) => {
    const editor = await start(setting);
    editor.open('untitled:plan', plan);
    const [first] = await editor.diagnostics('untitled:plan');
    expect(first?.message).toContain(lang === 'en' ? 'remedy: ' : '改法：');
  });

  test('characters beyond the basic plane, CRLF and a byte-order mark', async () => {
    const text = '\ufeff文种: 年度计划\r\n年度: 2024\r\n基地: {名称: "𠮷𠮷医院", 𠮷类: 1, 类别: [住培基地]}\r\n';
    const editor = await start();
    editor.open('untitled:plan', text);
    const shown = await editor.diagnostics('untitled:plan');
    const key = shown.find(({ code }) => code === 'schema/unknown-key');
    const line = text.split('\r\n')[2] as string;
    expect(line.slice(key?.range.start.character, key?.range.end.character)).toBe('𠮷类');
    // On the first line the mark is a character for the editor.
    editor.change('untitled:plan', { text: '\ufeff文种: 年度计戈\n' });
    const kind = (await editor.diagnostics('untitled:plan')).find(({ code }) => code === 'schema/kind');
    expect(kind).toMatchObject({
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 9 } },
    });
  });

  test('a finding of several lines is shown on its first', async () => {
    const editor = await start();
    editor.open('untitled:plan', '文种: 年度计划\n年度: 2024\n基地:\n  名称: 海口市人民医院\n  备注: 缺类别\n');
    const missing = (await editor.diagnostics('untitled:plan')).find(({ code }) => code === 'schema/required');
    expect(missing).toMatchObject({
      code: 'schema/required',
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 13 } },
    });
  });
});

describe.concurrent('while typing', () => {
  test('a thousand edits in a row end in the findings of the last text, and no older version follows', async () => {
    const editor = await start();
    const uri = 'untitled:plan';
    editor.open(uri, plan);
    const hours = { start: { line: 11, character: 45 }, end: { line: 11, character: 46 } };
    for (let edit = 0; edit < 1_000; edit++) editor.change(uri, { range: hours, text: String(edit % 10) });
    const shown = await editor.diagnostics(uri);
    expect(shown.map(shownOf)).toEqual(await alone(plan.replace('11, 学时: 8', '11, 学时: 9')));
    const versions = editor.published.map(({ version }) => version as number);
    expect(versions).toEqual([...versions].sort((one, other) => one - other));
    expect(versions.length).toBeLessThan(100);
  });

  test('a change during a check is checked after it', async () => {
    const editor = await start();
    const uri = 'untitled:plan';
    // A year's plan of many sessions, so that the check takes a while.
    const session = plan.slice(plan.indexOf('  - 编号'));
    const long = plan + Array.from({ length: 400 }, (_, at) => session.replace('2024-01', `2024-1${at}`)).join('');
    editor.open(uri, long);
    await editor.diagnostics(uri);
    editor.change(uri, { text: `${long}多余: 1\n` });
    const asked = editor.hover(uri, 0, 0);
    editor.change(uri, { text: plan });
    expect((await editor.diagnostics(uri)).map(shownOf)).toEqual(await alone(plan));
    await asked;
    expect(editor.shown(uri)?.version).toBe(3);
  });

  test('records join across open documents and files, and what is not saved yet counts', async () => {
    const session = plan.slice(plan.indexOf('  - 编号')).replace('  - ', '    ').replaceAll(/^ {4}/gm, '');
    const place = folderWith({
      'plan.yaml': plan,
      'session.yaml': `文种: 培训班\n年度: 2024\n基地: 海口市人民医院\n${session.replace('HK-2024-01', 'HK-2024-02')}`,
    });
    const editor = await start({ folders: [place.folder] });
    const [first, second] = [place.uri('plan.yaml'), place.uri('session.yaml')];
    const twice = (uri: string) => rulesOf(editor.shown(uri)?.diagnostics).includes('data/duplicate-id');
    editor.open(second, read(place.path('session.yaml')));
    await editor.diagnostics(second);
    expect(twice(second)).toBe(false);
    // The other document changes in the editor,
    editor.open(first, plan);
    editor.change(first, { text: plan.replace('HK-2024-01', 'HK-2024-02') });
    await editor.until(() => twice(second));
    // and is closed unsaved;
    editor.close(first);
    await editor.until(() => !twice(second) && editor.shown(first)?.diagnostics.length === 0);
    // then its file changes.
    place.write('plan.yaml', plan.replace('HK-2024-01', 'HK-2024-02'));
    editor.fileChanged(first);
    await editor.until(() => twice(second));
    // A new document counts before it is saved.
    rmSync(place.path('plan.yaml'));
    editor.fileChanged(first);
    await editor.until(() => !twice(second));
    editor.open(place.uri('new.yaml'), plan.replace('HK-2024-01', 'HK-2024-02'));
    await editor.until(() => twice(second));
  });
});

describe.concurrent('workbooks in the folder', () => {
  const book = (...rows: (typeof row)[]) => workbook({ 年度计划: base, 培训班: [headers, ...rows] });

  test('count as for check: the same record twice', async () => {
    const place = folderWith({ 'plan.xlsx': book(row), 'plan.yaml': plan });
    const { findings } = JSON.parse(place.run(['check', '--as-of', asOf, '--format', 'json']).out);
    const own = findings.filter(({ file }: { file: string }) => file === 'plan.yaml');
    const editor = await start({ folders: [place.folder] });
    const uri = place.uri('plan.yaml');
    editor.open(uri, plan);
    const shown = (await editor.diagnostics(uri)).map(shownOf);
    expect(shown).toEqual(own.map((finding: Parameters<typeof inEditor>[0]) => inEditor(finding, plan)));
    expect(shown).toEqual([
      expect.objectContaining({
        rule: 'data/duplicate-record',
        message: expect.stringContaining('plan.xlsx 年度计划!B3'),
      }),
    ]);
    // What stands in a workbook's cells has no place in a text.
    expect(editor.published.map((each) => each.uri)).toEqual([uri]);
  });

  test('sessions join, and a workbook that changed, broke or went is taken as it is now', async () => {
    const province = `文种: 全省计划
年度: 2024
培训班:
${Array.from({ length: 7 }, (_, at) => `  - {编号: P-${at}, 名称: 省级班, 层级: 省级, 对象: 师资, 承办: 海南省人民医院}\n`).join('')}`;
    const provincial = ['P-8', '省级班', '省级', '师资'];
    const place = folderWith({ 'province.yaml': province, '计划.xlsx': book(row, provincial) });
    const editor = await start({ folders: [place.folder] });
    const uri = place.uri('province.yaml');
    const tooFew = (wanted: boolean) =>
      editor.until(
        () =>
          editor.shown(uri) !== undefined &&
          rulesOf(editor.shown(uri)?.diagnostics).includes('training/province-session-count') === wanted,
      );
    const save = (bytes: Uint8Array | string) => {
      place.write('计划.xlsx', bytes);
      editor.fileChanged(place.uri('计划.xlsx'));
    };
    editor.open(uri, province);
    await tooFew(false);
    expect(editor.messages).toEqual([]);
    save(book(row));
    await tooFew(true);
    save(book(row, provincial));
    await tooFew(false);
    save('no workbook at all');
    await tooFew(true);
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages).toEqual([
      expect.stringMatching(/^这些文件没能判定，与它们有关的结果可能不全：计划\.xlsx：\S+/),
    ]);
    // Told once, until it is whole and breaks again.
    editor.change(uri, { text: `${province}备注: 又改了\n` });
    await editor.diagnostics(uri);
    expect(editor.messages).toHaveLength(1);
    save(book(row, provincial));
    await tooFew(false);
    rmSync(place.path('计划.xlsx'));
    editor.fileChanged(place.uri('计划.xlsx'));
    await tooFew(true);
    expect(editor.messages).toHaveLength(1);
    expect(editor.logged).toEqual([]);
  });

  test('a text that was imported stands for its workbook, and is out of date once that has changed', async () => {
    const imported = book(row);
    const place = folderWith({ 'plan.xlsx': imported });
    place.run(['import', 'plan.xlsx']);
    const uri = place.uri('plan.yaml');
    const text = read(place.path('plan.yaml'));
    // In a folder, and by itself.
    for (const folders of [[place.folder], []]) {
      place.write('plan.xlsx', imported);
      const editor = await start({ folders });
      const shown = (rule: string) => rulesOf(editor.shown(uri)?.diagnostics).filter((each) => each === rule).length;
      editor.open(uri, text);
      await editor.diagnostics(uri);
      expect([shown('data/duplicate-record'), shown('data/stale-import')]).toEqual([0, 0]);
      place.write('plan.xlsx', book(row, ['HK-02', '外科师资班', '院级', '师资']));
      editor.fileChanged(place.uri('plan.xlsx'));
      await editor.until(() => shown('data/stale-import') === 1);
    }
  });
});

test.skipIf(process.platform === 'win32')('a document is its file by whatever name it is opened', async () => {
  const place = folderWith({ 'in/plan.yaml': plan });
  symlinkSync('plan.yaml', place.path('in/PLAN.yaml'));
  const editor = await start({ folders: [place.path('in')] });
  const names = ['in/PLAN.yaml', 'in/plan.yaml'].map((name) => place.uri(name));
  for (const uri of names) {
    editor.open(uri, plan);
    const rules = rulesOf(await editor.diagnostics(uri));
    expect(rules).toContain(onlineDuration);
    expect(rules).not.toContain('data/duplicate-record');
  }
});

describe.concurrent('explanations', () => {
  const keyAt = (text: string, key: string) => {
    const line = text.split('\n').findIndex((each) => each.includes(key));
    return [line, (text.split('\n')[line] as string).indexOf(key)] as const;
  };

  test('on a finding: what the rule asks, its clause and numbers', async () => {
    const editor = await start();
    editor.open('untitled:plan', plan);
    const said = await editor.hover('untitled:plan', 11, 45);
    expect(said).toContain(`\`${onlineDuration}\``);
    expect(said).toContain('**要求**：院级培训线上不少于 10 学时。');
    expect(said).toMatch(/\*\*依据\*\*：.*六（二）/);
    expect(said).toContain('- 院级线上学时（六（二））：10');
    expect(said).not.toContain('例子');
    expect(await editor.hover('untitled:plan', 11, 6)).not.toContain(onlineDuration);
  });

  test('on a key: its meaning, both names, unit and choices', async () => {
    const editor = await start();
    const uri = 'untitled:plan';
    editor.open(uri, plan);
    expect(await editor.hover(uri, ...keyAt(plan, '学时'))).toMatch(
      /^\*\*学时\*\* · `hours`\n\n.*45.*\n\n.*16 学时.*（六（一））.*\n\n写数字，单位是学时$/,
    );
    expect(await editor.hover(uri, ...keyAt(plan, '类别'))).toMatch(/写列表，每项写其中之一：住培基地 `residency`、/);
    expect(await editor.hover(uri, 2, 1)).toContain('`base`');
    expect(await editor.hover(uri, 10, 11)).toContain('**开始** · `start`');
    // Nothing on a value, or past the end.
    expect(await editor.hover(uri, 3, 9)).toBeUndefined();
    expect(await editor.hover(uri, 99, 0)).toBeUndefined();
  });

  test('in English', async () => {
    const editor = await start({ lang: 'en' });
    editor.open('untitled:plan', plan);
    expect(await editor.hover('untitled:plan', 11, 45)).toContain('**Asks**: ');
    expect(await editor.hover('untitled:plan', ...keyAt(plan, '类别'))).toContain('A list, each item one of: 住培基地');
  });

  test('nothing from a file is markup', async () => {
    const notice = read(root, 'notices/training-2024.yaml')
      .replace(/zh: 琼医.*/, 'zh: "[点这里](command:run) <img src=x>"')
      .replace('issued: 2024-03-11', 'issued: 2024-03-12');
    const place = folderWith({
      'hn-gp.config.yaml': 'editions: [notice.yaml]\nexclude: [notice.yaml]\n',
      'notice.yaml': notice,
      'plan.yaml': plan,
    });
    const editor = await start({ folders: [place.folder] });
    editor.open(place.uri('plan.yaml'), plan);
    const said = await editor.hover(place.uri('plan.yaml'), 11, 45);
    expect(said).toContain('`](command:run)');
    expect(said?.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/[[\]<>]/);
  });
});

describe.concurrent('quick fixes', () => {
  const slips = plan
    .replace('年度: 2024', '年度：2024')
    .replace('层级:', 'levle:')
    .replace('2024-05-08', '2024/5/8。')
    .replaceAll('\n', '\r\n');
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  /** The document once the edits of an action are made. */
  const mended = (text: string, { edit }: CodeAction, uri: string) => {
    const change = edit?.documentChanges?.[0];
    const edits = change && 'edits' in change ? (change.edits as TextEdit[]) : (edit?.changes?.[uri] ?? []);
    return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits);
  };

  test.each([
    ['as written', ''],
    ['with a byte-order mark and wide characters', '\ufeff# 𠮷\r\n'],
  ])('each mends its finding, and one mends all that is certain: %s', async (_, head) => {
    const editor = await start();
    const uri = 'untitled:plan';
    editor.open(uri, head + slips);
    const actions = await editor.actions(uri, all);
    expect(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
      ['改成 年度: 2024', 'quickfix', true],
      ['改成 level', 'quickfix', true],
      ['改成 线下: {开始: 2024/5/8, 结束: 2024-05-08, 学时: 8…', 'quickfix', true],
      ['改正这份文件里所有能确定的写法', 'source.fixAll.hn-gp', undefined],
    ]);
    const [, key, date, every] = actions as [CodeAction, CodeAction, CodeAction, CodeAction];
    expect(mended(head + slips, date, uri)).toBe(head + slips.replace('2024/5/8。', '2024/5/8'));
    expect(mended(head + slips, key, uri)).toBe(head + slips.replace('levle', 'level'));
    expect(mended(head + slips, every, uri)).toBe(
      head + plan.replace('层级:', 'level:').replace('2024-05-08', '2024/5/8').replaceAll('\n', '\r\n'),
    );
    expect(rulesOf(date.diagnostics)).toEqual(['yaml/syntax']);
    expect(editor.shown(uri)?.diagnostics).toContainEqual(date.diagnostics?.[0]);
  });

  test('only where asked, of the kind asked, for the text as it is now', async () => {
    const editor = await start();
    const uri = 'untitled:plan';
    editor.open(uri, slips);
    const kinds = async (range: typeof all, only?: string[]) =>
      (await editor.actions(uri, range, only)).map(({ kind }) => kind);
    expect(await kinds(all, ['source.fixAll'])).toEqual(['source.fixAll.hn-gp']);
    expect(await kinds(all, ['quickfix'])).toEqual(['quickfix', 'quickfix', 'quickfix']);
    expect(await kinds(all, ['refactor'])).toEqual([]);
    const key = (await editor.diagnostics(uri)).find(({ code }) => code === 'schema/unknown-key');
    expect(await kinds(key?.range ?? all, ['quickfix'])).toEqual(['quickfix']);
    // Asked for right after a change, they are for the changed text.
    editor.change(uri, { text: plan.replace('2024-05-08', '2024.5.8。') });
    const [only] = await editor.actions(uri, all, ['quickfix']);
    expect(only?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 2 } });
  });

  test('an editor that knows no versions gets plain changes; titles in English', async () => {
    const editor = await start({ capabilities: {}, lang: 'en' });
    editor.open('untitled:plan', slips);
    const [first, , date] = await editor.actions('untitled:plan', all);
    expect([first?.title, date?.title]).toEqual([
      'Change to 年度: 2024',
      'Change to 线下: {开始: 2024/5/8, 结束: 2024-05-08, 学时: 8…',
    ]);
    expect(Object.keys(date?.edit?.changes ?? {})).toEqual(['untitled:plan']);
  });
});

describe.concurrent('documents that are none of ours', () => {
  const others = {
    'docker-compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n',
    'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n',
    'upgrade.yaml': 'apiVersion: upgrade.cattle.io/v1\nkind: Plan\nmetadata: {name: web}\n',
    'zh-CN.yaml': '名称: 商城\n按钮: 提交\n',
    'broken.yaml': 'on: [push\n',
  };

  test('are left alone, unless a config says whose folder it is', async () => {
    const place = folderWith({ ...others, 'ours.yaml': '文种: 年度计划\n' });
    const editor = await start({ folders: [place.folder] });
    for (const [name, text] of Object.entries(others)) editor.open(place.uri(name), text);
    editor.open(place.uri('ours.yaml'), '文种: 年度计划\n');
    expect(await editor.diagnostics(place.uri('ours.yaml'))).not.toEqual([]);
    for (const name of Object.keys(others)) expect(await editor.diagnostics(place.uri(name))).toEqual([]);
    place.write('hn-gp.config.yaml', 'exclude: [zh-CN.yaml]\n');
    editor.fileChanged(place.uri('hn-gp.config.yaml'));
    await editor.until(() => editor.shown(place.uri('deployment.yaml'))?.diagnostics.length !== 0);
    expect(rulesOf(editor.shown(place.uri('deployment.yaml'))?.diagnostics)).toEqual(['schema/kind']);
    expect(editor.shown(place.uri('zh-CN.yaml'))?.diagnostics).toEqual([]);
  });

  test('an edition of a notice is no record', async () => {
    const notice = read(root, 'notices/training-2024.yaml');
    const place = folderWith({ 'hn-gp.config.yaml': 'lang: zh\n', 'notice.yaml': notice });
    const editor = await start({ folders: [place.folder] });
    editor.open(place.uri('notice.yaml'), notice);
    expect(await editor.diagnostics(place.uri('notice.yaml'))).toEqual([]);
    expect(editor.logged).toEqual([]);
  });

  test('told by the text', async () => {
    const texts = [
      ['a kind', 'kind: plan\n', true],
      ['a misspelt kind', 'kind: plna\n', true],
      ['a full-width colon', '文种：年度计划\n', true],
      ['a missing colon', '文种 年度计划\n', true],
      ['a flow map', '{文种: 年度计划, 年度: 2024}\n', true],
      ['a second record', 'a: 1\n---\nkind: session\n', true],
      ['no kind, but keys of a record', '年度: 2024\n基地: {}\n', true],
      ['a broken text', '文种: 年度计划\n年度: [2024\n', true],
      ['English keys alone', 'year: 2024\nbase: main\n', false],
      ['a nested kind', 'roleRef:\n  kind: plan\n', false],
      ['an empty text', '', false],
    ] as const;
    const editor = await start();
    const uriOfText = (name: string) => `untitled:${name.replaceAll(' ', '-')}`;
    for (const [name, text] of texts) editor.open(uriOfText(name), text);
    for (const [name, , ours] of texts) expect((await editor.diagnostics(uriOfText(name))).length > 0, name).toBe(ours);
  });

  test('a record stays one when its kind is deleted', async () => {
    const editor = await start();
    editor.open('untitled:plan', 'kind: plan\nyear: 2024\n');
    await editor.diagnostics('untitled:plan');
    editor.change('untitled:plan', { text: 'year: 2024\n' });
    expect(rulesOf(await editor.diagnostics('untitled:plan'))).toEqual(['schema/required']);
  });

  test('other languages are left alone', async () => {
    const editor = await start();
    editor.open('untitled:notes', plan, 'plaintext');
    editor.open('untitled:plan', plan);
    await editor.diagnostics('untitled:plan');
    expect(editor.shown('untitled:notes')).toBeUndefined();
  });
});

describe.concurrent('the config of the folder', () => {
  test('holds, from the nearest folder upward; a broken one is told once and not used', async () => {
    const place = folderWith({
      'hn-gp.config.yaml': `lang: en\nrules: {${onlineDuration}: info}\n`,
      'plans/plan.yaml': plan,
    });
    const editor = await start({ folders: [place.path('plans')] });
    const uri = place.uri('plans/plan.yaml');
    const config = place.uri('hn-gp.config.yaml');
    const weight = () => editor.shown(uri)?.diagnostics.find(({ code }) => code === onlineDuration)?.severity;
    editor.open(uri, plan);
    await editor.until(() => weight() === 3);
    expect(editor.shown(uri)?.diagnostics[0]?.message).toContain('remedy: ');
    place.write('hn-gp.config.yaml', 'lang: en\nruls: {}\n');
    editor.fileChanged(config);
    await editor.until(() => weight() === 1);
    editor.change(uri, { text: `${plan}备注: 又改了\n` });
    await editor.diagnostics(uri);
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages).toEqual([expect.stringMatching(/^配置用不了，先按没有配置检查：\S+:2 没有“ruls”这一项$/)]);
    place.write('hn-gp.config.yaml', `rules: {${onlineDuration}: warning}\n`);
    editor.fileChanged(config);
    await editor.until(() => weight() === 2);
    expect(editor.messages).toHaveLength(1);
    place.write('hn-gp.config.yaml', `include: [nowhere]\nrules: {${onlineDuration}: warning}\n`);
    editor.fileChanged(config);
    await editor.until(() => weight() === 1 && editor.messages.length > 1);
    expect(editor.messages[1]).toBe('配置用不了，先按没有配置检查：找不到文件或文件夹：nowhere');
  });

  test('what it leaves out is left out, and each folder has its own', async () => {
    const place = folderWith({
      'a/hn-gp.config.yaml': 'exclude: [old]\n',
      'a/old/plan.yaml': plan,
      'a/plan.yaml': plan,
      'b/plan.yaml': plan,
      'c/plan.yaml': plan,
    });
    const editor = await start({ folders: [place.path('a'), place.path('b')] });
    const names = ['a/old/plan.yaml', 'a/plan.yaml', 'b/plan.yaml', 'c/plan.yaml'];
    for (const name of names) editor.open(place.uri(name), plan);
    const has = async (name: string) => rulesOf(await editor.diagnostics(place.uri(name))).includes(onlineDuration);
    expect([await has(names[0] as string), await has(names[1] as string)]).toEqual([false, true]);
    // Nothing is met twice: a and b are sets of their own, c lies in no folder.
    for (const name of names) {
      expect(rulesOf(await editor.diagnostics(place.uri(name)))).not.toContain('data/duplicate-record');
    }
    expect([await has(names[2] as string), await has(names[3] as string)]).toEqual([true, true]);
    // Once c is in a folder with b, each is met twice.
    editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: uriOf(place.folder), name: 'all' }],
        removed: [{ uri: uriOf(place.path('b')), name: 'b' }],
      },
    });
    await editor.until(() =>
      rulesOf(editor.shown(place.uri('c/plan.yaml'))?.diagnostics).includes('data/duplicate-record'),
    );
  });
});

describe.concurrent('whatever happens', () => {
  test('a message that is none does not end it', async () => {
    const { editor } = await startProcess();
    editor.server.stdin.write('Content-Length: 9\r\n\r\n{"broken}');
    editor.connection.sendNotification('textDocument/didOpen', { nothing: true });
    editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'untitled:x' } });
    await expect(editor.connection.sendRequest('textDocument/nonsense')).rejects.toThrow();
    await expect(editor.connection.sendRequest('textDocument/hover', {})).rejects.toThrow();
    editor.open('untitled:plan', plan);
    expect(await editor.diagnostics('untitled:plan')).not.toEqual([]);
    expect(await editor.leave()).toBe(0);
  });

  test('a document of megabytes is refused as check refuses it, and the next is read', async () => {
    const editor = await start();
    editor.open('untitled:large', `${plan}备注: ${'长'.repeat(2_000_000)}\n`);
    expect(rulesOf(await editor.diagnostics('untitled:large'))).toEqual(['yaml/limit']);
    editor.change('untitled:large', { text: plan });
    expect((await editor.diagnostics('untitled:large')).map(shownOf)).toEqual(await alone(plan));
  });

  test('a fault during a check is logged, and the next check is made', async () => {
    let faults = 1;
    const editor = await start({
      lang: 'en',
      asOf: () => {
        if (faults-- > 0) throw new Error('the clock stands still');
        return asOf;
      },
    });
    const uri = 'untitled:plan';
    editor.open(uri, plan);
    await editor.until(() => editor.logged.length > 0);
    expect(editor.logged[0]).toMatch(/^hn-gp \S+: a fault of the tool, .*\nError: the clock stands still/);
    editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    expect(await editor.diagnostics(uri)).not.toEqual([]);
  });

  test('it ends with 0 after shutdown, with 1 without, and when the editor is gone', async () => {
    const { editor: polite } = await startProcess();
    expect(await polite.leave()).toBe(0);
    const { editor: rude } = await startProcess();
    rude.connection.sendNotification('exit');
    expect(await rude.ended).toBe(1);
    const { editor: gone } = await startProcess();
    await gone.open('untitled:plan', plan);
    gone.server.stdin.destroy();
    gone.server.stdout.destroy();
    expect(await gone.ended).toBe(1);
    const { editor: deaf } = await startProcess();
    deaf.server.stdout.destroy();
    await deaf.open('untitled:plan', plan);
    expect(await deaf.ended).toBe(1);
    expect([polite, rude, gone, deaf].map(({ errors }) => errors)).toEqual(['', '', '', '']);
  });

  test('a call that cannot be meant is refused', () => {
    const place = folderWith({});
    for (const args of [['--as-of', '2024-2-3'], ['--lang', 'fr'], ['--nonsense']]) {
      const { code, out, err } = place.run(['lsp', ...args]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^hn-gp: .+\n$/);
    }
  });
});
