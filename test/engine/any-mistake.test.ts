import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isEvery } from '../sample.ts';
import { fullRecord, replaced, scalar, walk, write } from '../writing.ts';

const judged = (text: string) =>
  check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-10-20',
    verdicts: true,
    evidence: true,
    deadlines: true,
  });

test.each([
  ['plan', ['/kind', '/year', '/base', '/base/name']],
  ['pairing', ['/kind', '/helper', '/helped']],
  ['city-program', ['/kind', '/city', '/year']],
])('whatever stands in a value of a %s, the rest of it is judged', async (kind, needed) => {
  const full = fullRecord(kind);
  const record = kind === 'city-program' ? replaced(full, '/city', (node) => scalar(node, '海口市')) : full;
  const unjudged: string[] = [];
  for (const [turn, { path }] of [...walk(record)].entries()) {
    if (path === '') continue;
    const isTried = (mistake: number) => isEvery || turn % 2 === mistake || needed.includes(path);
    for (const mistake of ['[[1]]', '坏值'].filter((_, index) => isTried(index))) {
      const { text } = write(
        replaced(record, path, (node) => scalar(node, mistake)),
        'zh',
        'flow',
      );
      const result = await judged(text);
      // A word may be the value of what is needed.
      if (result.unjudged.length > 0 && (mistake === '[[1]]' || !needed.includes(path))) unjudged.push(path);
    }
  }
  expect(unjudged).toEqual(needed);
});
