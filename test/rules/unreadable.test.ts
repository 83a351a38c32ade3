import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

/** Stands where text or a number is asked, so that it cannot be read. */
const BAD = '{a: 1}';

const plan = (...sessions: string[]) => planOf('[residency, assistant-gp]', ...sessions);
const planOf = (types: string, ...sessions: string[]) =>
  `kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: ${types}}\nsessions:\n${sessions.map(session).join('')}`;
const province = (...sessions: string[]) => `kind: province\nyear: 2024\nsessions:\n${sessions.map(session).join('')}`;
const session = (own: string, index: number) =>
  own === BAD ? '  - 约两天\n' : `  - {id: S${index}, title: t, ${own}}\n`;

const HOSPITAL = 'level: hospital, audience: faculty';
const PROVINCIAL = 'level: provincial, audience: faculty';
const at = (dates: string, hours: number | string = 8) => `{dates: ${dates}, hours: ${hours}}`;
const inMay = `${HOSPITAL}, offline: ${at('2024-05-08')}`;
const examOf = (covers: string) => `exam: {sittings: [{date: 2024-05-20, covers: ${covers}}]}`;
const ofNoLevel = `level: ${BAD}, audience: faculty`;
const ultrasound = `${PROVINCIAL}, specialty: ultrasound, host: 海南省人民医院`;
const managers = (count: number | string) =>
  `level: provincial, audience: managers, host: 海南省人民医院, headcount: ${count}`;
const faculty = (count: number | string) => `${PROVINCIAL}, host: 海南省人民医院, headcount: ${count}`;
const waived = (rule: string) => `${inMay}, waivers: [{rule: ${rule}, reason: r, approvedBy: ${BAD}}]`;
const ofNoSessions = 'kind: province\nyear: 2024\nsessions: 见附件\n';
const unreadPlan = 'kind: plan\nyear: 2024\nbase: {name: 儋州市人民医院, types: [residency]}\nsessions: 见附件\n';
const planWithout = 'kind: plan\nyear: 2024\nbase: {name: 儋州市人民医院, types: [residency]}\n';
const twoOfPediatrics = `sessions:\n${[inMay, inMay].map(session).join('')}`;
/** Provincial sessions, none of them a copy of another. */
const eachMonth = (count: number) =>
  Array.from({ length: count }, (_, month) => `${faculty(50)}, offline: ${at(`2024-0${month + 1}-08`)}`);
/** Seven sessions of the province, the last in July, and one that a base's plan holds. */
const sevenAnd = (own: string) =>
  `${province(...eachMonth(7).map((each) => `${each}, specialty: surgery`))}---\n${plan(own)}`;
const eighth = `${PROVINCIAL}, specialty: surgery, host: ${BAD}, offline: ${at('2024-08-08')}`;
const twoUnknown = ['unknown', 'unknown'];
const threeUnknown = ['unknown', 'unknown', 'unknown'];

test.each<[what: string, rule: string, text: string, verdicts: string[]]>([
  ['a part that may be none', 'blended-format', plan(`${inMay}, online: 约两天`), ['unknown']],
  ['one method of two', 'methods', plan(`${HOSPITAL}, offline: {methods: [lecture, ${BAD}]}`), ['pass']],
  ['the only method', 'methods', plan(`${HOSPITAL}, offline: {methods: [${BAD}]}`), ['unknown']],
  ['methods beside none', 'methods', plan(`${HOSPITAL}, offline: [{methods: [${BAD}]}, {hours: 4}]`), ['fail']],
  ['a day', 'offline-first', plan(`${PROVINCIAL}, offline: ${at('2024-05-08')}, online: ${at(BAD)}`), ['unknown']],
  [
    'a day beside a window too long',
    'completion-window',
    plan(`${HOSPITAL}, offline: ${at('2024-05-01..2024-05-11')}, online: ${at(BAD)}`),
    ['fail'],
  ],
  [
    'a day that may make it too long',
    'completion-window',
    plan(`${HOSPITAL}, offline: ${at('2024-05-01..2024-05-10')}, online: ${at(BAD)}`),
    ['unknown'],
  ],
  [
    'the level of a window kept at both',
    'completion-window',
    plan(`${ofNoLevel}, offline: ${at('2024-05-08')}`),
    ['unknown'],
  ],
  [
    'a day beside one too late',
    'provincial-deadline',
    plan(`${PROVINCIAL}, offline: ${at('2024-09-01')}, online: ${at(BAD)}`),
    ['fail'],
  ],
  [
    'a day that may be too late',
    'provincial-deadline',
    plan(`${PROVINCIAL}, offline: ${at('2024-08-31')}, online: ${at(BAD)}`),
    ['unknown'],
  ],
  ['a day beside one in time', 'base-midyear-count', plan(`${inMay}, online: ${at(BAD)}`), ['pass']],
  [
    'the level of the only one in time',
    'base-midyear-count',
    plan(`${ofNoLevel}, offline: ${at('2024-05-08')}`),
    ['unknown'],
  ],
  ['the level of one too late', 'base-midyear-count', plan(`${ofNoLevel}, offline: ${at('2024-07-01')}`), ['fail']],
  ['the level of the third of three', 'base-session-count', plan(inMay, inMay, ofNoLevel), ['pass', 'unknown']],
  ['the level of the only one', 'base-session-count', plan(ofNoLevel), ['fail', 'fail']],
  ['a type', 'base-session-count', planOf('[residency, x]', inMay, inMay, inMay), ['pass', 'unknown']],
  ['a type beside Chinese medicine', 'base-midyear-count', planOf('[tcm, x]'), ['unknown']],
  ['a type beside another', 'base-out-of-province', planOf('[residency, x]'), ['fail']],
  ['a type beside Chinese medicine', 'hospital-funding', planOf('[tcm, x]'), []],
  ['the part of a session not asked', 'annex-days', plan(`${HOSPITAL}, offline: 约两天`), []],
  ['the part of a session not asked', 'offline-discipline', plan(`${HOSPITAL}, offline: 约两天`), []],
  ['a day of a session not asked', 'annex-month', plan(`${HOSPITAL}, offline: ${at(BAD)}`), []],
  ['a day of what another holds', 'annex-month', plan(`${PROVINCIAL}, specialty: ultrasound, offline: ${at(BAD)}`), []],
  ['the exam of a session without dates', 'exam-timing', plan(`${HOSPITAL}, exam: 有`), []],
  ['the part of a session of which no more is asked', 'annex-days', plan(`${ultrasound}, offline: 约两天`), []],
  [
    'the certificates of a session not asked',
    'certificate-issuer',
    plan('level: hospital, audience: managers, certification: 已发'),
    [],
  ],
  [
    'a type beside Chinese medicine, of a base with a session',
    'hospital-offline-duration',
    planOf('[tcm, x]', inMay.replace('8}', '7}')),
    ['unknown'],
  ],
  [
    'a type beside Chinese medicine, of a base with a session in a file of its own',
    'hospital-offline-duration',
    `${planOf('[tcm, x]')}---\nkind: session\nyear: 2024\nbase: 海口市人民医院\nid: S\ntitle: t\nlevel: hospital\naudience: faculty\noffline: ${at('2024-05-08', 7)}\n`,
    ['unknown'],
  ],
  [
    'the only type',
    'provincial-offline-duration',
    planOf('[tcm, x]', `${PROVINCIAL}, offline: ${at('2024-05-08')}`),
    ['fail'],
  ],
  [
    'a type of a base with a session beside another',
    'hospital-offline-duration',
    planOf('[residency, x]', inMay.replace('8}', '7}')),
    ['fail'],
  ],
  ['the level at a base of Chinese medicine alone', 'topics', planOf('tcm', ofNoLevel), ['unknown']],
  ['a whole session', 'base-session-count', plan(inMay, inMay, BAD), ['pass', 'unknown']],
  ['a status, read as planned', 'base-session-count', plan(inMay, inMay, `${inMay}, status: x`), ['pass', 'pass']],
  ['a headcount', 'province-headcount', province(managers(120), faculty(BAD)), ['pass', 'unknown']],
  [
    'those of another base',
    'base-session-count',
    `${plan(inMay, inMay)}---\n${unreadPlan}`,
    ['pass', ...threeUnknown.slice(1)],
  ],
  ['those of another base', 'base-midyear-count', `${plan()}---\n${unreadPlan}`, ['unknown', 'unknown']],
  [
    'the host of the third of three',
    'base-session-count',
    plan(inMay, inMay, `${inMay}, host: ${BAD}`),
    ['pass', 'unknown'],
  ],
  ['the host of one of two', 'base-session-count', plan(inMay, `${inMay}, host: ${BAD}`), ['fail', 'unknown']],
  [
    'a host that may be another base',
    'base-midyear-count',
    `${plan(`${inMay}, host: ${BAD}`)}---\n${planWithout}`,
    ['unknown', 'unknown'],
  ],
  [
    'the host of a provincial session, which is no base’s',
    'base-midyear-count',
    `${province(`${PROVINCIAL}, offline: ${at('2024-05-08')}`)}---\n${plan()}`,
    ['fail'],
  ],
  [
    'a host beside another of what is provincial in the plan of another base',
    'base-session-count',
    `${plan(`${PROVINCIAL}, host: [${BAD}, 海口市人民医院]`)}---\n${planWithout}${twoOfPediatrics}`,
    ['fail', 'fail', 'fail'],
  ],
  [
    'the host of one too late',
    'base-midyear-count',
    `${province(`${HOSPITAL}, offline: ${at('2024-09-06')}`)}---\n${plan()}`,
    ['fail'],
  ],
  [
    'the hosts of more than are looked at one by one',
    'base-midyear-count',
    `${province(...Array.from({ length: 51 }, () => `${HOSPITAL}, offline: ${at('2024-09-06')}`))}---\n${plan()}`,
    ['unknown'],
  ],
  [
    'the hosts of more than that, none of them provincial',
    'province-session-count',
    `${province(eachMonth(1)[0] ?? '')}---\n${plan(...Array.from({ length: 51 }, () => `${inMay}, host: ${BAD}`))}`,
    ['fail'],
  ],
  [
    'a host beside the base whose plan it is',
    'base-midyear-count',
    `${plan(`${inMay}, host: [海口市人民医院, ${BAD}]`)}---\n${planWithout}`,
    ['fail', 'pass'],
  ],
  [
    'the host of one for another program',
    'base-session-count',
    `${province(`${inMay}, programs: assistant-gp`)}---\n${planWithout}${twoOfPediatrics}`,
    ['fail'],
  ],
  [
    'the host of one that may be the third',
    'base-session-count',
    `${province(`${inMay}, programs: residency`)}---\n${planWithout}${twoOfPediatrics}`,
    ['unknown'],
  ],
  ['those of another base', 'base-midyear-count', `${plan(inMay)}---\n${unreadPlan}`, ['pass', 'unknown']],
  [
    'its own beside one that another holds for it',
    'base-midyear-count',
    `${plan(`${inMay}, host: 儋州市人民医院`)}---\n${unreadPlan}`,
    ['pass', 'unknown'],
  ],
  ['all sessions', 'province-session-count', ofNoSessions, ['unknown']],
  ['all sessions', 'province-session-mix', ofNoSessions, Array(8).fill('unknown')],
  ['all sessions', 'province-headcount', ofNoSessions, ['unknown', 'unknown']],
  ['all sessions', 'province-midyear-count', ofNoSessions, ['unknown']],
  ['all sessions', 'province-field-visit', ofNoSessions, ['unknown', 'unknown']],
  ['those of a base', 'province-session-count', `${province(...eachMonth(7))}---\n${unreadPlan}`, ['unknown']],
  ['those of a base', 'province-session-count', `${province(...eachMonth(8))}---\n${unreadPlan}`, ['pass']],
  // It may tell otherwise of them.
  ['its own', 'province-session-count', `${ofNoSessions}---\n${plan(...eachMonth(8))}`, ['unknown']],
  ['those of a base', 'province-headcount', `${plan(managers(120))}---\n${unreadPlan}---\n${province()}`, twoUnknown],
  [
    'those of a base',
    'annex-host',
    `${province(`${PROVINCIAL}, specialty: ultrasound, host: 海口市人民医院`)}---\n${unreadPlan}`,
    ['unknown'],
  ],
  ['those of a base', 'annex-host', `${province(ultrasound)}---\n${unreadPlan}`, ['pass']],
  [
    'those of a base',
    'province-session-mix',
    `${province(managers(1))}---\n${unreadPlan}`,
    ['pass', ...Array(7).fill('unknown')],
  ],
  [
    'those of a base',
    'province-headcount',
    `${province(managers(120), faculty(399))}---\n${unreadPlan}`,
    ['pass', 'unknown'],
  ],
  ['the host of what another may hold', 'province-session-count', sevenAnd(eighth), ['unknown']],
  [
    'the host of another category',
    'province-session-count',
    sevenAnd(eighth.replace('surgery', 'ultrasound')),
    ['pass'],
  ],
  [
    'the host of what starts 61 days later',
    'province-session-count',
    sevenAnd(eighth.replace('08-08', '09-07')),
    ['pass'],
  ],
  [
    'the specialty of what another host holds',
    'province-session-count',
    sevenAnd(`${PROVINCIAL}, specialty: ${BAD}, host: 海口市人民医院`),
    ['pass'],
  ],
  [
    'the specialty of what its host may hold twice',
    'province-session-count',
    sevenAnd(`${PROVINCIAL}, specialty: ${BAD}, host: 海南省人民医院`),
    ['unknown'],
  ],
  ['those of a base', 'province-midyear-count', `${province(...eachMonth(3))}---\n${unreadPlan}`, ['unknown']],
  ['those of a base', 'province-midyear-count', `${province(...eachMonth(4))}---\n${unreadPlan}`, ['pass']],
  [
    'those of a base',
    'province-field-visit',
    `${province(`${managers(1)}, offline: {outOfProvince: true}`)}---\n${unreadPlan}`,
    ['pass', 'unknown'],
  ],
  [
    'an audience',
    'province-headcount',
    province(managers(119), faculty(400).replace('faculty', BAD)),
    ['unknown', 'unknown'],
  ],
  [
    'one specialty of two',
    'province-session-mix',
    province(`${faculty(1)}, specialty: [surgery, ${BAD}]`),
    ['fail', 'fail', 'pass', 'unknown', 'unknown', ...threeUnknown],
  ],
  [
    'a specialty beside too few hours for any',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08..2024-05-09', 15)}, specialty: [${BAD}], stages: [new]`),
    ['fail'],
  ],
  [
    'a specialty beside hours enough for some',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08..2024-05-09', 16)}, specialty: [${BAD}], stages: [new]`),
    ['unknown'],
  ],
  [
    'a specialty beside hours enough for any',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08..2024-05-14', 56)}, specialty: [${BAD}], stages: [new]`),
    ['pass'],
  ],
  [
    'hours of one day, too few whatever they are',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08', BAD)}`),
    ['fail'],
  ],
  [
    'a part beside too few hours',
    'hospital-online-duration',
    plan(`${HOSPITAL}, offline: 待定, online: ${at('2024-05-08', 9)}`),
    ['fail'],
  ],
  [
    'a part beside hours enough',
    'hospital-online-duration',
    plan(`${HOSPITAL}, offline: 待定, online: ${at('2024-05-08', 10)}`),
    ['pass'],
  ],
  ['the only part', 'hospital-online-duration', plan(`${HOSPITAL}, offline: 待定`), ['unknown']],
  [
    'a part beside too few hours',
    'hospital-offline-duration',
    plan(`${inMay.replace('8}', '7}')}, online: 待定`),
    ['fail'],
  ],
  [
    'a part beside too few hours',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08')}, online: 待定`),
    ['fail'],
  ],
  [
    'a part beside a window too long',
    'completion-window',
    plan(`${HOSPITAL}, online: ${at('2024-05-01..2024-05-11')}, offline: 待定`),
    ['fail'],
  ],
  [
    'a part beside one too late',
    'provincial-deadline',
    plan(`${PROVINCIAL}, online: ${at('2024-09-01')}, offline: 待定`),
    ['fail'],
  ],
  ['a part beside one in time', 'base-midyear-count', plan(`${inMay}, online: 待定`), ['pass']],
  ['a part that is examined', 'exam-scope', plan(`${inMay}, online: 待定, ${examOf('[offline, online]')}`), ['pass']],
  ['a part that may be none', 'exam-scope', plan(`${inMay}, online: 待定, ${examOf('offline')}`), ['unknown']],
  ['a part beside one not examined', 'exam-scope', plan(`${inMay}, online: 待定, ${examOf('online')}`), ['fail']],
  ['a part that is not examined', 'exam-timing', plan(`${inMay}, online: 待定, ${examOf('offline')}`), ['pass']],
  [
    'a turn beside one examined too early',
    'exam-timing',
    plan(`${HOSPITAL}, offline: [${at(BAD)}, ${at('2024-05-30')}], ${examOf('offline')}`),
    ['fail'],
  ],
  [
    'a turn beside one examined in time',
    'exam-timing',
    plan(`${HOSPITAL}, offline: [${at(BAD)}, ${at('2024-05-20')}], ${examOf('offline')}`),
    ['unknown'],
  ],
  ['a part that is examined', 'exam-timing', plan(`${inMay}, online: 待定, ${examOf('online')}`), ['unknown']],
  [
    'a part beside one examined too early',
    'exam-timing',
    plan(`${HOSPITAL}, offline: ${at('2024-05-30')}, online: 待定, ${examOf('[offline, online]')}`),
    ['fail'],
  ],
  ['hours', 'hospital-offline-duration', plan(`${HOSPITAL}, offline: ${at('2024-05-08', BAD)}`), ['unknown']],
  ['dates of too few hours', 'hospital-offline-duration', plan(`${HOSPITAL}, offline: ${at(BAD, 7)}`), ['fail']],
  ['a level', 'hospital-offline-duration', plan(`${ofNoLevel}, offline: ${at('2024-05-08')}`), ['unknown']],
  ['a waiver of the rule', 'hospital-online-duration', plan(waived('training/blended-format')), ['unknown']],
  ['a waiver of another rule', 'hospital-online-duration', plan(waived('training/manager-roles')), ['fail']],
  [
    'online hours',
    'provincial-online-ratio',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08', 6)}, online: ${at('2024-05-09', BAD)}`),
    ['unknown'],
  ],
  [
    'a host beside the one assigned',
    'annex-host',
    plan(`${PROVINCIAL}, specialty: ultrasound, host: [海南省人民医院, ${BAD}]`),
    ['pass'],
  ],
  [
    'a host beside another',
    'annex-host',
    plan(`${PROVINCIAL}, specialty: ultrasound, host: [海口市人民医院, ${BAD}]`),
    ['unknown'],
  ],
  ['a start', 'annex-month', province(`${ultrasound}, offline: ${at(BAD)}`), ['unknown']],
  ['a headcount of the annex', 'annex-headcount', province(`${ultrasound}, headcount: ${BAD}`), ['unknown']],
  [
    'a host that may be assigned',
    'annex-headcount',
    province(`${PROVINCIAL}, specialty: surgery, headcount: 10, host: [${BAD}]`),
    ['unknown'],
  ],
  ['a stage beside another', 'annex-stage', province(`${ultrasound}, stages: [new, ${BAD}]`), ['unknown']],
  ['a stage beside the one asked for', 'annex-stage', province(`${ultrasound}, stages: [backbone, ${BAD}]`), ['pass']],
])('%s, which cannot be read: %s', async (_, rule, text, verdicts) => {
  const result = await check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
    rules: [`training/${rule}`],
    verdicts: true,
  });
  expect(result.unjudged).toEqual([]);
  expect(result.verdicts?.map(({ verdict }) => verdict).sort()).toEqual(verdicts);
});

test.each([
  ['is written wrong', `${inMay}, topics: ${BAD}`, 'topics', '“内容”这一项写错了，改好后再判'],
  ['stands under a misspelt name', `${inMay}, topcs: 教学方法`, 'topics', '“内容”这一项写错了，改好后再判'],
  ['is left out', 'audience: faculty, dates: 2024-05-08', 'base-midyear-count', '没有写“层级”，补上后再判'],
])('of a value that %s, that is said', async (_, own, rule, reason) => {
  const { verdicts } = await check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(planOf('residency', own)) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
    rules: [`training/${rule}`],
    verdicts: true,
  });
  expect(verdicts?.map((each) => each.reason?.zh)).toEqual([reason]);
});

test.each([
  ['the province', province(inMay), '全省计划：没有写“承办单位”，补上后再判'],
  ['the base', plan(`${inMay}, host: ${BAD}`), '海口市人民医院：“承办单位”这一项写错了，改好后再判'],
  ['the province', ofNoSessions, '全省计划：“培训班”这一项写错了，改好后再判'],
  ['the base', unreadPlan.replace('儋州市', '海口市'), '海口市人民医院：“培训班”这一项写错了，改好后再判'],
])('of what another record leaves open, %s is named', async (_, text, reason) => {
  const { verdicts } = await check({
    texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(`${text}---\n${planWithout}`) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
    rules: ['training/base-midyear-count'],
    verdicts: true,
  });
  expect(verdicts?.find(({ subject }) => subject === '儋州市人民医院')?.reason?.zh).toBe(reason);
});
