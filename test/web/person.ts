import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { browse } from '../browser.ts';

/** Notes when a check begins: until it has, what the page shows is of the one before. */
const noteBegun = `window.begun = new Promise((resolve) =>
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.counts.busy')) return;
    observer.disconnect();
    resolve();
  }).observe(document.body, { subtree: true, childList: true, attributes: true }),
), undefined`;

/** What the page is looked at in. */
export const desk = { width: 1280, height: 900 };

const address = pathToFileURL(resolve('dist/hn-gp.html')).href;

/** Somebody who uses the page: what they do, and what they see. */
export interface Person {
  page: Page;
  /** Holds what is made, and goes with who leaves. */
  folder: string;
  /** What the page printed, and what it asked for besides itself and what it made. */
  heard: string[];
  asked: string[];
  /** Drops files and folders, as from the file manager. */
  drop(...paths: string[]): Promise<void>;
  /** Chooses files by the button, as in a browser that hands over copies. */
  choose(...paths: string[]): Promise<void>;
  /** Sets the day that is judged as of, before there are files. */
  on(asOf: string): Promise<void>;
  /** The sentence that says how it stands; waits until nothing is being checked. */
  standing(): Promise<string>;
  /** Closes the dialog by the keyboard, and waits until it is gone. */
  escape(): Promise<void>;
  /** Does what begins a download, and saves it. */
  download(what: () => Promise<void>): Promise<string>;
  /** Opens the page anew. */
  beginAgain(): Promise<void>;
  leave(): Promise<void>;
}

/** Starts a browser and opens the page in it without a network, on a day of 2024. */
export async function visit(): Promise<Person> {
  const folder = mkdtempSync(join(tmpdir(), 'hn-gp-web-'));
  const browser = await browse();
  const context = await browser.newContext({ viewport: desk, offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const heard: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on(
    'request',
    (request) => request.url() !== address && !request.url().startsWith('blob:') && asked.push(request.url()),
  );
  /** Does what makes the page check, and waits for the end of that check. */
  const checked = async (what: () => Promise<void>) => {
    await page.evaluate(noteBegun);
    await what();
    await page.evaluate('window.begun');
    await person.standing();
  };
  const person: Person = {
    page,
    folder,
    heard,
    asked,
    async drop(...files) {
      const session = await context.newCDPSession(page);
      const data = { items: [], files, dragOperationsMask: 1 };
      await checked(async () => {
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
          await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      });
      await session.detach();
    },
    async choose(...files) {
      await page.evaluate('delete window.showOpenFilePicker');
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.locator('.choose button').first().click(),
      ]);
      await checked(() => chooser.setFiles(files));
    },
    async on(day) {
      const field = page.locator('input[type=date]').first();
      await field.fill(day);
      await field.blur();
    },
    async standing() {
      await page.locator('.counts:not(.none):not(.busy)').waitFor({ timeout: 60_000 });
      return (await page.locator('.standing span').first().textContent()) ?? '';
    },
    async escape() {
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    },
    download: async (what) => {
      const [download] = await Promise.all([page.waitForEvent('download'), what()]);
      const path = join(mkdtempSync(join(folder, 'got-')), download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    async beginAgain() {
      await page.goto(address);
      // The version stands there when the worker is ready.
      await page.locator('.foot span').waitFor({ timeout: 60_000 });
      await person.on('2024-03-20');
    },
    async leave() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
  await person.beginAgain();
  return person;
}
