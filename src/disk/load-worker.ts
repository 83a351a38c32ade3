import { parentPort } from 'node:worker_threads';
import type { SourceFile } from '../load/files.ts';
import { loadFile } from './load-file.ts';
import type { WorkerAnswer } from './load-on-workers.ts';
import { MOST_KEPT, pack } from './pack.ts';

parentPort?.on('message', async ({ start, sources }: { start: number; sources: SourceFile[] }) => {
  const transfer: ArrayBufferLike[] = [];
  const results: WorkerAnswer['results'] = [];
  for (const [offset, source] of sources.entries()) {
    const result = await loadFile(source);
    results.push('reason' in result ? result : pack(result, transfer, start + offset < MOST_KEPT));
  }
  parentPort?.postMessage({ start, results } satisfies WorkerAnswer, transfer as ArrayBuffer[]);
});
