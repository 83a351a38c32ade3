import { parentPort } from 'node:worker_threads';
import { loadFile } from './load-file.ts';
import type { WorkerAnswer } from './load-on-workers.ts';
import { pack } from './pack.ts';
import type { SourceFile } from './read.ts';

parentPort?.on('message', async ({ start, sources }: { start: number; sources: SourceFile[] }) => {
  const transfer: ArrayBufferLike[] = [];
  const results: WorkerAnswer['results'] = [];
  for (const source of sources) {
    const result = await loadFile(source);
    results.push('reason' in result ? result : pack(result, transfer));
  }
  parentPort?.postMessage({ start, results } satisfies WorkerAnswer, transfer as ArrayBuffer[]);
});
