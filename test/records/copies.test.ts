import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { tries } from '../sample.ts';

const HOSTS = ['解放军第九二八医院', '海口市人民医院', '儋州市人民医院'] as const;

/** What varies of a session. */
const session = fc.record({
  host: fc.constantFrom(HOSTS[0], HOSTS[1]),
  // Together below what is asked, so that the finding tells the sum.
  headcount: fc.option(fc.integer({ min: 1, max: 30 })),
  start: fc.option(fc.constantFrom('2024-03-01', '2024-04-20', '2024-05-01', '2024-05-02', '2024-06-20', '2024-08-30')),
  fieldVisit: fc.boolean(),
});

type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

const written = ({ host, headcount, start, fieldVisit }: Session, id: string): string =>
  `  - id: ${id}
    title: ${id}
    level: provincial
    audience: faculty
    specialty: surgery
    host: ${host}
${headcount === null ? '' : `    headcount: ${headcount}\n`}${start === null ? '' : `    offline: {start: ${start}, end: ${start}, hours: 8, outOfProvince: ${fieldVisit}}\n`}`;

const sessionsOf = (own: readonly Session[], name: string): string =>
  own.length === 0 ? '' : `sessions:\n${own.map((each, index) => written(each, `${name}-${index}`)).join('')}`;

const records = fc
  .record({
    province: fc.array(session, { maxLength: 2, size: 'max' }),
    plans: fc.array(fc.array(session, { minLength: 1, maxLength: 3, size: 'max' }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ province, plans }) => [
    `kind: province\nyear: 2024\n${sessionsOf(province, 'P')}`,
    ...plans.map(
      (own, index) =>
        `kind: plan\nyear: 2024\nbase: {name: ${HOSTS[index]}, types: [residency]}\n${sessionsOf(own, `B${index}`)}`,
    ),
  ]);

/** The verdicts on a set, wherever it stands. */
async function verdictsOn(files: Record<string, string>): Promise<string[]> {
  const { verdicts = [], unjudged } = await check({
    texts: Object.entries(files).map(([file, text]) => ({ file, bytes: new TextEncoder().encode(text) })),
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
    verdicts: true,
  });
  expect(unjudged).toEqual([]);
  return verdicts
    .map(({ rule, verdict, subject, actual }) => `${rule} ${subject} ${verdict} ${actual?.zh ?? ''}`)
    .sort();
}

const named = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));

/** The records, and the same in another order. */
const inOrders = records.chain((own) =>
  fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length })),
);

test('verdicts do not depend on whether the records stand in one file', async () => {
  await fc.assert(
    fc.asyncProperty(inOrders, async ([, own]) => {
      expect(await verdictsOn({ 'all.yaml': own.join('---\n') })).toEqual(await verdictsOn(named(own)));
    }),
    { seed: 20240311, numRuns: tries(10) },
  );
});

test('how many sessions there are does not depend on the order of the records, whose figures count may', async () => {
  const counts = async (own: readonly string[]) =>
    (await verdictsOn(named(own))).filter((each) => /^training\/province-session-(?:count|mix) /.test(each));
  await fc.assert(
    fc.asyncProperty(inOrders, async ([own, shuffled]) => {
      expect(await counts(shuffled)).toEqual(await counts(own));
    }),
    { seed: 20240311, numRuns: tries(10) },
  );
});
