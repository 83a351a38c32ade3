import { resolve } from 'node:path';
import { Command } from 'commander';
import { dateInChina, isCalendarDate } from '../calendar/date.ts';
import { type CheckResult, check } from '../check.ts';
import { type Config, loadConfig, requireRules } from '../config/config.ts';
import { type Language, policies as notices, type Severity } from '../finding.ts';
import { readStream } from '../records/load-set.ts';
import { type Format, formats } from '../report/formats.ts';
import { plain, visible } from '../report/report.ts';
import { reportedPath } from '../source/find.ts';
import { UsageError } from '../usage-error.ts';
import { choose, localise } from './language.ts';
import { type Destination, destinationsOf, terminalPaint, useColor, writeReports } from './output.ts';
import { progressLine } from './progress.ts';

const LEVELS = ['error', 'warning', 'info', 'never'] as const;

interface Options {
  format?: string[];
  output?: string;
  asOf?: string;
  complete?: boolean;
  policy?: string[];
  rule?: string[];
  verdicts?: boolean;
  failOn?: string;
  maxWarnings?: string;
  lang?: string;
  config?: string | boolean;
  stdinFilename?: string;
  quiet?: boolean;
  color?: boolean;
}

/** `hn-gp check`: judges records and writes reports. */
export function checkCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const collect = (value: string, values: string[] = []) => [...values, value];
  return localise(new Command('check'), lang)
    .usage(word('[选项] [路径…]', '[options] [paths…]'))
    .description(word('检查文件是否符合通知的要求', 'Check files against the notices'))
    .argument(
      '[paths...]',
      word(
        '文件、文件夹、通配符，或 - 表示标准输入；不写则检查配置文件所在的文件夹，没有配置就检查当前文件夹',
        'files, folders, globs, or - for standard input; without any, the folder of the config file, else this folder',
      ),
    )
    .option(
      '-f, --format <NAME[=FILE]>',
      word(
        `报告格式，可多次使用：${Object.keys(formats).join('、')}；写 =文件 则存入文件（默认 text）`,
        `report format, repeatable: ${Object.keys(formats).join(', ')}; with =FILE into a file (default text)`,
      ),
      collect,
    )
    .option('-o, --output <FILE>', word('没有写 =文件 的那份报告存到这里', 'where the report without =FILE goes'))
    .option(
      '--as-of <DATE>',
      word(
        '按哪一天判定，写 YYYY-MM-DD（默认海南今天）',
        'judge as on that day, YYYY-MM-DD (default: today in Hainan)',
      ),
    )
    .option(
      '--complete',
      word('这批文件是全省全部计划，缺的也要报', 'the set is the whole province; what is missing is a finding'),
    )
    .option(
      '--policy <NAME>',
      word(
        `只按这份通知判定，可多次使用：${notices.join('、')}`,
        `judge by this notice alone, repeatable: ${notices.join(', ')}`,
      ),
      collect,
    )
    .option(
      '--rule <ID>',
      word('只报告这条规则，可多次使用，末尾可用 *', 'report this rule alone, repeatable; may end in *'),
      collect,
    )
    .option(
      '--verdicts',
      word('json 报告列出每一项判定，不只是问题', 'list every verdict in the json report, not only failures'),
    )
    .option(
      '--fail-on <LEVEL>',
      word(
        '达到这一级就以 1 退出：error（默认）、warning、info、never',
        'exit with 1 from this level on: error (default), warning, info, never',
      ),
    )
    .option('--max-warnings <N>', word('警告超过 N 个就以 1 退出', 'exit with 1 when there are more than N warnings'))
    .option('--lang <zh|en>', word('语言（默认 zh）', 'language (default zh)'))
    .option(
      '--config <FILE>',
      word(
        '配置文件（默认从当前文件夹向上找 hn-gp.config.yaml）',
        'config file (default: the nearest hn-gp.config.yaml upward)',
      ),
    )
    .option('--no-config', word('不用配置文件', 'use no config file'))
    .option('--stdin-filename <NAME>', word('标准输入在报告里叫什么名字', 'name by which standard input is reported'))
    .option('--quiet', word('只列错误', 'list errors only'))
    .option('--color', word('始终用颜色', 'always colour'))
    .option('--no-color', word('不用颜色', 'never colour'))
    .action(async (paths: string[], options: Options) => exit(await run(paths, options, lang)));
}

async function run(paths: string[], options: Options, wanted: Language): Promise<number> {
  const cwd = process.cwd();
  if (options.lang !== undefined) choose('--lang', options.lang, ['zh', 'en']);
  const policies = options.policy?.map((name) => choose('--policy', name, notices));
  const config = await loadConfig(
    typeof options.config === 'string' || options.config === false ? options.config : undefined,
    cwd,
  );
  const failOn = choose('--fail-on', options.failOn ?? config.settings.failOn ?? 'error', LEVELS);
  const maxWarnings =
    options.maxWarnings === undefined ? config.settings.maxWarnings : wholeNumber(options.maxWarnings);
  for (const id of options.rule ?? []) requireRules(id, '--rule');
  const asOf = options.asOf ?? dateInChina(new Date());
  if (!isCalendarDate(asOf)) {
    throw new UsageError(
      `--as-of 要写日历上有的日期，例如 2024-03-20，现在是“${asOf}”`,
      `--as-of takes a calendar date such as 2024-03-20, found "${asOf}"`,
    );
  }
  const lang = options.lang === undefined ? (config.settings.lang ?? wanted) : wanted;
  const destinations = destinationsOf(options.format ?? [], options.output, cwd, choose);
  const stdin = paths.includes('-');
  const progress = progressLine(lang);
  const result = await check({
    paths: paths.filter((path) => path !== '-'),
    texts: stdin ? [{ file: stdinName(options.stdinFilename, cwd), bytes: await readStream(process.stdin) }] : [],
    cwd,
    asOf,
    complete: options.complete ?? false,
    rules: options.rule ?? [],
    verdicts: options.verdicts || destinations.some(({ format }) => formatNamed(format).everyVerdict),
    particulars: destinations.some(({ format }) => formatNamed(format).particulars),
    config,
    onProgress: progress.show,
    ...(policies ? { policies } : {}),
  });
  progress.clear();
  await report(result, destinations, options, lang, config);
  for (const { file, reason } of result.unreadable)
    process.stderr.write(
      `hn-gp: ${visible(lang === 'zh' ? `读不了 ${file}：${reason.zh}` : `cannot read ${file}: ${reason.en}`)}\n`,
    );
  if (result.unreadable.length > 0) return 2;
  return isFailure(result, failOn, maxWarnings) ? 1 : 0;
}

async function report(
  result: CheckResult,
  destinations: Destination[],
  options: Options,
  lang: Language,
  config: Config,
): Promise<void> {
  const texts = [];
  for (const { format, file } of destinations) {
    const { load, everyVerdict } = formatNamed(format);
    const reporter = await load();
    const shown = options.verdicts || everyVerdict ? result : { ...result, verdicts: undefined };
    const paint = file === undefined && useColor(options.color) ? await terminalPaint() : plain;
    texts.push({ file, text: reporter(shown, { lang, paint, quiet: options.quiet ?? false }) });
  }
  await writeReports(texts, result, config);
}

const formatNamed = (name: string): Format => formats[name] as Format;

function isFailure(
  { severities }: CheckResult,
  failOn: (typeof LEVELS)[number],
  maxWarnings: number | undefined,
): boolean {
  if (maxWarnings !== undefined && severities.warning > maxWarnings) return true;
  const levels: Severity[] = ['error', 'warning', 'info'];
  return failOn !== 'never' && levels.slice(0, levels.indexOf(failOn) + 1).some((level) => severities[level] > 0);
}

const stdinName = (given: string | undefined, cwd: string): string =>
  given === undefined ? '<stdin>' : reportedPath(resolve(cwd, given), cwd);

function wholeNumber(given: string): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new UsageError(
    `--max-warnings 要写整数，现在是“${given}”`,
    `--max-warnings takes a whole number, found "${given}"`,
  );
}
