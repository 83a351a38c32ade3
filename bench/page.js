// Measures the page in a real browser against the command line, in one run: `npm run bench:page`. CHROMIUM names another
// browser than the usual one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { generate } from './generate.js';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const address = pathToFileURL(path('../dist/hn-gp.html')).href;
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (each) => each && existsSync(each),
);
if (!executablePath) throw new Error('No Chromium here: set CHROMIUM to one');

/** How long a person looks at the page before the first drop, in milliseconds. */
const REST = 1_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const AS_OF = '2025-01-10';

/** What runs in the page before its own script: it tells when the page was drawn, can judge, and shows what came of a check. */
const WATCH = `
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  /** Resolves with the time when something is so; every change of the page is looked at. */
  const when = (isSo) => new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    look();
  });
  window.drawn = when(() => document.querySelector('h1'));
  window.ready = when(() => document.querySelector('.foot span'));
  const begin = () => {
    const begun = performance.now();
    window.checked = when(() => document.querySelector('.counts.busy'))
      .then(() => when(() => !document.querySelector('.counts.busy')))
      .then((done) => done - begun);
    window.longest = () => Math.max(0, ...tasks.filter(({ startTime }) => startTime > begun).map(({ duration }) => duration));
  };
  addEventListener('drop', begin, true);
  addEventListener('click', begin, true);
`;

/** @typedef {import('playwright-core').Page} Page */

/** @param {number[]} each */
const median = (each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN;

/**
 * @param {string} name
 * @param {number} ours
 * @param {string} target
 */
const line = (name, ours, target) => console.log(`${name}: ${ours.toFixed(0)} ms (target ≤ ${target})`);

/**
 * What a variable of the page comes to.
 *
 * @param {Page} page
 * @param {'drawn' | 'ready' | 'checked'} what how long until then, in milliseconds
 */
const time = (page, what) => /** @type {Promise<number>} */ (page.evaluate(`window.${what}`));

/**
 * Drops a file or folder, as from the file manager.
 *
 * @param {Page} page
 * @param {string} dropped
 */
async function drop(page, dropped) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}

const browser = await chromium.launch({
  executablePath,
  env: { .../** @type {Record<string, string>} */ (process.env), LC_ALL: 'C.UTF-8' },
  args: ['--no-sandbox', '--disable-gpu'],
});

/** The page, opened as for the first time, ready to judge. */
async function opened() {
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.addInitScript(WATCH);
  await page.goto(address);
  await time(page, 'ready');
  const day = page.locator('input[type=date]').first();
  await day.fill(AS_OF);
  await day.blur();
  return page;
}

const folder = mkdtempSync(join(tmpdir(), 'hn-gp-bench-'));
try {
  const one = join(folder, 'one');
  const many = join(folder, 'many');
  const others = join(folder, 'others');
  generate(one, 1);
  generate(many, 200);
  generate(others, 200);

  /** @type {Record<'drawn' | 'ready' | 'first' | 'again' | 'many' | 'line' | 'task' | 'stopped', number[]>} */
  const times = { drawn: [], ready: [], first: [], again: [], many: [], line: [], task: [], stopped: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await opened();
    times.drawn.push(await time(page, 'drawn'));
    times.ready.push(await time(page, 'ready'));
    // Nobody drops a file in the instant in which the page can take it.
    await page.waitForTimeout(REST);
    await drop(page, join(one, '0', 'plan-1.yaml'));
    times.first.push(await time(page, 'checked'));
    for (let again = 0; again < 5; again += 1) {
      await page.locator('button[aria-keyshortcuts=r]').click();
      times.again.push(await time(page, 'checked'));
    }
    await page.context().close();

    const large = await opened();
    await drop(large, many);
    times.many.push(await time(large, 'checked'));
    times.task.push(/** @type {number} */ (await large.evaluate('longest()')));
    // What is unchanged is judged too fast to be stopped.
    await drop(large, others);
    await large.locator('.standing button').click();
    times.stopped.push(await time(large, 'checked'));
    await large.context().close();

    const begun = performance.now();
    const { status } = spawnSync(process.execPath, [
      path('../bin/hn-gp.js'),
      'check',
      many,
      '--no-config',
      '--as-of',
      AS_OF,
    ]);
    if (status !== 1) throw new Error(`the command line ended with ${status}`);
    times.line.push(performance.now() - begun);
  }
  line('the page is drawn', median(times.drawn), '1000');
  line('the page can judge', median(times.ready), '1000');
  line('one plan, dropped, until its findings stand there', median(times.first), '150');
  line('one plan, again', median(times.again), '150');
  const [ours, floor] = [median(times.many), median(times.line)];
  console.log(
    `200 plans: ${ours.toFixed(0)} ms, command line ${floor.toFixed(0)} ms, ratio ${(ours / floor).toFixed(2)} (target ≤ 2)`,
  );
  line('the longest the page did not answer meanwhile', Math.max(...times.task), '100');
  line('stopped', median(times.stopped), '100');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
