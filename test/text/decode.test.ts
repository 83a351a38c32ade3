import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { encodeGbk } from '../writing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('any UTF-8 text is read as it is, with or without a byte-order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
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

test('UTF-8 with a damaged character is no GBK; the line is told', () => {
  const bytes = utf8('文种: 年度计划\n名称: 海口市人民医院\n备注: 海南\n');
  const cut = bytes.filter((_, index) => index !== bytes.length - 2);
  expect(decode(cut)).toEqual({ problem: 'damaged', line: 3 });
});

test('UTF-16, with and without its mark, and binary files are told apart', () => {
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x87, 0x65))).toEqual({ problem: 'utf-16' });
  expect(decode(Uint8Array.of(0xfe, 0xff, 0x65, 0x87))).toEqual({ problem: 'utf-16' });
  expect(decode(Buffer.from('kind: plan', 'utf16le'))).toEqual({ problem: 'binary' });
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
