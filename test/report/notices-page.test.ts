import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/model/finding.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import { paragraphsOf } from '../../src/reference/paragraphs.ts';
import { noticesPage } from '../../src/report/notices/page.ts';
import { rules } from '../../src/rules/index.ts';
import { browse, browserPath, faults } from '../browser.ts';
import { hnGp } from '../cli/run.ts';

const hostile = `</td><script>window.ran=1</script><img src=x onerror=window.ran=1> "' onload='window.ran=1 &amp; ]]>`;

/** An edition whose every text may hold anything. */
const oddOf = (edition: Edition): Edition => ({
  ...edition,
  edition: 'a "b" <c>',
  document: { zh: hostile, en: hostile },
  clauses: paragraphsOf(edition).map((paragraph) => ({ ...paragraph, summary: { zh: hostile, en: hostile } })),
});
const editionOf = (policy: Policy) => bundledEditions.find(({ notice }) => notice === policy) as Edition;
const odd = oddOf(editionOf('training'));

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => found ?? '');

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const page = noticesPage([...bundledEditions, odd], undefined, lang);

  test('every paragraph and every rule of each edition stands there', () => {
    for (const edition of bundledEditions) {
      const id = `${edition.notice}-${edition.edition}`;
      expect(all(page, new RegExp(`<tr id="${id}-p(\\d+)">`, 'g'))).toHaveLength(paragraphsOf(edition).length);
      const own = rules.filter(({ policy }) => policy === edition.notice).map((rule) => rule.id);
      expect(all(page, new RegExp(`<article class="finding" id="${id}-([^"]*)">`, 'g'))).toEqual(
        own.map((rule) => rule.slice(rule.indexOf('/') + 1)),
      );
    }
  });

  test('links lead both ways, and every one to something', () => {
    const ids = all(page, / id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(page, / href="#([^"]*)"/g);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    for (const id of ids.filter((each) => /-p\d+$/.test(each))) {
      const [, row = ''] = new RegExp(`<tr id="${id}">(.*)`).exec(page) ?? [];
      for (const rule of all(row, /href="#([^"]*)"/g))
        expect(page.slice(page.indexOf(`<article class="finding" id="${rule}">`)).split('</article>')[0]).toContain(
          `#${id}"`,
        );
    }
  });

  test('nothing that an edition says becomes markup, and no script runs', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('default-src &#39;none&#39;; style-src');
    expect(page).toContain('&lt;script&gt;');
  });
});

test('hn-gp clauses --format html writes it, for the notices asked for', () => {
  const { code, out, err } = hnGp(['clauses', '--format', 'html', '--policy', 'pairing', '--no-config']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(noticesPage(bundledEditions, ['pairing'], 'zh'));
  expect(out).toContain('结对帮扶“2020”版');
  expect(out).not.toContain('training-2024');
  expect(hnGp(['rules', '--format', 'html']).code).toBe(2);
});

describe.skipIf(!browserPath)(
  browserPath ? 'in a browser' : 'in a browser (skipped: no Chromium; set CHROMIUM)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hn-gp-notices-'));
    const whole = join(folder, '对照.html');
    // Has every part of a page, and axe takes its time over each row.
    const short = join(folder, '海口.html');
    let browser: Browser;
    let opened: Page;
    beforeAll(async () => {
      writeFileSync(whole, noticesPage([...bundledEditions, odd], undefined, 'zh'));
      const haikou = editionOf('haikou');
      writeFileSync(short, noticesPage([haikou, oddOf(haikou)], undefined, 'zh'));
      browser = await browse();
      opened = await browser.newPage({ viewport: { width: 360, height: 780 } });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** Opens a page on a phone, on which it must fit. */
    async function open(path: string) {
      await opened.goto(pathToFileURL(path).href);
      expect(await opened.evaluate('window.ran')).toBeUndefined();
      expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }

    test('a phone scrolls down only', () => open(whole));

    test('axe finds no fault that matters', async () => {
      await open(short);
      expect(await faults(opened)).toEqual([]);
      await opened.emulateMedia({ colorScheme: 'dark' });
      // What a colour scheme changes.
      expect(await faults(opened, { runOnly: ['color-contrast'] })).toEqual([]);
    });
  },
);
