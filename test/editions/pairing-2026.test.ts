import { describe, expect, test } from 'vitest';
import { ruleIn } from '../../src/engine/in-edition.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import leadingGroup from '../../src/rules/pairing/leading-group.ts';
import meetings from '../../src/rules/pairing/meetings.ts';
import { type Case, checkWith, type Data, editionNamed, verdictsOf } from './judging.ts';

const next = editionNamed('pairing-2026');
const last = bundledEditions.find(({ notice }) => notice === 'pairing') as Edition;

const pair = (more: Data): Data => ({
  kind: 'pairing',
  helper: '海南省人民医院',
  helped: '儋州市人民医院',
  agreement: { signed: '2026-04-01', start: '2026-04-10', end: '2028-04-09' },
  ...more,
});
const agreement = (more: Data): Data =>
  pair({ agreement: { signed: '2026-04-01', start: '2026-04-10', end: '2028-04-09', ...more } });
const person = (side: string, post: string): Data => ({ side, post });
const group = (more: Data): Data =>
  pair({
    leadingGroup: {
      established: '2026-04-10',
      leader: person('helper', 'base-head'),
      deputies: [person('helped', 'base-head')],
      members: [person('helped', 'gp-base-head')],
      ...more,
    },
  });
const tasks = (...given: Data[]): Data =>
  pair({ tasks: given.map((each, index) => ({ id: `T${index}`, title: '任务', ...each })) });
const teaching = { area: 'teaching', items: ['ward-round', 'mini-lecture', 'case-discussion'] };
const department = { area: 'department', items: ['ward', 'clinic'] };
const met = (...dates: string[]): Data => group({ meetings: dates.map((date) => ({ date })) });
const surveyed = (count: number): Data =>
  pair({ surveys: [...Array(count)].map(() => ({ date: '2026-04-12', findings: ['缺诊室'] })) });

const cases: Case[] = [
  { value: 'pairs', rule: 'pairing/listed', pass: pair({}), fail: pair({ helper: '海口市人民医院' }) },
  {
    value: 'termYears',
    rule: 'pairing/term',
    pass: agreement({ end: '2028-04-09' }),
    fail: agreement({ end: '2028-04-08' }),
  },
  {
    value: 'planYears',
    rule: 'pairing/three-year-plan',
    pass: pair({ plan: { start: '2026-04-10', end: '2028-04-09' } }),
    fail: pair({ plan: { start: '2026-04-10', end: '2028-04-08' } }),
  },
  {
    value: 'filingDeadline',
    rule: 'pairing/filing-deadline',
    pass: agreement({ filed: '2026-04-30' }),
    fail: agreement({ filed: '2026-05-01' }),
  },
  {
    value: 'incomeParity',
    rule: 'pairing/income-parity',
    pass: pair({ indicators: { gpIncome: 110_000, peerIncome: 100_000 } }),
    fail: pair({ indicators: { gpIncome: 109_999, peerIncome: 100_000 } }),
  },
  { value: 'surveys', rule: 'pairing/field-survey', pass: surveyed(2), fail: surveyed(1) },
  {
    value: 'agreementContents',
    rule: 'pairing/agreement-contents',
    pass: agreement({ contents: ['duties', 'rights', 'work-plan'] }),
    fail: agreement({ contents: ['duties', 'rights', 'obligations', 'tasks'] }),
  },
  {
    value: 'leadingGroup',
    rule: 'pairing/leading-group',
    pass: group({}),
    fail: group({ deputies: [person('helped', 'leader-in-charge')] }),
  },
  {
    value: 'areas',
    rule: 'pairing/content-areas',
    pass: tasks(department, teaching),
    fail: tasks({ area: 'incentive' }, { area: 'faculty' }),
  },
  {
    value: 'areas',
    rule: 'pairing/area-items',
    pass: tasks(department, teaching),
    fail: tasks({ ...department, items: ['ward'] }, { ...teaching, items: ['ward-round'] }),
  },
  {
    value: 'meetingMonths',
    rule: 'pairing/meetings',
    pass: met('2026-07-10', '2026-10-10'),
    fail: met('2026-07-10', '2026-10-11'),
  },
];

describe('a further notice on pairing', () => {
  test.each(cases)('asks its own $value of $rule', async (each) => {
    const asOf = '2026-11-20';
    const [pass, fail] = [each.pass, each.fail].map((records) => verdictsOf([next], { ...each, asOf }, records));
    expect([await pass, await fail]).toEqual(['pass', 'fail']);
  });

  test('is asked at both sides of every value that it changes', () => {
    const changed = Object.keys(next.values).filter(
      (name) => JSON.stringify(next.values[name]?.value) !== JSON.stringify(last.values[name]?.value),
    );
    expect(changed.filter((name) => !cases.some(({ value }) => value === name))).toEqual([]);
  });

  test('does not take an interval of the group’s own that is longer than it asks', async () => {
    const { findings } = await checkWith([next], [group({ meetingEvery: 4, meetings: [] })], '2026-05-01', {
      rules: ['pairing/meetings'],
    });
    expect(findings.map(({ expected, clause }) => [expected, clause])).toEqual([
      [{ zh: '≤ 3 个月', en: '≤ 3 months' }, '四（一）'],
    ]);
  });

  test.each([
    [0, '没有写：实地调研（surveys）'],
    [1, '实地调研只有 1 次，少于 2 次'],
  ])('tells how many surveys there are: %i', async (count, said) => {
    const { findings } = await checkWith([next], [surveyed(count)], '2026-05-01', { rules: ['pairing/field-survey'] });
    expect(findings.map(({ message }) => message.zh)).toEqual([said]);
  });

  test('reckons a part of the income without binary rounding', async () => {
    const record = pair({ indicators: { gpIncome: 7, peerIncome: 7 } });
    const { findings } = await checkWith([next], [record], '2026-05-01', { rules: ['pairing/income-parity'] });
    expect(findings.map(({ expected }) => expected?.zh)).toEqual(['≥ 7.7']);
  });

  test('judges the pairs signed in its time, and never those signed before', async () => {
    const old = { kind: 'pairing', helper: '海口市人民医院', helped: '儋州市人民医院' };
    const term = { start: '2026-03-01', end: '2028-02-29', filed: '2026-04-30' };
    const verdicts = async (signed: string) => {
      const rules = ['pairing/listed', 'pairing/term', 'pairing/filing-deadline'];
      const record = { ...old, agreement: { signed, ...term } };
      const result = await checkWith([next], [record], '2026-06-01', { rules });
      return Object.fromEntries((result.verdicts ?? []).map(({ rule, verdict }) => [rule, verdict]));
    };
    expect(await verdicts('2026-02-28')).toEqual({
      'pairing/listed': 'pass',
      'pairing/term': 'fail',
      'pairing/filing-deadline': 'fail',
    });
    expect(await verdicts('2026-03-01')).toEqual({
      'pairing/listed': 'fail',
      'pairing/term': 'pass',
      'pairing/filing-deadline': 'pass',
    });
  });

  test('lists its own pairs for the network', async () => {
    const { verdicts = [] } = await checkWith([next], [pair({})], '2026-06-01', {
      complete: true,
      rules: ['pairing/network-coverage'],
    });
    expect(verdicts.map(({ subject, verdict }) => `${subject} ${verdict}`).sort()).toEqual([
      '海南医学院第一附属医院 → 万宁市人民医院 fail',
      '海南医学院第一附属医院 → 东方市人民医院 fail',
      '海南省人民医院 → 儋州市人民医院 pass',
      '海南省人民医院 → 琼海市人民医院 fail',
      '海口市人民医院 → 文昌市人民医院 fail',
    ]);
  });
});

test('of a seat for which nobody is asked nothing is said', () => {
  const asked = last.values.leadingGroup as { value: { seat: string }[]; clause: string };
  const value = asked.value.filter(({ seat }) => seat !== 'deputies');
  const { hints, words } = ruleIn(leadingGroup, {
    ...last,
    values: { ...last.values, leadingGroup: { ...asked, value } },
  });
  expect(hints.map(({ path }) => path)).toEqual(['/leadingGroup/leader', '/leadingGroup/members']);
  expect(words.asks.zh).not.toContain('副组长');
});

test('how often a group meets is said where the notice says it', () => {
  const { asks, reading } = ruleIn(meetings, next).words;
  expect(asks).toEqual({
    zh: '帮扶领导小组定期开会，研究需要解决的问题，间隔不超过 3 个月。',
    en: 'The leading group meets regularly on what needs solving, at least every 3 months.',
  });
  expect(reading?.zh).toContain('没有定的按通知的间隔');
  expect(ruleIn(meetings, last).words.asks.zh).toBe('帮扶领导小组定期开会，研究需要解决的问题。');
});
