import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { recordFormats } from '../../report/record/formats.ts';
import { choiceOption } from '../choices.ts';
import { localise } from '../language.ts';
import { destinationsOf, type Written, writeReports } from '../output.ts';
import { addSelection, readSelection, type SelectionOptions, tellNotJudged } from '../selection.ts';
import { collect } from '../settings.ts';

interface Options extends SelectionOptions {
  format?: string[];
  output?: string;
}

const FORMATS = Object.keys(recordFormats);

/** `hn-gp report`: the record of compliance, every verdict with what was required and found. */
export function reportCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return addSelection(localise(new Command('report'), lang), lang)
    .description(
      word(
        '写合规记录：每个基地逐条规则的判定，可以存档',
        'Write the record of compliance: every verdict, for the archive',
      ),
    )
    .addOption(
      choiceOption(
        '-f, --format <NAME[=FILE]>',
        word(
          `格式，可多次使用：${FORMATS.join('、')}；写 =文件 则存入文件（默认 text）`,
          `format, repeatable: ${FORMATS.join(', ')}; with =FILE into a file (default text)`,
        ),
        FORMATS,
      ).argParser(collect),
    )
    .option('-o, --output <FILE>', word('没有写 =文件 的那份存到这里', 'where the record without =FILE goes'))
    .addHelpText(
      'after',
      word(
        '\n退出码：记录写好就是 0，有没有问题都一样（要把关请用 hn-gp check）；有记录没有判定是 1；命令无法执行或有文件读不了是 2。',
        '\nExit codes: 0 once the record is written, whatever it says (hn-gp check is the gate); 1 where a record was not judged; 2 where the call cannot be carried out or a file cannot be read.',
      ),
    )
    .action(async (paths: string[], options: Options) => exit(await run(paths, options, lang)));
}

async function run(paths: string[], options: Options, wanted: Language): Promise<number> {
  const selection = await readSelection(paths, options, wanted);
  const { cwd, config, lang } = selection;
  const destinations = destinationsOf(options.format ?? [], options.output, cwd, FORMATS);
  const result = await selection.check({ evidence: true });
  const { complianceRecord } = await import('../../report/record/record.ts');
  const record = complianceRecord(result);
  const texts: Written[] = [];
  for (const { format, file } of destinations) {
    const write = await present(recordFormats[format], `format ${format}`)();
    texts.push({ file, text: write(record, lang) });
  }
  await writeReports(texts, result, config);
  return tellNotJudged(result, lang);
}
