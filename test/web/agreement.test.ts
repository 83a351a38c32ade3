import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/finding.ts';
import type { Checked, Failure, Made, Mending, RequestName, Requests, Settings } from '../../src/web/requests.ts';
import { browse, browserPath } from '../browser.ts';
import { hnGp, workspace } from '../cli/run.ts';
import { oneOfEach } from '../sample.ts';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'dist/hn-gp.html');

/** A set of files, by name. */
type Files = Record<string, string | Uint8Array>;

const read = (pattern: string): Files =>
  Object.fromEntries(globSync(pattern, { cwd: root }).map((name) => [name, readFileSync(join(root, name))]));

const fixtures = oneOfEach(
  20,
  Object.entries(read('test/rules/*/*/*.yaml')).sort(([one], [other]) => (one < other ? -1 : 1)),
);

/** Keeps the address of the source of which the page makes its worker, and makes none for it. */
const keepUrl = `window.RealWorker = window.Worker;
window.Worker = class {
  constructor(url) {
    window.workerUrl = url;
  }
  postMessage() {}
};`;

/** What runs in the page: its worker, asked without the page's own script. */
const begin = `{
  const worker = new RealWorker(window.workerUrl);
  const waiting = new Map();
  worker.onmessage = ({ data }) => {
    if ('progress' in data) return;
    waiting.get(data.id)(data);
    waiting.delete(data.id);
  };
  window.hold = (files) =>
    worker.postMessage({
      hold: files.map(({ file, base64, isNamed }) => ({ file, isNamed, bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) })),
      all: files.map(({ file }) => file),
    });
  window.ask = (name, asked) =>
    new Promise((resolve) => {
      const id = waiting.size + Math.random();
      waiting.set(id, resolve);
      worker.postMessage({ id, name, asked });
    }).then(({ answer, failure }) =>
      JSON.stringify({ answer, failure }, (_, value) =>
        value instanceof Uint8Array ? { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) } : value,
      ),
    );
}`;

describe.skipIf(!browserPath)(
  browserPath ? 'the page says what the command line says' : 'the page (skipped: no Chromium; set CHROMIUM)',
  () => {
    const { folder, remove } = workspace();
    const heard: string[] = [];
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      browser = await browse();
      page = await browser.newPage();
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('request', (request) => heard.push(request.url().replace(/^blob:.*/, 'blob:')));
      await page.addInitScript(keepUrl);
      await page.goto(pathToFileURL(path).href);
      // The page makes its worker once it has been drawn.
      await page.waitForFunction('window.workerUrl');
      await page.evaluate(begin);
    });

    afterAll(async () => {
      await browser?.close();
      remove();
    });

    const settings: Settings = { lang: 'zh', asOf: '2024-12-01', policies: [], complete: false, editions: [] };

    async function hold(files: Files, isNamed = (_file: string) => true): Promise<void> {
      const all = Object.entries(files).map(([file, content]) => ({
        file,
        isNamed: isNamed(file),
        base64: Buffer.from(content).toString('base64'),
      }));
      await page.evaluate(`hold(${JSON.stringify(all)})`);
    }

    /** Asks the worker; what it answers, its bytes as such. */
    async function ask<Name extends RequestName>(
      name: Name,
      asked: Requests[Name]['asked'],
    ): Promise<{ answer: Requests[Name]['answer']; failure: Failure | undefined }> {
      const said = await page.evaluate<string>(`ask(${JSON.stringify(name)}, ${JSON.stringify(asked)})`);
      return JSON.parse(said, (_, value) =>
        value?.base64 === undefined ? value : Buffer.from(value.base64, 'base64'),
      );
    }

    /** What the command line prints of the same files and settings. */
    function printed(files: Files, { lang, asOf, policies, complete, config, editions }: Settings, ...more: string[]) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const own = new Set([config, ...editions]);
      const options = [
        ...(config === undefined ? ['--no-config'] : ['--config', config]),
        ...policies.flatMap((policy) => ['--policy', policy]),
        ...editions.flatMap((edition) => ['--edition', edition]),
        ...(complete ? ['--complete'] : []),
      ];
      const paths = Object.keys(files).filter((name) => !own.has(name));
      return hnGp([...more, ...paths, '--as-of', asOf, '--lang', lang, ...options], { cwd: folder });
    }

    /** The last check as json. */
    async function json(lang: Language): Promise<string> {
      const { answer } = await ask('take', { what: 'findings', format: 'json', lang });
      return Buffer.from(answer.bytes).toString();
    }

    async function expectSame(files: Files, changed: Partial<Settings> = {}): Promise<Checked> {
      const asked = { ...settings, ...changed };
      await hold(files);
      const { answer, failure } = await ask('check', asked);
      const { out, err } = printed(files, asked, 'check', '--format', 'json');
      if (failure) expect(`hn-gp: ${failure.words[asked.lang]}\n`).toBe(err);
      else expect(await json(asked.lang)).toBe(out);
      return answer;
    }

    test.each(globSync('examples/**/*.yaml', { cwd: root }).filter((name) => !/\/\.|config\.yaml$/.test(name)))(
      'of %s',
      async (name) => {
        await expectSame(read(name));
      },
    );

    test('of sets, with a config, in English, of one notice, and of the whole province', async () => {
      await expectSame(read('examples/{residency,province,haikou}/*.yaml'), { lang: 'en', policies: ['training'] });
      await expectSame(read('examples/pairings/**/*.yaml'), { complete: true });
      const shared = read('examples/shared-repository/**/*.yaml');
      await expectSame(shared, { config: 'examples/shared-repository/hn-gp.config.yaml' });
    });

    test('of fixtures of the rules', async () => {
      expect(fixtures.length).toBeGreaterThan(20);
      for (const [name, content] of fixtures) await expectSame({ [name]: content });
    });

    test('of an edition of its own, a mistake in it, and a config that cannot be used', async () => {
      const edition = readFileSync(join(root, 'notices/training-2024.yaml'), 'utf8').replace(
        /^edition: .*/m,
        'edition: "own"',
      );
      const plan = read('examples/residency/plan.yaml');
      await expectSame({ ...plan, 'own.yaml': edition }, { editions: ['own.yaml'] });
      await expectSame({ ...plan, 'own.yaml': edition.replace(/^governs:/m, 'governed:') }, { editions: ['own.yaml'] });
      await expectSame(
        { ...plan, 'hn-gp.config.yaml': 'rules: { training/none: off }\n' },
        { config: 'hn-gp.config.yaml' },
      );
    });

    test('of a folder whose config says what is checked, unless it was chosen by itself', async () => {
      const plan = read('examples/residency/draft.yaml')['examples/residency/draft.yaml'] ?? '';
      const config = '资料/hn-gp.config.yaml';
      const names = ['计划/一.yaml', '计划/旧/二.yaml', '计划/旧稿.yaml', '往年/三.yml', '往年/四.yaml', '别的.yaml'];
      const files: Files = {
        [config]: 'include: ["计划", "往年\\\\*.yml"]\nexclude: [计划/旧, "./计划/*稿.yaml"]\n',
        ...Object.fromEntries(names.map((name) => [`资料/${name}`, plan])),
      };
      const asked = { ...settings, config };
      const left = async () => {
        const { answer } = await ask('check', asked);
        const out = answer.read.flatMap(({ file, role }) => (role === 'leftOut' ? file.replace('资料/', '') : []));
        return { out: out.sort(), notes: answer.notes.join('\n') };
      };
      await hold(files, () => false);
      const { out, notes } = await left();
      expect(out).toEqual(['别的.yaml', '往年/四.yaml', '计划/旧/二.yaml', '计划/旧稿.yaml']);
      expect(notes).toContain('有 4 个文件没有查');
      printed(files, asked);
      const line = ['check', '--config', config, '--as-of', asked.asOf, '--format', 'json'];
      expect(await json('zh')).toBe(hnGp(line, { cwd: folder }).out);

      await hold(files, (file) => file.endsWith('旧稿.yaml'));
      expect((await left()).out).not.toContain('计划/旧稿.yaml');
      await hold(files, (file) => file === config);
      expect(await left()).toMatchObject({ out: [], notes: expect.stringContaining('不起作用：给的文件全查') });

      for (const include of ['没有', '没有/*.yaml']) {
        await hold({ ...files, [config]: `include: ["${include}"]\n` }, () => false);
        const { failure } = await ask('check', asked);
        writeFileSync(join(folder, config), `include: ["${include}"]\n`);
        expect(`hn-gp: ${failure?.words.zh}\n`).toBe(hnGp(line, { cwd: folder }).err);
      }
    });

    test('where there is nothing to check, that it is so', async () => {
      await hold(read('examples/shared-repository/hn-gp.config.yaml'));
      const { failure } = await ask('check', settings);
      expect(failure?.kind).toBe('usage');
      expect(failure?.words.zh).toContain('没有要检查的');
    });

    test('of workbooks, and of what is taken away', async () => {
      const { answer: made } = await ask('starter', {
        kind: 'plan',
        as: 'xlsx',
        lang: 'zh',
        base: '海口市人民医院',
        year: 2024,
      });
      const files = { '计划.xlsx': made.bytes };
      const { owners } = await expectSame(files);
      const cells = owners.flatMap(({ subjects }) =>
        subjects.flatMap(({ findings }) => findings.flatMap((each) => each.cells ?? [])),
      );
      expect(cells.length).toBeGreaterThan(0);
      for (const { rows } of cells)
        expect(rows.flatMap((row) => row.cells.filter((cell) => cell.isMarked))).toHaveLength(1);
      const marked = await ask('take', { what: 'marked', file: '计划.xlsx', lang: 'zh' });
      expect(printed(files, settings, 'check', '--format', 'xlsx=out.xlsx').err).toBe('');
      expect(Buffer.compare(marked.answer.bytes, readFileSync(join(folder, 'out.xlsx')))).toBe(0);
      await expectSame({ ...files, ...read('examples/residency/draft.yaml') });
    });

    test.each(['zh', 'en'] as const)('of records, lists and calendars in %s', async (lang) => {
      const files = read('examples/residency/{plan,draft}.yaml');
      await hold(files);
      await ask('check', { ...settings, lang });
      const text = (made: { answer: Made }) => Buffer.from(made.answer.bytes).toString();
      for (const format of ['csv', 'markdown'] as const)
        expect(text(await ask('take', { what: 'findings', format, lang }))).toBe(
          printed(files, { ...settings, lang }, 'check', '--format', format).out,
        );
      for (const format of ['html', 'csv'] as const)
        expect(text(await ask('take', { what: 'record', format, lang }))).toBe(
          printed(files, { ...settings, lang }, 'report', '--format', format).out,
        );
      expect(text(await ask('take', { what: 'deadlines', format: 'csv', lang }))).toBe(
        printed(files, { ...settings, lang }, 'deadlines', '--format', 'csv').out,
      );
      expect(text(await ask('take', { what: 'deadlines', format: 'ics', lang }))).toBe(
        printed(files, { ...settings, lang }, 'deadlines', '--ics', '-').out,
      );
    });

    test('of what can be mended', async () => {
      const [[name, content] = ['', '']] = Object.entries(read('examples/residency/draft-typing.yaml'));
      await hold({ [name]: content });
      const { answer } = await ask('mend', { file: name, style: false, lang: 'zh' });
      const fixed = hnGp(['fix', '-', '--no-config'], { input: content.toString() });
      expect(Buffer.from((answer as Mending).bytes ?? '').toString()).toBe(fixed.out);
      expect(answer.after).toBe(fixed.out);
    });

    test('without a word on the console, and without a request but for itself', () => {
      expect(heard.filter((each) => each !== 'blob:')).toEqual([pathToFileURL(path).href]);
    });
  },
);

test('hn-gp web writes the page', () => {
  const { out, code } = hnGp(['web', '-o', '-']);
  expect(code).toBe(0);
  expect(out).toBe(readFileSync(path, 'utf8'));
});
