import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../load/files.ts';
import type { LoadedFile } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import { storeFor } from './block-store.ts';
import { loadFile } from './load-file.ts';
import { BATCH, type Packed, Stowing, unpack } from './pack.ts';

/** Most threads that read, this one among them. */
const MOST_THREADS = 8;

/** For so much longer, in milliseconds, a set takes to be read where it pays to start one more thread in the midst of it. */
const WORTH_ANOTHER = 1_000;

/** So many files are read before it is told how long others take: the first take many times as long. */
const FIRST = 100;

/** How long it takes to read files, told from those behind the first. */
class Pace {
  #since: { time: number; done: number } | undefined;

  /** About how many milliseconds are left until all of a set are read; none is told before twice the first are. */
  left(done: number, all: number): number {
    const time = performance.now();
    if (done >= FIRST) this.#since ??= { time, done };
    if (!this.#since || done < 2 * FIRST) return 0;
    return ((time - this.#since.time) / (done - this.#since.done)) * (all - done);
  }
}

/** One batch for a worker: its place in the list, and whether its records are kept unpacked. */
export interface WorkerTask {
  start: number;
  sources: readonly SourceFile[];
  keeps: boolean;
}

/** One answer of a worker: its batch's place in the list, and what it read. */
export interface WorkerAnswer extends Packed {
  start: number;
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
  const store = storeFor(sources.length);
  const keeps = store === undefined;
  const stowing = new Stowing(store);
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
        worker.postMessage({ start: next, sources: sources.slice(next, next + BATCH), keeps } satisfies WorkerTask);
        next += BATCH;
      };
      worker.on('error', () => resolve());
      worker.on('message', ({ start, ...batch }: WorkerAnswer) => {
        place(start, unpack(batch, store));
        hand();
      });
      hand();
    });
  const place = (start: number, batch: readonly (LoadedFile | Unreadable)[]) => {
    for (const [offset, result] of batch.entries()) results[start + offset] = result;
    done += batch.length;
    onProgress(done);
  };
  const read = async (start: number, batch: readonly SourceFile[]) => {
    for (const source of batch) {
      stowing.add(await loadFile(source));
      // Workers that are done with a batch wait for the next one.
      await new Promise(setImmediate);
    }
    place(start, stowing.end());
  };
  const threads = Math.min(Math.ceil(sources.length / BATCH), MOST_THREADS);
  const workersOn = (cores: number) => Math.max(Math.min(cores, threads) - 1, 0);
  const cores = availableParallelism();
  // What a set that is not large is read by is compiled all the while, which takes a core of its own, for each thread anew.
  const working = Array.from({ length: workersOn(keeps ? cores - 1 : cores) }, work);
  const pace = new Pace();
  while (next < sources.length) {
    const start = next;
    next += BATCH;
    await read(start, sources.slice(start, next));
    // Where much is wrong, reading takes longer than compiling what reads.
    if (working.length < workersOn(cores) && pace.left(done, sources.length) > WORTH_ANOTHER) working.push(work());
  }
  await Promise.all(working);
  for (const [index, source] of sources.entries()) if (!results[index]) await read(index, [source]);
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
