import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import type { CheckOptions } from '../../src/model/check-result.ts';
import type { Policy } from '../../src/model/finding.ts';
import { bundledEditions, Editions } from '../../src/notices/edition.ts';
import { base, headers, row, workbook } from '../workbook/made.ts';

const checked = (text: string, options: Partial<CheckOptions> = {}) =>
  check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-06-20',
    verdicts: true,
    ...options,
  });

const plan = 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: residency}\n';
const session = 'kind: session\nyear: 2024\nbase: 海口市人民医院\nid: A\ntitle: 培训\n';
const city = (year: number, more: string) => `kind: city-program\ncity: 海口市\nyear: ${year}\n${more}`;

test('a record that joins another is asked about with it; one that no chosen rule is about is not', async () => {
  const unasked = async (rule: string) => {
    const result = await checked(`${plan}---\n${session}`, { rules: [rule] });
    return result.unasked.map(({ record, line }) => [record, line]);
  };
  expect(await unasked('training/base-session-count')).toEqual([]);
  expect(await unasked('pairing/meetings')).toEqual([
    [0, 1],
    [1, 5],
  ]);
});

test('a record to which a chosen rule does not apply is not asked about; one that the province counts is', async () => {
  const unasked = async (text: string, rule: string, complete = false) =>
    (await checked(text, { rules: [rule], complete })).unasked.map(({ line }) => line);
  const pair = 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n';
  expect(await unasked(pair, 'pairing/meetings')).toEqual([1]);
  expect(await unasked(pair, 'pairing/network-coverage', true)).toEqual([]);
  const province = `${session}level: provincial\n---\nkind: province\nyear: 2024\n`;
  expect(await unasked(province, 'training/province-session-count')).toEqual([]);
});

test('what an edition says for all years is asked of a session of a year that none governs', async () => {
  const long = `${session.replace('2024', '2031')}level: hospital\naudience: faculty\noffline: {dates: 2031-05-08, hours: 40}\n`;
  const { findings } = await checked(long);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['data/no-edition', 'data/daily-hours']));
});

test('a remark on a base is asked about its plan, not about the sessions that join it', async () => {
  const tcm = `${plan.replace('residency', 'tcm')}---\n${session}level: hospital\naudience: faculty\noffline: {dates: 2024-07-01, hours: 8}\n`;
  const { findings, unasked } = await checked(tcm);
  expect(findings.map(({ rule, record }) => [rule, record])).toContainEqual(['data/not-judged', 1]);
  expect(unasked.map(({ record }) => record)).toEqual([1]);
});

test('where an owner is judged about several years, each verdict says which', async () => {
  const labels = async (text: string) => {
    const { verdicts = [] } = await checked(text, { rules: ['haikou/practice-bases', 'haikou/contract-income'] });
    return verdicts.map(({ label }) => label?.zh);
  };
  const incomes = 'institutions: [{name: 甲, contractIncomeInTotal: false}]\n';
  expect(await labels(city(2020, incomes))).toContain('甲');
  const both = await labels(`${city(2020, incomes)}---\n${city(2021, incomes)}`);
  expect(both).toEqual(expect.arrayContaining(['2020 年甲', '2021 年甲', '2021 年']));
});

test('the verdicts on each owner are counted by themselves, under each notice', async () => {
  const texts = ['海口市人民医院', '三亚中心医院'].map((name, place) => ({
    file: `${place}.yaml`,
    bytes: new TextEncoder().encode(plan.replace('海口市人民医院', name)),
  }));
  const pair = 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n';
  const bytes = new TextEncoder().encode(pair);
  const { evidence, verdicts = [] } = await checked('', {
    texts: [...texts, { file: '2.yaml', bytes }],
    evidence: true,
  });
  const counts = evidence?.counts ?? [];
  expect(counts.map(({ policy, owner }) => `${policy} ${owner}`).sort()).toEqual([
    'pairing 海口市人民医院 → 儋州市人民医院',
    'training 三亚中心医院',
    'training 海口市人民医院',
  ]);
  const failed = verdicts.filter(({ rule, verdict }) => verdict === 'fail' && !rule.startsWith('data/'));
  expect(counts.reduce((sum, { counts }) => sum + counts.fail, 0)).toBe(failed.length);
});

test('what concerns no record is shown at the first file as a whole', async () => {
  const { findings } = await checked('kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n', {
    rules: ['pairing/network-coverage'],
    complete: true,
  });
  expect(findings[0]).toMatchObject({
    ...{ file: 'a.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1, source: '' },
    rule: 'pairing/network-coverage',
  });
});

test('yes and no are said in words', async () => {
  const { findings, verdicts = [] } = await checked(
    city(2020, 'institutions: [{name: 甲, contractIncomeInTotal: true}, {name: 乙, contractIncomeInTotal: false}]\n'),
    { rules: ['haikou/contract-income'] },
  );
  expect(findings.map(({ expected, actual }) => [expected, actual?.zh])).toEqual([
    [{ zh: '“否”', en: 'false' }, 'true'],
  ]);
  expect(verdicts.map(({ expected }) => expected?.zh)).toEqual(['“否”', '“否”']);
});

test.each([
  ['haikou', plan, '/year'],
  ['haikou', session, '/id'],
  ['haikou', 'kind: province\nyear: 2024\n', '/year'],
  ['haikou', 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n', '/helper'],
  ['pairing', city(2020, ''), '/city'],
] as const)('a record that the notice on %s alone does not concern is told of', async (policy, text, path) => {
  const { findings } = await checked(text, { policies: [policy], rules: ['data/not-judged'] });
  expect(findings.map((finding) => finding.path)).toEqual([path]);
});

test('who chose no notice is not told to leave one out', async () => {
  const base = '海南省中医院';
  const text =
    `kind: plan\nyear: 2024\nbase: {name: ${base}, types: tcm}\n---\n` +
    `kind: session\nid: A\nyear: 2024\nbase: ${base}\ntitle: 甲\nlevel: hospital\naudience: faculty\n`;
  const remedies = async (policies?: readonly Policy[]) =>
    (await checked(text, { ...(policies ? { policies } : {}), rules: ['data/not-judged'] })).findings.map(
      ({ remedy }) => remedy?.zh,
    );
  expect(await remedies()).toEqual([expect.not.stringContaining('--policy')]);
  expect(await remedies(['training'])).toEqual([expect.stringContaining('去掉 --policy')]);
});

test('a finding is about the session, else the base, the province, the pair or the city', async () => {
  const subjects = async (text: string) => (await checked(text)).findings.map(({ path, subject }) => [path, subject]);
  const sessions = 'sessions: [{id: A, title: 甲, 备忘: x}, {title: 乙, 备忘: x}, {备忘: x}]\n';
  expect(await subjects(`${plan}${sessions}outOfProvince: [{备忘: x}]\n`)).toEqual(
    expect.arrayContaining([
      ['/sessions/0/备忘', 'A'],
      ['/sessions/1/备忘', '乙'],
      ['/sessions/2/备忘', '海口市人民医院'],
      ['/outOfProvince/0/备忘', '海口市人民医院'],
    ]),
  );
  expect(await subjects('kind: session\nyear: 2024\nbase: 海口市人民医院\n备忘: x\n')).toContainEqual([
    '/备忘',
    '海口市人民医院',
  ]);
  expect(await subjects('kind: province\nyear: 2024\n备忘: x\n')).toContainEqual(['/备忘', '海南省']);
  expect(await subjects('kind: pairing\nhelper: 甲院\nhelped: 乙院\n备忘: x\n')).toContainEqual([
    '/备忘',
    expect.stringMatching(/甲院.*乙院/),
  ]);
  expect(await subjects(`${city(2020, '')}备忘: x\n`)).toContainEqual(['/备忘', '海口市']);
});

test('of two copies one is judged, and it is said which', async () => {
  const { unjudged } = await checked(`${plan}---\n${plan}`);
  expect(unjudged).toEqual([
    {
      ...{ file: 'a.yaml', record: 1, line: 5 },
      reason: { zh: '和 a.yaml:3 是同一份，只判那一份', en: 'a.yaml:3 is the same record, and judged for both' },
    },
  ]);
  const alone = await checked('kind: province\nyear: 2010\n');
  expect(alone.unjudged.map((place) => Object.keys(place))).toEqual([['file', 'line', 'reason']]);
});

test.each<[rule: string, severity: 'error' | 'warning' | 'off', isChange: boolean]>([
  ['training/base-session-count', 'error', false],
  ['training/base-session-count', 'off', true],
  ['schema/date', 'error', false],
  ['schema/date', 'warning', true],
  ['data/daily-hours', 'error', true],
  // Its own severity, yet not that of each of its findings.
  ['data/daily-hours', 'warning', true],
])('%s as %s is told as a change only where it is one', async (rule, severity, isChange) => {
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const long = `${plan}sessions:\n  - {id: A, title: 培训, level: hospital, audience: faculty, online: {dates: 2024-05-08, hours: 40}}\n`;
  const { overrides } = await check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(long) }],
    cwd: process.cwd(),
    config: { ...config, severities: new Map([[rule, severity]]) },
    asOf: '2024-06-20',
  });
  expect(overrides?.rules).toEqual(isChange ? [{ rule, severity }] : undefined);
});

test('a rule that the config turns off judges nothing; the severity that it sets is the one that is told', async () => {
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const under = async (severity?: 'off' | 'info') => {
    const severities = new Map(severity ? [['training/base-session-count', severity] as const] : []);
    const { findings, verdicts = [] } = await check({
      texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(plan) }],
      cwd: process.cwd(),
      config: { ...config, severities },
      asOf: '2024-06-20',
      verdicts: true,
    });
    const of = ({ rule }: { rule: string }) => rule === 'training/base-session-count';
    return [findings.filter(of).map((finding) => finding.severity), verdicts.filter(of).length];
  };
  expect(await under()).toEqual([['error'], 1]);
  expect(await under('info')).toEqual([['info'], 1]);
  expect(await under('off')).toEqual([[], 0]);
});

test.each([
  ['Chinese', '线下·签到', '“是”', '是'],
  ['English', 'offline.signIn', '“TRUE”', 'TRUE'],
])('in a workbook in %s yes and no are what is chosen there', async (language, signIn, zh, en) => {
  const isChinese = language === 'Chinese';
  const names = isChinese
    ? ['编号', '名称', '层级', '对象', '线下·开始', '线下·学时', '线下·禁带手机', signIn]
    : ['id', 'title', 'level', 'audience', 'offline.start', 'offline.hours', 'offline.phonesBanned', signIn];
  const values = isChinese
    ? ['A', '甲', '省级', '师资', '2024-05-08', 8, '是', '否']
    : ['A', 'a', 'provincial', 'faculty', '2024-05-08', 8, 'TRUE', 'FALSE'];
  const bytes = workbook({
    [isChinese ? '年度计划' : 'plan']: [
      isChinese ? ['项目', '填写内容'] : ['field', 'value'],
      [isChinese ? '年度' : 'year', 2024],
      [isChinese ? '基地·名称' : 'base.name', '海口市人民医院'],
      [isChinese ? '基地·类别' : 'base.types', isChinese ? '住培基地' : 'residency'],
    ],
    [isChinese ? '培训班' : 'sessions']: [names, values],
  });
  const { findings } = await checked('', {
    texts: [{ file: 'a.xlsx', bytes }],
    asOf: '2024-05-01',
    rules: ['training/offline-discipline'],
  });
  expect(findings.map(({ expected, actual, remedy }) => [expected, actual?.zh, remedy.zh])).toEqual([
    [{ zh, en }, isChinese ? '否' : 'FALSE', `落实后把“线下”的“签到”“禁带手机”写成${zh}`],
  ]);
});

test('several things that are missing in a row are in the cells of them all', async () => {
  const bytes = workbook({
    年度计划: base,
    培训班: [
      [...headers, '线下·开始', '线下·学时', '线下·签到', '线下·地点', '线下·禁带手机'],
      [...row.slice(0, 2), '省级', '师资', '2024-05-08', 8],
    ],
  });
  const { findings } = await checked('', {
    texts: [{ file: 'a.xlsx', bytes }],
    asOf: '2024-06-01',
    rules: ['training/offline-discipline'],
  });
  expect(findings.map(({ cell }) => [cell?.address, cell?.others])).toEqual([['G2', ['I2']]]);
});

test('a rule that the edition asks without exception is not waived for another that looks at it', async () => {
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const strict = bundledEditions.map((edition) => ({
    ...edition,
    rules: { ...edition.rules, 'training/blended-format': { modality: 'must' as const } },
  }));
  const offlineAlone = `${plan}sessions:
  - {title: a, level: provincial, audience: faculty, offline: {dates: 2024-05-08, hours: 8}}
waivers: [{rule: training/blended-format, reason: a, approvedBy: b}]
`;
  const under = async (editions: Editions) => {
    const { verdicts = [] } = await check({
      texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(offlineAlone) }],
      cwd: process.cwd(),
      config: { ...config, editions },
      asOf: '2024-06-20',
      verdicts: true,
      rules: ['training/provincial-online-ratio'],
    });
    return verdicts.map(({ verdict }) => verdict);
  };
  expect(await under(config.editions)).toEqual([]);
  expect(await under(new Editions([], strict))).toEqual(['fail']);
});

test('a file in which rules find more than is listed is told as not judged, and others are judged without it', async () => {
  const pair = 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\nsurveys:\n';
  const judged = async (surveys: number) => {
    // Each is dated after the day judged: one finding.
    const full = `${plan}---\n${pair}${'  - {date: 2099-01-01}\n'.repeat(surveys)}`;
    const texts = [full, session].map((text, place) => ({
      file: `${place}.yaml`,
      bytes: new TextEncoder().encode(text),
    }));
    const { findings, unjudged } = await checked('', { texts, verdicts: false });
    return { findings, unjudged, own: findings.filter(({ file }) => file === '0.yaml') };
  };
  const most = 5_000 - (await judged(1)).own.length + 1;

  const listed = await judged(most);
  expect(listed.own).toHaveLength(5_000);
  expect(listed.unjudged).toEqual([]);

  const { findings, unjudged, own } = await judged(most + 1);
  expect(own.filter(({ rule }) => rule === 'yaml/limit').map(({ message }) => message.zh)).toEqual([
    expect.stringContaining('5000'),
  ]);
  expect(own.length).toBeGreaterThan(5_000);
  expect(unjudged.map(({ file }) => file)).toEqual(['0.yaml', '0.yaml']);
  // Without the plan, the other's base has none.
  const alone = await checked('', { texts: [{ file: '1.yaml', bytes: new TextEncoder().encode(session) }] });
  expect(findings.filter(({ file }) => file === '1.yaml')).toEqual(alone.findings);
});

test('in a workbook in English no is FALSE, as it is chosen there', async () => {
  const bytes = workbook({
    'city-program': [
      ['field', 'value'],
      ['city', '海口市'],
      ['year', 2020],
    ],
    institutions: [
      ['name', 'contractIncomeInTotal'],
      ['甲', 'TRUE'],
    ],
  });
  const { findings } = await checked('', { texts: [{ file: 'a.xlsx', bytes }], rules: ['haikou/contract-income'] });
  expect(findings.map(({ expected }) => expected)).toEqual([{ zh: '“FALSE”', en: 'FALSE' }]);
});

test('a value of several lines is known by its key as well, one of a single line is not', async () => {
  const keys = async (more: string) => {
    const { findings } = await checked(`${session}level: provincial\naudience: faculty\n${more}`, {
      rules: ['training/exam-timing'],
    });
    return findings.map(({ line, key }) => [line, key?.line]);
  };
  const late = '{ start: 2024-05-08, end: 2024-05-09, hours: 16 }';
  expect(await keys(`offline: ${late}\nexam:\n  sittings: [{ date: 2024-05-01, covers: offline }]\n`)).toEqual([
    [10, undefined],
  ]);
});

test('an edition that was added is known to have judged, or not', async () => {
  const editions = [join(import.meta.dirname, '../editions/training-2025.yaml')];
  const judged = async (year: number) => {
    const { overrides } = await checked(plan.replace('2024', String(year)), { editions });
    return overrides?.editions.map((edition) => edition.judged);
  };
  expect([await judged(2024), await judged(2025)]).toEqual([[false], [true]]);
});

test('what is wrong with the hours of a session is told, though it is not known which document governs its base', async () => {
  const text = `${plan.replace('residency', '[tcm, nobody]')}sessions:
  - { id: A, title: 培训, level: hospital, audience: faculty, offline: { dates: 2024-05-08, hours: 40 } }
`;
  const { findings } = await checked(text);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['schema/enum', 'data/daily-hours']));
});

test('the evidence has the rules of all verdicts, of a pair too of which it is not known whether a notice governs it', async () => {
  const pair = 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n';
  const { verdicts = [], evidence } = await checked(`${pair}agreement: { signd: 2020-04-16 }\n`, { evidence: true });
  expect(verdicts.map(({ verdict }) => verdict)).toContain('unknown');
  expect(evidence?.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(verdicts.map(({ rule }) => rule)));
  expect(evidence?.editions.map(({ notice }) => notice)).toEqual(['pairing']);
});
