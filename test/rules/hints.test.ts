import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledEditions, noticeOf } from '../../src/notices/edition.ts';
import { kinds } from '../../src/schema/vocabulary/shape.ts';
import { guidance } from '../../src/starter/guidance.ts';

const kept = parse(readFileSync(join(import.meta.dirname, 'hints.yaml'), 'utf8'));

// A session of its own says what a plan says of its sessions, as test/starter/ holds.
test.each(kinds.filter(({ code }) => code !== 'session'))(
  'what an author is told of the fields of a $code',
  ({ code }) => {
    const edition = bundledEditions.find(({ notice }) => notice === noticeOf(code));
    expect(Object.fromEntries([...guidance(code, edition)].map(([path, { zh, en }]) => [path, { zh, en }]))).toEqual(
      kept[code],
    );
  },
);
