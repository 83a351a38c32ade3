import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { count } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/province-headcount',
  clause: ['provinceManagers', 'provinceFaculty'],
  modality: 'must',
  reads: { provinceManagers: count, provinceFaculty: count },
  subject: 'province',
  on: ({ year, sessions }, { provinceManagers, provinceFaculty }) =>
    (['managers', 'faculty'] as const).map((audience) => ({
      audience,
      year,
      least: audience === 'managers' ? provinceManagers : provinceFaculty,
      total: sessions
        .filter((session) => session.audience === audience)
        .reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
    })),
  judge: ({ audience, year, least, total }) => {
    const who = audience === 'managers' ? { zh: '管理人员', en: 'managers' } : { zh: '师资', en: 'faculty' };
    return withDuty(
      { due: lastDayOf(year), done: total >= least, path: '/sessions', part: { id: audience, label: who } },
      total >= least
        ? 'pass'
        : {
            fail: '/sessions',
            message: {
              zh: `全省${who.zh}培训共 ${total} 人，少于 ${least} 人`,
              en: `${total} ${who.en} trained in the province, fewer than ${least}`,
            },
            expected: { zh: `${who.zh} ≥ ${least}`, en: `${who.en} ≥ ${least}` },
            actual: { zh: `${who.zh} ${total}`, en: `${who.en} ${total}` },
          },
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
    reading: { zh: '没有写人数的培训班不计人数。', en: 'A session without a headcount adds nothing.' },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。管理人员、师资各判一次，省级班人数之和达到下限即通过，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Managers and faculty each get a verdict: the headcounts of provincial sessions added up reach the number, or fail at once.',
    },
    remedy: {
      zh: '增加省级培训人数或期数，并写上每期“人数”',
      en: 'Train more people or hold more sessions, and state each headcount',
    },
  }),
});
