import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { importWorkbook } from '../../src/workbook/import.ts';
import { anyText } from '../any-text.ts';
import { filled } from './filled.ts';

/** How many damaged workbooks are read: some in every run, thousands where `FUZZ` says so. */
const RUNS = Number(process.env.FUZZ ?? 75);

const record = {
  kind: 'plan',
  year: 2024,
  base: { name: '海口市人民医院', types: ['residency'] },
  sessions: [
    { id: 'A', title: '甲', level: 'hospital', audience: ['faculty'], headcount: 40, offline: { start: '2024-05-08' } },
    {
      id: 'B',
      title: '乙',
      level: 'hospital',
      audience: ['managers'],
      publicity: [{ title: '丙', date: '2024-05-09' }],
    },
  ],
};
const whole = unzipSync(await filled('plan', record));
const names = Object.keys(whole);
const texts = names.filter((name) => /\.(?:xml|rels)$/.test(name));

/** What may stand in the place of a stretch of a part. */
const inserted = fc.oneof(
  fc.constantFrom(
    '',
    '<',
    '>',
    '"',
    '&',
    '&#0;',
    '&#x10FFFF;',
    '&#x110000;',
    '&lol;',
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>',
    '<![CDATA[',
    '<!--',
    '<?xml?>',
    '<c r="A0"/>',
    '<c r="XFE1048577" t="s"><v>1</v></c>',
    '<c r="B2" t="s"><v>99999999</v></c>',
    '<c r="B2" t="d"><v>2024-13-45</v></c>',
    '<c r="B2" s="-1"><v>1e400</v></c>',
    '<v>NaN</v>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="Z9:A1"/>',
    '../../../../etc/passwd',
    'http://127.0.0.1/',
    '-1',
    '1e999',
    '9999999999',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '＊',
    'x'.repeat(5000),
    '<a>'.repeat(3000),
  ),
  anyText({ maxLength: 30 }),
);

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** A change to one part: a stretch of it replaced, repeated, or the part lost, emptied or taken for another. */
const change = fc.record({
  part: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'repeat', 'cut', 'drop', 'swap'),
  at: place,
  length: fc.nat({ max: 60 }),
  text: inserted,
  other: fc.nat(),
});

function damaged(changes: readonly (typeof change extends fc.Arbitrary<infer Change> ? Change : never)[]): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...whole };
  for (const { part, how, at, length, text, other } of changes) {
    const name = texts[part % texts.length] as string;
    const source = strFromU8(parts[name] ?? new Uint8Array());
    const from = Math.floor(at * source.length);
    if (how === 'drop') delete parts[name];
    else if (how === 'swap') parts[name] = whole[names[other % names.length] as string] as Uint8Array;
    else if (how === 'cut') parts[name] = strToU8(source.slice(0, from));
    else {
      const stretch = source.slice(from, from + length);
      const now = how === 'repeat' ? stretch.repeat(200) : text;
      parts[name] = strToU8(source.slice(0, from) + now + source.slice(from + length));
    }
  }
  return zipSync(parts, { level: 1 });
}

/** A workbook is read, or refused in words. */
async function survives(bytes: Uint8Array): Promise<void> {
  const { findings } = await load('计划.xlsx', bytes);
  for (const { message } of findings) expect(Object.values(message)).not.toContain('');
  try {
    importWorkbook('计划.xlsx', bytes, 'zh');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toBe('');
  }
}

describe('a workbook whose parts are damaged is read or refused, and nothing else', () => {
  test('parts with stretches replaced, repeated, cut off, lost or taken for one another', {
    timeout: RUNS * 1500,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => survives(damaged(changes))),
      { numRuns: RUNS, seed: 20240508 },
    );
  });

  test('archives with bytes changed', { timeout: RUNS * 1500 }, async () => {
    const archive = zipSync(whole);
    const flips = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(flips, async (all) => {
        const bytes = archive.slice();
        for (const [at, byte] of all) bytes[Math.floor(at * (bytes.length - 1))] = byte;
        await survives(bytes);
      }),
      { numRuns: RUNS, seed: 20240508 },
    );
  });
});
