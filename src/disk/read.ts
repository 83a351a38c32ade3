import { closeSync, constants, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Read, SourceFile } from '../load/files.ts';
import { MAXIMUM_BYTES, mostBytes } from '../load/not-text.ts';
import type { Unreadable, Words } from '../model/finding.ts';

/** Reads a file, or what comes out of a pipe or a device. */
export async function readSource(source: SourceFile): Promise<Read | Unreadable> {
  return readKind(source, async ({ path }, isPipe) => ({
    bytes: await readStream(isPipe ? readPipe(path) : createReadStream(path)),
  }));
}

/** Reads a regular file and nothing else: what is read has a place to be written to, and an end. */
export async function readRegular(source: SourceFile): Promise<Read | Unreadable> {
  return readKind(source, async ({ file }) => ({ file, reason: notRegular }));
}

/** Why something is not read that is neither a file nor a folder. */
export const notRegular: Words = { zh: '不是普通文件', en: 'not a regular file' };

async function readKind(
  source: SourceFile,
  readOther: (source: SourceFile, isPipe: boolean) => Promise<Read | Unreadable>,
): Promise<Read | Unreadable> {
  const { file, path } = source;
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { file, reason: { zh: '这是文件夹', en: 'is a folder' } };
    if (!status.isFile()) return await readOther(source, status.isFIFO());
    return status.size > mostBytes(file) ? { size: status.size } : { bytes: readFileSync(path) };
  } catch (error) {
    return { file, reason: reasonOf(error) };
  }
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

/** Why the system did not let something be read; throws again what is no answer of the system. */
export function reasonOf(error: unknown): Words {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  return reasons[error.code] ?? { zh: `读取失败（${error.code}）`, en: `cannot be read (${error.code})` };
}
