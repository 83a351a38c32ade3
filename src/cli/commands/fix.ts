import { resolve } from 'node:path';
import { Command } from 'commander';
import { findSources } from '../../check/check.ts';
import { reportedPath } from '../../disk/paths.ts';
import { readRegular, readStream } from '../../disk/read.ts';
import type { Fixed } from '../../fix/fix.ts';
import type { SourceFile } from '../../load/files.ts';
import { isNamedWorkbook, MAXIMUM_BYTES } from '../../load/not-text.ts';
import { counted, type Finding, type Language, type Unreadable } from '../../model/finding.ts';
import { isUsageError, UsageError } from '../../model/usage-error.ts';
import { classHoursBy } from '../../notices/edition.ts';
import { decode } from '../../text/decode.ts';
import { inert, visible } from '../../text/visible.ts';
import { localise } from '../language.ts';
import { writeText } from '../output.ts';
import { addPaths } from '../selection.ts';
import { addSettings, readSettings, type SettingOptions } from '../settings.ts';
import { ERROR, OUTPUT, terminal, write } from '../standard-streams.ts';
import { tell, tellUnreadable } from '../tell.ts';

/** Most places that are listed of one file. */
const MOST_LISTED = 100;

interface Options extends SettingOptions {
  dryRun?: boolean;
  style?: boolean;
  stdinFilename?: string;
}

/** `hn-gp fix`: repairs what is certain in files of records. */
export function fixCommand(lang: Language, exit: (code: number) => void): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return addSettings(addPaths(localise(new Command('fix'), lang), lang, { standsFor: 'texts' }), lang)
    .description(
      word(
        '改好拿得准的写法：全角标点、日期、Tab、缩进、编码、写错的键',
        'Repair what is certain: full-width signs, dates, tabs, indentation, encoding, near-miss keys',
      ),
    )
    .option('--dry-run', word('只显示会改什么（diff），不写文件', 'show what would change (a diff) and write nothing'))
    .option(
      '--style',
      word(
        '把能读懂的其他写法也统一成第一种（80人 → 80，5月8日 → 2024-05-08）',
        'also write what is read in another form in the first of its forms',
      ),
    )
    .addHelpText(
      'after',
      word(
        '\n注释、次序、排版都不动，内容的意思不改；拿不准的留给您，用 hn-gp check 看怎么改。标准输入（-）改好后写到标准输出。\n退出码：写法问题都改好了是 0，还剩要自己改的是 1，命令无法执行或有文件读不了是 2。',
        '\nComments, order and layout stay, and no meaning changes; what is not certain is left to you (see hn-gp check). Standard input (-) is written, mended, to standard output.\nExit codes: 0 when no format error is left, 1 when some are for you to mend, 2 where the call cannot be carried out or a file cannot be read.',
      ),
    )
    .action(async (paths: string[], options: Options) => exit(await run(paths, options, lang)));
}

async function run(paths: string[], options: Options, wanted: Language): Promise<number> {
  const { cwd, config, lang } = await readSettings(options, wanted);
  const isStream = paths.includes('-');
  if (isStream && paths.length > 1)
    throw new UsageError('标准输入（-）只能单独修', 'standard input (-) can only be fixed by itself');
  const { fix } = await import('../../fix/fix.ts');
  const how = { style: options.style ?? false, classHours: classHoursBy(config.editions) };
  const { unifiedDiff } = await import('../../fix/diff.ts');
  if (isStream) {
    const bytes = await readStream(process.stdin);
    if (bytes.length > MAXIMUM_BYTES)
      throw new UsageError('标准输入太大，没有读完，也没有输出', 'standard input is too large; nothing was written');
    const decoded = decode(bytes);
    if ('problem' in decoded && decoded.problem === 'excel') throw onlyWorkbooks();
    const { stdinFilename } = options;
    const file = stdinFilename === undefined ? '<stdin>' : reportedPath(resolve(cwd, stdinFilename), cwd);
    const fixed = await fix(file, bytes, how);
    const { before, after } = fixed;
    await writeText(
      undefined,
      options.dryRun ? shown(unifiedDiff(file, before ?? '', after ?? '')) : (fixed.bytes ?? bytes),
    );
    void write(ERROR, [inert(told([{ file, ...fixed }], lang, options.dryRun ?? false))]);
    return fixed.remaining.some(isError) ? 1 : 0;
  }
  const { files, unreadable } = await findSources({ paths, cwd }, config);
  // Cells are mended by hand.
  const sources = files.filter(({ file }) => !isNamedWorkbook(file));
  if (sources.length === 0 && files.length > 0) throw onlyWorkbooks();
  const done: (Fixed & { file: string })[] = [];
  const unwritable: UsageError[] = [];
  let patch = '';
  for (const source of sources) {
    const bytes = await bytesOf(source);
    if ('reason' in bytes) {
      unreadable.push(bytes);
      continue;
    }
    const fixed = await fix(source.file, bytes, how);
    if (options.dryRun) patch += unifiedDiff(source.file, fixed.before ?? '', fixed.after ?? '');
    else if (fixed.bytes) {
      try {
        await replace(source, bytes, fixed.bytes);
      } catch (error) {
        if (!isUsageError(error)) throw error;
        unwritable.push(error);
        continue;
      }
    }
    done.push({ file: source.file, ...fixed });
  }
  if (options.dryRun) await writeText(undefined, shown(patch));
  const summary = inert(told(done, lang, options.dryRun ?? false));
  if (options.dryRun) void write(ERROR, [summary]);
  else await writeText(undefined, summary);
  tellUnreadable(unreadable, lang);
  for (const { words } of unwritable) tell(words, lang);
  if (unreadable.length + unwritable.length > 0) return 2;
  return done.some(({ remaining }) => remaining.some(isError)) ? 1 : 0;
}

const onlyWorkbooks = (): UsageError =>
  new UsageError(
    '这里只有 Excel 工作簿，fix 不改工作簿；请照 hn-gp check 的提示在单元格里改',
    'there are only workbooks here, which fix leaves alone; mend the cells that hn-gp check names',
  );

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** CI services that take lines of a log for commands. */
const LOGS = ['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'];

/** A diff as a terminal or a log may be shown it; into a file or pipe it goes as it is, so that it can be applied. */
const shown = (patch: string): string => {
  if (terminal(OUTPUT)) return patch.replace(/[^\n\t\r]+/g, (line) => visible(line));
  return LOGS.some((name) => process.env[name]) ? inert(patch) : patch;
};

/** Writes a file's new bytes in place of those that they were made from. */
async function replace(source: SourceFile, read: Uint8Array, bytes: Uint8Array): Promise<void> {
  const present = await bytesOf(source);
  if ('reason' in present || Buffer.compare(present, read) !== 0)
    throw new UsageError(
      `${source.file} 刚刚被别的程序改动了，没有写；请再运行一次`,
      `${source.file} was changed by another program just now and was not written; run it again`,
    );
  await writeText(source.path, bytes);
}

/** The bytes of a file that can be written again; why not, for any other. */
async function bytesOf(source: SourceFile): Promise<Uint8Array | Unreadable> {
  const read = await readRegular(source);
  if ('reason' in read) return read;
  return 'size' in read ? { file: source.file, reason: { zh: '文件太大', en: 'the file is too large' } } : read.bytes;
}

/** What was mended and what is left, by file, and the sums. */
function told(files: readonly (Fixed & { file: string })[], lang: Language, isDryRun: boolean): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const lines: string[] = [];
  const done = isDryRun ? word('可以改', 'would be mended') : word('已改', 'mended');
  for (const { file, encoding, mended, rewritten, remaining } of files) {
    const errors = remaining.filter(isError);
    if (!encoding && mended.length + rewritten.length + errors.length === 0) continue;
    lines.push(visible(file));
    if (encoding) lines.push(`  ${word(`${encoding} 编码转成 UTF-8`, `from ${encoding} to UTF-8`)}`);
    const marked = [
      ...mended.map(({ line, column, message }) => ({ line, column, message: message[lang], mark: done })),
      ...rewritten.map(({ line, column, written, first }) => ({
        line,
        column,
        message: word(`“${written}”写成“${first}”`, `"${written}" as "${first}"`),
        mark: done,
      })),
      ...errors.map(({ line, column, message }) => ({
        line,
        column,
        message: message[lang],
        mark: word('要自己改', 'for you to mend'),
      })),
    ].sort((one, other) => one.line - other.line || one.column - other.column);
    for (const { line, column, message, mark } of marked.slice(0, MOST_LISTED))
      lines.push(`  ${line}:${column}  ${visible(message)} → ${mark}`);
    const more = marked.length - MOST_LISTED;
    if (more > 0) lines.push(`  ${word(`另有 ${more} 处`, `and ${more} more`)}`);
    lines.push('');
  }
  const changed = files.filter(({ bytes }) => bytes).length;
  const places = files.reduce(
    (sum, { mended, rewritten, encoding }) => sum + mended.length + rewritten.length + (encoding ? 1 : 0),
    0,
  );
  const left = files.reduce((sum, { remaining }) => sum + remaining.filter(isError).length, 0);
  const verb = isDryRun ? word('可以改', 'would mend') : word('改好', 'mended');
  lines.push(
    word(
      `检查 ${files.length} 个文件，${verb} ${changed} 个文件的 ${places} 处${left > 0 ? `；还有 ${left} 处要自己改，用 hn-gp check 看怎么改` : ''}。`,
      `${counted(files.length, 'file')} read; ${verb} ${counted(places, 'place')} in ${counted(changed, 'file')}${left > 0 ? `; ${left} are for you to mend, see hn-gp check` : ''}.`,
    ),
  );
  return `${lines.join('\n')}\n`;
}
