import { defineRule, passing } from '../../engine/rule.ts';
import { counted, type Words } from '../../model/finding.ts';
import { reaches, shownRange, sumOf } from '../../model/range.ts';
import { yearlyCount } from '../../notices/value-kinds.ts';
import { allOf, countOf } from '../../records/counting.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { audienceNames } from '../common/audiences.ts';
import { counts } from '../common/held.ts';

const AIM: Words = {
  zh: '；“可适当”是努力方向，不算硬性要求',
  en: '; "may" makes it a target, not a duty',
};

const MAY: Words = { zh: '可适当', en: 'may include' };

export default defineRule({
  id: 'training/province-field-visit',
  clause: 'fieldVisits',
  modality: 'target',
  reads: { fieldVisits: yearlyCount },
  subject: 'province',
  on: ({ year, sessions, unread }) =>
    (['managers', 'faculty'] as const).map((audience) => ({
      audience,
      label: audienceNames[audience],
      year,
      sessions,
      unread,
    })),
  judge: ({ audience, label, year, sessions, unread }, { fieldVisits }, { asOf }) => {
    const readable = countOf(sessions, (session) =>
      allOf(
        () => session.isFor(audience),
        () => session.fieldVisit,
        () => session.provincial,
        () => counts(session, year, asOf),
      ),
    );
    const visits = sumOf([readable, unread]);
    return reaches(visits, fieldVisits)
      ? passing(() => ({ expected: `≥ ${fieldVisits}`, actual: shownRange(visits) }))
      : {
          missing: '/sessions',
          label,
        };
  },
  hints: ({ fieldVisits }, { binds }) => {
    const aim = binds('target', { zh: '力争', en: ', if possible' });
    return {
      '/sessions/*/offline/outOfProvince': {
        zh: `管理人员、师资各${aim.zh}至少 ${fieldVisits} 期到省外`,
        en: `managers and faculty: at least ${counted(fieldVisits, 'session')} each outside the province${aim.en}`,
      },
    };
  },
  words: ({ fieldVisits }, { binds }) => ({
    title: { zh: '到省外现场观摩和实地考察', en: 'Visits to other provinces' },
    asks: {
      zh: `线下培训${binds('target', MAY).zh}安排到省外现场观摩、实地考察，管理人员和师资各不少于 ${fieldVisits} 期。`,
      en: `Offline training ${binds('target', MAY).en || 'includes'} visits to other provinces, at least ${counted(fieldVisits, 'session')} each for managers and faculty.`,
    },
    reading: {
      zh: `这句话说的是全省计划，所以在全省层面判定${binds('target', AIM).zh}。管理人员和师资同班的一期，两边都算。`,
      en: `The sentence is about the provincial plan and is judged there${binds('target', AIM).en}. A session for both audiences counts for both.`,
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。管理人员、师资各判一次，至少规定期数的省级班在线下写了“省外: 是”即通过，否则当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Managers and faculty each get a verdict: enough provincial sessions with outOfProvince: true pass, fewer fail at once.',
    },
    missing: {
      zh: `到省外观摩考察不足 ${fieldVisits} 期的：{items}`,
      en: `Fewer than ${counted(fieldVisits, 'session')} visiting another province for: {items}`,
    },
    afterwards: deadlinePassed,
    remedy: {
      zh: `管理人员、师资各安排不少于 ${fieldVisits} 期到省外；安排好的，把“线下”的“省外”写成“是”`,
      en: `Arrange at least ${counted(fieldVisits, 'session')} each for managers and faculty outside the province; of those arranged, set "outOfProvince" of the offline part to true`,
    },
  }),
});
