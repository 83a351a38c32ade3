import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { encodeGb18030, encodeGbk } from '../writing.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));

const NOT_CAREFUL = '这个文件太大或错处太多，只按字面读了，没有细看每处错在哪里：先分成几个文件，或改好这里再查一次';

/** What a file comes to: its records and its findings, but for the one on its encoding. */
async function read(name: string, bytes: Uint8Array) {
  const { records, findings } = await load(name, bytes);
  const encodings = findings.filter(({ rule }) => rule === 'yaml/encoding');
  return {
    encodings: encodings.map(({ severity }) => severity),
    rest: {
      records: records.map((record) => ({ data: record.data(), positions: record.positions() })),
      findings: findings.filter((finding) => !encodings.includes(finding)),
    },
  };
}

test.each([
  // Two signs of the examples are not in GBK.
  ['GBK', encodeGbk, (text: string) => text.replace(/[⅓⅔]/g, '／')],
  ['GB18030', encodeGb18030],
  ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])(
  'every example in %s reads as it does in UTF-8, with a warning',
  async (_, encode, written = (text: string) => text) => {
    expect(examples.length).toBeGreaterThan(20);
    for (const name of examples) {
      const text = written(readFileSync(join(folder, name), 'utf8'));
      const plain = await read(name, Buffer.from(text));
      const other = await read(name, encode(text));
      expect(plain.encodings).toEqual([]);
      expect(other.encodings).toEqual(['warning']);
      expect(other.rest).toEqual(plain.rest);
    }
  },
);

test('of a file too large to look at closely it is what is wrong in it that says so, not its encoding', async () => {
  const text = `文种: 年度计划\n年度: 今年\n基地: {名称: 海口市人民医院, 类别: 住培基地}\n# ${'甲'.repeat(1_000_000)}\n`;
  const { findings } = await load('plan.yaml', encodeGbk(text));
  expect(findings.map(({ rule, remedy }) => [rule, remedy.zh.split('；').includes(NOT_CAREFUL)])).toEqual([
    ['yaml/encoding', false],
    ['schema/type', true],
  ]);
});

test('of a file that says nothing both its encoding and its emptiness are told', async () => {
  const { findings } = await load('plan.yaml', encodeGbk('# 还没有写\n'));
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['yaml/encoding', 'warning'],
    ['schema/required', 'error'],
  ]);
});
