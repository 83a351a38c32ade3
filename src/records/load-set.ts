import { readFileSync, statSync } from 'node:fs';
import type { Words } from '../finding.ts';
import { decode } from '../source/decode.ts';
import type { SourceFile } from '../source/find.ts';
import { load, loadTooLarge, MAXIMUM_BYTES } from './load.ts';
import type { LoadedFile } from './loaded.ts';

/** Fewer files than this are read by the calling thread: starting workers would take longer. */
const WORTH_WORKERS = 100;

/** A file that could not be read, and why. */
export interface Unreadable {
  file: string;
  reason: Words;
}

/** What came of reading a list of files. */
export interface LoadedSet {
  files: LoadedFile[];
  unreadable: Unreadable[];
  /** The text of a file that was read, again; regular files are read anew, so that large sets are not kept in memory. */
  readText(file: string): string;
}

/** A record read from somewhere else than a file, such as standard input. */
export interface GivenText {
  file: string;
  bytes: Uint8Array;
}

/** Reads files, on several threads where there are many; the order of the result is that of the list. */
export async function loadSet(
  sources: readonly SourceFile[],
  given: readonly GivenText[],
  onProgress: (done: number) => void,
): Promise<LoadedSet> {
  const kept = new Map<string, Uint8Array>(given.map(({ file, bytes }) => [file, bytes]));
  const paths = new Map(sources.map(({ file, path }) => [file, path]));
  const results =
    sources.length < WORTH_WORKERS
      ? await loadHere(sources, kept, onProgress)
      : await (await import('./load-on-workers.ts')).loadOnWorkers(sources, onProgress);
  for (const { file, bytes } of given) results.push(await load(file, bytes));
  const files = results.filter((result): result is LoadedFile => 'records' in result);
  return {
    files: files.sort((one, other) => (one.file < other.file ? -1 : 1)),
    unreadable: results.filter((result): result is Unreadable => 'reason' in result),
    readText: (file) => {
      const decoded = decode(kept.get(file) ?? readFileSync(paths.get(file) as string));
      return 'text' in decoded ? decoded.text : '';
    },
  };
}

/** Reads one file; `keep` takes the bytes of what cannot be read twice (pipes, devices). */
export async function loadFile(
  { file, path }: SourceFile,
  keep?: Map<string, Uint8Array>,
): Promise<LoadedFile | Unreadable> {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { file, reason: { zh: '这是文件夹', en: 'is a folder' } };
    if (status.isFile() && status.size > MAXIMUM_BYTES) return loadTooLarge(file, status.size);
    const bytes = readFileSync(path);
    if (!status.isFile()) keep?.set(file, bytes);
    return await load(file, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { file, reason: reasonOf(error.code) };
    throw error;
  }
}

const reasons: Record<string, Words> = {
  EACCES: { zh: '没有读取权限', en: 'permission denied' },
  EPERM: { zh: '没有读取权限', en: 'permission denied' },
  ENOENT: { zh: '文件不存在', en: 'no such file' },
  EBUSY: { zh: '文件正被其他程序占用', en: 'in use by another program' },
  ELOOP: { zh: '链接循环', en: 'a loop of links' },
};

const reasonOf = (code: string): Words =>
  reasons[code] ?? { zh: `读取失败（${code}）`, en: `cannot be read (${code})` };

async function loadHere(
  sources: readonly SourceFile[],
  keep: Map<string, Uint8Array>,
  onProgress: (done: number) => void,
) {
  const results: (LoadedFile | Unreadable)[] = [];
  for (const source of sources) {
    results.push(await loadFile(source, keep));
    onProgress(results.length);
  }
  return results;
}
