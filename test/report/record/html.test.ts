import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../../src/report/check/formats.ts';
import { plain } from '../../../src/report/check/report.ts';
import { recordFormats } from '../../../src/report/record/formats.ts';
import { complianceRecord } from '../../../src/report/record/record.ts';
import { browse, browserPath, faults } from '../../browser.ts';
import { checked, others, plan } from './sample.ts';

const hostile = `</script><script>window.ran=1</script><img src=x onerror=window.ran=1> "' onload='window.ran=1 &amp; ]]>`;

const page = async (files: Record<string, string>, lang: 'zh' | 'en' = 'zh') =>
  String((await recordFormats.html?.())?.(complianceRecord(await checked(files)), lang));
const files = {
  'a.yaml': plan('海口市人民医院'),
  'b.yaml': plan(hostile, hostile),
  'c.yaml': plan('三亚中心医院').replace('hours: 8}\n  - id', 'hours: 12}\n  - id'),
  ...others,
};
/** Every part of a page once: axe takes its time over each. */
const short = { 'b.yaml': files['b.yaml'], 'pair.yaml': others['pair.yaml'], 'unread.yaml': others['unread.yaml'] };

test('the same record gives the same bytes, however many pages were written before', async () => {
  const first = await page(files);
  await page({ 'a.yaml': plan('文昌市人民医院') });
  expect(await page(files)).toBe(first);
});

test('check writes the same page, without warnings where it is quiet', async () => {
  const result = await checked(files);
  const report = await formats.html?.load();
  const options = { lang: 'zh', paint: plain, quiet: false } as const;
  expect(String(report?.(result, options))).toBe(await page(files));
  const quiet = String(report?.(result, { ...options, quiet: true }));
  expect(quiet).toContain('class="item finding error"');
  expect(quiet).not.toContain('class="item finding warning"');
});

describe.skipIf(!browserPath)(
  browserPath ? 'in a browser' : 'in a browser (skipped: no Chromium; set CHROMIUM)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hn-gp-page-'));
    const path = join(folder, '记录.html');
    let browser: Browser;
    let opened: Page;
    /** What the page printed, and what it asked for. */
    const heard: string[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      writeFileSync(path, await page(files));
      for (const lang of ['zh', 'en'] as const) writeFileSync(join(folder, `${lang}.html`), await page(short, lang));
      browser = await browse();
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
      opened = await context.newPage();
      opened.on('console', (message) => heard.push(message.text()));
      opened.on('pageerror', (error) => heard.push(String(error)));
      opened.on('request', (request) => asked.push(request.url()));
      await opened.goto(pathToFileURL(path).href);
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    const choose = (name: string, value: string) => opened.locator(`form [name=${name}]`).selectOption(value);
    const unfold = (what: string) =>
      opened.locator(what).evaluateAll((elements) => {
        for (const element of elements) element.setAttribute('open', '');
      });
    const shown = () => opened.locator('.item:not([hidden])').count();

    test('it opens offline, asks for nothing and prints nothing, and nothing that a file says becomes markup or runs', async () => {
      await opened.locator('form').waitFor();
      expect(heard).toEqual([]);
      expect(asked).toEqual([pathToFileURL(path).href]);
      expect(await opened.evaluate("fetch('http://127.0.0.1:9').then(() => 'sent', () => 'held back')")).toBe(
        'held back',
      );
      await expect.poll(() => heard.join()).toContain('Content Security Policy');
      expect(await opened.evaluate('window.ran')).toBeUndefined();
      expect(await opened.locator('img, iframe, [onload], [onerror]').count()).toBe(0);
      expect(await opened.locator('script').count()).toBe(1);
      expect(await opened.locator('.owner h3').allTextContents()).toContainEqual(expect.stringContaining(hostile));
    });

    describe('one thing asked of it after another', () => {
      afterEach(() => opened.locator('form [type=reset]').click());

      test('filters leave what they are asked for', async () => {
        const all = await shown();
        await choose('notice', 'pairing');
        const pairing = await shown();
        expect(pairing).toBeGreaterThan(0);
        expect(pairing).toBeLessThan(all);
        expect(await opened.locator('.owner:not([data-notice=pairing]) .item:not([hidden])').count()).toBe(0);
        expect(await opened.locator('.owner:not([hidden])').count()).toBe(1);
        await choose('notice', '');
        await choose('severity', 'error');
        expect(await opened.locator('.item:not([hidden]):not([data-severity=error])').count()).toBe(0);
        await choose('severity', '');
        await choose('verdict', 'waived');
        expect(await shown()).toBe(3);
        await choose('verdict', '');
        await opened.locator('form [name=text]').fill('线上培训只有');
        await expect.poll(() => shown()).toBe(2);
        for (const text of await opened.locator('.item:not([hidden])').allTextContents())
          expect(text).toContain('线上培训只有');
        await opened.locator('form [type=reset]').click();
        await expect.poll(() => shown()).toBe(all);
        await opened.locator('form [name=base]').selectOption({ label: '三亚中心医院' });
        expect(await opened.locator('.owner:not([hidden])').count()).toBe(1);
      });

      test('the summary and the findings sort', async () => {
        const failures = opened.locator('.summary tbody tr td:nth-child(3)');
        await opened.getByRole('columnheader', { name: '不通过' }).getByRole('button').click();
        const numbers = (await failures.allTextContents()).map(Number);
        expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
        expect(new Set(numbers).size).toBeGreaterThan(1);
        await opened.getByRole('columnheader', { name: '不通过' }).getByRole('button').click();
        expect((await failures.allTextContents()).map(Number)).toEqual([...numbers].sort((one, other) => one - other));
        await choose('sort', 'rule');
        const rules = await opened
          .locator('.owner')
          .first()
          .locator('.finding')
          .evaluateAll((items) => items.map((item) => item.getAttribute('data-rule') ?? ''));
        expect(rules).toEqual([...rules].sort());
        await choose('sort', 'problems');
        const problems = await opened
          .locator('.owner')
          .evaluateAll((owners) => owners.map((owner) => Number(owner.getAttribute('data-problems'))));
        expect(problems).toEqual([...problems].sort((one, other) => other - one));
      });

      test('a link leads to what it names and opens it', async () => {
        await opened.locator('.matrix td.fail a').first().click();
        await opened.locator('.owner[open] .finding').first().waitFor({ state: 'visible' });
      });

      test('the timeline shows the year of each base with the days set for everybody, and a phone scrolls down only', async () => {
        await opened.setViewportSize({ width: 360, height: 780 });
        const owner = opened.locator('.owner').filter({ hasText: '海口市人民医院' }).first();
        const words = (await owner.locator('figure svg').first().textContent()) ?? '';
        for (const said of ['S-1', '06-30', '08-31', '判定日 06-20', '12月']) expect(words).toContain(said);
        await unfold('.owner');
        expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      });
    });

    test.each(['zh', 'en'] as const)('axe finds no fault that matters: %s', async (lang) => {
      await opened.setViewportSize({ width: 1280, height: 900 });
      await opened.goto(pathToFileURL(join(folder, `${lang}.html`)).href);
      await unfold('details');
      // Contrast takes the most time, and a language changes no colours: each sees those of one colour scheme.
      expect(await faults(opened, lang === 'zh' ? {} : { rules: { 'color-contrast': { enabled: false } } })).toEqual(
        [],
      );
      if (lang === 'zh') return;
      await opened.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(opened, { runOnly: ['color-contrast'] })).toEqual([]);
    });
  },
);
