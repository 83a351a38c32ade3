import { describe, expect, test } from 'vitest';
import { BlockStore } from '../../src/disk/block-store.ts';
import { Packing, Stowing, unpack } from '../../src/disk/pack.ts';
import { load } from '../../src/load/load.ts';
import type { LoadedFile } from '../../src/load/loaded.ts';
import type { Unreadable } from '../../src/model/finding.ts';

const plan = (note: string) =>
  `文种: 年度计划\n年度: 2024\n备注: ${note}\n基地:\n  名称: 海口市人民医院\n  类别: [住培基地]\n`;
/** Longer than what is compressed together, in characters of three bytes and of four. */
const LONG = plan('一份很长的备注'.repeat(40_000));
const FOUR_BYTES = plan('𠮷'.repeat(150_000));
const batches = [
  [plan('一'), '', plan('二')],
  [LONG, ''],
  [''],
  [],
  [plan('三'), FOUR_BYTES, LONG, plan('四'), ''],
  [plan('五')],
];

const read = (texts: readonly string[]): Promise<LoadedFile[]> =>
  Promise.all(texts.map((text, place) => load(`${place}.yaml`, new TextEncoder().encode(text))));

const contentOf = (results: readonly (LoadedFile | Unreadable)[]) =>
  results.map((result) =>
    'reason' in result
      ? result
      : {
          text: result.text(),
          recordCount: result.recordCount,
          records: result.records.map((record) => ({ data: record.data(), positions: [...record.positions()] })),
        },
  );

describe('files that are packed', () => {
  test.each([true, false])('batch by batch are as they were read (kept as they are: %s)', async (keeps) => {
    const packing = new Packing(keeps);
    const store = keeps ? undefined : new BlockStore();
    const unpacked: (LoadedFile | Unreadable)[][] = [];
    for (const texts of batches) {
      for (const file of await read(texts)) packing.add(file);
      unpacked.push(unpack(packing.end(), store));
    }
    // Once all are packed, for what is written over must not be what another batch lies in.
    for (const [place, texts] of batches.entries())
      expect(contentOf(unpacked[place] ?? [])).toEqual(contentOf(await read(texts)));
  });

  test.each([undefined, new BlockStore()])('are stowed batch by batch, with a store and without', async (store) => {
    const stowing = new Stowing(store);
    for (const texts of batches) {
      for (const file of await read(texts)) stowing.add(file);
      expect(contentOf(stowing.end())).toEqual(contentOf(await read(texts)));
    }
  });
});
