import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import { afterAll, expect, test, vi } from 'vitest';
import { withV8Told } from '../../src/cli/v8-flags.ts';
import { disk } from '../../src/disk/disk.ts';
import type { SourceFile, Where } from '../../src/load/files.ts';

const INLINING = '--max-inlined-bytecode-size-cumulative';
const PRETENURING = '--allocation-site-pretenuring';
const GROWING = '--heap-growing-percent';
const ROOM = '--semi-space-growth-factor';

/** What V8 was told last of each flag; a flag without a value is on or off. */
const flags = new Map<string, string>();
vi.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => {
  const [name = '', value = /^--no-/.test(flag) ? 'off' : 'on'] = flag.replace(/^--no-/, '--').split('=');
  flags.set(name, value);
});
syncBuiltinESMExports();
const listenersBefore = process.listeners('exit');
const added = () => process.listeners('exit').filter((listener) => !listenersBefore.includes(listener));
afterAll(() => {
  for (const listener of added()) process.off('exit', listener);
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const sourcesOf = (count: number): SourceFile[] =>
  Array.from({ length: count }, (_, place) => ({ path: `/${place}.yaml`, file: `${place}.yaml` }));

/** What V8 has been told when files are read, and when some of them have been. */
async function toldWhileReading(count: number): Promise<{ before: unknown; later: unknown }> {
  let before: unknown;
  let later: unknown;
  const load = async (_: readonly SourceFile[], onProgress: (done: number) => void) => {
    before = Object.fromEntries(flags);
    // As a thread does that starts.
    if (flags.has(ROOM)) flags.set(ROOM, '2');
    onProgress(1);
    await new Promise(setImmediate);
    later = Object.fromEntries(flags);
    return [];
  };
  await withV8Told({ ...disk, load }).load(sourcesOf(count), () => {});
  return { before, later };
}

/** What V8 has been told while a path is searched, and once it is known that so many files lie there. */
async function toldWhileSearching(path: string, count: number): Promise<{ during: unknown; after: unknown }> {
  let during: unknown;
  const find = async () => {
    during = flags.get(ROOM);
    return { files: sourcesOf(count), unreadable: [] };
  };
  await withV8Told({ ...disk, find }).find({ paths: [path] } as unknown as Where);
  return { during, after: flags.get(ROOM) };
}

// One process, as that of a watch: what V8 was told stays.
test('V8 is told what suits the number of files, each flag once to be taken back', async () => {
  expect(await toldWhileReading(19)).toEqual({ before: {}, later: {} });
  const few = { [INLINING]: '120' };
  expect(await toldWhileReading(20)).toEqual({ before: few, later: few });
  expect(await toldWhileReading(1_000)).toEqual({ before: few, later: few });
  const large = { ...few, [PRETENURING]: 'off', [GROWING]: '30' };
  expect(await toldWhileReading(1_001)).toEqual({ before: large, later: large });
  expect(await toldWhileReading(10_000)).toEqual({ before: large, later: large });
  expect(added()).toHaveLength(3);

  expect(await toldWhileSearching('plan.yaml', 1)).toEqual({ during: undefined, after: undefined });
  expect(await toldWhileSearching('plans', 10_000)).toEqual({ during: '1', after: '2' });
  expect(await toldWhileSearching('plans', 10_001)).toEqual({ during: '1', after: '1' });
  expect(await toldWhileReading(10_001)).toEqual({
    before: { ...large, [ROOM]: '1' },
    later: { ...large, [ROOM]: '1' },
  });
  expect(added()).toHaveLength(5);

  for (const listener of added()) listener(0);
  expect(Object.fromEntries(flags)).toEqual({ [INLINING]: '920', [PRETENURING]: 'on', [GROWING]: '0', [ROOM]: '2' });
});
