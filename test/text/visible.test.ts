import { expect, test } from 'vitest';
import { visible, visibleAtStart, visibleCharacters } from '../../src/text/visible.ts';

test('what a build runner takes for a command is parted, wherever it stands', () => {
  expect(visible('a ##[set-output name=x]b')).toBe('a ## [set-output name=x]b');
  expect(visible('##vso[task.setvariable variable=a]b')).toBe('## vso[task.setvariable variable=a]b');
  expect(visible('## 一、培训 [1] ###')).toBe('## 一、培训 [1] ###');
});

test('two colons are parted only where they begin a line', () => {
  expect(visibleAtStart('::stop-commands::x')).toBe(': :stop-commands::x');
  expect(visibleAtStart('a::b')).toBe('a::b');
  expect(visible('::a')).toBe('::a');
});

test('the characters of a line make the line, each at its place', () => {
  for (const line of ['麻##[a]', '😀###vso[b', 'a\tb\u0000c', '']) {
    const characters = visibleCharacters(line);
    expect(characters.join('')).toBe(visible(line));
    expect(characters).toHaveLength([...line].length);
  }
});
