import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays } from '../../src/calendar/date.ts';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { bundledEditions, Editions } from '../../src/notices/edition.ts';
import { rules } from '../../src/rules/index.ts';
import { tries } from '../sample.ts';
import { allKinds, found, made, type Wanted } from './made.ts';

const both = ['zh', 'en'] as const;

/** A day before anything of 2024 is due. */
const EARLY = '2023-11-01';

/** Hosts of the annex: a session of managers, of grassroots managers, the long one of GP faculty, and one without a fixed amount. */
const hosts = ['海南医学院第二附属医院', '海口市人民医院', '海南医学院第一附属医院', '海南省中医院'];

/** What a starter leaves for its author, by rule: how many findings. */
const left: { kind: Kind; wanted: Wanted; findings: Record<string, number> }[] = [
  {
    kind: 'plan',
    wanted: {},
    findings: {
      'data/near-name': 1,
      'data/no-dates': 3,
      'training/base-out-of-province': 1,
      'training/faculty-classification': 2,
      'training/manager-roles': 1,
      'training/topics': 3,
    },
  },
  {
    kind: 'plan',
    wanted: { base: '海口市人民医院', start: '2024-05-11' },
    findings: {
      'training/base-out-of-province': 1,
      'training/faculty-classification': 2,
      'training/manager-roles': 1,
      'training/methods': 8,
      'training/topics': 4,
    },
  },
  {
    kind: 'session',
    wanted: {},
    findings: {
      'data/near-name': 1,
      'data/no-dates': 1,
      'training/faculty-classification': 1,
      'training/topics': 1,
    },
  },
  {
    kind: 'session',
    wanted: { base: '文昌市人民医院', start: '2024-05-11' },
    findings: { 'training/faculty-classification': 1, 'training/methods': 2, 'training/topics': 1 },
  },
  {
    kind: 'session',
    wanted: { base: '海南医学院第一附属医院', start: '2024-08-05' },
    findings: { 'training/methods': 2, 'training/topics': 1 },
  },
  {
    kind: 'province',
    wanted: {},
    findings: {
      'data/no-dates': 8,
      'training/manager-roles': 1,
      'training/province-field-visit': 1,
      'training/topics': 8,
    },
  },
  {
    kind: 'province',
    wanted: { start: '2024-04-13' },
    findings: {
      'training/manager-roles': 1,
      'training/methods': 16,
      'training/province-field-visit': 1,
      'training/topics': 8,
    },
  },
  {
    kind: 'pairing',
    wanted: {},
    findings: {
      'data/near-name': 2,
      'pairing/agreement-contents': 1,
      'pairing/agreement-signed': 1,
      'pairing/communication': 1,
      'pairing/field-survey': 1,
      'pairing/filing-deadline': 1,
      'pairing/leading-group': 1,
      'pairing/listed': 1,
      'pairing/meetings': 1,
      'pairing/task-closeout': 5,
      'pairing/term': 1,
      'pairing/three-year-plan': 1,
    },
  },
  {
    kind: 'pairing',
    wanted: { base: '儋州市人民医院', start: '2024-02-29' },
    findings: {
      'pairing/agreement-contents': 1,
      'pairing/agreement-signed': 1,
      'pairing/communication': 1,
      'pairing/field-survey': 1,
      'pairing/filing-deadline': 1,
      'pairing/leading-group': 1,
      'pairing/meetings': 1,
      'pairing/task-closeout': 5,
    },
  },
  {
    kind: 'city-program',
    wanted: {},
    findings: {
      'haikou/assessment-indicators': 1,
      'haikou/practice-bases': 1,
    },
  },
];

describe.each(left)('a starter of a $kind with $wanted', ({ kind, wanted, findings }) => {
  test.each(both)('in %s leaves what is still to be filled in, and nothing else', async (lang) => {
    const { text } = made(kind, { ...wanted, keys: lang, lang });
    expect(await found(text, EARLY)).toEqual(findings);
  });
});

test.each<[Kind, string]>([
  ['plan', '海口市人民医院'],
  ['province', ''],
])('every session of a %s has the status that a check asks for once it is over', (kind, base) => {
  const { text } = made(kind, { ...(base && { base }), start: '2024-05-11' });
  expect(text.match(/^ {4}状态:/gm)).toHaveLength(text.match(/^ {2}- 编号:/gm)?.length as number);
});

/** The examples of a starter taken out of their comments, as its head says. */
const withExamples = (text: string): string => text.replace(/^( *)# (- \{|\{)/gm, '$1  $2');

describe.each(allKinds)('a starter of a %s', (kind) => {
  test.each(both)('in %s has examples that are valid where they stand', async (lang) => {
    const text = withExamples(made(kind, { keys: lang, lang }).text);
    expect(text).not.toBe(made(kind, { keys: lang, lang }).text);
    const rules = Object.keys(await found(text, EARLY));
    expect(rules.filter((rule) => /^(yaml|schema)\//.test(rule))).toEqual([]);
  });

  test('has choices that are valid each', async () => {
    const lines = made(kind).text.split('\n');
    for (const [at, line] of lines.entries()) {
      const [, key, choices = ''] = /^(?! *#)([^:]+:).*(?:可写|可写几项)：([^；]+)$/.exec(line) ?? [];
      for (const choice of choices.split('、').filter((each) => each !== '')) {
        const text = lines.with(at, `${key} ${choice}`).join('\n');
        const { findings } = await load('starter.yaml', new TextEncoder().encode(text));
        expect(findings.filter(({ rule }) => rule.startsWith('schema/'))).toEqual([]);
      }
    }
  });

  test('is the same bytes each time, and mixes no languages of keys', () => {
    const english = made(kind, { keys: 'en', lang: 'en' });
    expect(made(kind, { keys: 'en', lang: 'en' })).toEqual(english);
    const keys = english.text.match(/^ *(?:- )?[^\s#:][^#:]*:/gm) ?? [];
    expect(keys.filter((key) => /\p{Script=Han}/u.test(key))).toEqual([]);
  });

  test('holds no numbers for a year without a notice', async () => {
    if (kind === 'pairing') return;
    const { text, notes } = made(kind, { year: kind === 'city-program' ? 2018 : 2023 });
    expect(await found(text, EARLY)).toMatchObject({ 'data/no-edition': 1 });
    expect(text.replace(/#.*/g, '')).not.toMatch(/学时: \d|单选题: \d|满分: \d|金额: \d/);
    expect(text).not.toMatch(/（[一二三四五六七八九十]/);
    expect(notes[0]?.zh).toContain('没有适用于');
  });
});

test.each<[Kind, Record<string, unknown>, string[]]>([
  [
    'plan',
    { baseFunds: ['self'], examPassMark: 90 },
    ['training/hospital-funding', 'training/certificate-eligibility'],
  ],
  [
    'city-program',
    { recruitmentShare: 0.3, surplusIncentive: 0.8, basicPayShare: 0.2, postUplift: 0 },
    ['haikou/gp-recruitment-share', 'haikou/surplus-incentive', 'haikou/basic-pay-share', 'haikou/post-uplift'],
  ],
])('the examples of a %s hold nothing that the edition at hand forbids', async (kind, changed, rules) => {
  const editions = new Editions(
    [],
    bundledEditions.map((edition) => ({
      ...edition,
      values: Object.fromEntries(
        Object.entries(edition.values).map(([name, value]) => [
          name,
          name in changed ? { ...value, value: changed[name] } : value,
        ]),
      ),
    })),
  );
  const text = withExamples(made(kind, { editions }).text);
  const config = { ...(await loadConfig({ config: false, cwd: process.cwd() })), editions };
  const { verdicts = [] } = await check({
    texts: [{ file: 'starter.yaml', bytes: new TextEncoder().encode(text) }],
    ...{ cwd: process.cwd(), config, asOf: EARLY, rules, verdicts: true },
  });
  const told = verdicts.map(({ rule, verdict }) => `${rule} ${verdict}`);
  expect([...new Set(told)].sort()).toEqual(rules.map((rule) => `${rule} pass`).sort());
});

test('what the edition at hand does not ask is said nowhere', () => {
  const off = Object.fromEntries(rules.map(({ id }) => [id, { modality: 'off' as const }]));
  const editions = new Editions(
    [],
    bundledEditions.map((edition) => ({ ...edition, rules: off })),
  );
  const wanted = { base: '海南医学院第一附属医院', start: '2024-03-20' };
  const asks = /通知排在|不少于|不晚于|院级不|省级不/;
  expect(made('plan', wanted).text).toMatch(asks);
  const { text, notes } = made('plan', { ...wanted, editions });
  expect(text).not.toMatch(asks);
  expect(notes[0]?.zh).toBe('海南医学院第一附属医院承办全科师资省级培训班（附件）');
});

describe('a base’s part in the notices', () => {
  test('its session of the annex stands in the plan with the annex’s figures', () => {
    const { text, notes } = made('plan', { base: '海南医学院第一附属医院', start: '2024-03-20' });
    const session = text.slice(text.indexOf('编号: 2024-S01'));
    for (const line of ['专业: [全科]', '师资类别: [新进, 到期]', '人数: 120', '学时: 56', '学时: 131', '金额: 80000'])
      expect(session).toContain(`${line}\n`);
    // The 20th would not end by 31 August.
    expect(session).toContain('开始: 2024-08-17\n');
    expect(notes[0]?.zh).toContain('承办全科师资省级培训班');
  });

  test.each([
    ['海南医学院第一附属医院', ['三亚中心医院', '文昌市人民医院', '琼海市人民医院']],
    ['海口市第四人民医院', ['海口市第四人民医院']],
  ])('%s has a record for each of its pairs', (base, helped) => {
    const records = made('pairing', { base }).text.split('---\n');
    expect(records.map((record) => /^对口帮扶基地: (\S+)/m.exec(record)?.[1])).toEqual(helped);
  });

  test('who is in no pair has no pairing to start', () => {
    expect(() => made('pairing', { base: '海南省中医院' })).toThrow(/list of pairs/);
  });

  test.each([
    ['三亚市中心医院', '三亚中心医院'],
    ['省人民医院', '海南省人民医院'],
  ])('%s is asked about, not written', (written, meant) => {
    expect(() => made('plan', { base: written })).toThrow(meant);
  });

  test('another hospital is written as given, and said to be unknown', () => {
    const { text, notes } = made('plan', { base: ' 海口市第二人民医院 ' });
    expect(text).toContain('\n  名称: 海口市第二人民医院 #');
    expect(notes.at(-1)?.zh).toContain('没有“海口市第二人民医院”');
  });

  test('the quotation marks of prose, which a shell passes on, are no part of a name', () => {
    expect(made('session', { base: '“三亚市第二人民医院”' }).text).toContain('\n基地: 三亚市第二人民医院 #');
  });

  test('a name that YAML would read otherwise is quoted', async () => {
    const { text } = made('session', { base: 'yes: #1' });
    expect(text).toContain('\n基地: "yes: #1" #');
    expect(() => made('session', { base: '甲\n乙' })).toThrow(/full name/);
  });
});

/** Days of 2024. */
const day = fc.integer({ min: 0, max: 365 }).map((days) => plusDays('2024-01-01', days));

const toFillIn = [
  'data/near-name',
  'training/base-out-of-province',
  'training/faculty-classification',
  'training/manager-roles',
  'training/methods',
  'training/topics',
  'training/province-field-visit',
];

describe('dates computed from any start break no rule, save where the start itself does', () => {
  test('of a plan', async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.constantFrom(undefined, ...hosts), async (start, base) => {
        const rules = Object.keys(await found(made('plan', { start, ...(base && { base }) }).text, EARLY));
        // Sessions that would begin in the next year stay without dates.
        const excused = start > '2024-10-31' ? ['data/no-dates'] : [];
        if (start > '2024-06-30') excused.push('training/base-midyear-count');
        expect(rules.filter((rule) => !toFillIn.includes(rule) && !excused.includes(rule))).toEqual([]);
      }),
      { numRuns: tries(6) },
    );
  });

  test('of a provincial session that ends by the deadline', async () => {
    const inTime = fc.integer({ min: 0, max: 229 }).map((days) => plusDays('2024-01-01', days));
    await fc.assert(
      fc.asyncProperty(inTime, fc.constantFrom(...hosts), async (start, base) => {
        const rules = Object.keys(await found(made('session', { start, base }).text, EARLY));
        expect(rules.filter((rule) => !toFillIn.includes(rule) && rule !== 'training/annex-month')).toEqual([]);
      }),
      { numRuns: tries(6) },
    );
  });

  test('of the province, begun in the annex’s first month', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (date) => {
        const start = `2024-04-${String(date).padStart(2, '0')}`;
        const rules = Object.keys(await found(made('province', { start }).text, EARLY));
        expect(rules.filter((rule) => !toFillIn.includes(rule))).toEqual([]);
      }),
      { numRuns: tries(5) },
    );
  });

  test('of a pairing', async () => {
    await fc.assert(
      fc.asyncProperty(day, async (start) => {
        const { text } = made('pairing', { start, base: '三亚市人民医院' });
        const rules = Object.keys(await found(text, EARLY, { rules: ['pairing/term', 'pairing/three-year-plan'] }));
        expect(rules).toEqual([]);
      }),
      { numRuns: tries(6) },
    );
  });

  test('and no schema error even on the last day of the year', async () => {
    for (const kind of ['plan', 'session', 'province'] as const) {
      const rules = Object.keys(await found(made(kind, { start: '2024-12-31' }).text, EARLY));
      expect(rules.filter((rule) => /^(yaml|schema)\//.test(rule))).toEqual([]);
    }
  });
});
