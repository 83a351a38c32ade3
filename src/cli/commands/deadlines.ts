import { Command } from 'commander';
import type { Language, Words } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { overridesInWords } from '../../report/overrides.ts';
import { choiceOption } from '../choices.ts';
import { requireFittingName } from '../fitting-name.ts';
import { choose, localise } from '../language.ts';
import { outputFile, writeReports } from '../output.ts';
import { addSelection, readSelection, type SelectionOptions, tellNotJudged } from '../selection.ts';
import { columns } from '../standard-streams.ts';
import { tell } from '../tell.ts';

const FORMATS = ['table', 'csv', 'json'] as const;

/** Most days ahead that `--within` takes: a century. */
const MOST_DAYS = 36_525;

interface Options extends SelectionOptions {
  within?: string;
  format?: string;
  output?: string;
  ics?: string;
}

/** `hn-gp deadlines`: every duty with a due date, as a list or a calendar. */
export function deadlinesCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return addSelection(localise(new Command('deadlines'), lang), lang)
    .description(word('列出有期限的事项：期限、剩余天数、是否完成', 'List what is due: date, days left, done or not'))
    .option(
      '--within <N>',
      word('只列今后 N 天内到期的，已逾期的照列', 'only what is due within N days ahead; what is overdue stays'),
    )
    .addOption(
      choiceOption(
        '-f, --format <NAME>',
        word(`格式：${FORMATS.join('、')}（默认 table）`, `format: ${FORMATS.join(', ')} (default table)`),
        FORMATS,
      ),
    )
    .option('-o, --output <FILE>', word('清单存到文件', 'write the list to a file'))
    .option(
      '--ics <FILE>',
      word(
        '把未完成的存成日历文件，可导入 Outlook、WPS 和手机；这时不再显示清单，除非写了 --format 或 -o',
        'write what is not done to a calendar file for Outlook, WPS and phones; the list is then written only with --format or -o',
      ),
    )
    .addHelpText(
      'after',
      word(
        '\n退出码：清单列好就是 0，有没有逾期都一样；有记录没有判定是 1；命令无法执行或有文件读不了是 2。',
        '\nExit codes: 0 once the list is written, whatever is overdue; 1 where a record was not judged; 2 where the call cannot be carried out or a file cannot be read.',
      ),
    )
    .action(async (paths: string[], options: Options) => exit(await run(paths, options, lang)));
}

async function run(paths: string[], options: Options, wanted: Language): Promise<number> {
  const selection = await readSelection(paths, options, wanted);
  const { cwd, asOf, config, lang } = selection;
  const format = choose('--format', options.format ?? 'table', FORMATS);
  const within = options.within === undefined ? undefined : daysAhead(options.within);
  const file = outputFile(options.output, cwd);
  requireFittingName(options.output, format, FORMATS);
  requireFittingName(options.ics, 'ics');
  const ics = outputFile(options.ics, cwd);
  const isListed = options.ics === undefined || options.format !== undefined || options.output !== undefined;
  if (options.ics !== undefined && isListed && ics === file)
    throw new UsageError(
      `清单和日历写到同一处：${options.ics}`,
      `the list and the calendar go to the same place: ${options.ics}`,
    );
  const result = await selection.check({ deadlines: true });
  const { agenda, notListed } = await import('../../report/deadlines/deadlines.ts');
  const listed = agenda(result, asOf, within);
  const texts: { file: string | undefined; text: string }[] = [];
  const written: Words[] = [];
  if (options.ics !== undefined) {
    const { calendar, eventsOf } = await import('../../report/deadlines/calendar.ts');
    texts.push({ file: ics, text: calendar(listed, lang) });
    if (ics !== undefined) {
      const { size } = eventsOf(listed);
      written.push({
        zh: `日历已存到 ${options.ics}，共 ${size} 项未完成`,
        en: `${options.ics} written, ${size} not done`,
      });
    }
  }
  if (isListed) {
    const { agendaFormats } = await import('../../report/deadlines/formats.ts');
    texts.push({
      file,
      text: agendaFormats[format](listed, lang, file === undefined ? columns() : undefined),
    });
  }
  await writeReports(texts, result, config);
  // A calendar has no place for it; the list says it itself.
  for (const words of [...written, ...(isListed ? [] : notListed(listed)), ...overridesInWords(result.overrides)])
    tell(words, lang);
  return tellNotJudged(result, lang);
}

function daysAhead(given: string): number {
  if (/^\d{1,5}$/.test(given) && Number(given) <= MOST_DAYS) return Number(given);
  throw new UsageError(
    `--within 要写 0 到 ${MOST_DAYS} 的天数，现在是“${given}”`,
    `--within takes a number of days from 0 to ${MOST_DAYS}, found "${given}"`,
  );
}
