import { type CalendarDate, lastDayOf, plusDays, plusMonths, yearOf } from '../calendar/date.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { counted, type Language, type Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { amountOf, dueTo } from '../notices/appropriation.ts';
import { categoriesOf, type Edition, isAsked, type NoticeValues, valuesOf } from '../notices/edition.ts';
import type { CategoryRow } from '../notices/tables.ts';
import { monthSpan, monthsOf } from '../notices/value-kinds.ts';
import type { Tree } from './layout.ts';

type Training = NoticeValues['training'];
/** What a row of the annexed plan may ask of its session. */
const ANNEXED = ['month', 'days', 'headcount'] as const;
type Annexed = (typeof ANNEXED)[number];

/** A row of the annexed plan of provincial sessions, with its category, the plan's clause, and what the notice asks of it. */
export type AnnexRow = NonNullable<Training['annex']>[number] & {
  of: CategoryRow;
  clause: string;
  asked: Annexed[];
};

/** The annexed plan of an edition; none without one. */
export const annexOf = (edition: Edition | undefined): AnnexRow[] =>
  edition
    ? (valuesOf<'training'>(edition.values).annex ?? []).map((row) => ({
        ...row,
        of: present(categoriesOf(edition).find(row.category), 'category of an annex row'),
        clause: edition.values.annex?.clause ?? '',
        asked: ANNEXED.filter((column) => isAsked(edition, `training/annex-${column}`)),
      }))
    : [];

/** Where a session is written, and what is to be said beside its fields. */
export interface SessionPlace {
  path: string;
  /** Language of the title. */
  keys: Language;
  /** Whether it stands after another one, so that what seldom concerns it is left out. */
  brief: boolean;
  remarks: Map<string, Words>;
  examples: Map<string, Tree>;
  /** Whether the notice asks what a rule asks. */
  isAsked(rule: string): boolean;
}

/** The class hours of a day, which every edition has. */
const hoursIn = ({ hoursPerDay }: Training): number => present(hoursPerDay, 'class hours of a day');

/** A last day in time, in words. */
export const by = (date: CalendarDate): Words => ({ zh: `不晚于 ${date}`, en: `by ${date}` });

/** The `number`th hospital-level session of a base's year; without the notice's values, numbers and dates stay open. */
export function hospitalSession(
  number: number,
  audience: 'managers' | 'faculty',
  year: number,
  start: CalendarDate | undefined,
  values: Training | undefined,
  place: SessionPlace,
): Tree {
  const who = audience === 'faculty' ? { zh: '师资', en: 'faculty' } : { zh: '管理人员', en: 'managers' };
  const title = {
    zh: `第 ${number} 期院级${who.zh}培训班`,
    en: `Hospital-level training of ${who.en}, session ${number}`,
  };
  const seldom = place.brief ? null : undefined;
  const parts =
    values &&
    partsFrom(start ?? `${year}-05-08`, values.hospitalWindowDays, {
      days: Math.ceil((values.hospitalOfflineHours ?? 0) / hoursIn(values)),
      offline: values.hospitalOfflineHours,
      online: values.hospitalOnlineHours,
    });
  if (start && values) remarkDates(start, undefined, values, place);
  if (!place.brief) place.examples.set(`${place.path}/certification`, { issuer: 'hospital' });
  return {
    id: `${year}-${String(number).padStart(2, '0')}`,
    title: title[place.keys],
    level: 'hospital',
    audience,
    ...OF_BOTH,
    host: seldom,
    programs: seldom,
    waivers: seldom,
    ...(place.brief && (audience === 'faculty' ? { roles: null } : { specialty: null, stages: null })),
    ...placed(parts, start, place, place.brief ? { outOfProvince: null, signIn: null, phonesBanned: null } : {}),
    preparation: place.brief
      ? { team: null, scheme: null, expertReview: null, notice: null }
      : { expertReview: {}, notice: {} },
    exam: examOf(parts && start ? parts.online.end : undefined, values),
    summary: place.brief ? { submitted: null } : {},
  };
}

/** The provincial session of a row of the annexed plan. */
export function provincialSession(
  number: number,
  row: AnnexRow,
  year: number,
  start: CalendarDate | undefined,
  values: Training,
  host: string | undefined,
  place: SessionPlace,
): Tree {
  const { category, stages, of } = row;
  const faculty = of.audience === 'faculty';
  const { name } = of;
  const title = { zh: `${name.zh}省级培训班`, en: `Provincial training: ${name.en}` };
  const long =
    of.specialties?.includes('general-practice') && stages?.some((stage) => values.longGpStages?.includes(stage));
  const days = Math.max(row.days ?? 1, (long ? values.longGpOfflineDays : values.provincialOfflineDays) ?? 1);
  const offline = days * hoursIn(values);
  const { onlineShare, offlineShare } = values;
  const online = onlineShare && offlineShare ? Math.ceil((offline * onlineShare) / offlineShare) : undefined;
  const parts = partsFrom(start ?? firstOfMonth(year, firstMonthOf(row)), values.provincialWindowDays, {
    days,
    offline,
    online,
  });
  const fund = dueTo(category, values.appropriations ?? []);
  place.remarks.set(place.path, headingOf(row));
  if (start) remarkDates(start, parts.online.end, values, place);
  if (!place.brief) {
    place.examples.set(`${place.path}/certification`, { issuer: values.certificateIssuer });
    place.examples.set(`${place.path}/publicity`, { level: values.publicityLevels?.[0] });
  }
  const amount = fund && amountOf(fund, row.headcount);
  if (fund && amount === undefined) place.examples.set(`${place.path}/funding`, { source: fund.fund });
  return {
    id: `${year}-S${String(number).padStart(2, '0')}`,
    title: title[place.keys],
    level: 'provincial',
    audience: faculty ? 'faculty' : 'managers',
    ...OF_BOTH,
    host: host ?? null,
    programs: null,
    roles: faculty ? null : of.roles,
    specialty: faculty ? of.specialties?.[0] : null,
    stages: faculty ? stages : null,
    headcount: row.headcount,
    waivers: place.brief ? null : undefined,
    ...placed(parts, start, place, {}),
    preparation: { expertReview: {}, notice: {} },
    exam: examOf(start && parts.online.end, values),
    funding: fund && amount !== undefined ? [{ source: fund.fund, amount }] : undefined,
    summary: {},
  };
}

/** What the annexed plan says of a row's session, with its clause. */
export function headingOf(row: AnnexRow): Words {
  const { of, clause, asked } = row;
  const { zh, en } = of.name;
  const held = <Column extends Annexed>(column: Column) => (asked.includes(column) ? row[column] : undefined);
  const [month, days, headcount] = [held('month'), held('days'), held('headcount')];
  const planned = month === undefined ? undefined : monthSpan.said(month);
  const said: Words[] = [
    ...(planned ? [{ zh: `通知排在 ${planned.zh}`, en: `planned for ${planned.en}` }] : []),
    ...(days === undefined ? [] : [{ zh: `线下不少于 ${days} 天`, en: `at least ${counted(days, 'offline day')}` }]),
    ...(headcount === undefined ? [] : [{ zh: `不少于 ${headcount} 人`, en: `at least ${headcount} people` }]),
  ];
  return {
    zh: `${[`${zh}省级培训班`, ...said.map((each) => each.zh)].join('，')}（${clause}）`,
    en: `provincial session for ${en}${said.length > 0 ? ': ' : ''}${said.map((each) => each.en).join(', ')} (${clause})`,
  };
}

/**
 * The day on which a row's session begins where the first session of the year begins on `start`: the same day of the annex's
 * month, earlier where the session would otherwise not end in time.
 */
export function startInAnnexMonth(start: CalendarDate, row: AnnexRow, values: Training): CalendarDate {
  const month = firstMonthOf(row);
  const same = plusMonths(start, month - Number(start.slice(5, 7)));
  const { provincialDeadline, provincialWindowDays = 1 } = values;
  const latest = plusDays(provincialDeadline ?? lastDayOf(yearOf(start)), 1 - provincialWindowDays);
  const first = firstOfMonth(yearOf(start), month);
  return same <= latest ? same : latest > first ? latest : first;
}

/** The month in which a row's session begins at the earliest; January where the notice sets none. */
export const firstMonthOf = ({ month = 1 }: AnnexRow): number => monthsOf(month).first;

const firstOfMonth = (year: number, month: number): CalendarDate => `${year}-${String(month).padStart(2, '0')}-01`;

interface Parts {
  offline: { start: CalendarDate; end: CalendarDate; hours: number | undefined };
  online: { start: CalendarDate; end: CalendarDate; hours: number | undefined };
}

/** Offline first, online from the next day to the end of the window, if there is one; nothing beyond the year. */
function partsFrom(
  start: CalendarDate,
  windowDays: number | undefined,
  least: { days: number; offline: number | undefined; online: number | undefined },
): Parts {
  const lastDay = lastDayOf(yearOf(start));
  const within = (date: CalendarDate) => (date <= lastDay ? date : lastDay);
  const offlineEnd = within(plusDays(start, Math.ceil(least.days) - 1));
  const onlineStart = within(plusDays(offlineEnd, 1));
  const onlineEnd = windowDays === undefined ? onlineStart : within(plusDays(start, windowDays - 1));
  return {
    offline: { start, end: offlineEnd, hours: least.offline },
    online: { start: onlineStart, end: onlineEnd, hours: least.online },
  };
}

/** What a session says of both audiences together: a starter's has one of them. */
const OF_BOTH: Tree = { managersCount: null, facultyCount: null };

/** The parts in the record where the start is known, else as examples. */
function placed(parts: Parts | undefined, start: CalendarDate | undefined, place: SessionPlace, more: Tree): Tree {
  if (!parts) return {};
  if (start) return { offline: { ...parts.offline, ...more }, online: parts.online };
  place.examples.set(`${place.path}/offline`, { ...parts.offline, ...more });
  place.examples.set(`${place.path}/online`, { ...parts.online });
  return {};
}

/** One sitting for both parts, on the last day; with as many questions as the notice asks. */
function examOf(date: CalendarDate | undefined, values: Training | undefined): Tree {
  return {
    questions: Object.fromEntries(values?.examQuestionTypes?.map((type) => [type, values.examQuestionsEach]) ?? []),
    fullMarks: values?.examFullMarks,
    passMark: values?.examPassMark,
    sittings: [{ date, covers: ['offline', 'online'], form: values?.jointExamForm ?? 'online' }],
  };
}

/** The last days in time for what is to be done, beside what is left open; `end` for a provincial session. */
function remarkDates(start: CalendarDate, end: CalendarDate | undefined, values: Training, place: SessionPlace): void {
  const say = (rule: string, field: string, date: CalendarDate) => {
    if (place.isAsked(`training/${rule}`)) place.remarks.set(`${place.path}/${field}`, by(date));
  };
  const eve = plusDays(start, -1);
  const {
    preparationMonths,
    leadMonths,
    leadSteps = [],
    expertReviews = [],
    certificateWorkingDays,
    summaryDays,
  } = values;
  if (preparationMonths !== undefined)
    say('preparation-period', 'preparation/start', plusMonths(start, -preparationMonths));
  say('preparation-early', 'preparation/early', eve);
  say('preparation-late', 'preparation/late', eve);
  say('collective-lesson-prep', 'preparation/collectivePrep', eve);
  if (end === undefined) return;
  if (leadMonths !== undefined)
    for (const field of leadSteps) say('provincial-lead-time', `preparation/${field}`, plusMonths(start, -leadMonths));
  for (const review of expertReviews) say('expert-review', `preparation/expertReview/${review}`, eve);
  say('notice', 'preparation/notice/date', eve);
  if (certificateWorkingDays !== undefined)
    say('certificate-deadline', 'certification', plusWorkingDays(end, certificateWorkingDays).date);
  if (summaryDays !== undefined) say('summary-deadline', 'summary/submitted', plusDays(end, summaryDays));
}
