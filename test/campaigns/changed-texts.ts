import type { Draw } from '../laws/writing.ts';
import { encodeGb18030 } from '../writing.ts';

const from = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)] as Item;

/** Values that a hand, a spreadsheet or a machine puts where another was asked. */
const VALUES = [
  ...[
    '',
    '~',
    'null',
    '真',
    '是',
    'true',
    'no',
    '0',
    '-1',
    '1e400',
    '0x1f',
    '9'.repeat(400),
    '1,000',
    '约 30',
    '1/3',
    '３０',
  ],
  ...['2024-02-30', '2024/5/8', '5月', '2024年5月8日', '08.05.2024', '2024-05-08T00:00:00Z', '45420', '上半年', '待定'],
  ...[
    '[]',
    '{}',
    '[[[[[]]]]]',
    '{ a: { b: 1 } }',
    '- x',
    '*a',
    '&a 1',
    '!!int "7"',
    '!own x',
    '<<: *a',
    '|',
    '>-\n  x',
  ],
  ...[
    '"',
    "'",
    '"\\u202e"',
    '“甲”',
    '海口市人民医院',
    '住培基地、助理全科',
    '内科，外科',
    '# 人数',
    ': ',
    '？',
    '%x',
    '@',
    '`x`',
  ],
];

const SIGNS = [
  ...[
    '\t',
    '　',
    '\u00a0',
    '\u200b',
    '\u200e',
    '\u061c',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u{e0041}',
    '\u0000',
    '\u001b[2J',
    '\u0085',
  ],
  ...[
    '\u2028',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '：',
    ':',
    '，',
    ',',
    '；',
    '“',
    '"',
    "'",
    '（',
    '－',
    '- ',
    '—',
    '#',
    '＃',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '&a ',
    '*a',
    '!t ',
    '| ',
    '> ',
    '%',
    '@',
    '`',
    '? ',
    '---\n',
    '...\n',
    '\u{1f468}\u200d\u{1f469}',
    '\ud800',
    '<<: ',
    '::x::',
    '##[x]',
  ],
];

const onLine = (text: string, draw: Draw, change: (line: string, lines: string[], at: number) => string): string => {
  const lines = text.split('\n');
  const at = draw(lines.length);
  lines[at] = change(lines[at] ?? '', lines, at);
  return lines.join('\n');
};

/** What a hand does to a text of YAML, each by one draw. */
const CHANGES: ((text: string, draw: Draw) => string)[] = [
  // Another value, key, or both left out.
  (text, draw) => onLine(text, draw, (line) => line.replace(/(:\s*)\S.*$/, (_, colon) => colon + from(VALUES, draw))),
  (text, draw) => onLine(text, draw, (line) => line.replace(/[^\s:-]+(?=\s*:)/, (key) => slipped(key, draw))),
  (text, draw) => onLine(text, draw, (line) => line.replace(/:.*$/, from(['', ':', '：', ' =', ' ：', ':x'], draw))),
  // Indentation, full width, quotation marks.
  (text, draw) => onLine(text, draw, (line) => from([' ', '  ', '\t', '　', ''], draw) + line.replace(/^ {0,2}/, '')),
  (text, draw) => onLine(text, draw, (line) => line.replace(/[!-~]/g, (sign) => (draw(3) === 0 ? wide(sign) : sign))),
  (text, draw) => onLine(text, draw, (line) => line.replace(/: /, '：').replaceAll(', ', '，')),
  (text, draw) => onLine(text, draw, (line) => line.replace(/\S+$/, (word) => `${from(['"', "'", '“'], draw)}${word}`)),
  // A line twice, elsewhere, away; an anchor, a tag.
  (text, draw) => onLine(text, draw, (line) => `${line}\n${line}`),
  (text, draw) => onLine(text, draw, (line, lines) => `${line}\n${from(lines, draw)}`),
  (text, draw) => onLine(text, draw, () => ''),
  (text, draw) =>
    onLine(text, draw, (line) => line.replace(/: (?=\S)/, from([': &甲 ', ': !!str ', ': *甲 #', ': !x '], draw))),
  // A sign anywhere, cut short, one piece said many times.
  (text, draw) => put(text, draw, from(SIGNS, draw)),
  (text, draw) => put(text, draw, from(SIGNS, draw)),
  (text, draw) => text.slice(0, draw(text.length + 1)),
  (text, draw) => put(text, draw, from([...SIGNS, ...VALUES], draw).repeat(1 + draw(60))),
  (text, draw) => `${text}\n---\n${text.slice(draw(text.length + 1))}`,
];

/** A text with one thing changed. */
export const changed = (text: string, draw: Draw): string => from(CHANGES, draw)(text, draw).slice(0, 30_000);

const put = (text: string, draw: Draw, sign: string): string => {
  const at = draw(text.length + 1);
  return text.slice(0, at) + sign + text.slice(at + draw(2));
};

const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/** A key with one letter away, doubled or in other case. */
function slipped(key: string, draw: Draw): string {
  const at = draw(key.length);
  return from([key.slice(0, at) + key.slice(at + 1), key.slice(0, at) + key.slice(at - 1), key.toUpperCase()], draw);
}

/** A text as bytes: most often UTF-8, whole; else with a mark, in another encoding, or broken in the middle of a sign. */
export function inBytes(text: string, draw: Draw): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  switch (draw(16)) {
    case 0:
      return encodeGb18030(text.replace(/[\ud800-\udfff]/g, '？'));
    case 1:
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 2:
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    case 3:
      return new TextEncoder().encode(`\ufeff${text}`);
    case 4: {
      const at = draw(utf8.length + 1);
      return Uint8Array.of(...utf8.slice(0, at), ...[0xff, 0x81, 0xe4].slice(draw(3)), ...utf8.slice(at + draw(3)));
    }
    default:
      return utf8;
  }
}
