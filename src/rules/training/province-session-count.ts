import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { count } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/province-session-count',
  clause: 'provinceSessions',
  modality: 'must',
  reads: { provinceSessions: count },
  subject: 'province',
  on: (province) => province,
  judge: ({ year, sessions }, { provinceSessions }) =>
    withDuty(
      { due: lastDayOf(year), done: sessions.length >= provinceSessions, path: '/sessions' },
      sessions.length >= provinceSessions
        ? 'pass'
        : {
            fail: '/sessions',
            message: {
              zh: `省级培训班只有 ${sessions.length} 期，少于 ${provinceSessions} 期`,
              en: `Only ${counted(sessions.length, 'provincial session')}, fewer than ${provinceSessions}`,
            },
            expected: `≥ ${provinceSessions}`,
            actual: String(sessions.length),
          },
    ),
  hints: ({ provinceSessions }) => ({
    '/sessions': { zh: `不少于 ${provinceSessions} 期`, en: `at least ${counted(provinceSessions, 'session')}` },
  }),
  words: ({ provinceSessions }) => ({
    title: { zh: '省级培训班期数', en: 'Number of provincial sessions' },
    asks: {
      zh: `全年的省级培训班不少于 ${provinceSessions} 期。`,
      en: `The year has at least ${counted(provinceSessions, 'provincial session')}.`,
    },
    reading: {
      zh: '同一期既写在全省计划又写在承办单位的计划里（类别、承办单位、开始日期相同），只算一期。',
      en: 'A session written both in the province’s record and in its host’s (same category, host and start) counts once.',
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。省级班够数即通过，已取消的不算，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Enough provincial sessions pass, cancelled ones not counted; too few fail at once.',
    },
    remedy: { zh: '补足省级培训班', en: 'Plan further provincial sessions' },
  }),
});
