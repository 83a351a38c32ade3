import { expect, test, vi } from 'vitest';
import { check } from '../../src/check/check.ts';

/** What of the record cannot be read, by its pointers. */
const unreadable = vi.hoisted(() => ({ paths: [] as string[] }));

vi.mock('../../src/load/load-set.ts', async (original) => {
  const { loadSet } = await original<typeof import('../../src/load/load-set.ts')>();
  return {
    loadSet: async (...given: Parameters<typeof loadSet>) => {
      const set = await loadSet(...given);
      for (const file of set.files) for (const record of file.records) record.unreadable = unreadable.paths;
      return set;
    },
  };
});

const plan = (...sessions: string[]) =>
  `kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: [residency, assistant-gp]}\nsessions:\n${sessions.map((own, index) => `  - {id: S${index}, title: t, ${own}}\n`).join('')}`;
const province = (...sessions: string[]) =>
  `kind: province\nyear: 2024\nsessions:\n${sessions.map((own, index) => `  - {id: S${index}, title: t, level: provincial, host: 海南省人民医院, ${own}}\n`).join('')}`;

const HOSPITAL = 'level: hospital, audience: faculty';
const PROVINCIAL = 'level: provincial, audience: faculty';
const at = (dates: string, hours = 8) => `{dates: ${dates}, hours: ${hours}}`;
const inMay = `${HOSPITAL}, offline: ${at('2024-05-08')}`;

test.each<[what: string, rule: string, text: string, paths: string[], verdicts: string[]]>([
  [
    'either part may be there',
    'blended-format',
    plan(`${inMay}, online: ${at('2024-05-09')}`),
    ['/sessions/0/online'],
    ['unknown'],
  ],
  [
    'a method that cannot be read is one perhaps',
    'methods',
    plan(`${HOSPITAL}, offline: {methods: [lecture, x]}`),
    ['/sessions/0/offline/methods/1'],
    ['pass'],
  ],
  [
    'the only method',
    'methods',
    plan(`${HOSPITAL}, offline: {methods: [x]}`),
    ['/sessions/0/offline/methods/0'],
    ['unknown'],
  ],
  [
    'a turn without methods beside one that cannot be read',
    'methods',
    plan(`${HOSPITAL}, offline: [{methods: [x]}, {hours: 4}]`),
    ['/sessions/0/offline/0/methods'],
    ['fail'],
  ],
  [
    'a day of one turn',
    'offline-first',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08')}, online: ${at('2024-05-09')}`),
    ['/sessions/0/online/dates'],
    ['unknown'],
  ],
  [
    'the window is too long already',
    'completion-window',
    plan(`${HOSPITAL}, offline: ${at('2024-05-01..2024-05-11')}, online: ${at('2024-05-12')}`),
    ['/sessions/0/online/dates'],
    ['fail'],
  ],
  [
    'the window may become too long',
    'completion-window',
    plan(`${HOSPITAL}, offline: ${at('2024-05-01..2024-05-10')}, online: ${at('2024-05-12')}`),
    ['/sessions/0/online/dates'],
    ['unknown'],
  ],
  ['the level of a window that is kept at both', 'completion-window', plan(inMay), ['/sessions/0/level'], ['unknown']],
  [
    'one part ends too late already',
    'provincial-deadline',
    plan(`${PROVINCIAL}, offline: ${at('2024-09-01')}, online: ${at('2024-08-01')}`),
    ['/sessions/0/online/dates'],
    ['fail'],
  ],
  [
    'the other part may end too late',
    'provincial-deadline',
    plan(`${PROVINCIAL}, offline: ${at('2024-08-31')}, online: ${at('2024-08-01')}`),
    ['/sessions/0/online/dates'],
    ['unknown'],
  ],
  [
    'one part starts in time already',
    'base-midyear-count',
    plan(`${inMay}, online: ${at('2024-05-09')}`),
    ['/sessions/0/online/dates'],
    ['pass'],
  ],
  ['the level of the only one in time', 'base-midyear-count', plan(inMay), ['/sessions/0/level'], ['unknown']],
  [
    'the level of one that is too late anyway',
    'base-midyear-count',
    plan(`${HOSPITAL}, offline: ${at('2024-07-01')}`),
    ['/sessions/0/level'],
    ['fail'],
  ],
  [
    'enough for one type without it, not for the other',
    'base-session-count',
    plan(inMay, inMay, inMay),
    ['/sessions/2/level'],
    ['pass', 'unknown'],
  ],
  ['too few even with it', 'base-session-count', plan(inMay), ['/sessions/0/level'], ['fail', 'fail']],
  [
    'a type that cannot be read',
    'base-session-count',
    plan(inMay, inMay, inMay),
    ['/base/types/1'],
    ['pass', 'unknown'],
  ],
  [
    'a session of which nothing can be read',
    'base-session-count',
    plan(inMay, inMay, inMay),
    ['/sessions/2'],
    ['pass', 'unknown'],
  ],
  [
    'a status that cannot be read is planned',
    'base-session-count',
    plan(inMay, inMay, `${inMay}, status: completed`),
    ['/sessions/2/status'],
    ['pass', 'pass'],
  ],
  [
    'a headcount too many to miss',
    'province-headcount',
    province('audience: managers, headcount: 120', 'audience: faculty, headcount: 400'),
    ['/sessions/1/headcount'],
    ['pass', 'unknown'],
  ],
  [
    'an audience that may add what is missing',
    'province-headcount',
    province('audience: managers, headcount: 119', 'audience: faculty, headcount: 400'),
    ['/sessions/1/audience/0'],
    ['unknown', 'unknown'],
  ],
  [
    'one specialty of two',
    'province-session-mix',
    province('audience: faculty, specialty: [surgery, x]'),
    ['/sessions/0/specialty/1'],
    ['fail', 'fail', 'pass', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ],
  [
    'a specialty beside too few hours for any',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08..2024-05-09', 16)}, specialty: [x], stages: [new]`),
    ['/sessions/0/specialty/0'],
    ['unknown'],
  ],
  [
    'the hours of one turn, too few whatever they are',
    'provincial-offline-duration',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08', 16)}`),
    ['/sessions/0/offline/hours'],
    ['fail'],
  ],
  ['the hours of one turn', 'hospital-offline-duration', plan(inMay), ['/sessions/0/offline/hours'], ['unknown']],
  [
    'the dates of hours that are too few',
    'hospital-offline-duration',
    plan(`${HOSPITAL}, offline: ${at('2024-05-08', 7)}`),
    ['/sessions/0/offline/dates'],
    ['fail'],
  ],
  [
    'the level of a length that is asked of either',
    'hospital-offline-duration',
    plan(inMay),
    ['/sessions/0/level'],
    ['unknown'],
  ],
  [
    'a waiver that cannot be read',
    'hospital-online-duration',
    plan(`${inMay}, waivers: [{rule: training/blended-format, reason: r, approvedBy: b}]`),
    ['/sessions/0/waivers/0/approvedBy'],
    ['unknown'],
  ],
  [
    'a waiver of another rule',
    'hospital-online-duration',
    plan(`${inMay}, waivers: [{rule: training/manager-roles, reason: r, approvedBy: b}]`),
    ['/sessions/0/waivers/0/approvedBy'],
    ['fail'],
  ],
  [
    'the hours of one part',
    'provincial-online-ratio',
    plan(`${PROVINCIAL}, offline: ${at('2024-05-08', 6)}, online: ${at('2024-05-09', 14)}`),
    ['/sessions/0/online/hours'],
    ['unknown'],
  ],
  [
    'one host of two, beside the one assigned',
    'annex-host',
    plan(`${PROVINCIAL}, specialty: ultrasound, host: [海南省人民医院, x]`),
    ['/sessions/0/host/1'],
    ['pass'],
  ],
  [
    'one host of two, beside another',
    'annex-host',
    plan(`${PROVINCIAL}, specialty: ultrasound, host: [海口市人民医院, x]`),
    ['/sessions/0/host/1'],
    ['unknown'],
  ],
  [
    'the start of an annex month',
    'annex-month',
    province(`audience: faculty, specialty: ultrasound, offline: ${at('2024-04-08')}`),
    ['/sessions/0/offline/dates'],
    ['unknown'],
  ],
  [
    'the headcount',
    'annex-headcount',
    province('audience: faculty, specialty: ultrasound, headcount: 10'),
    ['/sessions/0/headcount'],
    ['unknown'],
  ],
  [
    'a host that may be the one assigned',
    'annex-headcount',
    province('audience: faculty, specialty: surgery, headcount: 10'),
    ['/sessions/0/host/0'],
    ['unknown'],
  ],
  [
    'a stage beside another',
    'annex-stage',
    province('audience: faculty, specialty: ultrasound, stages: [new, x]'),
    ['/sessions/0/stages/1'],
    ['unknown'],
  ],
  [
    'a stage beside the one asked for',
    'annex-stage',
    province('audience: faculty, specialty: ultrasound, stages: [backbone, x]'),
    ['/sessions/0/stages/1'],
    ['pass'],
  ],
])('%s: %s', async (_, rule, text, paths, verdicts) => {
  unreadable.paths = paths;
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
