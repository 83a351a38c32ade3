import { describe, expect, test } from 'vitest';
import { plusDays } from '../../src/calendar/date.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { bundledEditions, type Edition, noticeOf } from '../../src/notices/edition.ts';
import { propertyAt } from '../../src/schema/vocabulary/shape.ts';
import { guidance } from '../../src/starter/guidance.ts';
import { allKinds } from './made.ts';

const editionOf = (kind: Kind) => bundledEditions.find(({ notice }) => notice === noticeOf(kind)) as Edition;

describe.each(allKinds)('hints for a %s', (kind) => {
  const edition = editionOf(kind);
  const hints = guidance(kind, edition);

  test('stand at keys that there are, each with a clause of its notice', () => {
    const clauses = Object.values(edition.values).flatMap(({ clause, value }) => [
      clause,
      ...(Array.isArray(value) ? value.map((row) => row.clause) : []),
    ]);
    expect(hints.size).toBeGreaterThan(5);
    for (const [path, { zh, en }] of hints) {
      expect(propertyAt(kind, path), path).toBeDefined();
      expect(
        clauses.some((clause) => zh.includes(`（${clause}）`) && en.includes(`(${clause})`)),
        path,
      ).toBe(true);
    }
  });

  test('are none where no edition governs', () => {
    expect(guidance(kind, undefined).size).toBe(0);
  });
});

test('a session says of its fields what a plan says of those of its sessions', () => {
  const edition = editionOf('plan');
  const inPlan = [...guidance('plan', edition)].filter(([path]) => path.startsWith('/sessions/*/'));
  const alone = [...guidance('session', edition)];
  expect(alone).toEqual(inPlan.map(([path, words]) => [path.replace('/sessions/*', ''), words]));
});

test('for one level, the numbers of the other are left out', () => {
  const hours = (level?: 'hospital' | 'provincial') =>
    guidance('session', editionOf('session'), level).get('/online/hours')?.zh;
  expect(hours()).toBe('院级线上不少于 10 学时（六（二））；省级线上与线下学时之比不低于 7:3（六（一））');
  expect(hours('hospital')).toBe('院级线上不少于 10 学时（六（二））');
  expect(hours('provincial')).toBe('省级线上与线下学时之比不低于 7:3（六（一））');
});

/** Another value of the same kind. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') {
    if (/^\d{4}-/.test(value)) return plusDays(value, 1);
    return { center: 'host', online: 'offline' }[value] ?? value;
  }
  // Of a table, its rows; of a list, what it lists; of a document, its name.
  return Array.isArray(value) ? value.slice(0, -1) : { zh: '别的文件', en: 'another document' };
}

describe.each(bundledEditions)('hints from the $notice edition', (edition) => {
  const kinds = allKinds.filter((kind) => noticeOf(kind) === edition.notice);
  const hintsOf = (one: Edition) => kinds.map((kind) => [...guidance(kind, one)]);

  test.each(Object.keys(edition.values))('follow a change of %s', (name) => {
    const { value, clause } = edition.values[name] as { value: unknown; clause: string };
    const next = { ...edition, values: { ...edition.values, [name]: { value: changed(value), clause } } };
    expect(hintsOf(next)).not.toEqual(hintsOf(edition));
  });
});
