import { describe, expect, test } from 'vitest';
import { inert, JsonList, jsonText, longJson, visible } from '../../src/text/visible.ts';

describe('what cannot be seen', () => {
  test.each([
    ['\u200e', '\\u200e'],
    ['\u200f', '\\u200f'],
    ['\u061c', '\\u061c'],
    ['\u200b', '\\u200b'],
    ['\u200d', '\\u200d'],
    ['\u2060', '\\u2060'],
    ['\u00ad', '\\u00ad'],
    ['\u3164', '\\u3164'],
    ['\ufe0f', '\\ufe0f'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\u{e0100}', '\\udb40\\udd00'],
    ['\u202e', '\\u202e'],
    ['\x1b', '\\u001b'],
  ])('%j is shown as its code, also in JSON, which keeps its value', (sign, code) => {
    expect(visible(`a${sign}b`)).toBe(`a${code}b`);
    const written = jsonText({ name: `a${sign}b` });
    expect(written).toContain(`a${code}b`);
    expect(JSON.parse(written)).toEqual({ name: `a${sign}b` });
  });

  test.each(['a\nb', 'a\r\nb'])('a line break, %j, is shown as its sign; JSON keeps it', (text) => {
    expect(visible(text)).toBe('a⏎b');
    expect(JSON.parse(jsonText(text))).toBe(text);
  });

  test.each(['1️⃣❤️⚠️☎️✈️', '👨‍👩‍👧', '🏳️‍🌈', '🇨🇳', '字\u{e0100}', 'é', '①“”〔〕'])('%s has nothing hidden', (text) => {
    expect(visible(text)).toBe(text);
    expect(jsonText(text)).toBe(`"${text}"\n`);
  });
});

describe('to the log of a CI service', () => {
  // How the runners of GitHub, Azure Pipelines and TeamCity find commands.
  const COMMAND = /^\s*::|##(?:vso|teamcity)?\[/m;
  test.each([
    '::error::x',
    '  ::stop-commands::x',
    'a\n::x',
    '\t::x',
    'a\r::x',
    'a\r\n  ::x',
    'x ##[group]y',
    '##vso[task.x]y',
    "a##teamcity[x 'y']",
  ])('%j is no command', (text) => {
    expect(text).toMatch(COMMAND);
    expect(inert(text)).not.toMatch(COMMAND);
    const written = jsonText([text]);
    expect(written).not.toMatch(COMMAND);
    expect(JSON.parse(written)).toEqual([text]);
  });

  test('U+0085 before a command is a blank to the runners of .NET', () => {
    expect(inert('a\n \u0085::x')).toBe('a\n \u0085: :x');
  });

  test.each(['a::b', 'a\r\nb ::c', '## 标题', '#[x]', '### [链接](x)'])('%j stays as it is', (text) => {
    expect(inert(text)).toBe(text);
  });
});

test.each([0, 1, 500, 501, 1200])('long JSON is the same text in pieces: %i members', (length) => {
  const items = Array.from({ length }, (_, at) => `##[group]\u200b${at}`);
  const of = (text: string) => ({ text, more: { text }, none: [] });
  const [before, after] = [
    { a: 1, b: { c: ['d', {}] } },
    { e: null, f: [] },
  ];
  expect(String(longJson({ ...before, items: new JsonList(items, of), ...after }))).toBe(
    jsonText({ ...before, items: items.map(of), ...after }),
  );
});
