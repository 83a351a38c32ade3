import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Files, SourceFile } from '../load/files.ts';
import type { LoadedFile } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import { findFiles } from './find.ts';
import { loadFile } from './load-file.ts';
import { realPath, reportedPath } from './paths.ts';
import { readRegular } from './read.ts';
import { statusOf } from './status.ts';

/** Fewer files than this are read by the calling thread: starting workers would take longer. */
const WORTH_WORKERS = 100;

/** In milliseconds; memory sticks tell when a file was written by two seconds, so that a second writing may look like the first. */
const COARSEST_TICK = 2000;

/** The files of this machine. */
export const disk: Files = {
  find: findFiles,
  load: async (sources, onProgress) =>
    sources.length < WORTH_WORKERS
      ? loadHere(sources, onProgress)
      : (await import('./load-on-workers.ts')).loadOnWorkers(sources, onProgress),
  read: readRegular,
  isThere: existsSync,
  stampOf(path) {
    const status = statusOf(path, statSync);
    if (!status?.isFile() || Date.now() - status.mtimeMs < COARSEST_TICK) return undefined;
    return [status.ino, status.ctimeMs, status.mtimeMs, status.size].join(' ');
  },
  resolve,
  folderOf: dirname,
  nameOf: (path) => basename(path),
  real: realPath,
  reported: reportedPath,
};

async function loadHere(sources: readonly SourceFile[], onProgress: (done: number) => void) {
  const results: (LoadedFile | Unreadable)[] = [];
  for (const source of sources) {
    results.push(await loadFile(source));
    onProgress(results.length);
  }
  return results;
}
