import { expect, test } from 'vitest';
import { closedCodesAt, codesAt, keysAt } from '../../../src/schema/vocabulary/code-name.ts';
import {
  itemShape,
  kindDescription,
  kinds,
  type ObjectShape,
  propertyAt,
  shapeOfKind,
  type TextShape,
} from '../../../src/schema/vocabulary/shape.ts';

test.each([
  ['/offline/hours', 'hours'],
  ['/offline/0/hours', 'hours'],
  ['/offline/0', 'offline'],
  ['/participants/12/certificate/number', 'number'],
  ['/offline/hours2', undefined],
  ['/headcount2', undefined],
])('%s of a session leads to %s', (path, name) => {
  expect(propertyAt('session', path)?.name).toBe(name);
});

test('the keys of an object are told without its notes, all or those of one type', () => {
  const named = (...asked: Parameters<typeof keysAt>) => keysAt(...asked).map(({ name }) => name);
  expect(named('session', '/participants/0/certificate')).toEqual(['number', 'validUntil', 'registered']);
  expect(named('session', '/preparation', 'date')).toEqual(['start', 'team', 'scheme', 'collectivePrep']);
});

test('each key and kind is described in each language by itself', () => {
  for (const { code } of kinds) {
    const { properties } = shapeOfKind(code) as ObjectShape;
    for (const { zh, en } of [kindDescription(code), ...properties.map(({ description }) => description)]) {
      expect(zh).toMatch(/^[^/]*[\u4e00-\u9fff][^/]*$/);
      expect(en).toMatch(/^[\x20-\x7e]*[a-z]/);
    }
  }
});

test('what says in another way what other keys say is an alternative to them', () => {
  const { shape } = propertyAt('session', '/offline') ?? {};
  const { properties } = shape as ObjectShape;
  expect(properties.filter(({ alternative }) => alternative).map(({ name }) => name)).toEqual(['dates', 'days']);
});

test('a key or code has no synonyms, examples or units where its schema tells none', () => {
  expect(propertyAt('city-program', '/institutions/0/postUplift')).toMatchObject({
    synonyms: [],
    shape: { units: [] },
  });
  expect(propertyAt('session', '/venue')?.examples).toEqual([]);
  const specialty = itemShape(propertyAt('session', '/specialty')?.shape) as TextShape;
  expect(specialty.codes).toContainEqual({ code: 'pediatrics', title: '儿科', synonyms: [] });
});

test('codes beside which any text may stand are not all that can', () => {
  expect(codesAt('session', '/topics')).not.toEqual([]);
  expect(closedCodesAt('session', '/topics')).toEqual([]);
  expect(closedCodesAt('session', '/audience')).toEqual(codesAt('session', '/audience'));
  expect(codesAt('session', '/title')).toEqual([]);
});
