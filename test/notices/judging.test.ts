import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/present.ts';
import { Bases } from '../../src/notices/bases.ts';
import { bundledEditions, type Edition, Editions } from '../../src/notices/edition.ts';

const editionOf = (notice: Edition['notice'], name: string, changes: Partial<Edition>): Edition => ({
  ...present(
    bundledEditions.find((each) => each.notice === notice),
    notice,
  ),
  edition: name,
  ...changes,
});
const judging = (...all: Edition[]) => new Editions(all, []).judging.map(({ edition }) => edition);

test('who helps by an edition in whose place another stands is no helper', () => {
  const corrected = editionOf('pairing', 'corrected', { values: {} });
  const isHelper = (...all: Edition[]) => new Bases(new Editions(all)).isHelper('海口市人民医院');
  expect([isHelper(), isHelper(corrected)]).toEqual([true, false]);
});

describe('an edition judges', () => {
  const old = editionOf('haikou', 'old', {
    issued: '2019-01-01',
    governs: { from: 2019, to: 2022, cities: ['海口市'] },
  });
  const later = (governs: Edition['governs']) => editionOf('haikou', 'later', { issued: '2020-01-01', governs });

  test.each([
    ['one in the middle of its years', { from: 2020, to: 2021 }, true],
    ['all but its first year', { from: 2020, to: 2022 }, true],
    ['all but its last year', { from: 2019, to: 2021 }, true],
    ['all its years', { from: 2019, to: 2022 }, false],
    ['all years', {}, false],
    ['all years of its city and another', { cities: ['文昌市', '海口市'] }, false],
    ['all years of another city', { cities: ['文昌市'] }, true],
  ])('still where a later one takes %s: %j', (_, governs, isJudging) => {
    expect(judging(old, later(governs))).toEqual(isJudging ? ['later', 'old'] : ['later']);
  });

  test('the other cities where it names none', () => {
    const everywhere = editionOf('haikou', 'everywhere', { issued: '2018-01-01', governs: {} });
    expect(judging(everywhere, later({ cities: ['海口市'] }))).toEqual(['later', 'everywhere']);
    expect(judging(everywhere, later({ to: 2030 }), later({ from: 2031 }))).toEqual(['later', 'later']);
  });

  test('pairs from its day on, if no other was issued on it', () => {
    const first = editionOf('pairing', 'first', { issued: '2020-07-13' });
    expect(judging(first, editionOf('pairing', 'next', { issued: '2020-07-14' }))).toEqual(['next', 'first']);
    expect(judging(editionOf('pairing', 'corrected', { issued: '2020-07-13' }), first)).toEqual(['corrected']);
  });
});
