import { utimesSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { checkFiles } from '../../src/check/check-files.ts';
import { disk } from '../../src/disk/disk.ts';
import { LoadCache } from '../../src/load/cache.ts';
import { plan, workspace } from '../cli/run.ts';
import { base, headers, row, workbook } from '../workbook/made.ts';

const places: { remove(): void }[] = [];
afterAll(() => {
  for (const { remove } of places) remove();
});

function folderWith(files: Record<string, string | Uint8Array>) {
  const place = workspace(files);
  places.push(place);
  return place;
}

test('a text out of date is told of once a check, and no longer when it is not', async () => {
  const book = (...rows: (typeof row)[]) => workbook({ 年度计划: base, 培训班: [headers, ...rows] });
  const imported = book(row);
  const place = folderWith({ 'plan.xlsx': imported });
  place.run(['import', 'plan.xlsx']);
  const cache = new LoadCache();
  const told = async () => {
    const { findings } = await checkFiles(disk, { cwd: place.folder, asOf: '2024-06-30', config: false, cache });
    return findings.filter(({ rule }) => rule === 'data/stale-import').length;
  };
  expect(await told()).toBe(0);
  place.write('plan.xlsx', book(row, ['HK-02', '外科师资班', '院级', '师资']));
  expect([await told(), await told()]).toEqual([1, 1]);
  place.write('plan.xlsx', imported);
  expect(await told()).toBe(0);
});

test('a file that another program held open is read once it is let go, though it has not changed', async () => {
  const place = folderWith({ 'plan.yaml': plan });
  const cache = new LoadCache();
  let isHeld = true;
  const files: typeof disk = {
    ...disk,
    load: async (sources, onProgress) =>
      isHeld
        ? sources.map(({ file }) => ({ file, reason: { zh: '别的程序正在用', en: 'in use' } }))
        : disk.load(sources, onProgress),
  };
  const read = async () => {
    const result = await checkFiles(files, { cwd: place.folder, asOf: '2024-06-30', config: false, cache });
    return [result.files, result.unreadable.length];
  };
  expect(await read()).toEqual([0, 1]);
  isHeld = false;
  expect(await read()).toEqual([1, 0]);
});

test('a file is recalled once it is older than two seconds: before, another writing may look like the first', async () => {
  const place = folderWith({ 'plan.yaml': plan });
  const cache = new LoadCache();
  const read: string[] = [];
  const files: typeof disk = {
    ...disk,
    load: (sources, onProgress) => {
      read.push(...sources.map(({ file }) => file));
      return disk.load(sources, onProgress);
    },
  };
  const readTwice = async () => {
    read.length = 0;
    for (let time = 0; time < 2; time += 1)
      await checkFiles(files, { cwd: place.folder, asOf: '2024-06-30', config: false, cache });
    return read;
  };
  const writtenAgo = (seconds: number) => {
    const then = Date.now() / 1000 - seconds;
    utimesSync(place.path('plan.yaml'), then, then);
  };
  writtenAgo(-60);
  expect(await readTwice()).toEqual(['plan.yaml', 'plan.yaml']);
  writtenAgo(60);
  expect(await readTwice()).toEqual(['plan.yaml']);
});
