import type { Unreadable } from '../model/finding.ts';
import { classHoursIn } from '../notices/edition.ts';
import { load } from './load.ts';
import type { LoadedFile } from './loaded.ts';
import { loadTooLarge, mostBytes } from './not-text.ts';
import type { SourceFile } from './read.ts';
import { readSource } from './read.ts';

/** Reads one file. */
export async function loadFile(source: SourceFile): Promise<LoadedFile | Unreadable> {
  const { file } = source;
  const read = await readSource(source);
  if ('reason' in read) return read;
  return 'size' in read ? loadTooLarge(file, read.size) : loadBytes({ ...source, bytes: read.bytes });
}

type Bytes = Omit<SourceFile, 'path'> & { bytes: Uint8Array };

/** Reads one file's bytes, with their SHA-256 where that is wanted. */
export async function loadBytes({ file, bytes, fingerprint = false, classHours }: Bytes): Promise<LoadedFile> {
  const loaded = await load(file, bytes, classHours && classHoursIn(classHours));
  return fingerprint ? { ...loaded, ...(await fingerprintOf(file, bytes)) } : loaded;
}

/** The SHA-256 of a file's bytes; none where they are but the beginning of a file too large. */
async function fingerprintOf(file: string, bytes: Uint8Array): Promise<{ sha256?: string }> {
  if (bytes.length > mostBytes(file)) return {};
  const { createHash } = await import('node:crypto');
  return { sha256: createHash('sha256').update(bytes).digest('hex') };
}
