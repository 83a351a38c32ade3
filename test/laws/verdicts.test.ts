import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { sets, type Tree, type Value } from './records.ts';
import { type Draw, otherwise, plainly } from './writing.ts';

/** Sets tried in one law; the laws together try at least 2,000. LAWS multiplies it. */
const RUNS = 350 * Number(process.env.LAWS ?? 1);

const encoder = new TextEncoder();

const judge = (texts: Record<string, string>, asOf = '2024-06-20', rules: string[] = []): Promise<CheckResult> =>
  check({
    cwd: import.meta.dirname,
    config: false,
    sources: [],
    texts: Object.entries(texts).map(([file, text]) => ({ file, bytes: encoder.encode(text) })),
    asOf,
    rules,
    verdicts: true,
  });

const named = (records: readonly Tree[], write: (record: Tree) => string, name: (index: number) => string) =>
  Object.fromEntries(records.map((record, index) => [name(index), write(record)]));

const inOrder = (records: readonly Tree[], write = plainly) => named(records, write, (index) => `r${index}.yaml`);

/** What was decided, whatever file it stands in: every verdict and every finding of a rule. */
const decided = ({ verdicts = [], findings }: CheckResult): string[] =>
  [
    ...verdicts.map(({ rule, verdict, subject, owner }) => `${rule} ${verdict} ${subject} ${owner}`),
    ...findings
      .filter(({ policy }) => policy !== null)
      .map(({ rule, subject, severity }) => `${rule} ${severity} ${subject}`),
  ].sort();

/** Draws by a seed, so that a set that breaks a law is soon made small. */
const drawing = fc.nat(2 ** 30).map((seed): Draw => {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 2 ** 16) % count;
  };
});

const holds = (law: fc.IAsyncProperty<never> | fc.IAsyncProperty<unknown>, seed: number) =>
  fc.assert(law as fc.IAsyncProperty<unknown>, { numRuns: RUNS, seed });

test('verdicts do not depend on the names and the order of files, nor on how many hold the records', async () => {
  await holds(
    fc.asyncProperty(sets, async (records) => {
      const first = decided(await judge(inOrder(records)));
      const renamed = named(records, plainly, (index) => `f${records.length - index}.yaml`);
      expect(decided(await judge(renamed))).toEqual(first);
      const together = { 'all.yaml': records.map(plainly).join('---\n') };
      expect(decided(await judge(together))).toEqual(first);
    }),
    1,
  );
});

test('verdicts do not depend on the order and language of keys, nor on the form of values', async () => {
  await holds(
    fc.asyncProperty(sets, drawing, async (records, draw) => {
      const first = await judge(inOrder(records));
      const again = await judge(inOrder(records, (record) => otherwise(record, draw)));
      expect(again.findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule))).toEqual([]);
      expect(decided(again)).toEqual(decided(first));
    }),
    2,
  );
});

test('--rule never changes the verdict of a rule', async () => {
  await holds(
    fc.asyncProperty(sets, fc.nat(1000), async (records, draw) => {
      const all = await judge(inOrder(records));
      const rules = [...new Set((all.verdicts ?? []).map(({ rule }) => rule))];
      const rule = rules[draw % Math.max(1, rules.length)];
      if (rule === undefined) return;
      const own = (all.verdicts ?? []).filter((each) => each.rule === rule);
      expect((await judge(inOrder(records), undefined, [rule])).verdicts).toEqual(own);
    }),
    3,
  );
});

/** Verdicts by rule, subject and place; of several with these in common, each by its turn. */
function byPlace({ verdicts = [] }: CheckResult): Map<string, Outcome> {
  const places = new Map<string, Outcome>();
  for (const { rule, subject, path, verdict } of verdicts) {
    let key = `${rule} ${subject} ${path}`;
    while (places.has(key)) key += '+';
    places.set(key, verdict);
  }
  return places;
}

/** What became of each verdict of a set in another. */
const changes = (before: CheckResult, after: CheckResult): string[] => {
  const was = byPlace(before);
  return [...byPlace(after)].flatMap(([key, verdict]) => {
    const old = was.get(key);
    return old === undefined || old === verdict ? [] : `${old} -> ${verdict}: ${key}`;
  });
};

test('a failure never becomes pending on a later day', async () => {
  await holds(
    fc.asyncProperty(sets, fc.nat(150), async (records, later) => {
      const asOf = new Date(Date.UTC(2024, 3, 1 + later)).toISOString().slice(0, 10);
      const before = await judge(inOrder(records), '2024-04-01');
      const after = await judge(inOrder(records), asOf);
      expect(changes(before, after).filter((change) => change.startsWith('fail -> pending'))).toEqual([]);
    }),
    4,
  );
});

/** The lists of a session to which more may only be to the good, each with all that may be in it. */
const EVIDENCE: [path: string[], codes: string[]][] = [
  [
    ['preparation', 'early'],
    ['needs', 'audience', 'goals', 'content', 'teachers', 'lesson-prep', 'exam-items', 'equipment'],
  ],
  [
    ['preparation', 'late'],
    ['notice', 'registration', 'materials', 'logistics'],
  ],
  [
    ['summary', 'archive'],
    [
      'attendees',
      'attendance',
      'exam',
      'evaluation',
      'support',
      'experience',
      'shortcomings',
      'suggestions',
      'schedule',
      'slides',
    ],
  ],
  [['topics'], ['policy', 'two-standards']],
  [['stages'], ['backbone']],
];

const isObject = (value: Value | undefined): value is Tree => typeof value === 'object' && !Array.isArray(value);

test('more evidence never turns a pass into a failure', async () => {
  await holds(
    fc.asyncProperty(sets, fc.nat(1000), async (records, draw) => {
      const [path, codes] = EVIDENCE[draw % EVIDENCE.length] as (typeof EVIDENCE)[number];
      const richer = structuredClone(records);
      const sessions = richer.flatMap((record) =>
        record.kind === 'session' ? [record] : ((record.sessions ?? []) as Tree[]),
      );
      for (const session of sessions) {
        let owner = session;
        for (const key of path.slice(0, -1)) {
          if (!isObject(owner[key])) owner[key] = {};
          owner = owner[key] as Tree;
        }
        const key = path.at(-1) as string;
        owner[key] = [...new Set([...((owner[key] ?? []) as string[]), ...codes])];
      }
      const before = await judge(inOrder(records));
      const after = await judge(inOrder(richer));
      expect(changes(before, after).filter((change) => change.startsWith('pass -> fail'))).toEqual([]);
    }),
    5,
  );
});

/** The places of single values in a record. */
const leaves = (value: Value, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner as Value, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

/** Values that name the record, or what is no mistake in any text. */
const KEPT = new Set([
  'kind',
  'year',
  'name',
  'base',
  'id',
  'title',
  'status',
  'host',
  'methods',
  'topics',
  'stages',
  'specialty',
  'types',
]);

test('an unreadable value never turns a failure into a pass, nor a pass into a failure', async () => {
  await holds(
    fc.asyncProperty(sets, fc.nat(10_000), async (records, draw) => {
      const places = records.flatMap((record, index) =>
        leaves(record)
          .filter((path) => !path.some((key) => KEPT.has(String(key))))
          .map((path) => [index, ...path]),
      );
      const place = places[draw % Math.max(1, places.length)];
      if (!place) return;
      const spoilt = structuredClone(records) as Value;
      let owner = spoilt as Tree;
      for (const key of place.slice(0, -1)) owner = owner[key as string] as Tree;
      owner[place.at(-1) as string] = '约 7:3 左右';
      const before = await judge(inOrder(records));
      const after = await judge(inOrder(spoilt as Tree[]));
      expect(after.unjudged).toEqual(before.unjudged);
      expect(changes(before, after).filter((change) => /^(?:pass -> fail|fail -> pass)/.test(change))).toEqual([]);
    }),
    6,
  );
});
