import type { SourceFile } from '../load/files.ts';
import { loadBytes } from '../load/load-bytes.ts';
import type { LoadedFile } from '../load/loaded.ts';
import { loadTooLarge } from '../load/not-text.ts';
import type { Unreadable } from '../model/finding.ts';
import { readSource } from './read.ts';

/** Reads one file. */
export async function loadFile(source: SourceFile): Promise<LoadedFile | Unreadable> {
  const read = await readSource(source);
  if ('reason' in read) return read;
  return 'size' in read ? loadTooLarge(source.file, read.size) : loadBytes({ ...source, bytes: read.bytes });
}
