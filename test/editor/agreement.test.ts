import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isCalendarDate } from '../../src/calendar/date.ts';
import { editorSchema, type Keys } from '../../src/editor/schema.ts';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { isEvery, oneOfEach } from '../sample.ts';
import { around, type Entry, fullRecord, type Node, replaced, scalar, walk, withEntry, write } from '../writing.ts';

const root = join(import.meta.dirname, '../..');
const kinds: Kind[] = ['plan', 'session', 'province', 'pairing', 'city-program'];

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  // Written out at every place that refers to it, a definition takes much longer to compile.
  inlineRefs: false,
  code: { optimize: false },
});
ajv.addVocabulary(['errorMessage', 'enumDescriptions', 'defaultSnippets']);
ajv.addFormat('date', isCalendarDate);

function compiled(kind: Kind | undefined, keys: Keys): ValidateFunction {
  const schema = editorSchema(kind, keys, 'zh');
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  return ajv.compile(schema);
}

const valuesOf = (text: string) => parseAllDocuments(text).map((document) => document.toJS() as unknown);
const anyRecord = compiled(undefined, 'both');
const schemas = new Map(kinds.map((kind) => [kind, compiled(kind, 'both')]));

/** Whether the editor takes each document of a file, and whether a check has something to say of its form. */
async function verdicts(text: string, values = valuesOf(text)): Promise<{ editor: boolean[]; check: boolean[] }> {
  const { findings, recordCount } = await load('record.yaml', new TextEncoder().encode(text));
  const wrong = new Set(
    findings.filter(({ rule }) => /^(schema|yaml\/dup)/.test(rule)).map(({ record }) => record ?? 0),
  );
  return {
    editor: values.map((value) => anyRecord(value)),
    check: Array.from({ length: recordCount }, (_, index) => !wrong.has(index)),
  };
}

async function expectAgreement(text: string, what: string, kind?: Kind): Promise<void> {
  const values = valuesOf(text);
  const { editor, check } = await verdicts(text, values);
  expect(editor, what).toEqual(check);
  if (kind)
    expect(
      values.map((value) => schemas.get(kind)?.(value)),
      what,
    ).toEqual(check);
}

/** Has records of a kind in one file, each told from the others by its line. */
async function expectAgreementOnEach(records: readonly string[], kind: Kind): Promise<void> {
  const text = records.join('---\n');
  const values = valuesOf(text);
  const { editor, check } = await verdicts(text, values);
  const byRecord = (taken: readonly unknown[]) => records.map((record, index) => `${taken[index]}: ${record}`);
  expect(check).toHaveLength(records.length);
  expect(byRecord(editor)).toEqual(byRecord(check));
  expect(byRecord(values.map((value) => schemas.get(kind)?.(value)))).toEqual(byRecord(check));
}

test('examples and fixtures are taken or refused as a check does', async () => {
  const files = globSync(['examples/**/*.yaml', 'test/rules/**/*.yaml'], {
    cwd: root,
    // An editor's parser does not get past the slips of the latter.
    ignore: ['**/hn-gp.config.yaml', '**/draft-typing.yaml'],
  }).sort();
  expect(files.length).toBeGreaterThan(200);
  for (const file of oneOfEach(8, files)) await expectAgreement(readFileSync(join(root, file), 'utf8'), file);
});

test.each([
  [
    'blanks around a quoted word',
    'kind: plan\nyear: 2024\nbase: {name: 甲, types: [" tcm "]}',
    { editor: false, check: true },
  ],
  [
    'blanks around a quoted key',
    'kind: plan\n"year ": 2024\nbase: {name: 甲, types: [tcm]}',
    { editor: false, check: true },
  ],
])('the exceptions: %s', async (_, text, { editor, check }) => {
  expect(await verdicts(text)).toEqual({ editor: [editor], check: [check] });
});

test('what is no record is refused', async () => {
  for (const text of ['~', '[]', '计划', '{}', '文种:', '文种: []', 'kind: plans', '文种: 年度计划\nkind: plan'])
    await expectAgreement(text, text);
});

test('a list of hosts that must be there names one at least', async () => {
  const hosts = ['[无]', '[／, 待定]', '[无, 甲]', '["  "]', '[甲]', '无', '甲'];
  const sessions = hosts.map((host) => `{title: A, level: provincial, audience: faculty, host: ${host}}`);
  for (const session of sessions)
    await expectAgreement(`kind: province\nyear: 2024\nsessions: [${session}]\n`, session, 'province');
});

describe.each(['zh', 'en'] as const)('--keys %s', (keys) => {
  const one = compiled(undefined, keys);
  test.each(kinds)('takes a %s in this language alone', (kind) => {
    for (const lang of ['zh', 'en'] as const)
      expect(one(valuesOf(write(fullRecord(kind), lang, 'block').text)[0]), lang).toBe(lang === keys);
    // A kind by itself is a part of that, which takes as long to compile.
    if (isEvery || kind === (keys === 'zh' ? 'session' : 'city-program'))
      expect(compiled(kind, keys)(valuesOf(write(fullRecord(kind), keys, 'block').text)[0])).toBe(true);
  });
});

test('the pattern of dates is the calendar', () => {
  const { definitions } = editorSchema('plan', 'both', 'zh') as { definitions: { date: { pattern: string } } };
  const pattern = new RegExp(definitions.date.pattern, 'u');
  const part = (digits: number, most: number) => fc.nat(most).map((number) => String(number).padStart(digits, '0'));
  fc.assert(
    fc.property(part(4, 9999), part(2, 14), part(2, 33), (year, month, day) => {
      const date = `${year}-${month}-${day}`;
      expect(pattern.test(date), date).toBe(isCalendarDate(date));
    }),
    {
      numRuns: 5000,
      examples: ['0000', '1900', '2000', '2023', '2024', '2100'].map((year) => [year, '02', '29']) as [
        string,
        string,
        string,
      ][],
    },
  );
});

test('the language changes words alone, and each call gives the same', () => {
  const words = new Set(['title', 'description', 'errorMessage', 'label']);
  const shape = (lang: 'zh' | 'en') =>
    JSON.stringify(editorSchema(undefined, 'both', lang), (key, value) =>
      words.has(key) && typeof value === 'string' ? '' : value,
    );
  expect(shape('en')).toBe(shape('zh'));
  expect(editorSchema(undefined, 'both', 'zh')).toEqual(editorSchema(undefined, 'both', 'zh'));
});

const values = [
  '',
  '""',
  '[]',
  '[~]',
  '007',
  'true',
  '1.5',
  '-1',
  '0',
  '101',
  '3000',
  '文字',
  '无',
  '不详',
  '" "',
  '"8"',
  '2024-02-30',
  '2024-2-3',
  '[甲, 乙]',
  '[2024-05-08]',
  '{x-a: 1}',
  '[[]]',
  '[1, ]',
];

describe.each(kinds)('%s', (kind) => {
  const places = [...walk(fullRecord(kind))].filter(({ path }) => path !== '' && path !== '/kind');
  const keyed = places.filter(({ holder }) => holder !== undefined);
  /** Records on a line each, in one language and the other by turns. */
  const inTurns = (records: readonly Node[]) =>
    records.map((record, index) => write(record, index % 2 === 0 ? 'zh' : 'en', 'flow').text);

  test('a record with every key is taken, in Chinese and in English', async () => {
    for (const each of ['zh', 'en'] as const) {
      const { text } = write(fullRecord(kind), each, 'block');
      await expectAgreement(text, each, kind);
      expect((await verdicts(text)).editor).toEqual([true]);
    }
  });

  // Each place is given each eighth value, and what stands in records of several kinds others in each.
  test.each(values.map((value, turn) => ({ value, turn })))('$value in place of any value', async ({ value, turn }) => {
    const changed = oneOfEach(8, places, turn + kinds.indexOf(kind)).map(({ path }) =>
      replaced(around(fullRecord(kind), path), path, (node) => scalar(node, value)),
    );
    await expectAgreementOnEach(inTurns(changed), kind);
  });

  const changes: [string, (entry: Entry) => Entry[]][] = [
    ['left out', () => []],
    ['misspelt', (entry) => [{ ...entry, zh: `${entry.zh}x`, en: `${entry.en}x` }]],
    ['twice', (entry) => [entry, { ...entry, zh: entry.en, en: entry.zh }]],
    ['of the author', (entry) => [entry, { ...entry, zh: 'x-自己', en: 'x-own', value: scalar(entry.value, '1') }]],
  ];
  test.each(changes.map(([what, change], turn) => ({ what, change, turn })))(
    'any key $what',
    async ({ change, turn }) => {
      const changed = oneOfEach(4, keyed, turn + kinds.indexOf(kind)).map(({ path }) =>
        withEntry(around(fullRecord(kind), path), path, change),
      );
      await expectAgreementOnEach(inTurns(changed), kind);
    },
  );
});
