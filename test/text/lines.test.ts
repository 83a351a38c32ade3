import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from '../../src/text/lines.ts';

const texts = fc
  .array(fc.constantFrom('a', '海', '𠮷', '😀', '\n', '\r\n', ' ', 'é'), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('lines and columns count code points from 1', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, seed) => {
      const characters = [...text];
      const place = seed % (characters.length + 1);
      const before = characters.slice(0, place);
      const offset = before.join('').length;
      const { line, column } = new Lines(text).range(offset, offset);
      expect(line).toBe(before.filter((character) => character === '\n').length + 1);
      expect(column).toBe(place - before.lastIndexOf('\n'));
      expect(new Lines(text).lineAt(offset)).toBe(line);
      expect(new Lines(text).offsetAt(line, column)).toBe(offset);
    }),
  );
});

test('the text of every line comes without its break', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = new Lines(text);
      const expected = text.split('\n').map((line) => line.replace(/\r$/, ''));
      expect(expected.map((_, index) => lines.lineText(index + 1))).toEqual(expected);
    }),
  );
});

test('a range leaves out the blanks and breaks at its end', () => {
  const text = '名称: 海口 \n\n年度: 2024\n';
  expect(new Lines(text).range(4, 9)).toEqual({ line: 1, column: 5, endLine: 1, endColumn: 7 });
});

test('a line too long to show is not shown, and its columns still count', () => {
  const long = '😀'.repeat(10_000);
  const lines = new Lines(`${long}x\n短`);
  expect(lines.lineText(1)).toBe('');
  expect(lines.lineText(2)).toBe('短');
  expect(lines.range(20_000, 20_001)).toEqual({ line: 1, column: 10_001, endLine: 1, endColumn: 10_002 });
});
