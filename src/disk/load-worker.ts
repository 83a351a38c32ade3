import { parentPort } from 'node:worker_threads';
import type { SourceFile } from '../load/files.ts';
import { pack } from '../load/pack.ts';
import { loadFile } from './load-file.ts';
import type { WorkerAnswer } from './load-on-workers.ts';

parentPort?.on('message', async ({ start, sources }: { start: number; sources: SourceFile[] }) => {
  const transfer: ArrayBufferLike[] = [];
  const results: WorkerAnswer['results'] = [];
  for (const source of sources) {
    const result = await loadFile(source);
    results.push('reason' in result ? result : pack(result, transfer));
  }
  parentPort?.postMessage({ start, results } satisfies WorkerAnswer, transfer as ArrayBuffer[]);
});
