import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import { afterAll, expect, test, vi } from 'vitest';
import { withV8Told } from '../../src/cli/v8-flags.ts';
import { disk } from '../../src/disk/disk.ts';
import type { SourceFile } from '../../src/load/files.ts';

const set = vi.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {});
syncBuiltinESMExports();
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});
const listeners = process.listenerCount('exit');

// One process, as that of a watch: what V8 was told stays.
test.each([
  [19, 0],
  [20, 1],
  [1_000, 1],
  [1_001, 3],
  [1_001, 3],
  [20, 3],
])('with %d files, before any is read, so many flags of V8 have been set: %d', async (count, flags) => {
  const load = vi.fn(async (_: readonly SourceFile[]) => {
    expect(set).toHaveBeenCalledTimes(flags);
    // Each is taken back at the end, once.
    expect(process.listenerCount('exit')).toBe(listeners + flags);
    return [];
  });
  const sources = Array.from({ length: count }, (_, place) => ({ path: `/${place}.yaml`, file: `${place}.yaml` }));
  await withV8Told({ ...disk, load }).load(sources, () => {});
  expect(load).toHaveBeenCalledExactlyOnceWith(sources, expect.any(Function));
});
