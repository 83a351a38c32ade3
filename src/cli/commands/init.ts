import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { dateInChina, isCalendarDate } from '../../calendar/date.ts';
import type { Language, Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { UsageError } from '../../model/usage-error.ts';
import { titleOf } from '../../schema/vocabulary/shape.ts';
import { idleFor, requestFor } from '../../starter/asked.ts';
import { NamedArgument } from '../arguments.ts';
import { callOn } from '../call.ts';
import { isNamedWorkbook, requireFittingName } from '../fitting-name.ts';
import { kindNamed, kindNames } from '../kinds.ts';
import { choose, localise } from '../language.ts';
import { outputFile, writeText } from '../output.ts';
import { addSettings, configAgain, editionsAgain, readSettings, type SettingOptions, tellDrafts } from '../settings.ts';
import { tell as tellWords } from '../tell.ts';

interface Options extends SettingOptions {
  base?: string;
  year?: string;
  start?: string;
  keys?: string;
  output?: string;
  xlsx?: string;
  force?: boolean;
}

/** `hn-gp init`: a commented file to start from, with the numbers of the notice in force. */
export function initCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('init'), lang)
    .description(
      word(
        '写一份起始文件：每一项带说明，通知里的数字已填好',
        'Write a starter file: each field explained, the numbers of the notice filled in',
      ),
    )
    .addArgument(new NamedArgument(word('<文种>', '<kind>'), kindNames(lang), 'kind'))
    .option(
      '--base <NAME>',
      word(
        '基地全称；通知安排它承办的省级班、结对的双方会一并填好（全省计划、激励方案用不到）',
        'full name of the base; the provincial session or the pairs that the notices give it are filled in (not for province, city-program)',
      ),
    )
    .option(
      '--year <YEAR>',
      word('年度（默认通知所管的年度；结对帮扶用不到）', 'year (default: one that a notice governs; not for pairing)'),
    )
    .option(
      '--start <DATE>',
      word(
        '第一期培训班（或帮扶）第一天，写 YYYY-MM-DD；其余日期据此推算（激励方案用不到）',
        'first day of the first session (or of the pairing), YYYY-MM-DD; the other dates follow from it (not for city-program)',
      ),
    )
    .option('--keys <zh|en>', word('键和选项用中文还是英文（默认 zh）', 'language of keys and values (default zh)'))
    .option(
      '-o, --output <FILE>',
      word(
        '存成这个文件，- 表示输出到屏幕（默认按文种起名，如 plan.yaml；不与 --xlsx 同用）',
        'the file, or - for standard output (default: named by the kind, such as plan.yaml; not with --xlsx)',
      ),
    )
    .option(
      '--xlsx <FILE>',
      word(
        '不写 YAML，写一个 Excel 工作簿来填，填好直接用 hn-gp check 检查',
        'write an Excel workbook to fill in instead; hn-gp check takes it as it is',
      ),
    )
    .option('--force', word('文件已经有了也覆盖', 'overwrite the file where there is one'));
  const settings = addSettings(command, lang, {
    language: { zh: '说明的语言', en: 'language of the comments' },
    config: { zh: '，其中的 bases 和 editions 会用到', en: ', whose bases and editions are used' },
    editions: true,
  });
  return settings.action(async (kind: string, options: Options) => run(kind, options, lang));
}

async function run(given: string, options: Options, wanted: Language): Promise<void> {
  const kind = kindNamed(given, wanted);
  const keys = choose('--keys', options.keys ?? 'zh', ['zh', 'en']);
  const { cwd, config, lang } = await readSettings(options, wanted);
  const name = options.xlsx ?? options.output ?? `${kind}.yaml`;
  const file = outputFile(name, cwd);
  const naming = options.xlsx === undefined ? '-o' : '--xlsx';
  if (file !== undefined && !options.force && existsSync(file))
    throw new UsageError(
      `${name} 已经有了，没有覆盖；要覆盖请加 --force，或用 ${naming} 换个文件名`,
      `${name} is there already and was not overwritten; add --force, or choose another name with ${naming}`,
    );
  requireApplicable(kind, options);
  const start = startOf(options.start);
  const again = [...editionsAgain(options), ...configAgain(options)];
  const request = requestFor(
    {
      kind,
      year: yearOf(options.year),
      start,
      base: options.base,
      keys,
      lang,
      file: name === '-' ? `${kind}.yaml` : name,
      options: again,
      today: dateInChina(new Date()),
    },
    config,
  );
  const tell = (zh: string, en: string) => tellWords({ zh, en }, lang);
  tellDrafts(config, lang);
  const call = callOn('check', name, again);
  const launcher = process.env.HN_GP_LAUNCHER;
  // Who drags a file onto a launcher gives no options.
  const checking: Words =
    launcher && again.length === 0
      ? { zh: `再拖到 ${launcher} 上`, en: `then drag it onto ${launcher}` }
      : { zh: `再运行 ${call}`, en: `then run ${call}` };
  if (options.xlsx !== undefined) {
    const { starterWorkbook } = await import('../../starter/workbook/starter-workbook.ts');
    const { bytes, notes } = await starterWorkbook(request);
    await writeText(file, bytes);
    for (const { zh, en } of notes) tell(zh, en);
    tell(
      `已写好 ${name}。下一步：用 Excel 或 WPS 填好、保存，${checking.zh}`,
      `${name} written. Next: fill it in with Excel, save it, ${checking.en}`,
    );
    return;
  }
  const { starter } = await import('../../starter/starter.ts');
  const { text, notes } = starter(request);
  await writeText(file, text);
  for (const { zh, en } of notes) tell(zh, en);
  if (file !== undefined)
    tell(
      `已写好 ${name}。下一步：打开它，填上空着的，${checking.zh}`,
      `${name} written. Next: open it, fill in what is empty, ${checking.en}`,
    );
}

/** Throws a UsageError for an option that says nothing of a kind, or for a file that cannot be written so. */
function requireApplicable(kind: Kind, options: Options): void {
  const { xlsx, output } = options;
  if (xlsx !== undefined && output !== undefined)
    throw new UsageError('--xlsx 和 -o 只能写一个', '--xlsx and -o exclude each other');
  if (xlsx !== undefined && !/\.xlsx$/i.test(xlsx))
    throw new UsageError(`--xlsx 要写 .xlsx 文件，现在是“${xlsx}”`, `--xlsx takes an .xlsx file, found "${xlsx}"`);
  if (output !== undefined && isNamedWorkbook(output)) {
    const workbook = output.replace(/\.\w+$/, '.xlsx');
    throw new UsageError(
      `-o 写的是 YAML 文字，不能叫 ${output}；要工作簿，写 --xlsx ${workbook}`,
      `-o writes YAML, which is no ${output}; for a workbook, write --xlsx ${workbook}`,
    );
  }
  requireFittingName(output, 'yaml');
  const title = titleOf(kind);
  for (const [option, without] of Object.entries(idleFor)) {
    if (options[option as keyof typeof idleFor] !== undefined && without.includes(kind))
      throw new UsageError(`${title}用不到 --${option}`, `--${option} does not apply to ${kind}`);
  }
}

function startOf(given: string | undefined): string | undefined {
  if (given === undefined || isCalendarDate(given)) return given;
  throw new UsageError(
    `--start 要写日历上有的日期，例如 2024-05-08，现在是“${given}”`,
    `--start takes a calendar date such as 2024-05-08, found "${given}"`,
  );
}

function yearOf(given: string | undefined): number | undefined {
  // The years that a record may have.
  if (given === undefined || /^(19|2[0-9])\d\d$/.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError(
    `--year 要写四位数年份，例如 2024，现在是“${given}”`,
    `--year takes a year of four digits such as 2024, found "${given}"`,
  );
}
