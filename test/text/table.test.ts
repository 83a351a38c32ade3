import { describe, expect, test } from 'vitest';
import { boxed } from '../../src/text/table.ts';
import { width } from '../../src/text/width.ts';

const head = ['期限', 'subject', '事项'];
const rows = [
  ['2024-04-12', '海口1️⃣❤️医院👨‍👩‍👧🇨🇳', '报送培训总结，写明保障情况、经验做法和改进建议'],
  ['2024-12-31', 'training/hospital-online-duration', 'x'],
];
const lines = (columns?: number) => boxed(head, rows, columns).split('\n');

describe('a table', () => {
  test('has every cell whole, and lines of one width, where it goes to no terminal', () => {
    for (const cell of rows.flat()) expect(boxed(head, rows)).toContain(cell);
    // Emoji that are joined take more room in the library's eyes.
    expect(new Set(boxed(head, rows.slice(1)).split('\n').map(width)).size).toBe(1);
    expect(lines()).toHaveLength(6);
  });

  test('holds a text of more words than a call takes arguments', () => {
    const long = 'a '.repeat(200_000);
    expect(boxed(['a'], [[long]])).toContain(long);
  });

  test.each([40, 60, 80])('fits a terminal of %i columns and loses nothing', (columns) => {
    for (const line of lines(columns)) expect(width(line)).toBeLessThanOrEqual(columns);
    const shown = lines(columns)
      .slice(3, -1)
      .map((line) =>
        line
          .split('│')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    for (const column of [0, 1, 2])
      expect(shown.map((cells) => cells[column]).join('')).toBe(rows.map((cells) => cells[column]).join(''));
    expect(shown.map(([due]) => due)).toContain('2024-04-12');
  });
});
