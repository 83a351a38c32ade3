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

  test.each([30, 40, 60, 80])(
    'of many columns fits a terminal of %i, dates whole, the last columns in one',
    (columns) => {
      const many = [
        ['期限', '剩余', '状态', '责任方', '对象', '事项', '规则', '条款', '位置'],
        [
          '2024-04-12',
          '-3',
          '已逾期',
          '海口市人民医院',
          '',
          '报送总结',
          'training/summary',
          '六（二）',
          'plan.yaml:14',
        ],
        [
          '2024-12-31',
          '260',
          '未到期',
          '三亚中心医院',
          '内科师资班',
          '集体备课',
          'training/prep',
          '六',
          'plan.yaml:20',
        ],
      ];
      const [first = [], ...others] = many;
      const shown = boxed(first, others, columns).split('\n');
      for (const line of shown) expect(width(line)).toBeLessThanOrEqual(columns);
      for (const due of ['2024-04-12', '2024-12-31'])
        expect(shown.some((line) => line.includes(` ${due} `))).toBe(true);
      expect(shown.find((line) => line.includes('位置'))).not.toContain('期限');
      const characters = (text: string) => [...text.replace(/[\s┌┬┐├┼┤└┴┘─│]/g, '')].sort().join('');
      expect(characters(shown.join(''))).toBe(characters(many.flat().join('')));
    },
  );
});
