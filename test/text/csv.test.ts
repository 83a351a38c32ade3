import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvText } from '../../src/text/csv.ts';

test.each(['-5', '-1.50', '+3', '-5%', '2024-05-08'])('%s is no formula and written as it is', (cell) => {
  expect(parse(csvText([['a'], [cell]]), { bom: true })).toEqual([['a'], [cell]]);
});

test.each(['-A', '-5-3', '-5元', '+cmd()', '=1', '@SUM(A1)', '-', '－5'])('%s is led by an apostrophe', (cell) => {
  expect(parse(csvText([['a'], [cell]]), { bom: true })).toEqual([['a'], [`'${cell}`]]);
});

test('a mark comes first, once, rows end as on Windows, and what parts cells is quoted', () => {
  expect(
    csvText([
      ['a', -3],
      ['-5', '甲,"乙"'],
    ]),
  ).toBe('\ufeffa,-3\r\n-5,"甲,""乙"""\r\n');
});
