import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { findWorkbooks } from '../../disk/find.ts';
import { reportedPath } from '../../disk/paths.ts';
import { readRegular } from '../../disk/read.ts';
import { statusOf } from '../../disk/status.ts';
import { ownReport } from '../../load/load-workbook.ts';
import { isOtherTable, MAXIMUM_BYTES, mostBytes, otherTable } from '../../load/not-text.ts';
import { counted, type Language, type Words } from '../../model/finding.ts';
import { isUsageError, UsageError } from '../../model/usage-error.ts';
import { isOwnReport } from '../../tree/workbook/signature.ts';
import { importedInto } from '../../workbook/imported-from.ts';
import { NamedArgument } from '../arguments.ts';
import { callOn } from '../call.ts';
import { choose, localise } from '../language.ts';
import { outputFile, writeText } from '../output.ts';
import { tellUnreadable, tell as tellWords } from '../tell.ts';

interface Options {
  output?: string;
  force?: boolean;
  keys?: string;
  lang?: string;
}

/** How many problems, and how many places left unread, are told of a workbook. */
const TOLD = 20;

/** `hn-gp import`: filled workbooks as YAML, for who moves to YAML. */
export function importCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return localise(new Command('import'), lang)
    .description(
      word(
        '把填好的 Excel 工作簿转成 YAML，给改用 YAML 的人；只是检查的话，直接 hn-gp check 工作簿',
        'Turn filled Excel workbooks into YAML, for who moves to YAML; hn-gp check takes workbooks as they are',
      ),
    )
    .addArgument(
      new NamedArgument(
        word('<文件.xlsx...>', '<file.xlsx...>'),
        word(
          'hn-gp init --xlsx 写出、已填好的工作簿，或装着它们的文件夹',
          'workbooks that hn-gp init --xlsx wrote, filled in, or folders of them',
        ),
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
        '\n这里只管照抄，对不对由 hn-gp check 判断；有单元格抄不过来、表头写错时，那个工作簿不写，退出码 2。',
        '\nIt only carries over; hn-gp check judges. Where a cell cannot be carried over or a header is misspelt nothing is written of that workbook, exit code 2.',
      ),
    )
    .action(async (given: string[], options: Options) => exit(await run(given, options, lang)));
}

async function run(given: readonly string[], options: Options, wanted: Language): Promise<number> {
  const lang = choose('--lang', options.lang ?? wanted, ['zh', 'en']);
  const keys = choose('--keys', options.keys ?? 'zh', ['zh', 'en']);
  const tell = (words: Words) => tellWords(words, lang);
  const { workbooks, unreadable } = findWorkbooks(given, process.cwd());
  if (options.output !== undefined && workbooks.length > 1)
    throw new UsageError(
      `-o 只能用于一个工作簿，现在有 ${workbooks.length} 个；不写 -o，各自存成同名的 .yaml`,
      `-o takes one workbook, and there are ${workbooks.length}; without it each is written under its own name`,
    );
  let code = 0;
  for (const workbook of workbooks) {
    try {
      code = Math.max(code, await importOne(workbook, options, keys, tell));
    } catch (error) {
      if (!isUsageError(error)) throw error;
      tell(error.words);
      code = 2;
    }
  }
  return tellUnreadable(unreadable, lang) ? 2 : code;
}

async function importOne(
  { given, isNamed }: { given: string; isNamed: boolean },
  options: Options,
  keys: 'zh' | 'en',
  tell: (words: Words) => void,
): Promise<number> {
  const file = resolve(given);
  const { importWorkbook } = await import('../../workbook/import.ts');
  const bytes = await readWorkbook(file, given);
  if (!isNamed && isOwnReport(bytes)) {
    tell({ zh: `${given}：没有导入：${ownReport.zh}`, en: `${given}: not imported: ${ownReport.en}` });
    return 0;
  }
  const into = options.output ?? importedInto(given);
  const from = into === '-' ? basename(file) : reportedPath(file, dirname(resolve(into)));
  const imported = importWorkbook(given, bytes, keys, from);
  if ('foreign' in imported) {
    if (isNamed) throw new UsageError(imported.foreign.zh, imported.foreign.en);
    tell(imported.foreign);
    return 0;
  }
  const output = into === '-' ? undefined : outputFor(into, given, options.force);
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
      zh: `以上 ${length} 处改好、保存后再导入；${given} 什么都没有写`,
      en: `Mend ${counted(length, 'place')} above, save and import again; nothing was written of ${given}`,
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
  const command = callOn('check', written);
  const rows = imported.rows.map(({ list, count }) => ({ zh: `${list.zh} ${count} 条`, en: `${list.en} ${count}` }));
  tell({
    zh: `已写好 ${written}${rows.length > 0 ? `（${rows.map(({ zh }) => zh).join('、')}）` : ''}。下一步：${command}`,
    en: `${written} written${rows.length > 0 ? ` (${rows.map(({ en }) => en).join(', ')})` : ''}. Next: ${command}`,
  });
  return 0;
}

/** The path of the YAML file; throws a UsageError where it would overwrite something. */
function outputFor(file: string, given: string, force = false): string | undefined {
  if (!/\.ya?ml$/i.test(file))
    throw new UsageError(`-o 要写 .yaml 文件，现在是“${file}”`, `-o takes a .yaml file, found "${file}"`);
  if (existsSync(file) && existsSync(given) && realpathSync(file) === realpathSync(given))
    throw new UsageError(
      `${file} 就是要转的工作簿，不能写在它上面；用 -o 换个文件名`,
      `${file} is the workbook itself and is not written over; choose another name with -o`,
    );
  if (!force && statusOf(file, lstatSync))
    throw new UsageError(
      `${file} 已经有了，没有覆盖；要覆盖请加 --force，或用 -o 换个文件名`,
      `${file} is there already and was not overwritten; add --force, or choose another name with -o`,
    );
  return outputFile(file, '');
}

async function readWorkbook(path: string, given: string): Promise<Uint8Array> {
  if (isOtherTable(given))
    throw new UsageError(
      `${given}：${otherTable.message.zh}；${otherTable.remedy.zh}`,
      `${given}: ${otherTable.message.en}; ${otherTable.remedy.en}`,
    );
  const read = await readRegular({ path, file: given });
  if ('reason' in read)
    throw new UsageError(`读不了 ${given}：${read.reason.zh}`, `cannot read ${given}: ${read.reason.en}`);
  if ('size' in read)
    throw new UsageError(
      `${given} 有 ${(read.size / 1e6).toFixed(1)} MB，超过 ${mostBytes(given) / 1e6} MB，没有读；请核对是不是选错了文件`,
      `${given} has ${(read.size / 1e6).toFixed(1)} MB, more than ${mostBytes(given) / 1e6} MB, and was not read; check that it is the right file`,
    );
  const { bytes } = read;
  // A workbook that was renamed is one all the same.
  if (/\.ya?ml$/i.test(given) && bytes[0] !== 0x50) {
    const call = callOn('check', given);
    throw new UsageError(
      `${given} 是 YAML，不用导入；检查它请运行 ${call}`,
      `${given} is YAML and needs no import; to check it, run ${call}`,
    );
  }
  return bytes;
}
