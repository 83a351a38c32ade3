import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ruleIn } from '../../src/engine/in-edition.ts';
import type { Modality } from '../../src/model/finding.ts';
import type { EditionRecord } from '../../src/model/record-types.ts';
import { bundledEditions, type Edition, editionFrom } from '../../src/notices/edition.ts';
import { unsoundIn } from '../../src/notices/unsound.ts';
import { rules } from '../../src/rules/index.ts';
import { validatorOf } from '../../src/schema/validators.ts';
import { checkWith, type Data, dataOf, editionNamed } from './judging.ts';

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

test.each(names)('%s is as the schema asks, and sound', async (name) => {
  const validate = await validatorOf('edition');
  expect([validate(dataOf(name)), validate.errors]).toEqual([true, null]);
  expect(unsoundIn(dataOf(name))).toEqual([]);
});

const root = join(import.meta.dirname, '../..');
const recordsOf = (file: string): Data[] =>
  parseAllDocuments(readFileSync(join(root, file), 'utf8')).map((document) => document.toJS());

describe('records of earlier years keep every byte', () => {
  const files = [
    'examples/residency/plan.yaml',
    'examples/residency/midyear.yaml',
    'examples/province/plan.yaml',
    'examples/both-types/plan.yaml',
    'examples/pairings/halfway.yaml',
    'examples/pairings/gaps.yaml',
    'examples/haikou/2020.yaml',
    'examples/haikou/2025.yaml',
  ];
  const later = names.filter((name) => !name.startsWith('training-2024')).map(editionNamed);

  test.each(files)('%s', async (file) => {
    const said = async (editions: readonly Edition[]) => {
      const { overrides: _, ...result } = await checkWith(editions, recordsOf(file), '2024-12-31', { complete: true });
      return JSON.stringify(result);
    };
    expect(await said(later)).toBe(await said([]));
  });
});

test('a specialty that an edition names in a category of its own is one that is known', async () => {
  const data = dataOf('training-2025') as EditionRecord & { values: Record<string, { value: object[] }> };
  const own = {
    code: 'liver',
    name: { zh: '肝胆外科师资', en: 'liver' },
    audience: 'faculty',
    specialties: ['肝胆外科'],
  };
  const categories = { value: [...(data.values.categories?.value ?? []), own] };
  const session = {
    kind: 'session',
    year: 2025,
    base: '海口市人民医院',
    id: 'A',
    title: '培训',
    specialty: '肝胆外科',
  };
  const unknown = async (edition: Edition) =>
    (await checkWith([edition], [session], '2025-03-01', { rules: ['data/unrecognised-specialty'] })).findings.length;
  expect(await unknown(editionFrom(data))).toBe(1);
  expect(await unknown(editionFrom({ ...data, values: { ...data.values, categories } } as EditionRecord))).toBe(0);
});

describe('a notice of two documents', () => {
  const two = editionNamed('training-2024-two-documents');
  const records = recordsOf('examples/province/plan.yaml');
  const asOf = '2024-03-20';

  test('judges as the same notice in one does', async () => {
    const [inOne, inTwo] = await Promise.all([[], [two]].map((editions) => checkWith(editions, records, asOf)));
    const said = (result: typeof inOne) => result?.verdicts?.map(({ rule, verdict, path }) => [rule, verdict, path]);
    expect(said(inTwo)).toEqual(said(inOne));
    expect(inTwo?.verdicts?.length).toBeGreaterThan(100);
  });

  test('cites the one in which the clause stands', async () => {
    const session = { id: 'S-1', title: '外科班', level: 'provincial', host: '海口市人民医院', audience: 'faculty' };
    const wrong = {
      ...session,
      specialty: 'surgery',
      headcount: 80,
      topics: ['不在清单里'],
      funding: [{ source: 'central-fund', amount: 1 }],
    };
    const { findings } = await checkWith([two], [{ kind: 'province', year: 2024, sessions: [wrong] }], asOf, {
      rules: ['training/annex-host', 'training/provincial-funding', 'training/topics'],
    });
    expect(findings.map(({ rule, notice, clause }) => [rule, notice?.zh, clause]).sort()).toEqual([
      ['training/annex-host', '样例函〔2024〕22号', '二'],
      ['training/provincial-funding', '样例函〔2024〕22号', '三'],
      ['training/topics', '样例函〔2024〕21号', '三（二）'],
    ]);
  });
});

const modalities: (Modality | 'off')[] = ['must', 'in-principle', 'target', 'guide', 'note', 'off'];
const ofNotices = rules.filter(({ policy }) => policy !== null);

describe.each(modalities)('where an edition says that a rule is %s', (modality) => {
  test.each(ofNotices)('$id says no other', (rule) => {
    const edition = bundledEditions.find(({ notice }) => notice === rule.policy) as Edition;
    const changed = ruleIn(rule, { ...edition, rules: { ...edition.rules, [rule.id]: { modality } } });
    const { title, asks, reading, remedy } = changed.words;
    const said = JSON.stringify([title, asks, reading, remedy]);
    expect(changed.isOff).toBe(modality === 'off');
    if (modality === 'off') return;
    expect(changed.modality).toBe(modality);
    // Two rules speak of a waiver of another one.
    const ofAnother = ['training/provincial-online-ratio', 'training/hospital-online-duration'].includes(rule.id);
    if (modality === 'in-principle') expect(remedy.zh).toContain('豁免');
    else if (!ofAnother) expect(said).not.toMatch(/豁免|waive/);
    if (modality !== 'in-principle')
      expect(said.replace('没有“原则上”', '').replace('"in principle\\"', '')).not.toMatch(/原则上/);
  });
});

describe('an edition that cannot judge', () => {
  const changed = (change: (data: EditionRecord & { values: Record<string, { value: unknown }> }) => void) => {
    const data = structuredClone(dataOf('training-2025')) as never;
    change(data);
    return unsoundIn(data).map(({ path, message, remedy }) => [path, message.zh, remedy.zh]);
  };
  const rows = (data: { values: Record<string, { value: unknown }> }, name: string) =>
    data.values[name]?.value as Record<string, unknown>[];

  test('leaves out a value that a rule reads', () => {
    expect(changed(({ values }) => delete values.summaryDays)).toEqual([
      [
        '/values',
        '缺“values.summaryDays”，training/summary-deadline 要用',
        '照通知补上；通知没有这项要求的，在 rules 里给这些规则写 modality: off',
      ],
    ]);
  });

  test('may leave it out where the rules that read it are off', () => {
    expect(
      changed((data) => {
        delete data.values.summaryDays;
        data.rules = { ...data.rules, 'training/summary-deadline': { modality: 'off' } };
      }),
    ).toEqual([]);
  });

  test('may leave out what tells the meaning of its words', () => {
    const data = structuredClone(dataOf('training-2025')) as { values: Record<string, unknown> };
    for (const name of ['categories', 'baseFunds', 'jointExamForm', 'longGpStages', 'leadSteps'])
      delete data.values[name];
    expect(unsoundIn(data as never)).toEqual([]);
    const edition = editionFrom(data as never);
    expect(edition.values.baseFunds).toEqual({ value: ['residency-fund', 'self'], clause: '' });
  });

  test.each([
    [
      'a category that it does not have',
      (data: never) => Object.assign(rows(data, 'annex')[0] ?? {}, { category: 'manager' }),
      [
        '/values/annex/value/0/category',
        'categories 里没有“manager”这一类',
        '是不是想写“managers”？新增的类别，先在 categories 里补上',
      ],
    ],
    [
      'money for one',
      (data: never) => Object.assign(rows(data, 'appropriations')[1] ?? {}, { category: 'everybody' }),
      [
        '/values/appropriations/value/1/category',
        'categories 里没有“everybody”这一类',
        expect.stringContaining('先在 categories 里补上；已有：'),
      ],
    ],
    [
      'money both a session and a head',
      (data: never) => Object.assign(rows(data, 'appropriations')[0] ?? {}, { amount: 1 }),
      ['/values/appropriations/value/0/perHead', 'amount 和 perHead 只能写一样', expect.anything()],
    ],
    [
      'months the wrong way round',
      (data: never) => Object.assign(rows(data, 'annex')[0] ?? {}, { month: [6, 5] }),
      ['/values/annex/value/0/month', '月份从 6 到 5，先后反了', '写 [5, 6]'],
    ],
    [
      'a rule that there is not',
      (data: never) => Object.assign(data, { rules: { 'training/exam-scorin': { modality: 'off' } } }),
      [
        '/rules/training~1exam-scorin',
        '这份通知没有“training/exam-scorin”这条规则',
        '是不是想写“training/exam-scoring”？',
      ],
    ],
    [
      'a document that it does not name',
      addDocument,
      ['/values/summaryDays/document', '没有第 2 份文件', expect.anything()],
    ],
  ])('has %s', (_, change, expected) => {
    expect(changed(change as never)).toContainEqual(expected);
  });
});

/** Says of a value that it stands in a second document. */
function addDocument(data: never): void {
  Object.assign((data as { values: Record<string, object> }).values.summaryDays ?? {}, { document: 2 });
}
