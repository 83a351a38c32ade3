import { test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { expectLessWork } from '../work.ts';
import { base, headers, row, sheetOf, type Value, workbook } from './made.ts';

const students = ['培训班编号*', '学员代号*', '出勤'];

const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

const sheets = (sessions: Value[][], more: Record<string, Value[][]> = {}): Record<string, Value[][]> => ({
  年度计划: base,
  培训班: sessions,
  ...more,
});

// As for texts: four times as much takes about four times the work, where comparing each with every other takes sixteen times.
test.each<[string, (size: number) => Record<string, Value[][]>, number]>([
  [
    'columns of the own',
    (size) =>
      sheets([
        [...headers, ...many(size, (index) => `甲${index}`)],
        [...row, ...many(size, () => 1)],
      ]),
    400,
  ],
  ['cells without a header', (size) => sheets([headers, [...row, ...many(size, () => 1)]]), 4_000],
  [
    'rows that belong to nothing',
    (size) =>
      sheets([headers, ...many(size, (index) => [`A${index}`, ...row.slice(1)])], {
        学员: [students, ...many(size, (index) => [`Z${index}`, `S${index}`, '全程'])],
      }),
    300,
  ],
])('four times as much in a workbook takes about four times the work: %s', async (_, made, size) => {
  const [usual, large] = [workbook(made(size)), workbook(made(4 * size))];
  const read = (bytes: Uint8Array) => () => load('a.xlsx', bytes);
  await expectLessWork(read(large), 12, read(usual));
});

test('cells of one row that are merged are each found at once', async () => {
  const bytes = (cells: number) =>
    workbook(sheets([headers, row, many(cells, () => 1)]), (book) => {
      sheetOf(book, '培训班')['!merges'] = many(4 * cells, (index) => {
        const column = cells - 1 - (index % 50);
        return { s: { r: 2, c: column }, e: { r: 3, c: column } };
      });
    });
  const [usual, large] = [bytes(1_000), bytes(4_000)];
  const read = (book: Uint8Array) => () => load('a.xlsx', book);
  await expectLessWork(read(large), 12, read(usual));
});
