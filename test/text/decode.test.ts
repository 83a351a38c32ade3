import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { anyText } from '../any-text.ts';
import { encodeGb18030, encodeGbk } from '../writing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('any UTF-8 text is read as it is, with or without a byte-order mark', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8' });
      expect(decode(utf8(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8' });
    }),
  );
});

test('GBK is read as such', () => {
  const text = '文种: 年度计划\n基地: 海口市人民医院\n';
  expect(decode(encodeGbk(text))).toEqual({ text, encoding: 'gb18030' });
});

/** Chinese characters of common use, in the order of GB2312. */
const common = new TextDecoder('gbk').decode(
  Uint8Array.from(Array.from({ length: 72 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)]).flat()),
);

const chinese = (minLength: number, maxLength: number) =>
  fc
    .array(fc.nat(common.length - 1), { minLength, maxLength, size: 'max' })
    .map((places) => places.map((place) => (common[place] === '\ufffd' ? '中' : common[place])).join(''));

test.each([
  ['GBK', encodeGbk, 'gb18030'],
  ['GB18030', encodeGb18030, 'gb18030'],
  ['UTF-8', utf8, 'utf-8'],
  ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16'],
  ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16'],
])('any Chinese text in %s is read as such', (_, encode, encoding) => {
  fc.assert(
    // Of ten characters or more: a shorter text in GBK may be valid UTF-8 too, and is then taken for that.
    fc.property(chinese(10, 400), (text) => {
      expect(decode(encode(text))).toEqual({ text, encoding });
    }),
    { seed: 20_240_320, numRuns: 300 },
  );
});

test('of GBK texts of up to 5,000 characters at most one in ten thousand passes for UTF-8, and it is a short one', () => {
  // A character that is valid UTF-8 by itself may follow on such a one alone.
  const both = [...common].filter((character) => decodes(encodeGbk(character))).length / common.length;
  const sum = Array.from({ length: 5000 }, (_, index) => both ** (index + 1)).reduce((one, other) => one + other);
  expect(sum / 5000).toBeLessThan(1e-4);
});

function decodes(bytes: Uint8Array): boolean {
  const decoded = decode(bytes);
  return 'encoding' in decoded && decoded.encoding === 'utf-8';
}

test('a few Chinese characters are enough for GBK, and none of them a sign of damage', () => {
  for (const text of ['海', 'name: 海口市人民医院\n', 'host: 三亚医院 # 医院医院医院\n'])
    expect(decode(encodeGbk(text))).toEqual({ text, encoding: 'gb18030' });
});

test('UTF-8 with a damaged character is no GBK; the line is told', () => {
  const text = '文种: 年度计划\n名称: 海口市人民医院\n备注: 海南\n';
  const bytes = utf8(text);
  const cut = bytes.filter((_, index) => index !== bytes.length - 2);
  expect(decode(cut)).toEqual({ problem: 'damaged', line: 3 });
  fc.assert(
    fc.property(chinese(8, 60), fc.nat(), fc.constantFrom(undefined, 0x3f, 0x85, 0xe6), (line, at, byte) => {
      const whole = utf8(`kind: plan\nnotes: ${line}\n`);
      const place = 18 + (at % (line.length * 3));
      fc.pre(whole[place] !== byte);
      const spoilt = Uint8Array.from([
        ...whole.subarray(0, place),
        ...(byte ? [byte] : []),
        ...whole.subarray(place + 1),
      ]);
      fc.pre(!decodes(spoilt));
      expect(decode(spoilt)).toEqual({ problem: 'damaged', line: 2 });
    }),
    { seed: 20_240_321, numRuns: 500 },
  );
});

test('Chinese that was garbled on its way is told, and is no text', () => {
  const text = '文种: 年度计划\n年度: 2024\n基地:\n  名称: 海口市人民医院\n  类别: [住培基地]\n';
  const misread = new TextDecoder('gbk').decode(utf8(text.repeat(2)));
  expect(decode(utf8(misread))).toEqual({ problem: 'misread' });
  expect(decode(Buffer.from(`\ufeff${misread}`, 'utf16le'))).toEqual({ problem: 'misread' });
  const marks = (lost: string) => utf8(lost.replace(/[^\0-\x7f]/g, '?'));
  expect(decode(marks(text))).toEqual({ problem: 'question-marks' });
  expect(decode(marks('kind: plan\nname: 海口\ntitle: 教学\nplace: 医院\n'))).toEqual({ problem: 'question-marks' });
  expect(decode(utf8('title: ??\nnotes: what is this? and this??\n'))).toHaveProperty('encoding', 'utf-8');
});

/** A text as a program saves it that reads its bytes in another encoding. */
const readAs = (encoding: string, bytes: Uint8Array) => utf8(new TextDecoder(encoding).decode(bytes));

test.each([
  ['Chinese keys', '文种: 结对帮扶\n培训基地: 海口市人民医院\n对口帮扶基地: 儋州市人民医院\n'],
  ['English keys', 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\ncommunication: 电话\n'],
  ['hardly any Chinese', 'kind: city-program\ncity: 海口\nyear: 2025\n'],
  ['values in brackets', 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: [residency]}\n'],
])('text with %s that was read in another encoding and saved is told, and is no text', (_, text) => {
  expect(decode(readAs('utf-8', encodeGbk(text)))).toEqual({ problem: 'replaced' });
  for (const bytes of [utf8(text), encodeGbk(text)]) {
    expect(decode(readAs('windows-1252', bytes))).toEqual({ problem: 'western' });
    expect(decode(utf8(Buffer.from(bytes).toString('latin1')))).toEqual({ problem: 'western' });
  }
});

test.each([
  ['one character damaged', '文种: 年度计划\n名称: 海口市人民医\ufffd\n'],
  ['one damaged in a few', 'kind: city-program\ncity: 海\ufffd\n'],
  ['a damaged note', 'kind: plan\nname: 海口市人民医院\nnotes: \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\n'],
  ['damaged comments', '# \ufffd\ufffd\ufffd\ufffd\nkind: plan # \ufffd\ufffd\ufffd\ufffd\nname: 海口医院\n'],
  ['a name that is left open', 'kind: plan\nname: ××××\ntitle: ……“××”——\n'],
  ['Western names', 'kind: plan\nname: Clínica São José, Ação Médica\n'],
])('text with %s is sound', (_, text) => {
  expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8' });
});

test('binary files are told apart', () => {
  expect(decode(Buffer.from('kind: plan', 'utf16le'))).toEqual({ problem: 'binary' });
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toEqual({ problem: 'binary' });
  expect(decode(Uint8Array.of(0x50, 0x4c, 3, 4, 0, 0))).toEqual({ problem: 'binary' });
  expect(decode(Uint8Array.of(0x61, 0xff, 0xff))).toEqual({ problem: 'neither' });
});

test.each([
  ['excel', 'PK\x03\x04…xl/workbook.xml'],
  ['word', 'PK\x03\x04…word/document.xml'],
  ['zip', 'PK\x03\x04…photo.jpg'],
  ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF-1.7'],
])('a file of another program (%s) is told, whatever its name', (problem, content) => {
  expect(decode(Buffer.from(content.replace('…', '\0'), 'latin1'))).toEqual({ problem });
});

test('whatever the bytes, it never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decode(bytes);
      expect('text' in decoded || 'problem' in decoded).toBe(true);
    }),
  );
});
