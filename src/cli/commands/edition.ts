import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { dateInChina } from '../../calendar/date.ts';
import { disk } from '../../disk/disk.ts';
import { readEdition, readEditionText } from '../../load/config.ts';
import { type Language, policies as notices, type Policy } from '../../model/finding.ts';
import { noticeNames } from '../../model/names.ts';
import { present } from '../../model/present.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Edition, Editions } from '../../notices/edition.ts';
import { plain } from '../../report/check/report.ts';
import { suggest } from '../../schema/vocabulary/suggest.ts';
import { NamedArgument } from '../arguments.ts';
import { callOn } from '../call.ts';
import { choiceOption } from '../choices.ts';
import { requireFittingName } from '../fitting-name.ts';
import { choose, localise } from '../language.ts';
import { outputFile, outputPaint, writeReport, writeText } from '../output.ts';
import { outputOption } from '../reference-options.ts';
import { asOfOption, completeOption, readSelection, type SelectionOptions, tellNotJudged } from '../selection.ts';
import { addSettings, readSettings, type SettingOptions } from '../settings.ts';
import { tell } from '../tell.ts';

/** `hn-gp edition`: the next edition of a notice: begun, checked, compared with another. */
export function editionCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('edition'), lang).description(
    word(
      '新通知来了：写版本文件的底稿，核对，比较两个版本',
      'When a new notice arrives: begin its edition file, check it, compare two editions',
    ),
  );
  return command.addCommand(newCommand(lang)).addCommand(checkCommand(lang, exit)).addCommand(diffCommand(lang, exit));
}

interface NewOptions extends SettingOptions {
  year: string;
  output?: string;
  force?: boolean;
}

/** `hn-gp edition new`: an edition file begun from the newest edition. */
function newCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('new'), lang)
    .description(
      word(
        '照最新的版本写一份底稿：每一项注明上一版的条款和内容，待您对着新通知核对',
        'Begin an edition file from the newest one: each thing with its clause and what it was, to be looked over',
      ),
    )
    .addArgument(
      new NamedArgument(
        word('<通知>', '<notice>'),
        notices
          .map((notice) => (lang === 'zh' ? `${noticeNames[notice].zh} ${notice}` : notice))
          .join(word('、', ', ')),
        'notice',
      ),
    )
    .requiredOption('--year <YEAR>', word('新通知的年份', 'the year of the new notice'))
    .option(
      '-o, --output <FILE>',
      word(
        '存成这个文件，- 表示输出到屏幕（默认按通知和年份起名，如 training-2025.yaml）',
        'the file, or - for standard output (default: named by notice and year, such as training-2025.yaml)',
      ),
    )
    .option('--force', word('文件已经有了也覆盖', 'overwrite the file where there is one'));
  return addSettings(command, lang, {
    language: { zh: '说明的语言', en: 'language of the comments' },
    config: { zh: '，其中的 editions 会用到', en: ', whose editions are used' },
    editions: true,
  }).action(async (notice: string, options: NewOptions) => begin(noticeNamed(notice, lang), options, lang));
}

async function begin(notice: Policy, options: NewOptions, wanted: Language): Promise<void> {
  if (!/^(19|2[0-9])\d\d$/.test(options.year))
    throw new UsageError(
      `--year 要写四位数年份，例如 2025，现在是“${options.year}”`,
      `--year takes a year of four digits such as 2025, found "${options.year}"`,
    );
  const { cwd, config, lang } = await readSettings(options, wanted);
  const name = options.output ?? `${notice}-${options.year}.yaml`;
  const file = outputFile(name, cwd);
  requireFittingName(name, 'yaml');
  if (file !== undefined && !options.force && existsSync(file))
    throw new UsageError(
      `${name} 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名`,
      `${name} is there already and was not overwritten; add --force, or choose another name with -o`,
    );
  const last = present(config.editions.newest(notice), `edition of ${notice}`);
  const { beginning } = await import('../../edition/begin.ts');
  const shown = name === '-' ? `${notice}-${options.year}.yaml` : name;
  const text = beginning(last, Number(options.year), shown, lang);
  await writeText(file, text);
  if (file === undefined) return;
  const call = callOn('edition check', name);
  const count = text.match(/^ *draft: true$/gm)?.length ?? 0;
  tell(
    {
      zh: `已写好 ${name}，照 ${last.edition} 年版，有 ${count} 项要核对。下一步：对着新通知逐项改，看完一项删去它的 draft: true，再运行 ${call}`,
      en: `${name} written from the edition ${last.edition}, ${count} things to look over. Next: go through it with the new notice, delete draft: true of each when you have, then run ${call}`,
    },
    lang,
  );
}

const CHECK_FORMATS = ['text', 'json'] as const;

interface CheckOptions extends SettingOptions {
  format?: string;
  output?: string;
  color?: boolean;
}

/** `hn-gp edition check`: whether an edition file is whole and sound. */
function checkCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('check'), lang)
    .description(
      word(
        '检查版本文件写得全不全、对不对，还有几项没有核对',
        'Check whether an edition file is whole and sound, and what is still to be looked over',
      ),
    )
    .addArgument(new NamedArgument(word('<文件>', '<file>'), word('版本文件', 'the edition file'), 'edition'))
    .addOption(
      choiceOption(
        '-f, --format <NAME>',
        word(`格式：${CHECK_FORMATS.join('、')}（默认 text）`, `format: ${CHECK_FORMATS.join(', ')} (default text)`),
        CHECK_FORMATS,
      ),
    )
    .addOption(outputOption(lang))
    .option('--color', word('始终用颜色', 'always colour'))
    .option('--no-color', word('不用颜色', 'never colour'));
  return addSettings(command, lang, {
    config: { zh: '，其中的 editions 和 bases 会拿来对照', en: ', whose editions and bases it is held against' },
    editions: true,
  })
    .addHelpText(
      'after',
      word(
        '\n退出码：没有错误是 0；有错误，或者还有没核对的，是 1；命令无法执行是 2。',
        '\nExit codes: 0 without errors, 1 with errors or things not looked over, 2 where the call cannot be carried out.',
      ),
    )
    .action(async (name: string, options: CheckOptions) => exit(await checkFile(name, options, lang)));
}

async function checkFile(name: string, options: CheckOptions, wanted: Language): Promise<number> {
  const format = choose('--format', options.format ?? 'text', CHECK_FORMATS);
  const { cwd, config, lang } = await readSettings(options, wanted, [name]);
  const { file, text } = await readEditionText(disk, name, cwd);
  const { checkEdition } = await import('../../edition/check.ts');
  const checked = await checkEdition(file, text, {
    further: config.added.map(({ edition }) => edition),
    listed: config.settings.bases,
  });
  const output = outputFile(options.output, cwd);
  const { editionText, editionJson } = await import('../../edition/check-report.ts');
  const report =
    format === 'json'
      ? editionJson(checked, file, dateInChina(new Date()), lang)
      : editionText(checked, lang, output === undefined ? await outputPaint(options.color) : plain);
  await writeReport(output, report, format, CHECK_FORMATS);
  return checked.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const DIFF_FORMATS = ['text', 'markdown', 'html'] as const;

interface DiffOptions extends SelectionOptions {
  format?: string;
  output?: string;
}

/** `hn-gp edition diff`: what changes from one edition to another, and for plans. */
function diffCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const which = word(
    '版本文件，或已有版本的名字，例如 training-2024',
    'an edition file, or the name of one in use, such as training-2024',
  );
  const command = localise(new Command('diff'), lang)
    .description(
      word(
        '比较两个版本：哪些要求变了，原来怎样、现在怎样；给了计划，再列出判定有什么不同',
        'Compare two editions: the duties that change, old and new; with plans also which verdicts differ',
      ),
    )
    .addArgument(new NamedArgument(word('<原来>', '<old>'), which, 'edition'))
    .addArgument(new NamedArgument(word('<现在>', '<new>'), which, 'edition'))
    .addArgument(
      new NamedArgument(
        word('[路径...]', '[paths...]'),
        word('按两版各判一次的计划等记录', 'plans and other records to be judged by both'),
        'paths',
      ),
    )
    .addOption(asOfOption(lang))
    .addOption(completeOption(lang))
    .addOption(
      choiceOption(
        '-f, --format <NAME>',
        word(`格式：${DIFF_FORMATS.join('、')}（默认 text）`, `format: ${DIFF_FORMATS.join(', ')} (default text)`),
        DIFF_FORMATS,
      ),
    )
    .addOption(outputOption(lang));
  return addSettings(command, lang, {
    config: { zh: '，其中的 editions 可以按名字比较', en: ', whose editions can be named' },
    editions: true,
  }).action(async (older: string, newer: string, paths: string[], options: DiffOptions) =>
    exit(await compare([older, newer], paths, options, lang)),
  );
}

async function compare(
  names: [string, string],
  paths: string[],
  options: DiffOptions,
  wanted: Language,
): Promise<number> {
  const format = choose('--format', options.format ?? 'text', DIFF_FORMATS);
  // The name of an edition that one of the two takes the place of means that edition.
  const selection = await readSelection(paths, options, wanted, { except: names });
  const { cwd, config, lang } = selection;
  const output = outputFile(options.output, cwd);
  const [older, newer] = await Promise.all([
    editionNamed(names[0], config.editions, cwd),
    editionNamed(names[1], config.editions, cwd),
  ]);
  if (older.notice !== newer.notice)
    throw new UsageError(
      `两个版本不是同一份通知的：${noticeNames[older.notice].zh}、${noticeNames[newer.notice].zh}`,
      `the two are not editions of one notice: ${older.notice}, ${newer.notice}`,
    );
  const { changesBetween } = await import('../../edition/diff.ts');
  const { diffFormats } = await import('../../edition/diff-report.ts');
  const { configAsIf } = await import('../../edition/as-if.ts');
  const { verdictChanges } = await import('../../edition/verdicts.ts');
  const judged = (edition: Edition) =>
    selection.check({ verdicts: true, policies: [edition.notice], config: configAsIf(config, edition) });
  const results = paths.length === 0 ? undefined : { before: await judged(older), after: await judged(newer) };
  const verdicts = results && verdictChanges(results.before, results.after);
  const changes = changesBetween(older, newer);
  await writeReport(output, diffFormats[format]({ older, newer, changes, verdicts }, lang), format, DIFF_FORMATS);
  return results ? tellNotJudged(results.after, lang) : 0;
}

/** An edition by its file, or by its notice and name; throws a UsageError where there is neither. */
async function editionNamed(given: string, { all }: Editions, cwd: string): Promise<Edition> {
  const names = all.map(({ notice, edition }) => `${notice}-${edition}`);
  const named = all[names.indexOf(given.replace('/', '-'))];
  if (named) return named;
  if (existsSync(given)) return readEdition(disk, given, cwd);
  const near = suggest(given, names);
  throw new UsageError(
    `找不到“${given}”：没有这个文件，也没有这个版本${near ? `，是不是想写 ${near}？` : '；'}已有的版本：${names.join('、')}`,
    `there is neither a file nor an edition "${given}"${near ? `; did you mean ${near}?` : '.'} Editions in use: ${names.join(', ')}`,
  );
}

/** The notice by its name or its Chinese name; throws a UsageError for any other. */
function noticeNamed(given: string, lang: Language): Policy {
  const titles = lang === 'zh' ? notices.map((notice) => noticeNames[notice].zh) : [];
  const name = choose(lang === 'zh' ? '通知' : 'notice', given, [...notices, ...titles]);
  return present(
    notices.find((notice) => notice === name || noticeNames[notice].zh === name),
    `notice ${name}`,
  );
}
