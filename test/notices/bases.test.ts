import { describe, expect, test } from 'vitest';
import { Bases, renamedBases } from '../../src/notices/bases.ts';
import { Editions } from '../../src/notices/edition.ts';

const editions = new Editions();
const bases = new Bases(editions);
const isOne = (registry: Bases, one: string, other: string) =>
  registry.canonicalName(one) === registry.canonicalName(other);

test('a base that was renamed is known by the name of a notice, and by every later one', () => {
  const names = renamedBases.map(({ name, aliases }) => [name, aliases.map((alias) => [alias.name, alias.since])]);
  expect(names).toEqual([
    ['海南医学院第一附属医院', [['海南医科大学第一附属医院', 2024]]],
    ['海南医学院第二附属医院', [['海南医科大学第二附属医院', 2024]]],
    ['解放军第九二八医院', [['联勤保障部队第九二八医院', undefined]]],
    ['解放军总医院海南医院', [['中国人民解放军总医院海南医院', undefined]]],
  ]);
  const written = editions.names();
  for (const { name, aliases } of renamedBases) {
    expect(written).toContain(name);
    for (const alias of aliases) expect(isOne(bases, alias.name, name)).toBe(true);
  }
});

test.each([
  ['海南医学院 第一附属医院', '海南医学院第一附属医院'],
  ['海南省　人民\u00a0医院', '海南省人民医院'],
  ['海口市第４医院（西院）', '海口市第4医院(西院)'],
  ['东方市 人民医院', '东方市人民医院'],
])('blanks and full width make no other base: %s', (one, other) => expect(isOne(bases, one, other)).toBe(true));

test.each([
  ['海南医科大学第一附属医院', '海南医科大学第二附属医院'],
  ['解放军总医院海南医院', '解放军总医院'],
  ['海口市第三人民医院', '海口市第3人民医院'],
])('%s and %s are two', (one, other) => expect(isOne(bases, one, other)).toBe(false));

test.each([
  [['解放军总医院', '海南医院'], ['解放军总医院海南医院']],
  [
    ['海口市人民医院', '海南医学院', '第二', '附属医院'],
    ['海口市人民医院', '海南医学院第二附属医院'],
  ],
  [
    ['海南省人民医院', '海口市人民医院'],
    ['海南省人民医院', '海口市人民医院'],
  ],
  [
    ['甲医院', '乙医院'],
    ['甲医院', '乙医院'],
  ],
])('the parts of a name that is known are one: %j', (names, whole) => expect(bases.wholeNames(names)).toEqual(whole));

describe('what a config adds', () => {
  test('is known in parts too, but for parts that are names themselves', () => {
    const parts = ['甲大学', '乙医院'];
    expect(new Bases(editions, [{ name: '甲大学乙医院' }]).wholeNames(parts)).toEqual(['甲大学乙医院']);
    const listed = ['甲大学乙医院', ...parts].map((name) => ({ name }));
    expect(new Bases(editions, listed).wholeNames(parts)).toEqual(parts);
  });

  test('joins the registry: a name of its own for a base that has others there', () => {
    const registry = new Bases(editions, [{ name: '海医大一附院', aliases: ['海南医科大学第一附属医院'] }]);
    for (const name of ['海医大一附院', '海南医学院第一附属医院', '海南医科大学第一附属医院'])
      expect(registry.canonicalName(name)).toBe('海医大一附院');
    expect(registry.listedAs('海南医学院第一附属医院')?.name).toBe('海医大一附院');
    expect(registry.isHelper('海医大一附院')).toBe(true);
  });

  test('joins two bases that it says are one', () => {
    const registry = new Bases(editions, [
      { name: '甲医院', aliases: ['甲院'] },
      { name: '乙医院' },
      { name: '甲乙医院', aliases: ['乙医院', '甲院'] },
    ]);
    expect(new Set(['甲医院', '甲院', '乙医院', '甲乙医院'].map((name) => registry.canonicalName(name))).size).toBe(1);
  });

  test('makes its names known, and what is one character away from them near', () => {
    const registry = new Bases(editions, [{ name: '东方市人民医院', aliases: ['东方医院'] }]);
    expect(registry.knows('东方 医院')).toBe(true);
    expect(registry.near('东方医院')).toBeUndefined();
    expect(registry.near('东方市人民医阮')).toBe('东方市人民医院');
    expect(bases.near('东方市人民医阮')).toBeUndefined();
  });
});
