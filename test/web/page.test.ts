import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { read, type WorkBook } from 'xlsx';
import { browserPath, faults } from '../browser.ts';
import { hnGp, plan } from '../cli/run.ts';
import { desk, type Person, visit } from './person.ts';

const draft = resolve('examples/residency/draft.yaml');
const typing = resolve('examples/residency/draft-typing.yaml');
const clean = resolve('examples/residency/plan.yaml');

describe.skipIf(!browserPath)(browserPath ? 'the page' : 'the page (skipped: no Chromium; set CHROMIUM)', () => {
  let person: Person;
  beforeAll(async () => {
    person = await visit();
  });
  afterAll(() => person?.leave());

  /** A folder of its own for files that a test changes. */
  const made = (name: string, files: Record<string, string | Uint8Array>): string => {
    const folder = join(person.folder, name);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return folder;
  };
  const figure = ({ page }: Person, label: string) =>
    page.locator('.figure', { hasText: label }).locator('b').textContent().then(Number);
  /** What each part of the result shows, once it has been asked for. */
  const parts = { 问题: '.finding', 逐项判定: 'td .chip', 年度日程: '.year', 文件: 'main tbody th' };
  const look = async ({ page }: Person, part: string, shown: string) => {
    await page.locator('.view', { hasText: part }).click();
    await page.locator(shown).first().waitFor();
  };
  const say = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: false }).first();

  test('before any file it says that nothing is sent and nothing is checked', async () => {
    const { page, heard, asked } = person;
    expect(await page.locator('.private').textContent()).toContain('不上传，不保存');
    expect(await page.locator('.standing').textContent()).toContain('什么都没有检查');
    expect(await page.locator('.counts.good, .figures').count()).toBe(0);
    expect(await page.evaluate("fetch('http://127.0.0.1:9').then(() => 'sent', () => 'held back')")).toBe('held back');
    // The one message is the browser's, about the call just made.
    expect(heard.splice(0).filter((line) => !line.includes('127.0.0.1'))).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('what is dropped is checked as the command line does, and again when it is saved', async () => {
    const folder = made('saved', {
      '海口/plan.yaml': readFileSync(draft),
      '说明.docx': 'no record',
      '海口/.hidden.yaml': 'kind: plan',
    });
    await person.on('2025-01-10');
    await person.drop(folder);
    const told = JSON.parse(
      hnGp(['check', folder, '--as-of', '2025-01-10', '-f', 'json', '--no-config'], { cwd: person.folder }).out,
    );
    expect(await person.standing()).toBe(`有 ${told.summary.errors} 个错误要改`);
    expect(await figure(person, '警告')).toBe(told.summary.warnings);
    expect(await figure(person, '未到期')).toBe(told.summary.verdicts.pending);
    expect(await person.page.title()).toContain(`${told.summary.errors} 个错误`);
    const shown = await person.page.locator('.finding .message').allTextContents();
    for (const { message } of told.findings) expect(shown.join('\n')).toContain(message);
    expect(await person.page.locator('.given').textContent()).toContain('文件一保存就自动重新检查');
    await person.page.locator('.view', { hasText: '文件' }).click();
    expect(await person.page.locator('main').textContent()).toContain('另有 1 个文件不是 Excel 工作簿或 YAML');

    writeFileSync(join(folder, '海口/plan.yaml'), readFileSync(clean));
    await expect.poll(() => person.page.locator('.counts.good').count(), { timeout: 30_000 }).toBe(1);
    expect(await person.standing()).toContain('没有问题');
    expect(person.heard).toEqual([]);
    expect(person.asked).toEqual([]);
  });

  test('a phone scrolls down only, and axe finds no fault that matters', async () => {
    const { page } = person;
    await person.beginAgain();
    await page.setViewportSize({ width: 360, height: 780 });
    const looks = async (where: string, isDark = true) => {
      expect([where, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([where, 360]);
      expect([where, ...(await faults(page))]).toEqual([where]);
      if (!isDark) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([where, ...(await faults(page, { runOnly: ['color-contrast'] }))]).toEqual([where]);
      await page.emulateMedia({ colorScheme: 'light' });
    };
    await looks('empty');
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await looks('help', false);
    await person.escape();
    // As few findings as show each part: axe takes its time over each.
    const folder = made('phone', { 'plan.yaml': plan.replace('年度: 2024', '年度：2024') });
    await person.drop(join(folder, 'plan.yaml'));
    expect(await page.locator('.mendable').count()).toBe(1);
    for (const [part, shown] of Object.entries(parts)) {
      await look(person, part, shown);
      await looks(part);
    }
    await page.locator('.view', { hasText: '问题' }).click();
    await page.locator('[data-explain]').first().click();
    await page.locator('dialog section').first().waitFor();
    await looks('rule', false);
    await page.setViewportSize(desk);
  });

  describe('one set after another', () => {
    beforeAll(() => person.beginAgain());
    afterEach(async () => {
      await say(person, '清空').click();
      await person.on('2024-03-20');
    });

    test('every word follows the language', async () => {
      const { page } = person;
      const words = () =>
        page.evaluate<string[]>(`[...document.querySelectorAll('#page, #page *')]
          .flatMap((element) => [
            ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
            ...[...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')),
          ])
          .filter((text) => /\\p{Script=Han}/u.test(text))`);
      await say(person, 'English').click();
      await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('en');
      // The switch itself speaks the other language.
      expect(await words()).toEqual(['中文']);
      expect(await page.title()).toBe('No files yet: nothing is checked · Training records check');
      await page.keyboard.press('?');
      await page.locator('dialog').waitFor();
      expect(await words()).toEqual(['中文']);
      await page.keyboard.press('Escape');
      await person.drop(draft);
      expect(await person.standing()).toBe('17 errors to mend');
      expect(await page.locator('.finding .message').first().textContent()).toContain('sessions');
      for (const view of ['Verdicts', 'Calendar', 'Files', 'Findings'])
        await page.locator('.view', { hasText: view }).click();
      await say(person, '中文').click();
      await expect.poll(() => person.standing()).toBe('有 17 个错误要改');
      expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    });

    test('paper says what a filter leaves out', async () => {
      const { page } = person;
      await person.drop(draft);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('筛选过').count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
      const warnings = await figure(person, '警告');
      await page.locator('.figure', { hasText: '警告' }).click();
      const all = await page.locator('.view', { hasText: '问题' }).locator('.count').textContent();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText(`筛选过，只列出 ${warnings} / ${all}`).isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await page.locator('.figure.pass').click();
      await page.locator('td .chip').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(
        await page.getByText(`筛选过，只列出 ${await page.locator('.figure.pass b').textContent()} /`).isVisible(),
      ).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await look(person, '问题', '.finding');
    });

    test('a filter can be cleared though one finding alone is left, and goes with the files', async () => {
      const { page } = person;
      await person.drop(draft);
      await page.locator('.figure', { hasText: '警告' }).click();
      const folder = made('single', { 'draft.yaml': '' });
      await person.drop(join(folder, 'draft.yaml'));
      expect(await person.standing()).toContain('有 1 个错误要改');
      expect(await page.locator('.finding').count()).toBe(0);
      await page.locator('.filter .link').click();
      await expect.poll(() => page.locator('.finding').count()).toBe(1);
      await page.locator('.figure', { hasText: '警告' }).click();
      await say(person, '清空').click();
      await person.drop(join(folder, 'draft.yaml'));
      expect(await page.locator('.finding').count()).toBe(1);
    });

    test('what a config changes of the judging is told on the screen, and the field of the day has its own name', async () => {
      const { page } = person;
      const config = 'rules: { training/archive: off }\n';
      await person.drop(made('switched', { 'plan.yaml': readFileSync(draft), 'hn-gp.config.yaml': config }));
      const told = page.getByText('training/archive 关闭').and(page.locator('.overrides *'));
      expect(await told.isVisible()).toBe(true);
      expect(await page.getByLabel('按哪一天判定', { exact: true }).inputValue()).toBe('2024-03-20');
    });

    test('a starter and a remedy name what the page has, and no option of the command line', async () => {
      const { page } = person;
      await say(person, '新建起始表').click();
      const dialog = page.locator('dialog');
      await person.download(() => dialog.getByRole('button', { name: '下载' }).click());
      await expect.poll(() => dialog.textContent()).toContain('没有写“基地全称”，基地名称还空着');
      await dialog.locator('input[type=date]').fill('2030-01-01');
      await dialog.getByRole('button', { name: '下载' }).click();
      await expect.poll(() => dialog.textContent()).toContain('去掉“第一天”');
      expect(await dialog.textContent()).not.toContain('--');
      await person.escape();
      await person.on('2025-01-10');
      await person.drop(clean);
      await page.locator('summary', { hasText: '其他设置' }).click();
      await page.getByLabel('结对帮扶').check();
      await expect
        .poll(() => page.locator('.finding').allTextContents())
        .toEqual([expect.stringContaining('去掉“按哪些通知判定”里的选择')]);
      await page.getByLabel('结对帮扶').uncheck();
    });

    test('an emptied day is the one that was judged', async () => {
      await person.drop(draft);
      const field = person.page.locator('input[type=date]').first();
      await field.fill('');
      await field.blur();
      expect(await field.inputValue()).toBe('2024-03-20');
    });

    test('a file too large to check is said to be as large as it is', async () => {
      const file = join(made('large', { 'plan.yaml': `${plan}#${'x'.repeat(7_000_000)}` }), 'plan.yaml');
      await person.drop(file);
      const told = JSON.parse(hnGp(['check', file, '-f', 'json', '--no-config'], { cwd: person.folder }).out);
      expect(told.findings[0].message).toContain('7.1 MB');
      expect(await person.page.locator('.finding .message').allTextContents()).toEqual([
        expect.stringContaining(told.findings[0].message),
      ]);
    });

    test('many files show how far it is, and stop when told', async () => {
      const records = readFileSync(draft, 'utf8');
      const files = Array.from({ length: 200 }, (_, at) => [
        `基地${at % 40}/${at}.yaml`,
        records.replace('海口市人名医院', `第${at % 40}人民医院`).replaceAll('HK-2024', `S${at}-2024`),
      ]);
      const folder = made('many', Object.fromEntries(files));
      const { page } = person;
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [folder], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      await page.getByRole('button', { name: '停下' }).click();
      expect(await person.standing()).toContain('没有检查成');
      expect(await page.locator('.counts.bad').count()).toBe(1);
      await say(person, '再检查一次').click();
      await expect.poll(() => page.locator('.owner').count(), { timeout: 60_000 }).toBe(40);
      // The worst base is open, and the others wait to be asked for.
      expect(await page.locator('.owner [aria-expanded=true]').count()).toBe(1);
      await page.locator('.owner h2 button').nth(7).click();
      expect(await page.locator('.owner [aria-expanded=true]').count()).toBe(2);
    });

    test('a copy that changed on the disk is not judged as if it had not', async () => {
      const folder = made('copies', { 'plan.yaml': readFileSync(clean) });
      await person.on('2025-01-10');
      await person.choose(join(folder, 'plan.yaml'));
      expect(await person.standing()).toContain('没有问题');
      expect(await person.page.locator('.given').textContent()).toContain('浏览器看不到改动');
      appendFileSync(join(folder, 'plan.yaml'), '豁免: [{规则: data/year}]\n');
      await say(person, '再检查一次').click();
      await person.page.locator('.gone').waitFor();
      expect(await person.standing()).toContain('改动以前的结果');
      expect(await person.page.locator('.counts.bad').count()).toBe(1);
      await person.choose(join(folder, 'plan.yaml'));
      expect(await person.standing()).toMatch(/个错误/);
      expect(await person.page.locator('.gone').count()).toBe(0);
    });

    test('what to do is said in what the page has, not in commands', async () => {
      const folder = made('commands', {
        'scan.yaml': '%PDF-1.4\n',
        'gbk.yaml': Buffer.from('cec4d6d63a20c4eab6c8bcc6bbae0ac4eab6c83a20323032340a', 'hex'),
        'own.yaml': readFileSync(resolve('notices/training-2024.yaml')),
      });
      await person.drop(folder);
      const main = await person.page.locator('main').textContent();
      expect(main).toContain('建议用本页的“自动改好”转成');
      expect(main).toContain('本页的“新建起始表”');
      expect(main).toContain('在“其他设置”里选它');
      expect(main).not.toMatch(/hn-gp (?:fix|init)|--edition/);
    });

    test('what is not judged, unknown or unreadable never looks like a pass', async () => {
      const folder = made('unjudged', {
        'other-year.yaml': readFileSync(clean, 'utf8').replaceAll('2024', '2031'),
        'broken/plan.yaml': '文种: 年度计划\n基地: {名称: [\n',
        'empty/note.txt': 'nothing here',
      });
      await person.drop(join(folder, 'other-year.yaml'));
      expect(await person.page.locator('.counts.good').count()).toBe(0);
      expect(await figure(person, '没有判定')).toBeGreaterThan(0);
      await say(person, '清空').click();
      await person.drop(join(folder, 'broken'));
      expect(await person.page.locator('.counts.bad').count()).toBe(1);
      await say(person, '清空').click();
      await person.drop(join(folder, 'empty'));
      expect(await person.standing()).toContain('没有可以检查的文件');
      expect(await person.page.locator('.counts.bad').count()).toBe(1);
    });

    test('slips are shown before and after, and the mended file checks without them', async () => {
      await person.drop(typing);
      await person.page.locator('.mendable button').click();
      const dialog = person.page.locator('dialog');
      await dialog.locator('.was').first().waitFor();
      expect(await dialog.locator('.was').first().textContent()).toContain('年度：2024');
      expect(await dialog.locator('.is').first().textContent()).toContain('年度: 2024');
      const mended = await person.download(() => dialog.getByRole('button', { name: '下载改好的文件' }).click());
      expect(basename(mended)).toBe('draft-typing.yaml');
      await person.escape();
      await person.drop(mended);
      expect(await person.page.locator('.told').textContent()).toContain('已换成刚选的 draft-typing.yaml');
      expect(await person.page.locator('.mendable').count()).toBe(0);
    });

    test('a starter is filled in, dropped, and comes back with its cells marked', async () => {
      await say(person, '新建起始表').click();
      const dialog = person.page.locator('dialog');
      await dialog.locator('[name=base]').fill('文昌市人民医院');
      await dialog.locator('[name=start]').fill('2024-05-11');
      const starter = await person.download(() => dialog.getByRole('button', { name: '下载' }).click());
      expect(basename(starter)).toBe('年度计划.xlsx');
      await expect.poll(() => dialog.textContent()).toContain('海南医学院第一附属医院结对帮扶');
      await person.escape();
      await person.drop(starter);
      const cell = person.page.locator('.finding', { hasText: '没有写培训内容' }).first();
      expect(await cell.locator('.place').textContent()).toMatch(/^培训班![A-Z]+4/);
      expect(await cell.locator('.cells').textContent()).toContain('内容');
      const marked = await person.download(() => say(person, '标注好的工作簿').click());
      const book: WorkBook = read(readFileSync(marked));
      expect(book.SheetNames[0]).toBe('检查结果');
      expect(book.SheetNames).toContain('培训班');
    });

    test('of very many findings some are listed, and the rest when asked for', async () => {
      const records = readFileSync(clean, 'utf8').replace(/^省外培训:.*/m, `$&\n${'  - { 名称: 研修 }\n'.repeat(450)}`);
      const folder = made('flood', { 'plan.yaml': records });
      await person.drop(join(folder, 'plan.yaml'));
      const { page } = person;
      const total = (await figure(person, '错误')) + (await figure(person, '警告'));
      expect(total).toBeGreaterThan(400);
      expect(await page.locator('.finding').count()).toBe(200);
      expect(await page.locator('.rest').textContent()).toContain(`还有 ${total - 200} 条没有列出`);
      await page.locator('.rest button').click();
      await expect.poll(() => page.locator('.finding').count()).toBe(400);
    });

    test('nothing that a file says or is called becomes markup or turns the text', async () => {
      const hostile = `<img src=x onerror=window.ran=1>\u202e"'&`;
      const folder = made('hostile', {
        [`${hostile}.yaml`.replaceAll('/', '')]: readFileSync(draft, 'utf8').replaceAll(
          '海口市人名医院',
          `'${hostile.replaceAll("'", "''")}'`,
        ),
        [`${hostile}坏.yaml`]: `${hostile}: [`,
      });
      const { page } = person;
      await person.choose(...readdirSync(folder).map((name) => join(folder, name)));
      for (const [part, shown] of Object.entries(parts).reverse()) {
        await look(person, part, shown);
        expect(await page.evaluate('window.ran')).toBeUndefined();
        expect(await page.locator('#page img, #page script, #page iframe, [onerror]').count()).toBe(0);
        expect(await page.evaluate('document.getElementById("page").innerText.includes("\\u202e")')).toBe(false);
      }
      expect(await page.locator('.owner').first().textContent()).toContain('<img src=x onerror=window.ran=1>\\u202e');
    });

    test('figures and filters lead to what they count', async () => {
      const folder = made('several', {});
      mkdirSync(folder, { recursive: true });
      cpSync(draft, join(folder, 'a.yaml'));
      cpSync(resolve('examples/pairings/gaps.yaml'), join(folder, 'b.yaml'));
      const { page } = person;
      await person.drop(folder);
      const warnings = await figure(person, '警告');
      await page.locator('.figure.warning').click();
      await expect.poll(() => page.locator('.finding').count()).toBe(warnings);
      expect(await page.locator('.finding:not(.warning)').count()).toBe(0);
      await page.locator('.filter .link').click();
      await page.locator('.filter select').last().selectOption('pairing');
      await expect.poll(() => page.locator('.owner').count()).toBe(1);
      const pending = await figure(person, '未到期');
      await page.locator('.figure.pending').click();
      await expect.poll(() => page.locator('td .chip.pending').count()).toBe(pending);
      expect(await page.locator('td .chip:not(.pending)').count()).toBe(0);
      await page.locator('.view', { hasText: '年度日程' }).click();
      await page.locator('.year .due-sign').first().waitFor();
      expect(await page.locator('.year').first().textContent()).toContain('已完成');
    });
  });

  describe('with a draft', () => {
    beforeAll(async () => {
      await person.beginAgain();
      await person.drop(draft);
    });

    test('the keyboard alone is enough', async () => {
      const { page } = person;
      const chosen = () => page.evaluate('document.activeElement.id');
      const ids = await page.locator('.finding').evaluateAll((all) => all.map(({ id }) => id));
      await page.keyboard.press('j');
      expect(await chosen()).toBe(ids[0]);
      await page.keyboard.press('j');
      await page.keyboard.press('ArrowDown');
      expect(await chosen()).toBe(ids[2]);
      await page.keyboard.press('k');
      expect(await chosen()).toBe(ids[1]);
      await page.keyboard.press('Enter');
      await page.locator('dialog blockquote').waitFor();
      // Keys of the page rest while a dialog is open.
      await page.keyboard.press('2');
      await person.escape();
      await expect.poll(chosen).toBe(ids[1]);
      await page.keyboard.press('/');
      await page.keyboard.type('合格线');
      await expect.poll(() => page.locator('.finding').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      expect(await page.locator('.view[aria-current]').textContent()).toContain('逐项判定');
      await page.keyboard.press('1');
      await page.locator('.filter .link').click();
      await expect.poll(() => page.locator('.finding').count()).toBe(ids.length);
    });

    test('a clause opens its paragraph and the rule', async () => {
      await person.page.locator('.finding', { hasText: '线上培训只有' }).locator('[data-explain]').first().click();
      const dialog = person.page.locator('dialog');
      await expect.poll(() => dialog.textContent()).toContain('training/hospital-online-duration');
      expect(await dialog.locator('blockquote').textContent()).toContain('六（二）');
      expect(await dialog.textContent()).toContain('改法');
      await person.escape();
    });

    test('on paper every finding stands, and nothing that is to be pressed', async () => {
      const { page } = person;
      await page.emulateMedia({ media: 'print' });
      for (const look of ['.given', '.views', '.filter', '.head-tools'])
        expect([look, await page.locator(look).isVisible()]).toEqual([look, false]);
      expect(await page.locator('.facts').textContent()).toContain('判定日 2024-03-20');
      expect(await page.locator('.finding').count()).toBe(23);
      await page.emulateMedia({ media: 'screen' });
    });

    test('what is taken away opens elsewhere', async () => {
      const take = (name: string) =>
        person.download(() => person.page.locator('.take button', { hasText: name }).click());
      const list = read(readFileSync(await take('问题清单 Excel')));
      expect(JSON.stringify(list.Sheets)).toContain('线上培训只有 8 学时');
      expect(readFileSync(await take('问题清单 CSV'), 'utf8')).toMatch(/^\ufeff.*\r\n/);
      expect(readFileSync(await take('期限日历'), 'utf8')).toContain('BEGIN:VEVENT');
      const record = await take('合规记录');
      const opened = await person.page.context().newPage();
      await opened.goto(pathToFileURL(record).href);
      expect(await opened.locator('h1').textContent()).toBe('培训合规记录');
      expect(person.heard).toEqual([]);
    });
  });
});
