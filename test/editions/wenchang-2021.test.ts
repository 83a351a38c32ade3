import { describe, expect, test } from 'vitest';
import { ruleIn } from '../../src/engine/in-edition.ts';
import type { Rule } from '../../src/engine/rule.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import continuingEducation from '../../src/rules/haikou/continuing-education.ts';
import orientedJuniorCollege from '../../src/rules/haikou/oriented-junior-college.ts';
import orientedUndergraduates from '../../src/rules/haikou/oriented-undergraduates.ts';
import practiceBases from '../../src/rules/haikou/practice-bases.ts';
import { type Case, checkWith, type Data, editionNamed, verdictsOf } from './judging.ts';

const own = editionNamed('wenchang-2021');
const haikou = bundledEditions.find(({ notice }) => notice === 'haikou') as Edition;

const city = (year: number, more: Data): Data => ({ kind: 'city-program', city: '文昌市', year, ...more });
const one = (more: Data): Data => ({ name: '镇卫生院', ...more });
const trained = (enrolled: number, kind: string): Data =>
  city(2023, { orientedGraduates: { [kind]: { total: 10, enrolled } } });
const departments = (since: string): Data =>
  city(2022, {
    hospitals: ['文昌市人民医院', '市中医院'].map((name) => ({ name, gpDepartment: { independent: true, since } })),
  });
const density = (year: number, qualifiedGps: number): Data => city(year, { residents: 500_000, qualifiedGps });
const intakes = (year: number, gp: number): Data => city(2023, { recruitment: [{ year, total: 100, gp }] });
const agreement = (more: Data): Data => city(2023, { trainees: [{ id: 'A', agreement: { benefits: true, ...more } }] });

const cases: Case[] = [
  {
    value: 'gpDensity',
    rule: 'haikou/gp-density',
    pass: [density(2022, 200), density(2027, 350)],
    fail: [density(2026, 199), density(2027, 349)],
  },
  {
    value: 'densityResidents',
    rule: 'haikou/gp-density',
    pass: city(2022, { gpsPer10k: 4 }),
    fail: city(2022, { gpsPer10k: 3.9 }),
  },
  {
    value: 'departmentHospitals',
    rule: 'haikou/gp-department',
    pass: departments('2022-06-30'),
    fail: departments('2022-07-01'),
  },
  {
    value: 'departmentDeadline',
    rule: 'haikou/gp-department',
    pass: departments('2022-06-30'),
    fail: departments('2022-07-01'),
  },
  {
    value: 'practiceBases',
    rule: 'haikou/practice-bases',
    pass: city(2023, { practiceBases: 3 }),
    fail: city(2023, { practiceBases: 2 }),
  },
  {
    value: 'practiceBasesFrom',
    rule: 'haikou/practice-bases',
    pass: city(2023, { practiceBases: 3 }),
    fail: city(2023, {}),
  },
  { value: 'recruitmentShare', rule: 'haikou/gp-recruitment-share', pass: intakes(2022, 30), fail: intakes(2022, 29) },
  { value: 'recruitmentFrom', rule: 'haikou/gp-recruitment-share', pass: intakes(2022, 30), fail: intakes(2022, 0) },
  {
    value: 'orientedUndergraduates',
    rule: 'haikou/oriented-undergraduates',
    pass: trained(9, 'undergraduate'),
    fail: trained(8, 'undergraduate'),
  },
  {
    value: 'orientedJuniorCollege',
    rule: 'haikou/oriented-junior-college',
    pass: trained(8, 'juniorCollege'),
    fail: trained(7, 'juniorCollege'),
  },
  {
    value: 'continuingEducation',
    rule: 'haikou/continuing-education',
    pass: city(2023, { continuingEducation: { total: 100, covered: 95 } }),
    fail: city(2023, { continuingEducation: { total: 100, covered: 94 } }),
  },
  {
    value: 'surplusIncentive',
    rule: 'haikou/surplus-incentive',
    pass: city(2023, { institutions: [one({ surplus: { available: 100, incentive: 50 } })] }),
    fail: city(2023, { institutions: [one({ surplus: { available: 100, incentive: 49 } })] }),
  },
  {
    value: 'basicPayShare',
    rule: 'haikou/basic-pay-share',
    pass: city(2023, { institutions: [one({ performancePay: { total: 100, basic: 50 } })] }),
    fail: city(2023, { institutions: [one({ performancePay: { total: 100, basic: 51 } })] }),
  },
  {
    value: 'postUplift',
    rule: 'haikou/post-uplift',
    pass: city(2023, { institutions: [one({ postUplift: 0.1 })] }),
    fail: city(2023, { institutions: [one({ postUplift: 0.11 })] }),
  },
  {
    value: 'guidanceDeadline',
    rule: 'haikou/assessment-guidance',
    pass: city(2021, { assessment: { issued: '2021-12-31' } }),
    fail: city(2021, { assessment: { issued: '2022-01-01' } }),
  },
  {
    value: 'assessmentIndicators',
    rule: 'haikou/assessment-indicators',
    pass: city(2023, { assessment: { indicators: ['visits', 'contracts'] } }),
    fail: city(2023, { assessment: { indicators: ['visits', 'health'] } }),
  },
  {
    value: 'traineeAgreement',
    rule: 'haikou/trainee-agreement',
    pass: agreement({ serviceYears: 3 }),
    fail: agreement({ breach: true }),
  },
];

describe('the scheme of another city', () => {
  test.each(cases)('asks its own $value of $rule', async (each) => {
    const asOf = '2028-01-10';
    const [pass, fail] = [each.pass, each.fail].map((records) => verdictsOf([own], { ...each, asOf }, records));
    expect([await pass, await fail]).toEqual(['pass', 'fail']);
  });

  test('is asked at both sides of every value that it changes', () => {
    const changed = Object.keys(own.values).filter(
      (name) => JSON.stringify(own.values[name]?.value) !== JSON.stringify(haikou.values[name]?.value),
    );
    expect(changed.filter((name) => !cases.some(({ value }) => value === name))).toEqual([]);
  });

  test.each([
    [2021, 'no verdict'],
    [2022, 'fail'],
  ])('sets its first target for %i', async (year, expected) => {
    const { verdicts = [] } = await checkWith([own], [density(year, 1)], '2028-01-10', {
      rules: ['haikou/gp-density'],
    });
    expect(verdicts[0]?.verdict ?? 'no verdict').toBe(expected);
  });

  test('governs its own city from its own year on, and no other', async () => {
    const records = [
      city(2020, { practiceBases: 6 }),
      city(2021, { practiceBases: 6 }),
      city(2021, { city: '海口市', practiceBases: 6 }),
      city(2021, { city: '三亚市', practiceBases: 6 }),
    ];
    const { findings } = await checkWith([own], records, '2028-01-10', { rules: ['data/no-edition'] });
    expect(findings.map(({ file }) => file)).toEqual(['0.yaml', '3.yaml']);
  });

  test('does not ask what it left out, and lets be waived what it asks in principle', async () => {
    const rule = 'haikou/oriented-junior-college';
    const record = {
      ...trained(7, 'juniorCollege'),
      institutions: [one({ contractIncomeInTotal: true })],
      waivers: [{ rule, reason: '休学一人', approvedBy: '市卫健委' }],
    };
    const { findings, waived } = await checkWith([own], [record], '2024-01-10', {
      rules: [rule, 'haikou/contract-income'],
    });
    expect([findings, waived.map((finding) => finding.rule)]).toEqual([[], [rule]]);
  });
});

test('one practice base is said in the singular', () => {
  const asked = own.values.practiceBases as Edition['values'][string];
  const { asks } = ruleIn(practiceBases, {
    ...own,
    values: { ...own.values, practiceBases: { ...asked, value: 1 } },
  }).words;
  expect(asks).toEqual({
    zh: '到 2023 年建成不少于 1 个全科医学实践教学基地。',
    en: 'At least 1 GP practice base is set up by 2023.',
  });
});

test('GPs are counted for as many residents as an edition says', async () => {
  const { findings } = await checkWith([own], [density(2023, 1)], '2024-01-10', { rules: ['haikou/gp-density'] });
  expect(findings.map(({ message }) => message.zh)).toEqual(['每 5000 名居民 0.01 名，低于 2 名（还差 199 名）']);
});

describe('a share of less than all', () => {
  test.each([
    [13, []],
    [14, []],
    [
      12,
      [
        {
          message: {
            zh: '订单定向本科毕业生 14 人，纳入全科住培 12 人，至少应为 13 人',
            en: '12 of 14 oriented undergraduates are enrolled in GP residency training; it should be at least 13',
          },
          expected: '≥ 13',
          actual: '12',
        },
      ],
    ],
  ])('is reached by as many whole people or more: %i of 14', async (enrolled, expected) => {
    const record = city(2023, { orientedGraduates: { undergraduate: { total: 14, enrolled } } });
    const { findings } = await checkWith([own], [record], '2024-01-10', { rules: [orientedUndergraduates.id] });
    expect(
      findings.map(({ message, expected, actual }) => ({ message, expected: expected?.zh, actual: actual?.zh })),
    ).toEqual(expected);
  });

  test.each([
    [
      orientedUndergraduates,
      '农村订单定向本科毕业生原则上至少 90% 纳入全科专业住培。',
      'At least 90% of oriented undergraduates are in principle enrolled in GP residency training.',
      '至少为总数的 90%',
    ],
    [
      orientedJuniorCollege,
      '农村订单定向高职（专科）毕业生至少 80% 纳入助理全科医生培训。',
      'At least 80% of oriented junior-college graduates are enrolled in assistant-GP training.',
      '至少为总数的 80%',
    ],
    [
      continuingEducation,
      '继续医学教育覆盖至少 95% 的全科医生。',
      'Continuing medical education covers at least 95% of GPs.',
      '至少为总人数的 95%',
    ],
  ])('is said to be the least: $id', (rule: Rule, zh: string, en: string, hint: string) => {
    const { words, hints } = ruleIn(rule, own);
    expect([words.asks, hints.map((each) => each.hint.zh)]).toEqual([{ zh, en }, [hint]]);
  });
});
