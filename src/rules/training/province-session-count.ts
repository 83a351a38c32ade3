import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { countedRange, reaches, shownRange, sumOf } from '../../model/range.ts';
import { yearlyCount } from '../../notices/value-kinds.ts';
import { allOf, countOf } from '../../records/counting.ts';
import { MOST_DAYS_APART } from '../../records/joining.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { counts } from '../common/held.ts';

export default defineRule({
  id: 'training/province-session-count',
  clause: 'provinceSessions',
  modality: 'must',
  reads: { provinceSessions: yearlyCount },
  subject: 'province',
  on: (province) => province,
  judge: ({ year, sessions, unread }, { provinceSessions }, { asOf }) => {
    const readable = countOf(sessions, (session) =>
      allOf(
        () => session.provincial,
        () => counts(session, year, asOf),
      ),
    );
    const planned = sumOf([readable, unread]);
    const held = countOf(sessions, (session) =>
      allOf(
        () => session.provincial,
        () => session.isOver(asOf),
      ),
    );
    const found = shownRange(planned);
    return withDuty({ due: lastDayOf(year), done: held.least >= provinceSessions, path: '/sessions' }, () =>
      judged(reaches(planned, provinceSessions), () => ({
        fail: '/sessions',
        fills: '/sessions/-',
        message:
          planned.most === 0
            ? {
                zh: `还没有省级培训班，至少要有 ${provinceSessions} 期`,
                en: `No provincial session is planned; at least ${provinceSessions} are asked for`,
              }
            : {
                zh: `省级培训班只有 ${found} 期，少于 ${provinceSessions} 期`,
                en: `Only ${countedRange(planned, 'provincial session')}, fewer than ${provinceSessions}`,
              },
        expected: `≥ ${provinceSessions}`,
        actual: found,
      })),
    );
  },
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
      zh: `同一期写在几份文件里（类别、承办单位相同，开始日期相差不超过 ${MOST_DAYS_APART} 天或者没有写），只算一期。`,
      en: `A session written in several records (same category and host, starts within ${MOST_DAYS_APART} days of each other or not known) counts once.`,
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。省级班够数即通过，已取消的不算，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Enough provincial sessions pass, cancelled ones not counted; too few fail at once.',
    },
    afterwards: deadlinePassed,
    remedy: { zh: '补足省级培训班', en: 'Plan further provincial sessions' },
  }),
});
