import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { saysNothing } from '../../src/schema/values/nothing.ts';
import { anyText } from '../any-text.ts';
import { tries } from '../sample.ts';
import { filled, imported, recordOf } from './filled.ts';

const root = join(import.meta.dirname, '../../examples');
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('config.yaml'))
  // Two sessions of the first have the same id, and rows of other sheets cannot tell them apart; the second has values that
  // only YAML can get so wrong; a row has room for one part of a kind, and the others have several.
  .filter(
    (name) =>
      ![
        'residency/draft.yaml',
        'residency/draft-typing.yaml',
        'as-written/saturdays.yaml',
        'as-written/half-days.yaml',
      ].includes(name.replaceAll('\\', '/')),
  )
  .sort();

describe('a record filled into a workbook and imported is the same record', () => {
  test.each(examples)('%s', async (name) => {
    const { records } = await load(name, readFileSync(join(root, name)));
    for (const { kind, data } of records) {
      const record = data() as unknown as Record<string, unknown>;
      const workbook = await filled(kind, record);
      expect(await recordOf(await imported(workbook))).toEqual(record);
      expect(await recordOf(await imported(workbook, 'en'))).toEqual(record);
    }
  });

  test('another program that opens and saves it changes nothing', async () => {
    const record = await recordOf(readFileSync(join(root, 'residency/plan.yaml')));
    const workbook = await filled('plan', record);
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(workbook.buffer as ArrayBuffer);
    const saved = await opened.xlsx.writeBuffer();
    expect(await recordOf(await imported(new Uint8Array(saved)))).toEqual(record);
  });
});

const day = fc
  .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** What an author may type into a cell that says something and no file format changes. */
const typed = fc
  .oneof(
    fc.constantFrom(
      '是',
      '否',
      'true',
      '~',
      'null',
      '007',
      '1:2',
      '# x',
      'a # b',
      'a  # 培训班!A1',
      '=1+1',
      '- a',
      'a: b',
      '{',
      '[a]',
      '"',
      "'",
      '\\a',
      '3',
      '1e3',
      '２０',
      '@x',
      '，',
      '--- a',
      '2024-05-08',
      '第一行\n第二行',
      'a\u0085b',
      'a\u2028b',
      '\u202eabc',
      'x'.repeat(300),
    ),
    anyText({ minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  )
  // What XML cannot hold, what Excel itself would read as an escape, and what has no width.
  .map((text) => text.replace(/[^\P{Cc}\n\x85]|[\ufffe\uffff]|_x[0-9a-f]{4}_|[\u200b-\u200d\ufeff]/giu, '').trim())
  .filter((text) => text !== '' && !saysNothing(text));

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const session = fc.record({
  id: typed,
  title: typed,
  level: fc.constantFrom('hospital', 'provincial'),
  audience: fc.uniqueArray(fc.constantFrom('managers', 'faculty'), { minLength: 1 }),
  specialty: optional(
    fc.uniqueArray(fc.constantFrom('internal-medicine', 'general-practice', '消化内科', 'a,b'), { minLength: 1 }),
  ),
  headcount: optional(fc.integer({ min: 1, max: 1_000_000 })),
  topics: optional(
    fc.uniqueArray(fc.constantFrom('policy', 'two-standards', 'teaching-methods', '慢病管理', 'a,b'), { minLength: 1 }),
  ),
  offline: optional(
    fc.record({
      start: day,
      end: day,
      hours: fc.constantFrom(0.5, 8, 12.25, 0.1),
      signIn: optional(fc.boolean()),
      notes: optional(typed),
    }),
  ),
  publicity: optional(fc.array(fc.record({ title: typed, date: optional(day) }), { minLength: 1, maxLength: 3 })),
  notes: optional(typed),
});

const plan = fc.record({
  kind: fc.constant('plan'),
  year: fc.integer({ min: 1900, max: 2999 }),
  base: fc.record({ name: typed, types: fc.constant(['residency']) }),
  sessions: fc.uniqueArray(session, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  notes: optional(typed),
});

/** Without what is undefined. */
const compact = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('whatever is typed comes out as typed', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (generated) => {
      const record = compact(generated) as Record<string, unknown>;
      expect(await recordOf(await imported(await filled('plan' as Kind, record)))).toEqual(record);
    }),
    { numRuns: tries(10), seed: 20240508 },
  );
});
