import { closeSync, constants, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Unreadable, Words } from '../model/finding.ts';
import { decode } from '../text/decode.ts';
import type { LoadCache } from './cache.ts';
import type { SourceFile } from './find.ts';
import { load } from './load.ts';
import type { LoadedFile } from './loaded.ts';
import { loadTooLarge, MAXIMUM_BYTES } from './not-text.ts';

/** Fewer files than this are read by the calling thread: starting workers would take longer. */
const WORTH_WORKERS = 100;

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
  /** Whether the SHA-256 of the bytes is wanted. */
  fingerprint?: boolean;
}

/**
 * Reads files, on several threads where there are many, but for those that the cache holds unchanged; and takes the given
 * texts, which stand in for files of the same name. The result is in order of name.
 */
export async function loadSet(
  sources: readonly SourceFile[],
  given: readonly GivenText[],
  onProgress: (done: number) => void,
  cache?: LoadCache,
): Promise<LoadedSet> {
  const replaced = new Set(given.map(({ file }) => file));
  const onDisk = sources.filter(({ file }) => !replaced.has(file));
  const paths = new Map(onDisk.map(({ file, path }) => [file, path]));
  const read = async (files: readonly SourceFile[]) =>
    files.length < WORTH_WORKERS
      ? loadHere(files, onProgress)
      : (await import('./load-on-workers.ts')).loadOnWorkers(files, onProgress);
  const results = cache ? await cache.load(onDisk, read) : await read(onDisk);
  for (const { file, bytes, fingerprint } of given)
    results.push({ ...(await load(file, bytes)), ...(fingerprint ? await fingerprintOf(bytes) : {}), bytes });
  const files = results.filter((result): result is LoadedFile => 'records' in result);
  const kept = new Map(files.map(({ file, bytes }) => [file, bytes]));
  return {
    files: files.sort((one, other) => (one.file < other.file ? -1 : 1)),
    unreadable: results.filter((result): result is Unreadable => 'reason' in result),
    readText: (file) => {
      const decoded = decode(kept.get(file) ?? readFileSync(paths.get(file) as string));
      return 'text' in decoded ? decoded.text : '';
    },
  };
}

/** Reads one file. */
export async function loadFile(source: SourceFile): Promise<LoadedFile | Unreadable> {
  const { file, fingerprint = false } = source;
  const read = await readSource(source);
  if ('reason' in read) return read;
  if ('size' in read) return loadTooLarge(file, read.size);
  const { bytes, isRegular } = read;
  const loaded = { ...(await load(file, bytes)), ...(fingerprint ? await fingerprintOf(bytes) : {}) };
  return isRegular ? loaded : { ...loaded, bytes };
}

/** A file's bytes, and whether they can be read a second time; its size where that is too large to be read. */
export async function readSource({
  file,
  path,
}: SourceFile): Promise<{ bytes: Uint8Array; isRegular: boolean } | { size: number } | Unreadable> {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { file, reason: { zh: '这是文件夹', en: 'is a folder' } };
    if (!status.isFile())
      return {
        bytes: await readStream(status.isFIFO() ? readPipe(path) : createReadStream(path)),
        isRegular: false,
      };
    return status.size > MAXIMUM_BYTES ? { size: status.size } : { bytes: readFileSync(path), isRegular: true };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { file, reason: reasonOf(error.code) };
    throw error;
  }
}

/** The SHA-256 of a file's bytes; none where they are but the beginning of a file too large. */
async function fingerprintOf(bytes: Uint8Array): Promise<{ sha256?: string }> {
  if (bytes.length > MAXIMUM_BYTES) return {};
  const { createHash } = await import('node:crypto');
  return { sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What comes out of a pipe; nothing where nobody writes to it, instead of waiting for ever. */
async function* readPipe(path: string): AsyncIterable<Uint8Array> {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const first = Buffer.alloc(1);
  try {
    if (readSync(fd, first) === 0) {
      closeSync(fd);
      return;
    }
    yield first;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  const { Socket } = await import('node:net');
  yield* new Socket({ fd, writable: false });
}

/** The bytes of a stream, up to the first that are too many for a file to be read. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAXIMUM_BYTES) break;
  }
  return Buffer.concat(chunks);
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

async function loadHere(sources: readonly SourceFile[], onProgress: (done: number) => void) {
  const results: (LoadedFile | Unreadable)[] = [];
  for (const source of sources) {
    results.push(await loadFile(source));
    onProgress(results.length);
  }
  return results;
}
