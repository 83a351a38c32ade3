import { Command } from 'commander';
import { disk } from '../../disk/disk.ts';
import type { CheckResult } from '../../model/check-result.ts';
import type { Language, Severity } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Format, formats } from '../../report/check/formats.ts';
import { plain } from '../../report/check/report.ts';
import { checkedWorkbook } from '../checked-workbook.ts';
import { choiceOption } from '../choices.ts';
import { choose, localise } from '../language.ts';
import { type Destination, destinationsOf, outputPaint, type Written, writeReports } from '../output.ts';
import { addSelection, readSelection, type Selection, type SelectionOptions } from '../selection.ts';
import { collect } from '../settings.ts';
import { addShown, rulesShown, type ShownOptions } from '../shown.ts';
import { columns } from '../standard-streams.ts';
import { tellUnreadable } from '../tell.ts';

const LEVELS = ['error', 'warning', 'info', 'never'] as const;

/** What `check` and `merge` are told besides paths. */
export interface Options extends SelectionOptions, ShownOptions {
  format?: string[];
  output?: string;
  verdicts?: boolean;
  failOn?: string;
  maxWarnings?: string;
  strict?: boolean;
  shard?: string;
}

/** `hn-gp check`: judges records and writes reports. */
export function checkCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = addSelection(localise(new Command('check'), lang), lang).description(
    word('检查文件是否符合通知的要求', 'Check files against the notices'),
  );
  return addReports(command, lang)
    .option(
      '--shard <I/N>',
      word(
        '文件太多、分给几台机器读时用：只读 N 片中的第 I 片，存下来交给 hn-gp merge，不判定',
        'for sets that several machines share: read the Ith of N shares for hn-gp merge, and judge nothing',
      ),
    )
    .action(async (paths: string[], options: Options) => {
      if (options.shard === undefined) return exit(await judgeAndReport(paths, options, lang));
      const { writeShard } = await import('../shard.ts');
      await writeShard(paths, options.shard, options, lang);
    });
}

/** Gives a command the reports that a check can be written as, and what they fail on. */
export function addReports(command: Command, lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  command
    .addOption(
      choiceOption(
        '-f, --format <NAME[=FILE]>',
        word(
          `报告格式，可多次使用：${Object.keys(formats).join('、')}；写 =文件 则存入文件（默认 text）`,
          `report format, repeatable: ${Object.keys(formats).join(', ')}; with =FILE into a file (default text)`,
        ),
        Object.keys(formats),
      ).argParser(collect),
    )
    .option('-o, --output <FILE>', word('没有写 =文件 的那份报告存到这里', 'where the report without =FILE goes'))
    .option(
      '--verdicts',
      word('json 报告列出每一项判定，不只是问题', 'list every verdict in the json report, not only failures'),
    )
    .addOption(
      choiceOption(
        '--fail-on <LEVEL>',
        word(
          '达到这一级就以 1 退出：error（默认）、warning、info、never',
          'exit with 1 from this level on: error (default), warning, info, never',
        ),
        LEVELS,
      ),
    )
    .option(
      '--strict',
      word('拿得准的笔误也算错误，不只是警告', 'count certain slips of typing as errors, not only as warnings'),
    )
    .option('--max-warnings <N>', word('警告超过 N 个就以 1 退出', 'exit with 1 when there are more than N warnings'));
  return addShown(command, lang).addHelpText(
    'after',
    word(
      '\n退出码：没有够得上 --fail-on 的问题是 0，有、或警告超过 --max-warnings、或有记录没有判定是 1，命令无法执行或有文件读不了是 2。',
      '\nExit codes: 0 when nothing reaches --fail-on, 1 when something does, there are more warnings than --max-warnings, or a record was not judged (whatever --fail-on says), 2 where the call cannot be carried out or a file cannot be read.',
    ),
  );
}

/** Judges records, whose files are had `from` the disk or elsewhere, and writes the reports; the exit code. */
export async function judgeAndReport(
  paths: string[],
  options: Options,
  wanted: Language,
  from = disk,
): Promise<number> {
  const selection = await readSelection(paths, options, wanted, { from });
  const { cwd, config, lang } = selection;
  const failOn = choose('--fail-on', options.failOn ?? config.settings.failOn ?? 'error', LEVELS);
  const maxWarnings =
    options.maxWarnings === undefined ? config.settings.maxWarnings : wholeNumber(options.maxWarnings);
  // A file that is named like a workbook becomes one.
  const format = options.format ?? (/\.xls[xm]$/i.test(options.output ?? '') ? ['xlsx'] : []);
  const destinations = destinationsOf(format, options.output, cwd, Object.keys(formats));
  const result = await selection.check({
    rules: rulesShown(options),
    strict: options.strict ?? false,
    verdicts: options.verdicts || destinations.some(({ format }) => formatNamed(format).everyVerdict),
    evidence: destinations.some(({ format }) => formatNamed(format).evidence),
  });
  await report(result, destinations, options, selection);
  if (tellUnreadable(result.unreadable, lang)) return 2;
  return isFailure(result, failOn, maxWarnings) ? 1 : 0;
}

async function report(
  result: CheckResult,
  destinations: Destination[],
  { verdicts, quiet = false, verbose = false, color }: Options,
  { lang, config, calls, cwd }: Selection,
): Promise<void> {
  const reports: Written[] = [];
  const workbook = await checkedWorkbook(result, destinations, cwd);
  for (const { format, file } of destinations) {
    const { load, everyVerdict, isForLog } = formatNamed(format);
    const reporter = await load();
    const shown = verdicts || everyVerdict ? result : { ...result, verdicts: undefined };
    const isScreen = file === undefined;
    const text = reporter(shown, {
      lang,
      paint: isScreen ? await outputPaint(color) : plain,
      quiet,
      verbose,
      editions: config.editions.judging,
      columns: isScreen ? columns() : undefined,
      calls,
      workbook,
    });
    reports.push({ file, text, isForLog });
  }
  await writeReports(reports, result, config);
}

const formatNamed = (name: string): Format => present(formats[name], `format ${name}`);

function isFailure(
  { severities, unjudged }: CheckResult,
  failOn: (typeof LEVELS)[number],
  maxWarnings: number | undefined,
): boolean {
  if (unjudged.length > 0) return true;
  if (maxWarnings !== undefined && severities.warning > maxWarnings) return true;
  const levels: Severity[] = ['error', 'warning', 'info'];
  return failOn !== 'never' && levels.slice(0, levels.indexOf(failOn) + 1).some((level) => severities[level] > 0);
}

function wholeNumber(given: string): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new UsageError(
    `--max-warnings 要写 0 或更大的整数，现在是“${given}”`,
    `--max-warnings takes a whole number, found "${given}"`,
  );
}
