import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { specialtyNames } from '../../notices/categories.ts';
import { categories } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/province-session-mix',
  clause: 'provinceCategories',
  modality: 'must',
  reads: { provinceCategories: categories },
  subject: 'province',
  on: (province, { provinceCategories }) =>
    provinceCategories.map((category) => ({ category, year: province.year, sessions: province.sessions })),
  judge: ({ category, year, sessions }) => {
    const label = specialtyNames[category];
    const done = sessions.some((session) => session.category === category);
    return withDuty(
      { due: lastDayOf(year), done, path: '/sessions', part: { id: category, label } },
      done ? 'pass' : { missing: '/sessions', label },
    );
  },
  words: {
    title: { zh: '省级培训班类别齐全', en: 'Every category of provincial session' },
    asks: {
      zh: '省级培训班要有管理人员班、全科基层实践基地管理人员班，以及内科、外科、全科、麻醉、超声、中医六类师资班，各不少于一期。',
      en: 'There is at least one provincial session each for managers, for managers of grassroots bases, and for faculty of internal medicine, surgery, general practice, anesthesiology, ultrasound and Chinese medicine.',
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。每一类各判一次，至少一期即通过，没有当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Each category gets a verdict: one session passes, none fails at once.',
    },
    missing: { zh: '省级培训班缺这几类：{items}', en: 'No provincial session of: {items}' },
    remedy: { zh: '每类至少补一期', en: 'Plan at least one session of each' },
  },
});
