import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import { afterEach, expect, test, vi } from 'vitest';
import { sparingMemory } from '../../src/cli/memory.ts';
import { disk } from '../../src/disk/disk.ts';
import type { SourceFile } from '../../src/load/files.ts';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test.each([
  [1_000, 0],
  [1_001, 2],
])('of %d files, before any is read, so many flags of V8 are set: %d', async (count, flags) => {
  const set = vi.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {});
  syncBuiltinESMExports();
  const load = vi.fn(async (_: readonly SourceFile[]) => {
    expect(set).toHaveBeenCalledTimes(flags);
    return [];
  });
  const sources = Array.from({ length: count }, (_, place) => ({ path: `/${place}.yaml`, file: `${place}.yaml` }));
  await sparingMemory({ ...disk, load }).load(sources, () => {});
  expect(load).toHaveBeenCalledExactlyOnceWith(sources, expect.any(Function));
});
