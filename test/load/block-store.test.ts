import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BlockStore } from '../../src/disk/block-store.ts';

const blocks = [5, 70_000, 0, 1].map((length, place) => new Uint8Array(length).fill(place + 1));

describe('blocks that are put away', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('are read as they were, in whatever order, from a file that no folder lists', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hn-gp-blocks-'));
    vi.stubEnv('TMPDIR', folder);
    const store = new BlockStore();
    const put = blocks.map((bytes) => store.put(bytes));
    expect(readdirSync(folder)).toEqual([]);
    for (const place of [3, 0, 1, 2, 1]) expect(put[place]?.()).toEqual(blocks[place]);
    // What is read again is had from elsewhere.
    expect(put[0]?.()).not.toBe(blocks[0]);
  });

  test('stay in memory where no temporary file can be written', () => {
    vi.stubEnv('TMPDIR', join(tmpdir(), 'no such folder', 'at all'));
    const store = new BlockStore();
    const put = blocks.map((bytes) => store.put(bytes));
    for (const place of [3, 0, 1, 2]) expect(put[place]?.()).toBe(blocks[place]);
  });
});
