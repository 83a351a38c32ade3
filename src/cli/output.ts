import {
  accessSync,
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { CheckResult } from '../check/check.ts';
import { realPath } from '../disk/paths.ts';
import { statusOf } from '../disk/status.ts';
import type { Config } from '../load/config.ts';
import { MAXIMUM_BYTES } from '../load/not-text.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Paint, plain } from '../report/check/report.ts';
import { LongText } from '../text/long-text.ts';
import { inert } from '../text/visible.ts';
import { isOwnReport } from '../tree/workbook/signature.ts';
import { unwritableName } from './file-names.ts';
import { requireFittingName } from './fitting-name.ts';
import { choose } from './language.ts';
import { isScreen, OUTPUT, terminal, write } from './standard-streams.ts';

/** A report to write: its format, and the file it goes to (standard output where undefined). */
export interface Destination {
  format: string;
  file: string | undefined;
}

/** Where `-o` writes: a file, or standard output (undefined) for `-` and where it is not given. Throws a UsageError for a name that no file can have. */
export function outputFile(given: string | undefined, cwd: string): string | undefined {
  if (given === undefined || given === '-') return undefined;
  const problem = unwritableName(given, process.platform);
  if (problem) throw new UsageError(`写不了 ${given}：${problem.zh}`, `cannot write ${given}: ${problem.en}`);
  return resolve(cwd, given);
}

/** Reads `-f NAME[=FILE]`, one of some choices, and `-o FILE`; at most one report goes to standard output. */
export function destinationsOf(
  given: readonly string[],
  output: string | undefined,
  cwd: string,
  choices: readonly string[],
): Destination[] {
  const destinations: Destination[] = (given.length > 0 ? given : ['text']).map((each) => {
    const at = each.indexOf('=');
    const format = choose('--format', at < 0 ? each : each.slice(0, at), choices);
    const file = at < 0 ? output : each.slice(at + 1);
    if (file === '') throw new UsageError(`--format ${format}= 后面缺文件名`, `--format ${format}= needs a file name`);
    requireFittingName(file, format, choices);
    return { format, file: outputFile(file, cwd) };
  });
  const files = destinations.map(({ file }) => file);
  const repeated = files.find((file, index) => files.indexOf(file) !== index);
  if (files.filter((file) => file === undefined).length > 1) {
    throw new UsageError(
      '只能有一份报告输出到屏幕，其余的写成 --format 名称=文件',
      'only one report can go to standard output; give the others as --format NAME=FILE',
    );
  }
  if (destinations.some(({ format, file }) => file === undefined && format === 'xlsx') && terminal(OUTPUT))
    throw new UsageError(
      'xlsx 是工作簿，屏幕上看不了；加 -o 结果.xlsx 存成文件，用 Excel 或 WPS 打开',
      'xlsx is a workbook, which a terminal cannot show; save it with -o result.xlsx and open it in Excel',
    );
  if (repeated !== undefined)
    throw new UsageError(`两份报告写到同一个文件：${repeated}`, `two reports go to the same file: ${repeated}`);
  if (output !== undefined && !files.includes(outputFile(output, cwd))) {
    throw new UsageError(
      '每份报告都写了文件，-o 没有用处',
      'every report has a file of its own, so -o has nothing to take',
    );
  }
  return destinations;
}

/** Whether standard output is coloured: as asked, else NO_COLOR and FORCE_COLOR, else only on a terminal that can. */
function useColor(asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isScreen(OUTPUT);
}

/** Colours for standard output, if it is coloured; the library is loaded only then. */
export async function outputPaint(asked: boolean | undefined): Promise<Paint> {
  if (!useColor(asked)) return plain;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

/** A report as written; where it is for a log, its lines may be commands to that. */
export interface Written {
  file: string | undefined;
  text: string | LongText | Uint8Array;
  isForLog?: boolean;
}

/** Writes the reports; a report never overwrites a file that was checked, or the config. */
export async function writeReports(
  reports: readonly Written[],
  { inputs: checked }: Pick<CheckResult, 'inputs'>,
  config: Config,
): Promise<void> {
  const outputs = new Set(reports.flatMap(({ file }) => (file === undefined ? [] : realPath(file))));
  const inputs = [...checked.map((file) => resolve(file)), ...config.sources.map(({ path }) => path)];
  const overwriting = outputs.size > 0 && inputs.find((path) => outputs.has(realPath(path)));
  if (overwriting)
    throw new UsageError(
      `报告不能写到被检查的文件上：${overwriting}`,
      `a report cannot overwrite a checked file: ${overwriting}`,
    );
  for (const { file } of reports) requireNoRecord(file);
  for (const each of reports) await writeText(each.file, printed(each));
}

/** Writes a report, in one of the formats that its command has, to a file or to standard output; never over what may be a record. */
export async function writeReport(
  file: string | undefined,
  text: string,
  format: string,
  choices?: readonly string[],
): Promise<void> {
  requireFittingName(file, format, choices);
  requireNoRecord(file);
  await writeText(file, printed({ file, text }));
}

function printed({ file, text, isForLog = false }: Written): string | LongText | Uint8Array {
  if (file !== undefined || isForLog || text instanceof Uint8Array) return text;
  if (typeof text === 'string') return inert(text);
  return new LongText(function* () {
    for (const lines of wholeLines(text.pieces())) yield inert(lines);
  });
}

/** Fewest UTF-16 units that are printed at a time. */
const AT_A_TIME = 0x8000;

/** A text in pieces that end with a line, and are not too short. */
function* wholeLines(pieces: Iterable<string>): Generator<string> {
  let lines = '';
  for (const piece of pieces) {
    lines += piece;
    const end = lines.lastIndexOf('\n') + 1;
    if (end < AT_A_TIME) continue;
    yield lines.slice(0, end);
    lines = lines.slice(end);
  }
  yield lines;
}

/** Throws a UsageError where a report would replace a YAML file or a workbook, save a report that nobody has changed since. */
function requireNoRecord(file: string | undefined): void {
  if (file === undefined || !/\.(ya?ml|xls[xm])$/i.test(realPath(file))) return;
  const status = statusOf(file, statSync);
  if (!status?.isFile() || (status.size <= MAXIMUM_BYTES && isOwnReport(readFileSync(file)))) return;
  throw new UsageError(
    `${file} 已经有了，可能是填好的记录，没有覆盖；请换个文件名`,
    `${file} is there already, may be a record and was not overwritten; choose another name`,
  );
}

/** Writes to standard output; false where its reader has stopped early (`hn-gp check | head`), which is no fault. */
export async function print(pieces: Iterable<string | Uint8Array>): Promise<boolean> {
  const error = await write(OUTPUT, pieces);
  if (!error) return true;
  if (error.code === 'EPIPE') return false;
  const { zh, en } = reasonOf(error);
  throw new UsageError(`写不了标准输出：${zh}`, `cannot write to standard output: ${en}`);
}

/** Writes a text or bytes to a file, whole or not at all, or to standard output where none is given. */
export async function writeText(file: string | undefined, text: string | LongText | Uint8Array): Promise<void> {
  if (file === undefined) {
    await print(text instanceof LongText ? text.pieces() : [text]);
    return;
  }
  try {
    const bytes = text instanceof LongText ? bytesOf(text) : Buffer.from(text);
    if (isReplaceable(file)) await replace(file, bytes);
    else writeFileSync(file, bytes);
  } catch (error) {
    const { zh, en } = reasonOf(error as NodeJS.ErrnoException);
    throw UsageError.by(error, `写不了 ${file}：${zh}`, `cannot write ${file}: ${en}`);
  }
}

/** Most bytes of a long text whose pieces are kept until they are joined. */
const MOST_KEPT = 8_000_000;

/** The bytes of a long text; those of one that is longer still are counted first and its pieces made once more, since kept they take its room twice. */
function bytesOf(text: LongText): Buffer {
  let size = 0;
  let kept: Buffer[] = [];
  for (const piece of wholeLines(text.pieces())) {
    size += Buffer.byteLength(piece);
    if (size <= MOST_KEPT) kept.push(Buffer.from(piece));
    else kept = [];
  }
  if (size <= MOST_KEPT) return Buffer.concat(kept, size);
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const piece of wholeLines(text.pieces())) at += bytes.write(piece, at);
  return bytes;
}

/**
 * Whether another file may take a path's place: where a plain file is that may be written, or nothing yet. A device, a pipe,
 * a folder or a link to nothing is written to as it is.
 */
function isReplaceable(file: string): boolean {
  if (!lstatSync(file, { throwIfNoEntry: false })) return true;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  accessSync(file, constants.W_OK);
  return true;
}

/** Why another file cannot take a file's place though the file itself may be written. */
const FIXED_IN_PLACE = new Set(['EPERM', 'EACCES', 'EBUSY', 'EXDEV']);

/**
 * Puts a file of these bytes in a file's place at one stroke; where it must stay the file it is, as one that is mounted, one
 * of another user in a folder such as /tmp, or on Windows one that is open elsewhere, writes it over.
 */
async function replace(file: string, bytes: Buffer): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    // By the name that it has, were it only for the case of letters. Written here, because what it writes itself on a disk
    // that gets full is cut, without an error.
    await writeFileAtomic(realPath(file), undefined, { tmpfileCreated: (beside) => writeFileSync(beside, bytes) });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!FIXED_IN_PLACE.has(code) || !statSync(file, { throwIfNoEntry: false })) throw error;
    overwrite(file, bytes);
  }
}

/** Writes a file over; what it held is put back where that fails, such as on a full disk. */
function overwrite(file: string, bytes: Buffer): void {
  const before = readFileSync(file);
  const fd = openSync(file, 'r+');
  const put = (content: Buffer) => {
    for (let at = 0; at < content.length; ) at += writeSync(fd, content, at, content.length - at, at);
    ftruncateSync(fd, content.length);
  };
  try {
    put(bytes);
  } catch (error) {
    put(before);
    throw error;
  } finally {
    closeSync(fd);
  }
}

function reasonOf({ code }: NodeJS.ErrnoException): { zh: string; en: string } {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { zh: '文件夹不存在', en: 'no such folder' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { zh: '没有写入权限', en: 'permission denied' };
    case 'EISDIR':
      return { zh: '这是文件夹', en: 'it is a folder' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { zh: '磁盘已满', en: 'the disk is full' };
    case 'EBUSY':
      return {
        zh: '文件正被其他程序打开（例如 Excel），请先关闭',
        en: 'it is open in another program (such as Excel); close it first',
      };
    default:
      return { zh: code ?? '未知错误', en: code ?? 'unknown error' };
  }
}
