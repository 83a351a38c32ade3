import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { dateInChina, isCalendarDate } from '../calendar/date.ts';
import { type CheckResult, check, findSources, placesOf } from '../check/check.ts';
import type { AtHand } from '../check/check-files.ts';
import { staleImports } from '../check/stale-imports.ts';
import { disk } from '../disk/disk.ts';
import type { Place } from '../disk/find.ts';
import { reportedPath } from '../disk/paths.ts';
import { readStream } from '../disk/read.ts';
import type { Config } from '../load/config.ts';
import type { SourceFile } from '../load/files.ts';
import type { CheckOptions } from '../model/check-result.ts';
import { type Language, policies as notices, same } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Calls } from '../report/check/report.ts';
import { notJudged, notJudgedLine } from '../report/not-judged.ts';
import { notesOn } from '../report/notes.ts';
import { argument, optionsIn, program, shellAtHand } from '../text/command.ts';
import { visible } from '../text/visible.ts';
import { NamedArgument } from './arguments.ts';
import { choiceOption } from './choices.ts';
import { choose } from './language.ts';
import { progressLine } from './progress.ts';
import {
  addSettings,
  collect,
  configAgain,
  editionsAgain,
  readSettings,
  type SettingOptions,
  type Settings,
} from './settings.ts';
import { tell } from './tell.ts';
import { withV8Told } from './v8-flags.ts';

/** Which records a command looks at, and as of when. */
export interface SelectionOptions extends SettingOptions {
  asOf?: string;
  complete?: boolean;
  policy?: string[];
  stdinFilename?: string;
}

/** Gives a command the paths that it reads; what concerns standard input only where it can be read. */
export function addPaths(
  command: Command,
  lang: Language,
  { stdin = true, standsFor = 'paths' }: { stdin?: boolean; standsFor?: 'paths' | 'texts' } = {},
): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  command.addArgument(
    new NamedArgument(
      word('[路径...]', '[paths...]'),
      word(
        `文件、文件夹、通配符${stdin ? '，或 - 表示标准输入' : ''}；不写则用配置文件所在的文件夹，没有配置就用当前文件夹`,
        `files, folders, globs${stdin ? ', or - for standard input' : ''}; without any, the folder of the config file, else this folder`,
      ),
      standsFor,
    ),
  );
  if (stdin)
    command.option(
      '--stdin-filename <NAME>',
      word('标准输入在结果里叫什么名字', 'name by which standard input is reported'),
    );
  return command;
}

/** The day that records are judged as of. */
export const asOfOption = (lang: Language): Option =>
  new Option(
    '--as-of <DATE>',
    lang === 'zh'
      ? '按哪一天判定，写 YYYY-MM-DD（默认海南今天）'
      : 'judge as on that day, YYYY-MM-DD (default: today in Hainan)',
  );

/** Declares the set whole, the same for every command that judges. */
export const completeOption = (lang: Language): Option =>
  new Option(
    '--complete',
    lang === 'zh'
      ? '这批文件是全省全部计划，缺的也算问题'
      : 'the set is the whole province; what is missing is a finding',
  );

/** Gives a command the paths and options that choose records, the same for every command that judges them. */
export function addSelection(command: Command, lang: Language, reads = { stdin: true }): Command {
  return addJudging(addPaths(command, lang, reads), lang);
}

/** Gives a command the options that say how records are judged. */
export function addJudging(command: Command, lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  command
    .addOption(asOfOption(lang))
    .addOption(completeOption(lang))
    .addOption(
      choiceOption(
        '--policy <NAME>',
        word(
          `只按这份通知判定，可多次使用：${notices.join('、')}`,
          `judge by this notice alone, repeatable: ${notices.join(', ')}`,
        ),
        notices,
      ).argParser(collect),
    );
  return addSettings(command, lang, { editions: true });
}

/** Throws a UsageError where what `--as-of` gives is no day of the calendar. */
export function requireDay(asOf: string): void {
  if (isCalendarDate(asOf)) return;
  throw new UsageError(
    `--as-of 要写日历上有的日期，例如 2024-03-20，现在是“${asOf}”`,
    `--as-of takes a calendar date such as 2024-03-20, found "${asOf}"`,
  );
}

/** Most paths that are repeated where a further call is shown. */
const MOST_PATHS = 5;

/** Further calls with the paths and options of this one, as the shell at hand takes them; `fix` has no use for how to judge. */
function callsWith(paths: readonly string[], options: SelectionOptions, lang: Language): Calls {
  const shell = shellAtHand(process.platform, process.env);
  const { asOf, complete, policy = [], lang: wanted } = options;
  const option = (name: string, value: string | undefined) => (value === undefined ? [] : [name, value]);
  const settings = [...configAgain(options), ...option('--lang', wanted)];
  const judging = [
    ...option('--as-of', asOf),
    ...(complete ? ['--complete'] : []),
    ...policy.flatMap((name) => option('--policy', name)),
    ...editionsAgain(options),
  ];
  const line = (words: readonly string[]) => words.map((each) => visible(each)).join(' ');
  // Standard input is not there a second time, and a name that cannot be shown cannot be copied.
  const given = () =>
    paths.length > MOST_PATHS || paths.some((path) => path === '-' || visible(path) !== path)
      ? [lang === 'zh' ? '<同样的文件>' : '<the same files>']
      : paths.map((path) => argument(path, shell));
  return {
    launcher: process.env.HN_GP_LAUNCHER,
    anew: (command, ...more) => line([program(shell, process.env), command, ...optionsIn(more, shell)]),
    again: (command, ...more) =>
      line([
        program(shell, process.env),
        command,
        ...given(),
        ...optionsIn([...(command === 'fix' ? [] : judging), ...settings, ...more], shell),
      ]),
  };
}

/** A selection as read: what every command that reads records needs before it looks at them. */
export interface Selection extends Settings {
  asOf: string;
  /** How to call other commands on the same. */
  calls: Calls;
  /** Where the files lie. */
  places(): Place[];
  /** The files; throws a UsageError for a path with nothing to read. */
  files(): Promise<SourceFile[]>;
  /** Reads and judges the records, with progress on a terminal. */
  check(
    options: Pick<CheckOptions, 'rules' | 'strict' | 'verdicts' | 'deadlines' | 'evidence' | 'policies'> &
      Pick<AtHand, 'cache' | 'before'> & { config?: Config },
  ): Promise<CheckResult>;
}

/**
 * Reads the paths and options of a selection, whose files are had `from` the disk or elsewhere, without the editions in the
 * files `except`; throws a UsageError for what cannot be meant.
 */
export async function readSelection(
  paths: readonly string[],
  options: SelectionOptions,
  wanted: Language,
  { from = disk, except = [] }: { from?: typeof disk; except?: readonly string[] } = {},
): Promise<Selection> {
  const policies = options.policy?.map((name) => choose('--policy', name, notices));
  const asOf = options.asOf ?? dateInChina(new Date());
  requireDay(asOf);
  const { cwd, config, lang } = await readSettings(options, wanted, except);
  const { stdinFilename } = options;
  const file = stdinFilename === undefined ? '<stdin>' : reportedPath(resolve(cwd, stdinFilename), cwd);
  const where = { paths: paths.filter((path) => path !== '-'), cwd };
  return {
    cwd,
    asOf,
    lang,
    config,
    calls: callsWith(paths, options, lang),
    places: () => placesOf(where, config),
    files: async () => (await findSources(where, config)).files,
    async check(more) {
      const progress = progressLine(lang);
      const texts = paths.includes('-') ? [{ file, bytes: await readStream(process.stdin) }] : [];
      const result = await check(
        {
          ...where,
          texts,
          asOf,
          complete: options.complete ?? false,
          config,
          onProgress: progress.show,
          ...(policies ? { policies } : {}),
          ...more,
        },
        withV8Told(from),
      );
      progress.clear();
      for (const words of notesOn(result)) tell(words, lang);
      return result;
    },
  };
}

/**
 * Names on standard error what was not judged and which files are out of date, for commands that list no findings; the exit
 * code that this asks for: 2 where a file could not be read, 1 where a record was not judged, else 0.
 */
export function tellNotJudged(result: CheckResult, lang: Language): number {
  for (const words of notesOn({ editionFiles: [], notes: staleImports(result.findings) })) tell(words, lang);
  for (const each of notJudged(result)) tell(same(notJudgedLine(each, lang)), lang);
  return result.unreadable.length > 0 ? 2 : result.unjudged.length > 0 ? 1 : 0;
}
