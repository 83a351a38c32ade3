import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { MAXIMUM_BYTES } from '../../load/not-text.ts';
import { counted, type Language, type Words } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { argument, program, shellAtHand } from '../../text/command.ts';
import { NamedArgument } from '../arguments.ts';
import { choose, localise } from '../language.ts';
import { writeText } from '../output.ts';
import { tell as tellWords } from '../tell.ts';

interface Options {
  output?: string;
  force?: boolean;
  keys?: string;
  lang?: string;
}

/** Largest workbook that is read, in bytes: a year's plan with every participant takes some tens of kilobytes. */
const LARGEST_WORKBOOK = 10_000_000;

/** How many problems, and how many places left unread, are told. */
const TOLD = 20;

/** `hn-gp import`: a filled workbook as YAML. */
export function importCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('import'), lang)
    .description(
      word(
        '把填好的 Excel 工作簿转成 YAML，每行注明出自哪个单元格',
        'Turn a filled Excel workbook into YAML, each line with the cell it comes from',
      ),
    )
    .addArgument(
      new NamedArgument(
        word('<文件.xlsx>', '<file.xlsx>'),
        word('hn-gp init --xlsx 写出、已填好的工作簿', 'a workbook that hn-gp init --xlsx wrote, filled in'),
        'workbook',
      ),
    )
    .option(
      '-o, --output <FILE>',
      word('存成这个文件（默认与工作簿同名的 .yaml）', 'the file to write (default: the name of the workbook, .yaml)'),
    )
    .option('--force', word('文件已经有了也覆盖', 'overwrite the file where there is one'))
    .option('--keys <zh|en>', word('键用中文还是英文（默认 zh）', 'language of keys and codes (default zh)'))
    .option('--lang <zh|en>', word('语言（默认 zh）', 'language (default zh)'))
    .addHelpText(
      'after',
      word(
        '\n这里只管照抄，对不对由 hn-gp check 判断；有单元格抄不过来、表头写错时一律不写，退出码 2。',
        '\nIt only carries over; hn-gp check judges. Where a cell cannot be carried over or a header is misspelt nothing is written, exit code 2.',
      ),
    )
    .action(async (given: string, options: Options) => exit(await run(given, options, lang)));
}

async function run(given: string, options: Options, wanted: Language): Promise<number> {
  const lang = choose('--lang', options.lang ?? wanted, ['zh', 'en']);
  const keys = choose('--keys', options.keys ?? 'zh', ['zh', 'en']);
  const file = resolve(given);
  const tell = (words: Words) => tellWords(words, lang);
  const { importWorkbook } = await import('../../workbook/import.ts');
  const imported = importWorkbook(given, readWorkbook(file, given), keys);
  const output = outputFor(given, options);
  // Excel keeps such a file beside every workbook that is open.
  if (existsSync(join(dirname(file), `~$${basename(file)}`)))
    tell({
      zh: `${given} 还在 Excel 里开着，读到的是上次保存的内容`,
      en: `${given} is open in Excel; what was read is what was last saved`,
    });
  const tellAll = (all: readonly Words[]) => {
    for (const each of all.slice(0, TOLD)) tell(each);
    const more = all.length - TOLD;
    if (more > 0) tell({ zh: `还有 ${more} 处`, en: `and ${more} more` });
  };
  const tellUnread = () =>
    tellAll(imported.unread.map(({ zh, en }) => ({ zh: `没有读 ${zh}`, en: `not read: ${en}` })));
  if ('problems' in imported) {
    tellUnread();
    tellAll(imported.problems);
    const { length } = imported.problems;
    tell({
      zh: `以上 ${length} 处改好、保存后再导入；现在什么都没有写`,
      en: `Mend ${counted(length, 'place')} above, save and import again; nothing was written`,
    });
    return 2;
  }
  const size = Buffer.byteLength(imported.text);
  if (size > MAXIMUM_BYTES)
    throw new UsageError(
      `${given} 转成 YAML 有 ${(size / 1e6).toFixed(1)} MB，超过检查能读的 ${MAXIMUM_BYTES / 1e6} MB，没有写；请分成几个工作簿`,
      `${given} as YAML has ${(size / 1e6).toFixed(1)} MB, more than the ${MAXIMUM_BYTES / 1e6} MB that a check reads, and was not written; split it into several workbooks`,
    );
  await writeText(output, imported.text);
  tellUnread();
  tellAll(imported.notes);
  if (output === undefined) return 0;
  const written = relative('', output);
  const shell = shellAtHand(process.platform, process.env);
  const command = `${program(shell)} check ${argument(written, shell)}`;
  const rows = imported.rows.map(({ list, count }) => ({ zh: `${list.zh} ${count} 条`, en: `${list.en} ${count}` }));
  tell({
    zh: `已写好 ${written}${rows.length > 0 ? `（${rows.map(({ zh }) => zh).join('、')}）` : ''}。下一步：${command}`,
    en: `${written} written${rows.length > 0 ? ` (${rows.map(({ en }) => en).join(', ')})` : ''}. Next: ${command}`,
  });
  return 0;
}

/** Where the YAML goes, standard output where undefined; throws a UsageError where it would overwrite something. */
function outputFor(given: string, { output, force }: Options): string | undefined {
  if (output === '-') return undefined;
  const { dir, name } = parse(given);
  const file = output ?? `${dir && `${dir}/`}${name}.yaml`;
  if (!/\.ya?ml$/i.test(file))
    throw new UsageError(`-o 要写 .yaml 文件，现在是“${file}”`, `-o takes a .yaml file, found "${file}"`);
  if (existsSync(file) && existsSync(given) && realpathSync(file) === realpathSync(given))
    throw new UsageError(
      `${file} 就是要转的工作簿，不能写在它上面；用 -o 换个文件名`,
      `${file} is the workbook itself and is not written over; choose another name with -o`,
    );
  if (!force && lstatSync(file, { throwIfNoEntry: false }))
    throw new UsageError(
      `${file} 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名`,
      `${file} is there already and was not overwritten; add --force, or choose another name with -o`,
    );
  return resolve(file);
}

function readWorkbook(path: string, given: string): Uint8Array {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) throw new UsageError(`找不到文件：${given}`, `no such file: ${given}`);
  if (!status.isFile()) throw new UsageError(`${given} 不是文件`, `${given} is no file`);
  if (status.size > LARGEST_WORKBOOK)
    throw new UsageError(
      `${given} 有 ${(status.size / 1e6).toFixed(1)} MB，超过 ${LARGEST_WORKBOOK / 1e6} MB，没有读；请核对是不是选错了文件`,
      `${given} has ${(status.size / 1e6).toFixed(1)} MB, more than ${LARGEST_WORKBOOK / 1e6} MB, and was not read; check that it is the right file`,
    );
  try {
    return readFileSync(path);
  } catch (cause) {
    throw UsageError.by(
      cause,
      `${given} 读不了：没有权限，或正被其他程序占用`,
      `${given} cannot be read: no permission, or in use by another program`,
    );
  }
}
