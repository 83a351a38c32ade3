import { describe, expect, test } from 'vitest';
import { plusDays } from '../../src/calendar/date.ts';
import { ruleIn } from '../../src/engine/in-edition.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import certificateRecord from '../../src/rules/training/faculty-certificate-record.ts';
import hospitalFunding from '../../src/rules/training/hospital-funding.ts';
import offlineDuration from '../../src/rules/training/provincial-offline-duration.ts';
import publicity from '../../src/rules/training/publicity.ts';
import tcmBase from '../../src/rules/training/tcm-base.ts';
import { type Case, checkWith, type Data, editionNamed, verdictsOf } from './judging.ts';

const next = editionNamed('training-2025');
const last = bundledEditions.find(({ notice }) => notice === 'training') as Edition;

const plan = (sessions: Data[], more: Data = {}): Data => ({
  kind: 'plan',
  year: 2025,
  base: { name: '海口市人民医院', types: ['residency', 'assistant-gp'] },
  sessions,
  ...more,
});
const province = (sessions: Data[], more: Data = {}): Data => ({ kind: 'province', year: 2025, sessions, ...more });
const times = (count: number, of: (index: number) => Data): Data[] =>
  [...Array(count).keys()].map((index) => ({ id: `S-${index}`, ...of(index) }));

const hospital = (more: Data = {}): Data => ({
  id: 'H-1',
  title: '院级培训班',
  level: 'hospital',
  audience: 'faculty',
  specialty: 'surgery',
  offline: { start: '2025-05-07', end: '2025-05-07', hours: 8 },
  online: { start: '2025-05-08', end: '2025-05-12', hours: 12 },
  ...more,
});
const provincial = (more: Data = {}): Data => ({
  ...hospital(),
  title: '省级培训班',
  level: 'provincial',
  host: '解放军第九二八医院',
  stages: ['backbone'],
  headcount: 80,
  offline: { start: '2025-05-07', end: '2025-05-10', hours: 32 },
  online: { start: '2025-05-11', end: '2025-05-20', hours: 48 },
  ...more,
});
const managers = { audience: 'managers', specialty: undefined, stages: undefined, roles: ['education-office'] };
const gp = {
  host: '海南医学院第一附属医院',
  specialty: 'general-practice',
  stages: ['new'],
  headcount: 120,
  offline: { start: '2025-08-04', end: '2025-08-08', hours: 40 },
  online: { start: '2025-08-09', end: '2025-08-20', hours: 60 },
};
const exam = (more: Data): Data => ({
  exam: {
    questions: { single: 15, multiple: 15, trueFalse: 15 },
    fullMarks: 100,
    passMark: 80,
    sittings: [{ date: '2025-05-20', covers: ['offline', 'online'], form: 'offline' }],
    ...more,
  },
});
const preparation = (more: Data): Data => ({ preparation: more });
const archive = ['attendees', 'attendance', 'exam', 'evaluation', 'experience', 'shortcomings', 'schedule', 'slides'];
const early = ['needs', 'audience', 'goals', 'content', 'teachers', 'lesson-prep', 'exam-items'];
const attended = (more: Data): Data => ({
  participants: [
    {
      id: 'A',
      attendance: 'full',
      score: 80,
      certificate: { number: 'N', validUntil: '2028-05-20', registered: true },
      ...more,
    },
  ],
});
const offlineFor = (days: number) => ({ start: '2025-05-07', end: plusDays('2025-05-07', days - 1), hours: 8 * days });
const windowOf = (days: number) => ({ start: '2025-05-11', end: plusDays('2025-05-07', days - 1), hours: 48 });
const visits = (count: number, more: Data): Data[] =>
  times(count, () => provincial({ ...more, offline: { ...offlineFor(4), outOfProvince: true } }));
const OVER = '2025-12-20';

const cases: Case[] = [
  {
    value: 'provinceManagers',
    rule: 'training/province-headcount',
    pass: province([provincial({ ...managers, headcount: 150 }), provincial({ id: 'F', headcount: 480 })]),
    fail: province([provincial({ ...managers, headcount: 149 }), provincial({ id: 'F', headcount: 479 })]),
  },
  {
    value: 'provinceFaculty',
    rule: 'training/province-headcount',
    pass: province([provincial({ ...managers, headcount: 150 }), provincial({ id: 'F', headcount: 480 })]),
    fail: province([provincial({ ...managers, headcount: 149 }), provincial({ id: 'F', headcount: 479 })]),
  },
  {
    value: 'managersTopics',
    rule: 'training/topics',
    pass: plan([hospital({ ...managers, topics: ['教学医德建设'] })]),
    fail: plan([hospital({ ...managers, topics: ['publicity'] })]),
  },
  {
    value: 'provinceSessions',
    rule: 'training/province-session-count',
    pass: province(times(10, () => provincial({ offline: offlineFor(4) }))),
    fail: province(times(9, () => provincial({ offline: offlineFor(4) }))),
  },
  {
    value: 'residencySessions',
    rule: 'training/base-session-count',
    pass: plan(
      times(4, () => hospital({ id: undefined })),
      { base: { name: '海口市人民医院', types: ['residency'] } },
    ),
    fail: plan(
      times(3, () => hospital({ id: undefined })),
      { base: { name: '海口市人民医院', types: ['residency'] } },
    ),
  },
  {
    value: 'assistantGpSessions',
    rule: 'training/base-session-count',
    pass: plan(
      times(3, () => hospital({ id: undefined })),
      { base: { name: '海口市人民医院', types: ['assistant-gp'] } },
    ),
    fail: plan(
      times(2, () => hospital({ id: undefined })),
      { base: { name: '海口市人民医院', types: ['assistant-gp'] } },
    ),
  },
  {
    value: 'outOfProvinceBatches',
    rule: 'training/base-out-of-province',
    pass: plan([], { outOfProvince: [{ title: '外省培训', category: 'national' }] }),
    fail: plan([]),
  },
  {
    value: 'fieldVisits',
    rule: 'training/province-field-visit',
    pass: province([
      ...visits(2, managers),
      ...visits(2, { title: '师资班' }).map((each, index) => ({ ...each, id: `F-${index}` })),
    ]),
    fail: province([
      ...visits(1, managers),
      ...visits(1, { title: '师资班' }).map((each, index) => ({ ...each, id: `F-${index}` })),
    ]),
  },
  {
    value: 'provincialDeadline',
    rule: 'training/provincial-deadline',
    pass: province([provincial({ online: { start: '2025-09-20', end: '2025-09-30' } })]),
    fail: province([provincial({ online: { start: '2025-09-20', end: '2025-10-01' } })]),
  },
  {
    value: 'provinceMidyear',
    rule: 'training/province-midyear-count',
    pass: province(times(5, () => provincial({ offline: { start: '2025-07-31', days: 3 }, online: undefined }))),
    fail: province(times(5, () => provincial({ offline: { start: '2025-08-01', days: 3 }, online: undefined }))),
  },
  {
    value: 'provinceMidyearSessions',
    rule: 'training/province-midyear-count',
    pass: province(times(5, () => provincial())),
    fail: province(times(4, () => provincial())),
  },
  {
    value: 'provincialOfflineDays',
    rule: 'training/provincial-offline-duration',
    pass: province([provincial({ offline: offlineFor(3) })]),
    fail: province([provincial({ offline: offlineFor(2) })]),
  },
  {
    value: 'longGpOfflineDays',
    rule: 'training/provincial-offline-duration',
    pass: province([provincial({ ...gp, offline: offlineFor(5) })]),
    fail: province([provincial({ ...gp, offline: offlineFor(4) })]),
  },
  {
    value: 'longGpStages',
    rule: 'training/provincial-offline-duration',
    pass: province([provincial({ ...gp, stages: ['expiring'], offline: offlineFor(3) })]),
    fail: province([provincial({ ...gp, stages: ['new'], offline: offlineFor(3) })]),
  },
  {
    value: 'onlineShare',
    rule: 'training/provincial-online-ratio',
    pass: province([provincial({ offline: offlineFor(3), online: { start: '2025-05-11', days: 5, hours: 36 } })]),
    fail: province([provincial({ offline: offlineFor(3), online: { start: '2025-05-11', days: 5, hours: 35.9 } })]),
  },
  {
    value: 'offlineShare',
    rule: 'training/provincial-online-ratio',
    pass: province([provincial({ offline: offlineFor(3), online: { start: '2025-05-11', days: 5, hours: 36 } })]),
    fail: province([
      provincial({ offline: { ...offlineFor(3), hours: 24.1 }, online: { start: '2025-05-11', days: 5, hours: 36 } }),
    ]),
  },
  {
    value: 'provincialWindowDays',
    rule: 'training/completion-window',
    pass: province([provincial({ online: windowOf(21) })]),
    fail: province([provincial({ online: windowOf(22) })]),
  },
  {
    value: 'hospitalWindowDays',
    rule: 'training/completion-window',
    pass: plan([hospital({ online: windowOf(14) })]),
    fail: plan([hospital({ online: windowOf(15) })]),
  },
  {
    value: 'baseMidyear',
    rule: 'training/base-midyear-count',
    pass: plan(
      times(2, () => hospital({ id: undefined, offline: { start: '2025-07-31', days: 1 }, online: undefined })),
    ),
    fail: plan(
      times(2, () => hospital({ id: undefined, offline: { start: '2025-08-01', days: 1 }, online: undefined })),
    ),
  },
  {
    value: 'baseMidyearSessions',
    rule: 'training/base-midyear-count',
    pass: plan(times(2, () => hospital({ id: undefined }))),
    fail: plan(times(1, () => hospital({ id: undefined }))),
  },
  {
    value: 'hospitalOfflineHours',
    rule: 'training/hospital-offline-duration',
    pass: plan([hospital({ offline: { start: '2025-05-07', hours: 6 } })]),
    fail: plan([hospital({ offline: { start: '2025-05-07', hours: 5.9 } })]),
  },
  {
    value: 'hospitalOnlineHours',
    rule: 'training/hospital-online-duration',
    pass: plan([hospital({ online: { start: '2025-05-08', days: 3, hours: 12 } })]),
    fail: plan([hospital({ online: { start: '2025-05-08', days: 3, hours: 11 } })]),
  },
  {
    value: 'leadMonths',
    rule: 'training/provincial-lead-time',
    pass: province([provincial(preparation({ team: '2025-03-07', scheme: '2025-03-07' }))]),
    fail: province([provincial(preparation({ team: '2025-03-07', scheme: '2025-03-08' }))]),
  },
  {
    value: 'preparationMonths',
    rule: 'training/preparation-period',
    pass: plan([hospital(preparation({ start: '2025-03-07' }))]),
    fail: plan([hospital(preparation({ start: '2025-03-08' }))]),
  },
  {
    value: 'earlyPreparation',
    rule: 'training/preparation-early',
    asOf: OVER,
    pass: plan([hospital(preparation({ early }))]),
    fail: plan([hospital(preparation({ early: early.slice(1) }))]),
  },
  {
    value: 'latePreparation',
    rule: 'training/preparation-late',
    asOf: OVER,
    pass: plan([hospital(preparation({ late: ['notice', 'registration', 'materials'] }))]),
    fail: plan([hospital(preparation({ late: ['notice', 'registration', 'logistics'] }))]),
  },
  {
    value: 'expertReviews',
    rule: 'training/expert-review',
    asOf: OVER,
    pass: province([provincial(preparation({ expertReview: { curriculum: '2025-04-01', exam: '2025-04-01' } }))]),
    fail: province([provincial(preparation({ expertReview: { curriculum: '2025-04-01', lessons: '2025-04-01' } }))]),
  },
  {
    value: 'noticeIssuer',
    rule: 'training/notice',
    pass: province([provincial(preparation({ notice: { date: '2025-04-20', issuer: 'host' } }))]),
    fail: province([provincial(preparation({ notice: { date: '2025-04-20', issuer: 'center' } }))]),
  },
  {
    value: 'archiveItems',
    rule: 'training/archive',
    asOf: OVER,
    pass: plan([hospital({ summary: { archive } })]),
    fail: plan([hospital({ summary: { archive: [...archive.slice(1), 'support'] } })]),
  },
  {
    value: 'summaryDays',
    rule: 'training/summary-deadline',
    asOf: OVER,
    pass: province([provincial({ summary: { submitted: '2025-05-30' } })]),
    fail: province([provincial({ summary: { submitted: '2025-05-31' } })]),
  },
  {
    value: 'bulletinDue',
    rule: 'training/province-bulletin',
    asOf: '2026-02-01',
    pass: province([], { bulletin: '2026-01-31' }),
    fail: province([]),
  },
  {
    value: 'examQuestionTypes',
    rule: 'training/exam-question-mix',
    pass: plan([hospital(exam({}))]),
    fail: plan([hospital(exam({ questions: { single: 15, multiple: 15, blank: 15 } }))]),
  },
  {
    value: 'examQuestionsEach',
    rule: 'training/exam-question-mix',
    pass: plan([hospital(exam({}))]),
    fail: plan([hospital(exam({ questions: { single: 15, multiple: 14, trueFalse: 15 } }))]),
  },
  {
    value: 'examPassMark',
    rule: 'training/exam-scoring',
    pass: plan([hospital(exam({ passMark: 80 }))]),
    fail: plan([hospital(exam({ passMark: 70 }))]),
  },
  {
    value: 'certificateWorkingDays',
    rule: 'training/certificate-deadline',
    asOf: OVER,
    pass: province([provincial({ certification: { date: '2025-06-18', issuer: 'center' } })]),
    fail: province([provincial({ certification: { date: '2025-06-19', issuer: 'center' } })]),
  },
  {
    value: 'hospitalAttendance',
    rule: 'training/certificate-eligibility',
    pass: plan([hospital(attended({}))]),
    fail: plan([hospital(attended({ attendance: 'partial' }))]),
  },
  {
    value: 'publicityItems',
    rule: 'training/publicity',
    asOf: OVER,
    pass: plan([hospital({ publicity: [{ title: '一' }, { title: '二' }] })]),
    fail: plan([hospital({ publicity: [{ title: '一' }] })]),
  },
  {
    value: 'publicityLevels',
    rule: 'training/publicity-channel',
    pass: province([provincial({ publicity: [{ title: '一', level: 'municipal' }] })]),
    fail: province([provincial({ publicity: [{ title: '一', level: 'hospital' }] })]),
  },
  {
    value: 'appropriations.any',
    rule: 'training/provincial-funding',
    pass: province([provincial({ headcount: 81, funding: [{ source: 'provincial-fund', amount: 48600 }] })]),
    fail: province([provincial({ headcount: 80, funding: [{ source: 'provincial-fund', amount: 48600 }] })]),
  },
  {
    value: 'appropriations.general-practice',
    rule: 'training/provincial-funding',
    pass: province([provincial({ ...gp, funding: [{ source: 'central-fund', amount: 100000 }] })]),
    fail: province([provincial({ ...gp, funding: [{ source: 'central-fund', amount: 80000 }] })]),
  },
  {
    value: 'appropriations.psychiatry',
    rule: 'training/provincial-funding',
    pass: province([provincial({ specialty: '心理治疗', funding: [{ source: 'provincial-fund', amount: 60000 }] })]),
    fail: province([
      provincial({ specialty: '精神科', headcount: 80, funding: [{ source: 'provincial-fund', amount: 48000 }] }),
    ]),
  },
  {
    value: 'annex.managers',
    rule: 'training/annex-month',
    pass: province([
      provincial({ ...managers, host: '海南医学院第二附属医院', offline: { start: '2025-04-30', days: 3 } }),
    ]),
    fail: province([
      provincial({ ...managers, host: '海南医学院第二附属医院', offline: { start: '2025-05-01', days: 3 } }),
    ]),
  },
  {
    value: 'annex.grassroots',
    rule: 'training/annex-headcount',
    pass: province([provincial({ ...managers, roles: ['grassroots-manager'], host: '海口市人民医院', headcount: 60 })]),
    fail: province([provincial({ ...managers, roles: ['grassroots-manager'], host: '海口市人民医院', headcount: 59 })]),
  },
  {
    value: 'annex.general-practice',
    rule: 'training/annex-stage',
    pass: province([provincial(gp)]),
    fail: province([provincial({ ...gp, stages: ['mentor'] })]),
  },
  {
    value: 'annex.surgery',
    rule: 'training/annex-month',
    pass: province([provincial({ offline: { start: '2025-06-30', days: 4 }, online: undefined })]),
    fail: province([provincial({ offline: { start: '2025-07-01', days: 4 }, online: undefined })]),
  },
  {
    value: 'annex.surgery',
    rule: 'training/annex-days',
    pass: province([provincial({ offline: offlineFor(4) })]),
    fail: province([provincial({ offline: offlineFor(3) })]),
  },
  {
    value: 'annex.surgery',
    rule: 'training/annex-stage',
    pass: province([provincial({ stages: ['mentor'] })]),
    fail: province([provincial({ stages: ['new'] })]),
  },
  {
    value: 'annex.internal-medicine',
    rule: 'training/annex-host',
    pass: province([provincial({ specialty: 'internal-medicine', host: '海南省人民医院' })]),
    fail: province([provincial({ specialty: 'internal-medicine', host: '海口市人民医院' })]),
  },
  {
    value: 'annex.pediatrics',
    rule: 'training/annex-headcount',
    pass: province([provincial({ specialty: '儿科', host: '海口市人民医院', headcount: 40 })]),
    fail: province([provincial({ specialty: '儿科', host: '海口市人民医院', headcount: 39 })]),
  },
  {
    value: 'annex.psychiatry',
    rule: 'training/annex-host',
    pass: province([provincial({ specialty: '精神科', host: '海南省安宁医院' })]),
    fail: province([provincial({ specialty: '精神科', host: '海口市人民医院' })]),
  },
  {
    value: 'annex.anesthesiology',
    rule: 'training/provincial-offline-duration',
    pass: province([provincial({ specialty: 'anesthesiology', offline: offlineFor(3) })]),
    fail: province([provincial({ specialty: 'anesthesiology', offline: offlineFor(2) })]),
  },
];

/** What a value says, a table row by row. */
function partsOf({ values }: Edition, name: string): Map<string, string> {
  const value = values[name]?.value;
  const rows =
    Array.isArray(value) && value.every((row) => typeof row === 'object' && 'category' in row) ? value : undefined;
  return new Map(
    rows ? rows.map((row) => [`${name}.${row.category}`, JSON.stringify(row)]) : [[name, JSON.stringify(value)]],
  );
}

describe('the notice of the next year', () => {
  test.each(cases)('asks its own $value of $rule', async (each) => {
    expect([await verdictsOf([next], each, each.pass), await verdictsOf([next], each, each.fail)]).toEqual([
      'pass',
      'fail',
    ]);
  });

  test('is asked at both sides of every value that it changes', () => {
    const names = Object.keys(next.values).filter((name) => name in last.values);
    const changed = names.flatMap((name) => {
      const before = partsOf(last, name);
      return [...partsOf(next, name)].flatMap(([part, said]) => (before.get(part) === said ? [] : part));
    });
    // The categories are asked one by one below; a form that is a remark gives no verdict; days alone differ in these rows.
    const elsewhere = ['categories', 'provinceCategories', 'jointExamForm', 'annex.ultrasound', 'annex.tcm'];
    expect(changed.filter((part) => !elsewhere.includes(part) && !cases.some(({ value }) => value === part))).toEqual(
      [],
    );
  });

  test('has its own categories, each asked for by its name', async () => {
    const rule = 'training/province-session-mix';
    const { verdicts = [] } = await checkWith(
      [next],
      [province([provincial({ specialty: '儿科' }), provincial({ id: 'P', specialty: '心理治疗' })])],
      '2025-03-01',
      { rules: [rule] },
    );
    const byName = Object.fromEntries(verdicts.map(({ label, verdict }) => [label?.zh, verdict]));
    expect(byName).toMatchObject({ 儿科师资: 'pass', 精神科师资: 'pass', 内科师资: 'fail' });
    expect(Object.keys(byName)).toHaveLength(10);
  });

  test('knows the specialties that its categories name, and the year before does not', async () => {
    const rules = ['data/unrecognised-specialty'];
    const sessions = [hospital({ specialty: '心理治疗' })];
    expect((await checkWith([next], [plan(sessions)], '2025-03-01', { rules })).findings).toEqual([]);
    const before = await checkWith([next], [plan(sessions, { year: 2024 })], '2025-03-01', { rules });
    expect(before.findings.map(({ actual }) => actual?.zh)).toEqual(['心理治疗']);
  });

  test('asks nothing of a column that a row of the annex leaves out', async () => {
    const rule = (id: string) => `training/annex-${id}`;
    const sessions = [
      provincial({ specialty: '儿科', host: '海口市人民医院', headcount: 40 }),
      provincial({ id: 'P', specialty: '精神科', host: '海南省安宁医院', headcount: 1 }),
    ];
    const { verdicts = [] } = await checkWith([next], [province(sessions)], '2025-03-01', {
      rules: ['training/annex-*'],
    });
    const given = verdicts.map(({ rule: id, subject, verdict }) => `${subject} ${id} ${verdict}`);
    expect(given.sort()).toEqual([
      `H-1 ${rule('headcount')} pass`,
      `H-1 ${rule('host')} pass`,
      `P ${rule('host')} pass`,
      `P ${rule('month')} fail`,
    ]);
  });

  test('asks the fewest days of those that several rows of the annex have for one category', async () => {
    const annex = next.values.annex as { value: Data[]; clause: string };
    const longer = { category: 'surgery', host: '解放军第九二八医院', days: 6 };
    const both = { ...next, values: { ...next.values, annex: { ...annex, value: [longer, ...annex.value, longer] } } };
    const { verdicts = [] } = await checkWith([both], [province([provincial()])], '2025-03-01', {
      rules: ['training/annex-days'],
    });
    expect(verdicts.map(({ verdict, expected }) => [verdict, expected?.zh])).toEqual([['pass', '≥ 32']]);
  });

  test('says how many of several sessions are planned in time', async () => {
    const { findings } = await checkWith([next], [plan([hospital()])], '2025-03-01', {
      rules: ['training/base-midyear-count'],
    });
    expect(findings.map(({ message }) => [message.zh, message.en])).toEqual([
      [
        '2025-07-31（含）前开始的院级培训只有 1 期，少于 2 期',
        'Only 1 hospital-level session starting by 2025-07-31, fewer than 2',
      ],
    ]);
  });

  test('says by its name of a measure at offline training that it is not taken', async () => {
    const offlineMeasures = { value: ['outOfProvince'], clause: '六（二）' };
    const asked = { ...next, values: { ...next.values, offlineMeasures } };
    const session = provincial({ offline: { ...offlineFor(4), outOfProvince: false } });
    const { findings } = await checkWith([asked], [province([session])], '2025-03-01', {
      rules: ['training/offline-discipline'],
    });
    expect(findings.map(({ message }) => [message.zh, message.en])).toEqual([
      ['线下培训没有做到省外', 'Offline, outOfProvince is not seen to'],
    ]);
  });

  test('says how many of several batches there are', async () => {
    const asked = { ...next, values: { ...next.values, outOfProvinceBatches: { value: 3, clause: '四（三）' } } };
    const batches = (count: number) => ({
      outOfProvince: times(count, () => ({ title: '外省', category: 'national' })),
    });
    const said = async (count: number) => {
      const { findings } = await checkWith([asked], [plan([], batches(count))], '2025-03-01', {
        rules: ['training/base-out-of-province'],
      });
      return findings.map(({ message }) => message.en);
    };
    expect([await said(1), await said(2)]).toEqual([
      ['Only 1 out-of-province batch, fewer than 3'],
      ['Only 2 out-of-province batches, fewer than 3'],
    ]);
  });

  test('reckons money a head by the headcount', async () => {
    const session = provincial({ headcount: 80, funding: [{ source: 'provincial-fund', amount: 50000 }] });
    const { findings } = await checkWith([next], [province([session])], '2025-03-01', {
      rules: ['training/provincial-funding'],
    });
    expect(findings.map(({ expected }) => expected)).toEqual([
      {
        zh: '省财经费每人 600 元 × 80 人 = 48000 元',
        en: 'provincial-fund 600 yuan a head × 80 = 48000 yuan',
      },
    ]);
  });

  test('leaves money a head unknown without a headcount', async () => {
    const session = provincial({ headcount: undefined, funding: [{ source: 'provincial-fund', amount: 48000 }] });
    const { verdicts = [] } = await checkWith([next], [province([session])], '2025-03-01', {
      rules: ['training/provincial-funding'],
    });
    expect(verdicts.map(({ verdict, reason }) => [verdict, reason?.zh])).toEqual([
      ['unknown', '没有写人数，算不出按人数安排的经费'],
    ]);
  });

  const waiver = (rule: string) => ({ waivers: [{ rule, reason: '停电', approvedBy: '省中心' }] });

  test('binds by its own modality: what became in principle can be waived, what became must cannot', async () => {
    const short = hospital({
      online: { start: '2025-05-08', days: 3, hours: 1 },
      ...waiver('training/hospital-online-duration'),
    });
    const waived = await checkWith([next], [plan([short])], '2025-03-01', {
      rules: ['training/hospital-online-duration'],
    });
    expect(waived.waived.map(({ severity, modality }) => [severity, modality])).toEqual([['warning', 'in-principle']]);
    const alone = hospital({ online: undefined, ...waiver('training/blended-format') });
    const rules = ['training/blended-format', 'data/waiver-not-allowed'];
    const kept = await checkWith([next], [plan([alone])], '2025-03-01', { rules });
    expect(kept.findings.map(({ rule, severity }) => [rule, severity]).sort()).toEqual([
      ['data/waiver-not-allowed', 'error'],
      ['training/blended-format', 'error'],
    ]);
  });

  test('does not ask a duty that is gone, which the config has no part in', async () => {
    const { verdicts = [], overrides } = await checkWith(
      [next],
      [plan([hospital({ specialty: 'general-practice', offline: { start: '2025-05-07', hours: 8 } })])],
      '2025-03-01',
    );
    expect(verdicts.map(({ rule }) => rule)).not.toContain('training/hospital-gp-offline');
    expect(overrides?.rules ?? []).toEqual([]);
  });

  test('makes a remark of what it only notes', async () => {
    const sitting = { date: '2025-05-20', covers: ['offline', 'online'], form: 'online' };
    const { verdicts = [], findings } = await checkWith(
      [next],
      [plan([hospital(exam({ sittings: [sitting] }))])],
      '2025-03-01',
      { rules: ['training/exam-form'] },
    );
    expect(verdicts).toEqual([]);
    expect(findings.map(({ severity, modality }) => [severity, modality])).toEqual([['info', 'note']]);
  });
});

test('a day has the class hours of the edition of its year', async () => {
  const short = { ...next, values: { ...next.values, hoursPerDay: { value: 6, clause: '五（一）' } } };
  const session = { ...hospital({ offline: { start: '2025-05-07', end: '2025-05-08', hours: '1天' } }) };
  const judged = async (year: number) => {
    const on = (day: string) => `${year}${day}`;
    const record = plan([{ ...session, offline: { start: on('-05-07'), end: on('-05-07'), hours: '1天' } }], { year });
    const rules = ['training/hospital-offline-duration'];
    const { verdicts = [] } = await checkWith([short], [record], '2024-03-01', { rules });
    return verdicts.map(({ verdict, actual }) => `${verdict} ${actual?.zh}`);
  };
  expect(await judged(2024)).toEqual(['pass 8']);
  expect(await judged(2025)).toEqual(['pass 6']);
});

test('reports that are fewer than asked are counted', async () => {
  const records = [plan([hospital({ publicity: [{ title: '一' }] })])];
  const { findings } = await checkWith([next], records, OVER, { rules: ['training/publicity'] });
  expect(findings.map(({ path, message, expected, actual }) => [path, message, expected?.zh, actual?.zh])).toEqual([
    [
      '/sessions/0/publicity',
      {
        zh: '培训已经结束，宣传报道只有 1 篇，少于 2 篇',
        en: 'The session is over with only 1 published report, fewer than 2',
      },
      '≥ 2',
      '1',
    ],
  ]);
});

test('rules say what this edition asks in its own number, and how it binds', () => {
  expect([last, next].map((edition) => ruleIn(publicity, edition).words.missing?.zh)).toEqual([
    '培训已经结束，还没有宣传报道',
    '培训已经结束，宣传报道还不到 2 篇',
  ]);
  const bound = { ...last, rules: { ...last.rules, [offlineDuration.id]: { modality: 'in-principle' as const } } };
  expect(ruleIn(offlineDuration, last).words.reading?.zh).toMatch(/^这一句没有“原则上”，没有线下/);
  expect(ruleIn(offlineDuration, last).words.reading?.en).toMatch(/"in principle": a session without/);
  expect(ruleIn(offlineDuration, bound).words.reading?.zh).toMatch(/^没有线下/);
  expect(ruleIn(offlineDuration, bound).words.reading?.en).toMatch(/^A session without/);
});

describe('words of what an edition does not ask', () => {
  const withValue = (name: string, value: unknown): Edition => ({
    ...next,
    values: { ...next.values, [name]: { value, clause: '七（二）' } },
  });

  test('of roles trained apart, those that are there are told', async () => {
    const edition = withValue('separateRoles', ['hospital-leader', 'teaching-secretary']);
    const mixed = provincial({ ...managers, roles: ['hospital-leader', 'education-office'] });
    const { findings } = await checkWith([edition], [province([mixed])], '2025-03-01', {
      rules: ['training/grassroots-separate'],
    });
    expect(findings.map(({ message, remedy }) => [message.zh, remedy?.zh])).toEqual([
      ['院领导与其他岗位混在一期培训', '把院领导分出来单独办一期'],
    ]);
  });

  test('a fund that bases may not use is not said to be for provincial sessions', () => {
    const { reading } = ruleIn(hospitalFunding, withValue('baseFunds', ['self'])).words;
    expect(reading?.zh).toContain('住培经费');
    expect(reading?.zh).not.toContain('省级培训班');
  });

  test('where certificates need not be registered, nothing is said of that', () => {
    const said = (value: string[]) => {
      const { asks, verdict, remedy } = ruleIn(certificateRecord, withValue('certificateRecord', value)).words;
      return [asks.zh, verdict?.zh, remedy.zh];
    };
    for (const words of said(['number'])) expect(words).not.toMatch(/入库|写“否”/);
    const [asks, verdict, remedy] = said(['number', 'registered']);
    expect(asks).toContain('入库是指录入全省师资信息库');
    expect(verdict).toContain('没有写或者写“否”的不通过');
    expect(remedy).toContain('入库的，录入以后写“是”');
  });
});

test('the document that a base of Chinese medicine goes by may be left unnamed', async () => {
  const { tcmDocument: _, ...values } = next.values;
  const record = plan([], { base: { name: '海南省中医院', types: ['tcm'] } });
  const { findings } = await checkWith([{ ...next, values }], [record], '2025-03-01', { rules: [tcmBase.id] });
  expect(findings.map(({ message }) => [message.zh, message.en])).toEqual([
    [
      expect.stringContaining('按通知另外指明的文件执行'),
      expect.stringContaining('the document that the notice refers it to'),
    ],
  ]);
});

describe('where what is asked of all falls away', () => {
  // With all that the last one asks, which the next does not.
  const same: Edition = { ...last, edition: next.edition, issued: next.issued, governs: next.governs };
  const without = (rule: string): Edition => ({ ...same, rules: { ...same.rules, [rule]: { modality: 'off' } } });
  const outcomes = async (edition: Edition, rule: string, session: Data) => {
    const { verdicts = [] } = await checkWith([edition], [plan([session])], '2025-07-01', { rules: [rule] });
    return verdicts.map(({ verdict }) => verdict);
  };

  test('the days that the plan of sessions asks are judged by themselves', async () => {
    const rule = 'training/annex-days';
    const short = provincial({ offline: { start: '2025-05-07', end: '2025-05-07', hours: 4 } });
    expect(await outcomes(same, rule, short)).toEqual([]);
    expect(await outcomes(without('training/provincial-offline-duration'), rule, short)).toEqual(['fail']);
  });

  test('so are the hours of GP faculty', async () => {
    const rule = 'training/hospital-gp-offline';
    const short = hospital({
      specialty: 'general-practice',
      offline: { start: '2025-05-07', end: '2025-05-07', hours: 4 },
    });
    expect(await outcomes(same, rule, short)).toEqual([]);
    expect(await outcomes(without('training/hospital-offline-duration'), rule, short)).toEqual(['fail']);
  });
});
