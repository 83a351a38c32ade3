import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../src/rules/index.ts';
import { checkFixture, readFixture } from './fixture.ts';

const places: Record<string, string[]> = parse(readFileSync(join(import.meta.dirname, 'duty-places.yaml'), 'utf8'));

test.each(rules.map(({ id }) => id))('where the duties of %s stand', async (id) => {
  const folder = join(import.meta.dirname, id);
  const found = new Set<string>();
  for (const file of existsSync(folder) ? readdirSync(folder) : [])
    for (const { path } of (await checkFixture(readFixture(join(folder, file)), id)).deadlines ?? [])
      found.add(path.replace(/\/\d+(?=\/|$)/g, '/*'));
  expect([...found].sort()).toEqual(places[id] ?? []);
});
