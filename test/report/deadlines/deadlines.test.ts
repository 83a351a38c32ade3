import { describe, expect, test } from 'vitest';
import { calendar } from '../../../src/report/deadlines/calendar.ts';
import type { DatedDuty } from '../../../src/report/deadlines/deadlines.ts';
import { agendaFormats } from '../../../src/report/deadlines/formats.ts';
import { city, dutiesOf, pairing, plan } from './set.ts';

const short = ({ due, state, owner, subject, rule, duty, line }: DatedDuty) =>
  `${due} ${state} ${rule} ${duty.en} | ${owner} | ${subject} | ${line}`;
const of = (duties: DatedDuty[], rule: string) => duties.filter((duty) => duty.rule === rule);

describe('a provincial session', () => {
  test('has each of its due dates, by day and owner', async () => {
    const { duties } = await dutiesOf(plan, '2024-05-08');
    expect(duties.map(({ due, daysLeft, state, rule, duty }) => [due, daysLeft, state, rule, duty.zh])).toEqual([
      ['2024-04-08', -30, 'overdue', 'training/preparation-period', '准备时间不少于 1 个月'],
      [
        '2024-04-08',
        -30,
        'overdue',
        'training/provincial-lead-time',
        '省级培训提前组建组织架构、制订方案计划：制订方案计划',
      ],
      [
        '2024-04-08',
        -30,
        'overdue',
        'training/provincial-lead-time',
        '省级培训提前组建组织架构、制订方案计划：组建组织架构',
      ],
      ['2024-05-07', -1, 'overdue', 'training/collective-lesson-prep', '授课师资集体备课'],
      ['2024-05-07', -1, 'overdue', 'training/expert-review', '专家审核：课程设计'],
      ['2024-05-07', -1, 'overdue', 'training/expert-review', '专家审核：培训考题'],
      ['2024-05-07', -1, 'overdue', 'training/expert-review', '专家审核：备课内容'],
      ['2024-05-07', -1, 'overdue', 'training/preparation-early', '前期准备齐全'],
      ['2024-05-07', -1, 'overdue', 'training/preparation-late', '后期准备齐全'],
      ['2024-05-07', -1, 'done', 'training/exam-required', '每期培训都要考核'],
      ['2024-05-07', -1, 'overdue', 'training/notice', expect.any(String)],
      ['2024-05-09', 1, 'pending', 'training/offline-discipline', '省级线下培训签到、禁带手机'],
      ['2024-05-17', 9, 'pending', 'training/archive', '总结和资料存档'],
      ['2024-05-17', 9, 'pending', 'training/publicity', '每期至少 1 篇宣传报道'],
      ['2024-05-17', 9, 'pending', 'training/exam-timing', '培训结束后考核：线下、线上'],
      ['2024-05-22', 14, 'pending', 'training/completion-window', '线上线下在规定天数内完成'],
      ['2024-05-24', 16, 'pending', 'training/summary-deadline', '7 天内报送总结'],
      ['2024-06-07', 30, 'pending', 'training/certificate-deadline', '15 个工作日内授证'],
      ['2024-06-30', 53, 'pending', 'training/base-midyear-count', '6 月 30 日（含）前的院级培训期数'],
      ['2024-08-31', 115, 'pending', 'training/provincial-deadline', '省级培训完成期限'],
      ['2024-12-31', 237, 'pending', 'training/base-out-of-province', '省外培训批次'],
      ['2024-12-31', 237, 'pending', 'training/base-session-count', '院级培训期数：住培'],
    ]);
    const ofCentre = ['training/notice', 'training/certificate-deadline', 'training/provincial-deadline'];
    for (const { owner, owedBy, subject, title, rule, clause } of duties) {
      expect(owner).toBe('海口市人民医院');
      expect(owedBy.zh).toBe(ofCentre.includes(rule) ? '省医学学术交流管理中心' : '海口市人民医院');
      expect([subject, title]).toEqual(
        rule.startsWith('training/base-') ? ['海口市人民医院', null] : ['HK-01', '内科师资培训'],
      );
      expect(clause).toMatch(/[一二三四五六七八九十]/);
    }
  });

  test.each([
    ['training/preparation-period', '2024-04-08'],
    ['training/collective-lesson-prep', '2024-05-07'],
    ['training/summary-deadline', '2024-05-24'],
    ['training/certificate-deadline', '2024-06-07'],
  ])('%s is pending up to %s and overdue from the next day', async (rule, due) => {
    const next = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
    const on = of((await dutiesOf(plan, due)).duties, rule)[0];
    const after = of((await dutiesOf(plan, next)).duties, rule)[0];
    expect([on?.state, on?.daysLeft, after?.state, after?.daysLeft]).toEqual(['pending', 0, 'overdue', -1]);
  });

  test('certificates are counted in working days: make-up Saturdays count, holidays do not', async () => {
    // After Friday 26 April 2024: Labour Day is off from 1 to 5 May; Sunday 28 April and Saturday 11 May are worked.
    const ending = plan
      .replace('start: 2024-05-08, end: 2024-05-09', 'start: 2024-04-22, end: 2024-04-23')
      .replace('start: 2024-05-10, end: 2024-05-17', 'start: 2024-04-23, end: 2024-04-26');
    const [certificates] = of((await dutiesOf(ending, '2024-05-01')).duties, 'training/certificate-deadline');
    expect(certificates?.due).toBe('2024-05-20');
    expect(certificates?.note).toBeNull();
  });

  test('what was done too late is done, and says so', async () => {
    const late = plan.replace('    exam:', '    summary: {submitted: 2024-05-25}\n    exam:');
    const [summary] = of((await dutiesOf(late, '2024-06-30')).duties, 'training/summary-deadline');
    expect([summary?.state, summary?.late]).toEqual(['done', true]);
    const inTime = late.replace('05-25', '05-24');
    const [other] = of((await dutiesOf(inTime, '2024-06-30')).duties, 'training/summary-deadline');
    expect([other?.state, other?.late]).toEqual(['done', false]);
  });

  test('it has to be over by the window and by the end of August, as planned or not', async () => {
    const state = async (text: string, asOf: string) => {
      const { duties } = await dutiesOf(text, asOf);
      return ['training/completion-window', 'training/provincial-deadline'].map((rule) => {
        const [duty] = of(duties, rule);
        return `${duty?.due} ${duty?.state}${duty?.late ? ' late' : ''}`;
      });
    };
    expect(await state(plan, '2024-05-17')).toEqual(['2024-05-22 pending', '2024-08-31 pending']);
    expect(await state(plan, '2024-05-18')).toEqual(['2024-05-22 done', '2024-08-31 done']);
    const long = plan.replace('end: 2024-05-17', 'end: 2024-09-01');
    expect(await state(long, '2024-05-22')).toEqual(['2024-05-22 pending', '2024-08-31 pending']);
    expect(await state(long, '2024-09-01')).toEqual(['2024-05-22 overdue', '2024-08-31 overdue']);
    expect(await state(long, '2024-09-02')).toEqual(['2024-05-22 done late', '2024-08-31 done late']);
  });

  test.each([
    ['[三亚中心医院, 海南省人民医院]', '三亚中心医院', ['三亚中心医院', '海南省人民医院']],
    ['[三亚中心医院, 本院科教科]', '海口市人民医院', ['海口市人民医院', '三亚中心医院']],
    ['[三亚中心医院, 三亚中心医院]', '三亚中心医院', ['三亚中心医院']],
  ])('held by %s is owed by all of them, and stands under the first', async (host, first, all) => {
    const { duties } = await dutiesOf(plan.replace('    level:', `    host: ${host}\n    level:`), '2024-05-08');
    const [summary] = of(duties, 'training/summary-deadline');
    expect(summary?.owner).toBe(first);
    expect(summary?.owedBy).toEqual({ zh: all.join('、'), en: all.join(', ') });
    const [certificates] = of(duties, 'training/certificate-deadline');
    expect(certificates?.owedBy.zh).toBe('省医学学术交流管理中心');
  });

  test('gives none when it is cancelled', async () => {
    const cancelled = plan.replace('    level:', '    status: cancelled\n    level:');
    const { duties } = await dutiesOf(cancelled, '2024-05-08');
    expect(duties.filter(({ subject }) => subject === 'HK-01')).toEqual([]);
  });

  test('gives none without an edition, nor where the record cannot be judged', async () => {
    const { duties } = await dutiesOf(plan.replaceAll('2024', '2023'), '2024-05-08');
    expect(duties).toEqual([]);
    const { duties: unread, result } = await dutiesOf(plan.replace('year: 2024', 'year: x'), '2024-05-08');
    expect(unread).toEqual([]);
    expect(result.unjudged).toHaveLength(1);
  });

  test('gives those that do not hang on a value that cannot be read', async () => {
    const { duties, result } = await dutiesOf(plan.replace('level: provincial', 'level: x'), '2024-05-08');
    const rules = duties.map(({ rule }) => rule);
    expect(rules).toContain('training/exam-required');
    expect(rules).not.toContain('training/provincial-deadline');
    expect(result.findings.map(({ rule, path }) => `${rule} ${path}`)).toContain('schema/enum /sessions/0/level');
  });
});

test.each([
  ['start: 2024-05-08, end: 2024-05-09', 'start: 0000-01-01, end: 0000-01-01', '2024-03-11'],
  ['start: 2024-05-10, end: 2024-05-17', 'start: 9999-12-30, end: 9999-12-31', '9999-12-31'],
])('dates at the edge of the calendar stay in it: %s becomes %s', async (given, edge, due) => {
  const { duties } = await dutiesOf(plan.replace(given, edge), '2024-05-08');
  expect(duties.map((duty) => duty.due)).toContain(due);
  for (const duty of duties) {
    expect(duty.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(duty.daysLeft).toEqual(expect.any(Number));
    expect(duty.daysLeft).not.toBeNaN();
  }
  const endless = pairing.replace('meetingEvery: 6', 'meetingEvery: 99999999').replace('2023-05-31', '9999-12-31');
  expect(of((await dutiesOf(endless, '2021-06-30')).duties, 'pairing/meetings')).toEqual([]);
});

describe('counts of a base and of the province', () => {
  test('are done by sessions that have begun or are over, never by a plan', async () => {
    const session = (id: string) =>
      `  - {id: ${id}, title: 教学查房, level: hospital, audience: faculty, offline: {start: 2024-06-30, end: 2024-06-30, hours: 8}}\n`;
    const { duties } = await dutiesOf(`${plan}${session('A')}${session('B')}`, '2024-03-01', {});
    const states = (list: DatedDuty[]) =>
      list.filter(({ subject }) => subject === '海口市人民医院').map(({ rule, state }) => `${rule} ${state}`);
    expect(states(duties)).toEqual([
      'training/base-midyear-count pending',
      'training/base-out-of-province pending',
      'training/base-session-count pending',
    ]);
    const { duties: begun } = await dutiesOf(`${plan}${session('A')}`, '2024-06-30');
    expect(states(begun)[0]).toBe('training/base-midyear-count done');
    const { duties: enough } = await dutiesOf(`${plan}${session('A')}${session('B')}${session('C')}`, '2025-01-01');
    expect(states(enough)).toEqual([
      'training/base-midyear-count done',
      'training/base-out-of-province overdue',
      'training/base-session-count done',
    ]);
  });

  test('the province has its own, and its bulletin', async () => {
    const { duties } = await dutiesOf('kind: province\nyear: 2024\n', '2024-07-01');
    expect(duties.map(({ due, state, rule }) => `${due} ${state} ${rule}`)).toEqual([
      '2024-06-30 overdue training/province-midyear-count',
      '2024-12-31 pending training/province-bulletin',
      '2024-12-31 pending training/province-headcount',
      '2024-12-31 pending training/province-headcount',
      '2024-12-31 pending training/province-session-count',
      ...Array(8).fill('2024-12-31 pending training/province-session-mix'),
    ]);
    expect(new Set(duties.map(({ owner }) => owner))).toEqual(new Set(['海南省']));
    expect(new Set(duties.map(({ owedBy }) => `${owedBy.zh} ${owedBy.en}`))).toEqual(
      new Set(['省医学学术交流管理中心 the provincial centre']),
    );
  });

  test('also where a complete set has no province record', async () => {
    const { duties } = await dutiesOf(plan, '2024-05-08', { complete: true });
    expect(of(duties, 'training/province-session-count').map(short)).toEqual([
      '2024-12-31 pending training/province-session-count Number of provincial sessions | 海南省 | 海南省 | 1',
    ]);
  });
});

describe('a pairing', () => {
  test('has its filing, meetings, tasks and terms', async () => {
    const { duties } = await dutiesOf(pairing, '2021-07-02');
    expect(duties.map(({ due, state, rule, duty }) => `${due} ${state} ${rule} ${duty.en}`)).toEqual([
      '2020-05-22 overdue pairing/filing-deadline The agreement is filed in time',
      '2020-05-22 overdue pairing/agreement-signed The agreement is signed',
      '2021-06-30 overdue pairing/task-closeout Tasks are closed in time: T1 设立门诊',
      '2021-06-30 done pairing/task-closeout Tasks are closed in time: T2 选派带教',
      '2021-09-30 pending pairing/meetings The leading group’s next meeting',
      '2023-05-31 pending pairing/term The agreement runs for 3 years',
    ]);
    expect(new Set(duties.map(({ owner }) => owner))).toEqual(new Set(['海口市人民医院 → 儋州市人民医院']));
    for (const { rule, owedBy } of duties)
      expect(owedBy.zh, rule).toBe(
        rule === 'pairing/filing-deadline' ? '海口市人民医院' : '海口市人民医院 → 儋州市人民医院',
      );
  });

  test('a term as written too short is owed to the end of three years', async () => {
    const short = pairing.replace('end: 2023-05-31', 'end: 2022-05-14');
    const [term] = of((await dutiesOf(short, '2023-05-14')).duties, 'pairing/term');
    expect([term?.due, term?.state]).toEqual(['2023-05-14', 'pending']);
    expect(of((await dutiesOf(short, '2023-05-15')).duties, 'pairing/term')[0]?.state).toBe('overdue');
    expect(of((await dutiesOf(pairing, '2023-06-01')).duties, 'pairing/term')[0]?.state).toBe('done');
  });

  test('no meeting is owed on or after the last day of the term', async () => {
    const until = (end: string) => pairing.replace('end: 2023-05-31', `end: ${end}`);
    const meetings = async (end: string) =>
      of((await dutiesOf(until(end), '2021-06-30')).duties, 'pairing/meetings').map(({ due }) => due);
    expect(await meetings('2021-10-01')).toEqual(['2021-09-30']);
    expect(await meetings('2021-09-30')).toEqual([]);
  });
});

test('Haikou’s departments and guidance', async () => {
  const { duties } = await dutiesOf(city, '2019-12-31');
  expect(duties.map(({ due, state, rule, late, duty }) => `${due} ${state} ${rule} ${late} ${duty.zh}`)).toEqual([
    '2019-04-30 done haikou/assessment-guidance true 按期印发绩效考核指导意见',
    '2019-12-31 pending haikou/gp-department false 独立设置全科医学科：市中医医院',
    '2019-12-31 done haikou/gp-department false 独立设置全科医学科：海口市人民医院',
  ]);
});

test('a waiver ends, and belongs to the base whose record holds it', async () => {
  const waived = `${plan}    waivers: [{rule: training/offline-first, reason: 台风, approvedBy: 省中心, expires: 2024-05-20}]\n`;
  const [waiver] = of((await dutiesOf(waived, '2024-05-20')).duties, 'data/waiver-expired');
  expect([waiver?.due, waiver?.state, waiver?.owner, waiver?.subject, waiver?.duty.zh]).toEqual([
    '2024-05-20',
    'pending',
    '海口市人民医院',
    'HK-01',
    '豁免到期：training/offline-first',
  ]);
  expect(of((await dutiesOf(waived, '2024-05-21')).duties, 'data/waiver-expired')[0]?.state).toBe('overdue');
  const useless = waived.replace('training/offline-first', 'training/archive');
  expect(of((await dutiesOf(useless, '2024-05-20')).duties, 'data/waiver-expired')).toEqual([]);
});

describe('--within', () => {
  test('takes the days ahead, both ends in, and every overdue duty', async () => {
    const dues = async (within?: number) =>
      (await dutiesOf(plan, '2024-05-08', {}, within)).duties.map(({ due, state }) => `${due} ${state}`);
    const everything = await dues();
    const overdue = everything.filter((each) => each.endsWith('overdue'));
    expect(overdue).toHaveLength(10);
    expect(await dues(0)).toEqual(overdue);
    expect(await dues(1)).toEqual([...overdue, '2024-05-09 pending']);
    expect(await dues(8)).toEqual([...overdue, '2024-05-09 pending']);
    expect(await dues(9)).toEqual([...overdue, '2024-05-09 pending', ...Array(3).fill('2024-05-17 pending')]);
    expect(await dues(36_525)).toEqual(everything.filter((each) => each !== '2024-05-07 done'));
  });

  test('only the notices asked for', async () => {
    const { duties } = await dutiesOf(`${plan}---\n${pairing}`, '2024-05-08', { policies: ['pairing'] });
    expect(new Set(duties.map(({ policy }) => policy))).toEqual(new Set(['pairing']));
  });
});

describe('done means done', () => {
  const base = `kind: plan
year: 2024
base: {name: 海口市人民医院, types: [residency, assistant-gp]}
sessions:
`;
  const session = (id: string, more = '') =>
    `  - {id: ${id}, title: 教学查房, level: hospital, audience: faculty, offline: {start: 2024-06-10, end: 2024-06-10, hours: 8}${more}}\n`;
  const provincial = (audience: string, more: string) =>
    `  - {id: P-${audience}, title: 省级班, level: provincial, audience: ${audience}, headcount: 400, offline: {start: 2024-06-10, end: 2024-06-11, hours: 16, signIn: true, phonesBanned: true}${more}}\n`;
  const archive =
    'archive: [attendees, attendance, exam, evaluation, support, experience, shortcomings, suggestions, schedule, slides]';
  const filed = `, preparation: {start: 2024-06-02, team: 2024-06-02, scheme: 2024-06-02, collectivePrep: 2024-06-02, notice: {date: 2024-06-02, issuer: center}, expertReview: {curriculum: 2024-06-02, lessons: 2024-06-02, exam: 2024-06-02}}, exam: {sittings: [{date: 2024-06-11, covers: [offline]}]}, publicity: [{title: x, date: 2024-06-12}], certification: {date: 2024-06-13}, summary: {submitted: 2024-06-12, ${archive}}`;
  const set = `${base}${['A', 'B', 'C'].map((id) => session(id)).join('')}outOfProvince:
  - {title: 甲, category: national, start: 2024-06-10, end: 2024-06-12}
  - {title: 乙, category: national, start: 2024-06-10, end: 2024-06-12}
---
kind: province
year: 2024
bulletin: 2024-06-30
sessions:
${provincial('managers', filed)}${provincial('faculty', filed)}`;
  const doneOn = async (asOf: string, text = set) =>
    new Set((await dutiesOf(text, asOf)).duties.flatMap(({ state, rule }) => (state === 'done' ? rule : [])));

  test('what is planned or dated ahead fulfils no count and no filing', async () => {
    expect(await doneOn('2024-06-01')).toEqual(new Set(['training/exam-required']));
  });

  test('what is over, begun or filed by the day does', async () => {
    const begun = await doneOn('2024-06-10');
    expect(begun).toContain('training/base-midyear-count');
    expect(begun).not.toContain('training/base-session-count');
    expect(begun).not.toContain('training/offline-discipline');
    expect(begun).not.toContain('training/archive');
    const last = await doneOn('2024-06-11');
    expect(last).toContain('training/archive');
    expect(last).toContain('training/offline-discipline');
    expect(last).not.toContain('training/province-headcount');
    const later = await doneOn('2024-06-30');
    for (const rule of [
      'base-session-count',
      'base-out-of-province',
      'province-headcount',
      'province-bulletin',
      'summary-deadline',
      'certificate-deadline',
      'publicity',
      'notice',
      'expert-review',
      'provincial-lead-time',
      'preparation-period',
      'collective-lesson-prep',
      'exam-timing',
      'completion-window',
      'provincial-deadline',
    ])
      expect(later).toContain(`training/${rule}`);
    expect(await doneOn('2024-06-29')).not.toContain('training/province-bulletin');
  });

  test('so it is with pairs and the city', async () => {
    const signed = pairing.replace('{start: 2020', '{signed: 2020-05-16, filed: 2020-05-20, start: 2020');
    expect(await doneOn('2020-05-15', signed)).toEqual(new Set());
    expect(await doneOn('2020-05-16', signed)).toEqual(new Set(['pairing/agreement-signed']));
    expect(await doneOn('2020-05-20', signed)).toEqual(
      new Set(['pairing/agreement-signed', 'pairing/filing-deadline']),
    );
    expect(await doneOn('2019-05-05', city)).toEqual(new Set());
    expect(await doneOn('2019-05-06', city)).toEqual(new Set(['haikou/assessment-guidance']));
  });
});

describe('what is known to a stretch of days', () => {
  const open = plan.replace('{start: 2024-05-10, end: 2024-05-17, ', '{dates: 2024-05, days: 8, ');
  const summary = async (asOf: string) => of((await dutiesOf(open, asOf)).duties, 'training/summary-deadline')[0];

  test('is pending up to the latest day that it may be due, and overdue after it', async () => {
    expect(await summary('2024-05-01')).toMatchObject({
      due: '2024-05-16',
      latest: '2024-06-07',
      state: 'pending',
      daysLeft: 15,
    });
    expect(await summary('2024-05-17')).toMatchObject({ state: 'pending', daysLeft: 21 });
    expect(await summary('2024-06-07')).toMatchObject({ state: 'pending', daysLeft: 0 });
    expect(await summary('2024-06-08')).toMatchObject({ state: 'overdue', daysLeft: -1 });
  });

  test('json names the latest day, csv both, and the calendar has the first', async () => {
    const listed = await dutiesOf(open, '2024-05-01');
    const { deadlines } = JSON.parse(agendaFormats.json(listed, 'zh'));
    expect(deadlines.find(({ rule }: { rule: string }) => rule === 'training/summary-deadline')).toMatchObject({
      due: '2024-05-16',
      latest: '2024-06-07',
      owner: '海口市人民医院',
    });
    expect(deadlines.find(({ rule }: { rule: string }) => rule === 'training/notice').owner).toBe(
      '省医学学术交流管理中心',
    );
    expect(agendaFormats.csv(listed, 'zh')).toContain('2024-05-16～2024-06-07,15,');
    expect(calendar(listed, 'zh')).toContain('DTSTART;VALUE=DATE:20240516');
  });
});

test('a city’s duty is that of the body or the hospital which the notice names', async () => {
  const { duties } = await dutiesOf('kind: city-program\ncity: 海口市\nyear: 2019\n', '2019-05-01');
  expect(duties.map(({ owner, owedBy }) => `${owner} ${owedBy.zh}`)).toEqual([
    '海口市 市卫健委',
    '海口市 市中医医院',
    '海口市 市人民医院',
  ]);
});

describe('who owes, in every format', () => {
  const listed = dutiesOf('kind: province\nyear: 2024\n', '2024-07-01', {}, 0);

  test.each(['table', 'csv', 'json'] as const)('%s', async (format) => {
    const text = agendaFormats[format](await listed, 'zh');
    expect(text).toContain('省医学学术交流管理中心');
    if (format === 'csv') expect(text).toContain('已逾期,省医学学术交流管理中心,海南省,');
  });

  test('calendar', async () => {
    expect(calendar(await listed, 'zh').replaceAll('\r\n ', '')).toContain(
      '责任方：省医学学术交流管理中心\\n对象：海南省',
    );
  });
});

test('a session without id is named once', async () => {
  const listed = await dutiesOf(plan.replace('  - id: HK-01\n    title', '  - title'), '2024-05-08');
  expect(agendaFormats.csv(listed, 'zh')).toContain(',内科师资培训,');
});

describe('deadlines that cannot be told', () => {
  const note = {
    zh: '有 1 处写错或者没有写日期，要靠它们推算的期限就列不出来；用 hn-gp check 查看，改好后再列',
    en: '1 value wrong or without a date: any deadline that follows from there is not listed; see hn-gp check',
  };
  const days = plan.replace('start: 2024-05-08, end: 2024-05-09', 'start: 五月上旬某天, end: 2024-05-09');
  const parts = plan.replace(/ {4}(?:offline|online): .+\n/g, '');

  test.each([
    ['a date that cannot be read', days],
    ['no date at all', parts],
  ])('are told of in every format: %s', async (_, text) => {
    const agenda = await dutiesOf(text, '2024-04-01');
    expect(agenda.mistakes).toBe(1);
    expect(agendaFormats.table(agenda, 'zh')).toContain(note.zh);
    expect(agendaFormats.table(agenda, 'en')).toContain(note.en);
    expect(agendaFormats.csv(agenda, 'zh')).toContain(note.zh);
    expect(JSON.parse(agendaFormats.json(agenda, 'en')).mistakes).toBe(1);
  });

  test('are not told of beside a record that is not judged', async () => {
    const agenda = await dutiesOf(plan.replace('year: 2024', 'year: 某年'), '2024-04-01');
    expect(agenda.unjudged).toHaveLength(1);
    expect(agenda.mistakes).toBe(0);
  });

  test('are none where all is read, or a day is not known yet', async () => {
    const month = plan.replace('start: 2024-05-08, end: 2024-05-09', 'dates: 2024-05');
    for (const text of [plan, month, pairing, city]) {
      const agenda = await dutiesOf(text, '2024-04-01');
      expect(agenda.mistakes).toBe(0);
      expect(agendaFormats.table(agenda, 'zh')).not.toContain('列不出来');
      expect(JSON.parse(agendaFormats.json(agenda, 'zh'))).not.toHaveProperty('mistakes');
    }
  });
});
