import type { SourceFile } from '../load/files.ts';
import { loadRead } from '../load/load-bytes.ts';
import type { LoadedFile } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import { readSource } from './read.ts';

/** Reads one file. */
export const loadFile = async (source: SourceFile): Promise<LoadedFile | Unreadable> =>
  loadRead(source, await readSource(source));
