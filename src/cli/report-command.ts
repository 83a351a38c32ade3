import { resolve } from 'node:path';
import { Command } from 'commander';
import { dateInChina, isCalendarDate } from '../calendar/date.ts';
import { check } from '../check.ts';
import { type RecordFormat, recordFormats } from '../compliance/formats.ts';
import { loadConfig } from '../config/config.ts';
import { type Language, policies as notices } from '../finding.ts';
import { readStream } from '../records/load-set.ts';
import { visible } from '../report/report.ts';
import { reportedPath } from '../source/find.ts';
import { UsageError } from '../usage-error.ts';
import { choose, localise } from './language.ts';
import { destinationsOf, writeReports } from './output.ts';
import { progressLine } from './progress.ts';

interface Options {
  format?: string[];
  output?: string;
  asOf?: string;
  complete?: boolean;
  policy?: string[];
  lang?: string;
  config?: string | boolean;
  stdinFilename?: string;
}

const FORMATS = Object.keys(recordFormats);

/** `hn-gp report`: the record of compliance, every verdict with what was required and found. */
export function reportCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const collect = (value: string, values: string[] = []) => [...values, value];
  return localise(new Command('report'), lang)
    .usage(word('[选项] [路径…]', '[options] [paths…]'))
    .description(
      word(
        '写合规记录：每个基地逐条规则的判定，可以存档',
        'Write the record of compliance: every verdict, for the archive',
      ),
    )
    .argument(
      '[paths...]',
      word(
        '文件、文件夹、通配符，或 - 表示标准输入；不写则与 check 相同',
        'files, folders, globs, or - for standard input; without any, as for check',
      ),
    )
    .option(
      '-f, --format <NAME[=FILE]>',
      word(
        `格式，可多次使用：${FORMATS.join('、')}；写 =文件 则存入文件（默认 text）`,
        `format, repeatable: ${FORMATS.join(', ')}; with =FILE into a file (default text)`,
      ),
      collect,
    )
    .option('-o, --output <FILE>', word('没有写 =文件 的那份存到这里', 'where the record without =FILE goes'))
    .option(
      '--as-of <DATE>',
      word(
        '按哪一天判定，写 YYYY-MM-DD（默认海南今天）',
        'judge as on that day, YYYY-MM-DD (default: today in Hainan)',
      ),
    )
    .option('--complete', word('这批文件是全省全部计划', 'the set is the whole province'))
    .option(
      '--policy <NAME>',
      word(
        `只按这份通知判定，可多次使用：${notices.join('、')}`,
        `judge by this notice alone, repeatable: ${notices.join(', ')}`,
      ),
      collect,
    )
    .option('--lang <zh|en>', word('语言（默认 zh）', 'language (default zh)'))
    .option(
      '--config <FILE>',
      word(
        '配置文件（默认从当前文件夹向上找 hn-gp.config.yaml）',
        'config file (default: the nearest hn-gp.config.yaml upward)',
      ),
    )
    .option('--no-config', word('不用配置文件', 'use no config file'))
    .option('--stdin-filename <NAME>', word('标准输入在记录里叫什么名字', 'name by which standard input is recorded'))
    .addHelpText(
      'after',
      word(
        '\n退出码：记录写好就是 0，有没有问题都一样（要把关请用 hn-gp check）；命令无法执行或有文件读不了是 2。',
        '\nExit codes: 0 once the record is written, whatever it says (hn-gp check is the gate); 2 where the call cannot be carried out or a file cannot be read.',
      ),
    )
    .action(async (paths: string[], options: Options) => exit(await run(paths, options, lang)));
}

async function run(paths: string[], options: Options, wanted: Language): Promise<number> {
  const cwd = process.cwd();
  if (options.lang !== undefined) choose('--lang', options.lang, ['zh', 'en']);
  const policies = options.policy?.map((name) => choose('--policy', name, notices));
  const { config: given, stdinFilename } = options;
  const config = await loadConfig(typeof given === 'string' || given === false ? given : undefined, cwd);
  const asOf = options.asOf ?? dateInChina(new Date());
  if (!isCalendarDate(asOf)) {
    throw new UsageError(
      `--as-of 要写日历上有的日期，例如 2024-03-20，现在是“${asOf}”`,
      `--as-of takes a calendar date such as 2024-03-20, found "${asOf}"`,
    );
  }
  const lang = options.lang === undefined ? (config.settings.lang ?? wanted) : wanted;
  const destinations = destinationsOf(options.format ?? [], options.output, cwd, (name, format) =>
    choose(name, format, FORMATS),
  );
  const stdin = paths.includes('-');
  const file = stdinFilename === undefined ? '<stdin>' : reportedPath(resolve(cwd, stdinFilename), cwd);
  const progress = progressLine(lang);
  const result = await check({
    paths: paths.filter((path) => path !== '-'),
    texts: stdin ? [{ file, bytes: await readStream(process.stdin) }] : [],
    cwd,
    asOf,
    complete: options.complete ?? false,
    particulars: true,
    config,
    onProgress: progress.show,
    ...(policies ? { policies } : {}),
  });
  progress.clear();
  const { complianceRecord } = await import('../compliance/record.ts');
  const record = complianceRecord(result);
  const texts = [];
  for (const { format, file } of destinations) {
    const write = await (recordFormats[format] as () => Promise<RecordFormat>)();
    texts.push({ file, text: write(record, lang) });
  }
  await writeReports(texts, result, config);
  for (const { file, reason } of result.unreadable)
    process.stderr.write(
      `hn-gp: ${visible(lang === 'zh' ? `读不了 ${file}：${reason.zh}` : `cannot read ${file}: ${reason.en}`)}\n`,
    );
  return result.unreadable.length > 0 ? 2 : 0;
}
