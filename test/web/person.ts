import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A browser to use the page in; undefined where there is none. */
export const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

/** Notes when a check begins: until it has, what the page shows is of the one before. */
const noteBegun = `window.begun = new Promise((resolve) =>
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.counts.busy')) return;
    observer.disconnect();
    resolve();
  }).observe(document.body, { subtree: true, childList: true, attributes: true }),
), undefined`;

const address = pathToFileURL(resolve('dist/hn-gp.html')).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody who uses the page: what they do, and what they see. */
export interface Person {
  page: Page;
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
  /** What axe finds that matters, of all its rules or of some. */
  faults(...rules: string[]): Promise<string[]>;
  leave(): Promise<void>;
}

/** The browser, started once, and a folder for what is made. */
export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), 'hn-gp-web-'));
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Office> {
    return new Office(
      await chromium.launch({
        executablePath: browserPath as string,
        // Without a locale of UTF-8 it takes no file with a Chinese name.
        env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      }),
    );
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Opens the page without a network, on a day of 2024. */
  async person({ asOf = '2024-03-20', ...options }: BrowserContextOptions & { asOf?: string } = {}): Promise<Person> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 },
      offline: true,
      acceptDownloads: true,
      ...options,
    });
    const { folder } = this;
    const page = await context.newPage();
    const heard: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on(
      'request',
      (request) => request.url() !== address && !request.url().startsWith('blob:') && asked.push(request.url()),
    );
    await page.goto(address);
    // The version stands there when the worker is ready.
    await page.locator('.foot span').waitFor({ timeout: 60_000 });
    /** Does what makes the page check, and waits for the end of that check. */
    const checked = async (what: () => Promise<void>) => {
      await page.evaluate(noteBegun);
      await what();
      await page.evaluate('window.begun');
      await person.standing();
    };
    const person: Person = {
      page,
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
      async faults(...rules) {
        if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
        return page.evaluate(
          `axe.run(${JSON.stringify({ resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) })}).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`,
        );
      },
      leave: () => context.close(),
    };
    await person.on(asOf);
    return person;
  }
}
