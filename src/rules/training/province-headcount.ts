import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { counted } from '../../model/finding.ts';
import { exactly, type Range, reaches, shownRange, sumOf } from '../../model/range.ts';
import { count } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import type { ProvincialSession } from '../../records/provincial-session.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { audienceNames } from '../common/audiences.ts';
import { counts } from '../common/held.ts';

type Audience = 'managers' | 'faculty';

/** How many of an audience a provincial session trains; of one for both, as its counts of each say, else any part of its headcount. */
function trained(session: ProvincialSession, audience: Audience): Range {
  const other = audience === 'managers' ? 'faculty' : 'managers';
  const { headcount = 0 } = session;
  if (!session.isFor(other)) return exactly(headcount);
  const own = session[`${audience}Count`];
  if (own !== undefined) return exactly(own);
  return { least: 0, most: Math.max(0, headcount - (session[`${other}Count`] ?? 0)), why: NOT_PARTED };
}

const NOT_PARTED = new CannotTell({
  zh: '两类人员同班的，没有分别写管理人员人数和师资人数',
  en: 'of a session for both audiences, the numbers of managers and faculty are not given apart',
});

/** How many of an audience a session adds where it counts; any part of them where that cannot be told. */
function added(session: ProvincialSession, audience: Audience, isAmong: () => boolean): Range {
  const isCounted = attempt(() =>
    allOf(
      () => session.isFor(audience),
      () => session.provincial,
      isAmong,
    ),
  );
  if (isCounted === false) return exactly(0);
  const range = attempt(() => trained(session, audience));
  const people = range instanceof CannotTell ? { least: 0, most: Number.POSITIVE_INFINITY, why: range } : range;
  return isCounted === true ? people : { least: 0, most: people.most, why: isCounted };
}

export default defineRule({
  id: 'training/province-headcount',
  clause: ['provinceManagers', 'provinceFaculty'],
  modality: 'must',
  reads: { provinceManagers: count, provinceFaculty: count },
  subject: 'province',
  on: ({ year, sessions, unread }, { provinceManagers, provinceFaculty }) =>
    (['managers', 'faculty'] as const).map((audience) => ({
      audience,
      label: audienceNames[audience],
      year,
      least: audience === 'managers' ? provinceManagers : provinceFaculty,
      sessions,
      unread,
    })),
  judge: ({ audience, label: who, year, least, sessions, unread }, _, { asOf }) => {
    const total = sumOf([...sessions.map((each) => added(each, audience, () => counts(each, year, asOf))), unread]);
    const held = sumOf(sessions.map((each) => added(each, audience, () => each.isOver(asOf))));
    const found = shownRange(total);
    return withDuty(
      { due: lastDayOf(year), done: held.least >= least, path: '/sessions', part: { id: audience, label: who } },
      () =>
        judged(reaches(total, least), () => ({
          fail: '/sessions',
          message:
            total.most === 0
              ? {
                  zh: `全省还没有写明人数的${who.zh}培训，应不少于 ${least} 人`,
                  en: `No provincial session states how many ${who.en} it trains; at least ${least} are asked for`,
                }
              : {
                  zh: `全省${who.zh}培训共 ${found} 人，少于 ${least} 人`,
                  en: `${found} ${who.en} trained in the province, fewer than ${least}`,
                },
          expected: { zh: `${who.zh} ≥ ${least}`, en: `${who.en} ≥ ${least}` },
          actual: { zh: `${who.zh} ${found}`, en: `${who.en} ${found}` },
        })),
    );
  },
  hints: ({ provinceManagers, provinceFaculty }) => ({
    '/sessions': [
      {
        zh: `管理人员合计不少于 ${provinceManagers} 人`,
        en: `at least ${counted(provinceManagers, 'manager')} in all`,
        of: 'provinceManagers',
      },
      {
        zh: `师资合计不少于 ${provinceFaculty} 人`,
        en: `at least ${provinceFaculty} faculty in all`,
        of: 'provinceFaculty',
      },
    ],
  }),
  words: ({ provinceManagers, provinceFaculty }) => ({
    title: { zh: '全省培训人数', en: 'Numbers trained in the province' },
    asks: {
      zh: `全年的省级培训，管理人员不少于 ${provinceManagers} 人，师资不少于 ${provinceFaculty} 人。`,
      en: `The provincial sessions of the year train at least ${counted(provinceManagers, 'manager')} and ${provinceFaculty} faculty.`,
    },
    reading: {
      zh: '没有写人数的培训班不计人数。管理人员和师资同班的，分别按“管理人员人数”和“师资人数”计；没有分开写的，除非怎样分都够或都不够，否则无法判断。',
      en: 'A session without a headcount adds nothing. One for both audiences adds managersCount and facultyCount; without them it is unknown, unless every way to part it is enough or none is.',
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。管理人员、师资各判一次，省级班人数之和达到下限即通过，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Managers and faculty each get a verdict: the headcounts of provincial sessions added up reach the number, or fail at once.',
    },
    afterwards: deadlinePassed,
    remedy: {
      zh: '增加省级培训人数或期数，并写上每期“人数”',
      en: 'Train more people or hold more sessions, and state each headcount',
    },
  }),
});
