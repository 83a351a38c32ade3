import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plusDays } from '../../../src/calendar/date.ts';
import { dayBetween, inEnglish } from '../../../src/calendar/day.ts';
import type { Verdict } from '../../../src/model/finding.ts';
import { bundledEditions } from '../../../src/notices/edition.ts';
import { paragraphsOf } from '../../../src/reference/paragraphs.ts';
import { agenda, type DatedDuty } from '../../../src/report/deadlines/deadlines.ts';
import { checkFixture, type Fixture, readFixture } from '../../rules/fixture.ts';
import { ofEachVerdict } from '../../sample.ts';

const folder = join(import.meta.dirname, '../../rules');

/** Every rule that knows a due date. */
const dated = [
  'data/waiver-expired',
  'haikou/assessment-guidance',
  'haikou/gp-department',
  'pairing/agreement-signed',
  'pairing/filing-deadline',
  'pairing/meetings',
  'pairing/task-closeout',
  'pairing/term',
  'pairing/three-year-plan',
  'training/archive',
  'training/base-midyear-count',
  'training/base-out-of-province',
  'training/base-session-count',
  'training/certificate-deadline',
  'training/collective-lesson-prep',
  'training/completion-window',
  'training/exam-required',
  'training/exam-timing',
  'training/expert-review',
  'training/notice',
  'training/offline-discipline',
  'training/preparation-early',
  'training/preparation-late',
  'training/preparation-period',
  'training/province-bulletin',
  'training/province-headcount',
  'training/province-midyear-count',
  'training/province-session-count',
  'training/province-session-mix',
  'training/provincial-deadline',
  'training/provincial-lead-time',
  'training/publicity',
  'training/summary-deadline',
];

/** What these ask for bears no day: once it is there it is done. What bears one, and what is only planned, passes before. */
const doneWhenThere = ['training/exam-required', 'training/preparation-early', 'training/preparation-late'];

/** What these lack is owed from its day on, and no date of it can be planned. */
const overdueWhenMissing = [...doneWhenThere, 'training/archive'];

/** These pass whatever day their evidence bears, so that what is dated ahead may be overdue until that day. */
const passesOnAnyDay = ['pairing/agreement-signed', 'training/province-bulletin', 'training/publicity'];

interface Pool {
  verdicts: Verdict[];
  duties: DatedDuty[];
}

async function judged(fixture: Fixture, rule: string | undefined, asOf: string) {
  const result = await checkFixture({ ...fixture, asOf }, rule);
  const { duties } = agenda(result, asOf);
  return { result, duties, verdicts: result.verdicts ?? [] };
}

/**
 * Verdicts and duties by the place that they share: each duty with the verdicts on the nearest thing that holds it. A duty
 * where there is no verdict has a place to itself.
 */
function pools(verdicts: Verdict[], duties: DatedDuty[]): Pool[] {
  const keyOf = ({ record, path }: { record?: number; path: string }) => `${record ?? ''} ${path}`;
  const byPlace = new Map<string, Pool>();
  for (const verdict of verdicts) {
    const pool = byPlace.get(keyOf(verdict)) ?? { verdicts: [], duties: [] };
    pool.verdicts.push(verdict);
    byPlace.set(keyOf(verdict), pool);
  }
  const apart: Pool[] = [];
  for (const duty of duties) {
    let pool: Pool | undefined;
    for (let { path } = duty; !pool; path = path.slice(0, path.lastIndexOf('/'))) {
      pool = byPlace.get(keyOf({ ...duty, path }));
      if (path === '') break;
    }
    if (pool) pool.duties.push(duty);
    else apart.push({ verdicts: [], duties: [duty] });
  }
  return [...byPlace.values(), ...apart];
}

/** What verdicts and duties of a rule in one place say against each other. */
function contradictions(rule: string, { verdicts, duties }: Pool, asOf: string): string[] {
  if (verdicts.length === 0) return ['it tells of a duty where it gives no verdict'];
  const outcomes = verdicts.map(({ verdict }) => verdict);
  const states = duties.map(({ state }) => state);
  const isPassed = outcomes.every((each) => each === 'pass');
  const isFailed = outcomes.every((each) => each === 'fail');
  const isOverdue = states.includes('overdue');
  const isPending = states.includes('pending');
  const due = duties
    .filter(({ state }) => state === 'pending')
    .map(({ due: first, latest = first }) => `due ${inEnglish(dayBetween(first, latest))}`);
  const mayBeOverdue = passesOnAnyDay.includes(rule) || outcomes.some((each) => /^(?:fail|unknown|waived)$/.test(each));
  // A check as of a day before the notice speaks of what it will ask.
  const isAsked = overdueWhenMissing.includes(rule) && asOf >= '2024-03-11';
  const said: [string, boolean][] = [
    ['overdue, but nothing has failed', isOverdue && !mayBeOverdue],
    ['late, but nothing has failed', duties.some(({ late }) => late) && !outcomes.includes('fail')],
    ['failed, but still pending', isAsked && isFailed && isPending],
    ['passed, but overdue', isPassed && isOverdue && !passesOnAnyDay.includes(rule)],
    ['passed, but pending', isPassed && isPending && doneWhenThere.includes(rule)],
    [
      'pending, but not listed with the same day',
      verdicts.some(({ verdict, reason }) => verdict === 'pending' && !due.includes(`${reason?.en}`)),
    ],
  ];
  return said.flatMap(([words, isSo]) => (isSo ? words : []));
}

/** The bodies that a notice names themselves; every other duty is that of who holds the session or the record. */
const bodies = ['省医学学术交流管理中心', '市卫健委'];

/** Holds a duty to what the paragraphs that name its rule say of who owes it. */
function expectOwer({ rule, policy, owedBy }: DatedDuty): void {
  if (policy === null) return;
  const named = bundledEditions
    .filter(({ notice }) => notice === policy)
    .flatMap(paragraphsOf)
    .filter(({ rules = [] }) => rules.includes(rule))
    .map((paragraph) => paragraph.owedBy.zh);
  const own = bodies.find((body) => named.includes(body));
  if (own) expect([rule, owedBy.zh]).toEqual([rule, own]);
  else expect([...bodies, '海南省', '海口市'], rule).not.toContain(owedBy.zh);
}

/** The fixtures of a rule. */
const fixturesOf = (rule: string) =>
  readdirSync(join(folder, rule))
    .sort()
    .map((file) => readFixture(join(folder, rule, file)));

/** Days as of which fixtures are looked at besides their own, in turn. */
const OTHER_DAYS = ['2024-05-09', '2024-06-30', '2025-01-10', '2021-06-01'];

/** Counts are judged by the plan and done by what was held; where a year is written wrong, neither says much. */
const isCount = (rule: string) => /^training\/(?:base|province)-/.test(rule);

const ofRules = readdirSync(folder)
  .filter((name) => !name.includes('.'))
  .flatMap((notice) => readdirSync(join(folder, notice)).map((name) => `${notice}/${name}`));

describe('every rule with a due date tells of its duties and who owes them, and no other; all agree with the verdicts', () => {
  const found = new Set<string>();
  /** One duty of each rule and each that owes it. */
  const owed = new Map<string, DatedDuty>();

  test.each(ofRules)('in the fixtures of %s', async (ofRule) => {
    for (const [turn, fixture] of ofEachVerdict(fixturesOf(ofRule)).entries()) {
      for (const asOf of new Set([fixture.asOf, OTHER_DAYS[turn % OTHER_DAYS.length] as string])) {
        const { result, verdicts, duties } = await judged(fixture, undefined, asOf);
        const isYearWrong = result.findings.some(({ rule }) => rule === 'data/year');
        for (const rule of new Set(duties.map((duty) => duty.rule))) {
          found.add(rule);
          if (rule.startsWith('data/') || (isYearWrong && isCount(rule))) continue;
          const isOfRule = (each: { rule: string }) => each.rule === rule;
          const wrong = pools(verdicts.filter(isOfRule), duties.filter(isOfRule)).flatMap((pool) =>
            contradictions(rule, pool, asOf),
          );
          expect(wrong, `${rule} in ${fixture.path} as of ${asOf}`).toEqual([]);
        }
        for (const duty of duties) owed.set(`${duty.rule} ${duty.owedBy.zh}`, duty);
        const open = verdicts.filter(({ verdict, rule }) => verdict === 'pending' && !dated.includes(rule));
        expect(open, 'what is pending has a due day').toEqual([]);
      }
    }
  });

  test('no rule is missing, and each names who owes it', () => {
    expect([...found].sort()).toEqual(dated);
    for (const duty of owed.values()) expectOwer(duty);
  });
});

describe.each(dated)('%s', (rule) => {
  const fixtures = ofEachVerdict(fixturesOf(rule)).map((fixture) => ({ name: basename(fixture.path), fixture }));

  test.each(fixtures)('$name', async ({ fixture }) => {
    const first = await judged(fixture, rule, fixture.asOf);
    const boundaries = first.duties.flatMap(({ due }) => [plusDays(due, -1), due, plusDays(due, 1)]);
    for (const asOf of new Set([fixture.asOf, ...boundaries])) {
      const { result, verdicts, duties } = asOf === fixture.asOf ? first : await judged(fixture, rule, asOf);
      for (const { state, due, daysLeft } of duties) {
        if (state === 'pending') expect(daysLeft, `${due} as of ${asOf}`).toBeGreaterThanOrEqual(0);
        if (state === 'overdue') expect(daysLeft, `${due} as of ${asOf}`).toBeLessThan(0);
      }
      if (rule.startsWith('data/')) {
        const overdue = duties.filter(({ state }) => state === 'overdue');
        for (const { path } of overdue) expect(result.findings.map((finding) => finding.path)).toContain(path);
        expect(overdue.length).toBeLessThanOrEqual(result.findings.length);
      } else {
        for (const pool of pools(verdicts, duties)) expect(contradictions(rule, pool, asOf), asOf).toEqual([]);
      }
    }
  });
});
