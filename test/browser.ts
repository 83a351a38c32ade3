import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A browser to look at pages in; undefined where there is none. */
export const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts the browser. */
export const browse = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath as string,
    // Without a locale of UTF-8 it takes no file with a Chinese name.
    env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });

/** What axe finds in a page that matters, of all its rules or of those chosen. */
export async function faults(page: Page, chosen: object = {}): Promise<string[]> {
  // The protocol evaluates it, so the page's own policy stays as it is.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate(
    `axe.run(${JSON.stringify({ resultTypes: ['violations'], ...chosen })}).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`,
  );
}
