import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

/** Findings of rules of a notice on a record: line and path. */
async function places(text: string): Promise<string[]> {
  const { findings, unjudged } = await check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-06-20',
  });
  expect(unjudged).toEqual([]);
  const own = findings.filter(({ policy }) => policy !== null).map(({ line, path }) => `${line} ${path}`);
  return [...new Set(own)];
}

test.each([
  ['its id', 'kind: session\nyear: 2024\ntitle: 培训\nid: A\nbase: 海口市人民医院\n', '4 /id'],
  ['its title', 'kind: session\nyear: 2024\ntitle: 培训\nbase: 海口市人民医院\n', '3 /title'],
  ['its base, where it has neither', 'kind: session\nyear: 2024\nbase: 海口市人民医院\n', '3 /base'],
])('what a session lacks is found at %s', async (_, text, place) => {
  expect(await places(text)).toEqual([place]);
});
