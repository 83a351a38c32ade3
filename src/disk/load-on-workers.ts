import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../load/files.ts';
import type { LoadedFile } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import { loadFile } from './load-file.ts';
import { MOST_KEPT, type PackedFile, stowed, unpack } from './pack.ts';

/** Files handed to a worker at a time. */
const BATCH = 20;

/** One answer of a worker: its batch's place in the list, and the results or the fault that ended it. */
export interface WorkerAnswer {
  start: number;
  results: (PackedFile | Unreadable)[];
}

/**
 * Reads files on this thread and on workers beside it; the results are in the order of the list. What a worker does not come
 * to, because it cannot start or ends too early, this thread reads: slower, and a fault of ours shows itself again.
 */
export async function loadOnWorkers(
  sources: readonly SourceFile[],
  onProgress: (done: number) => void,
): Promise<(LoadedFile | Unreadable)[]> {
  const results: (LoadedFile | Unreadable)[] = new Array(sources.length);
  let next = 0;
  let done = 0;
  const work = () =>
    new Promise<void>((resolve) => {
      const worker = startWorker();
      if (!worker) return resolve();
      const hand = () => {
        if (next >= sources.length) {
          worker.terminate().then(
            () => resolve(),
            () => resolve(),
          );
          return;
        }
        worker.postMessage({ start: next, sources: sources.slice(next, next + BATCH) });
        next += BATCH;
      };
      worker.on('error', () => resolve());
      worker.on('message', ({ start, results: batch }: WorkerAnswer) => {
        for (const [offset, result] of batch.entries())
          results[start + offset] = 'reason' in result ? result : unpack(result, start + offset < MOST_KEPT);
        done += batch.length;
        onProgress(done);
        hand();
      });
      hand();
    });
  const read = async (index: number, source: SourceFile) => {
    const result = await loadFile(source);
    results[index] = 'reason' in result ? result : stowed(result, index);
    done += 1;
    onProgress(done);
  };
  const workHere = async () => {
    while (next < sources.length) {
      const start = next;
      next += BATCH;
      for (const [offset, source] of sources.slice(start, next).entries()) {
        await read(start + offset, source);
        // Workers that are done with a batch wait for the next one.
        await new Promise(setImmediate);
      }
    }
  };
  const threads = Math.min(availableParallelism(), Math.ceil(sources.length / BATCH), 8);
  await Promise.all([...Array.from({ length: threads - 1 }, work), workHere()]);
  for (const [index, source] of sources.entries()) if (!results[index]) await read(index, source);
  return results;
}

/** A new thread; undefined where the system has none to give. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./load-worker.cjs', import.meta.url));
  } catch {
    return undefined;
  }
}
