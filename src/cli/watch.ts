import { resolve } from 'node:path';
import { dateInChina } from '../calendar/date.ts';
import { JudgedBefore } from '../engine/judged-before.ts';
import { LoadCache } from '../load/cache.ts';
import { CONFIG_FILE } from '../load/files.ts';
import type { Language } from '../model/finding.ts';
import { isUsageError, UsageError } from '../model/usage-error.ts';
import { text } from '../report/check/text.ts';
import { inert } from '../text/visible.ts';
import { outputPaint, print } from './output.ts';
import { readSelection, type Selection, type SelectionOptions } from './selection.ts';
import { rulesShown, type ShownOptions } from './shown.ts';
import { columns, isScreen, OUTPUT } from './standard-streams.ts';
import { tell, tellUnreadable } from './tell.ts';

/** How often, in milliseconds, to look whether a new day has begun in Hainan. */
const MINUTE = 60_000;

/** Clears a terminal, with what it has scrolled away, and goes to its top. */
const CLEAR = '\x1b[H\x1b[2J\x1b[3J';

const SEPARATOR = `${'-'.repeat(72)}\n`;

type Options = SelectionOptions & ShownOptions;

/**
 * Checks, shows the report and waits for the next change, until Ctrl-C ends the process with exit code 0. Throws a
 * UsageError where the first check cannot be carried out, or the working folder is gone; of later checks it is shown, and
 * the waiting goes on.
 */
export async function watch(paths: readonly string[], options: Options, wanted: Language): Promise<never> {
  if (paths.includes('-'))
    throw new UsageError('watch 只看文件和文件夹，不能看标准输入', 'watch takes files and folders, not standard input');
  const rules = rulesShown(options);
  const paint = await outputPaint(options.color);
  const clears = isScreen(OUTPUT);
  // At once, even in the midst of a check: nothing is open for writing. Not `once`: a second Ctrl-C would end it as a kill.
  process.on('SIGINT', () => process.exit(0));

  const { fileChanges } = await import('./changes.ts');
  const changes = fileChanges();
  let lang = wanted;
  let asOf = '';
  let files: string[] = [];
  let failure: string | undefined;
  const known = { cache: new LoadCache(), before: new JudgedBefore() };
  const everyMinute = setInterval(() => {
    if (options.asOf === undefined && dateInChina(new Date()) !== asOf) changes.wake();
  }, MINUTE);
  const put = async (text: string) => {
    // Nobody reads any more.
    if (!(await print([text]))) process.exit(0);
  };
  const show = (report: string, isFirst: boolean) =>
    put(clears ? CLEAR + report : isFirst || report === '' ? report : SEPARATOR + report);
  try {
    for (let changed: string[] | undefined; ; changed = await changes.next()) {
      const isFirst = changed === undefined;
      try {
        const selection = await readSelection(paths, options, wanted);
        const settings = settingsFiles(selection, options);
        await changes.watch([...selection.places(), ...settings.map((path) => ({ path, below: false }))]);
        const found = [...settings, ...(await selection.files()).map(({ path }) => path)];
        const ofInterest = new Set([...files, ...found]);
        const isNews =
          isFirst || failure !== undefined || selection.asOf !== asOf || changed?.some((path) => ofInterest.has(path));
        ({ lang, asOf } = selection);
        files = found;
        if (!isNews) continue;
        const result = await selection.check({ rules, ...known });
        const { quiet = false, verbose = false } = options;
        const { calls } = selection;
        await show(inert(text(result, { lang, paint, quiet, verbose, columns: columns(), calls })), isFirst);
        tellUnreadable(result.unreadable, lang);
        failure = undefined;
      } catch (error) {
        if (isFirst || !isUsageError(error)) throw error;
        const { zh } = error.words;
        // What is told may be written beside the files, and is then the change.
        const isNews = zh !== failure || changed?.some((path) => files.includes(path));
        failure = zh;
        if (!isNews) continue;
        await show('', isFirst);
        tell(error.words, lang);
      }
      if (clears) await put(`\n${paint.dim(footer(lang))}\n`);
    }
  } finally {
    clearInterval(everyMinute);
  }
}

/** The files that the settings come from: the config, where one may be put, and the editions that it or the call names. */
function settingsFiles({ cwd, config }: Selection, options: Options): string[] {
  const places = options.config === false ? [] : [CONFIG_FILE, config.file ?? CONFIG_FILE];
  return [...new Set([...places.map((place) => resolve(cwd, place)), ...config.sources.map(({ path }) => path)])];
}

function footer(lang: Language): string {
  const time = new Date().toTimeString().slice(0, 8);
  return lang === 'zh'
    ? `${time} 检查完毕。保存后会自动再查，按 Ctrl-C 退出。`
    : `Checked at ${time}. Checks again when a file is saved; Ctrl-C ends.`;
}
