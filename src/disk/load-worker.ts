import { parentPort } from 'node:worker_threads';
import { loadFile } from './load-file.ts';
import type { WorkerAnswer, WorkerTask } from './load-on-workers.ts';
import { Packing } from './pack.ts';

let packing: Packing | undefined;

parentPort?.on('message', async ({ start, sources, keeps }: WorkerTask) => {
  packing ??= new Packing(keeps);
  for (const source of sources) packing.add(await loadFile(source));
  const packed = packing.end();
  const transfer = packed.blocks.map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage({ start, ...packed } satisfies WorkerAnswer, transfer);
});
