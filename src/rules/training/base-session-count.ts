import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { counted } from '../../model/finding.ts';
import { countedRange, reaches, shownRange, sumOf } from '../../model/range.ts';
import { yearlyCount } from '../../notices/value-kinds.ts';
import { allOf, countOf, includes } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { counts } from '../common/held.ts';

const types = { residency: { zh: '住培', en: 'residency' }, 'assistant-gp': { zh: '助理全科', en: 'assistant-gp' } };

export default defineRule({
  id: 'training/base-session-count',
  clause: ['residencySessions', 'assistantGpSessions'],
  modality: 'must',
  reads: { residencySessions: yearlyCount, assistantGpSessions: yearlyCount },
  subject: 'base',
  on: (base, { residencySessions, assistantGpSessions }) =>
    (['residency', 'assistant-gp'] as const).flatMap((type) => {
      const isOfType = attempt(() => includes(base.plan.base.types, type));
      const least = type === 'residency' ? residencySessions : assistantGpSessions;
      return isOfType === false ? [] : { base, type, label: types[type], least, isOfType };
    }),
  judge: ({ base, type, label, least, isOfType }, _, { asOf }) => {
    if (isOfType instanceof CannotTell) throw isOfType;
    const { sessions, unread, year } = base;
    const isFor = ({ session }: SessionSubject) => !session.programs || includes(session.programs, type);
    const counted = (session: SessionSubject) =>
      allOf(
        () => session.hasHosts,
        () => !session.provincial,
        () => isFor(session),
        () => counts(session, year, asOf),
      );
    const held = countOf(sessions, (session) =>
      allOf(
        () => counted(session),
        () => session.isOver(asOf) === true,
      ),
    );
    const planned = sumOf([countOf(sessions, counted), unread]);
    const found = shownRange(planned);
    return withDuty(
      { due: lastDayOf(year), done: held.least >= least, path: '/sessions', part: { id: type, label } },
      () =>
        judged(reaches(planned, least), () => ({
          fail: '/sessions',
          fills: '/sessions/-',
          message:
            planned.most === 0
              ? {
                  zh: `还没有${label.zh}院级培训，至少要有 ${least} 期`,
                  en: `No hospital-level session for ${label.en}; at least ${least} are asked for`,
                }
              : {
                  zh: `${label.zh}院级培训只有 ${found} 期，少于 ${least} 期`,
                  en: `Only ${countedRange(planned, 'hospital-level session')} for ${label.en}, fewer than ${least}`,
                },
          expected: { zh: `${label.zh} ≥ ${least}`, en: `${label.en} ≥ ${least}` },
          actual: { zh: `${label.zh} ${found}`, en: `${label.en} ${found}` },
        })),
    );
  },
  hints: ({ residencySessions, assistantGpSessions }) => ({
    '/sessions': [
      {
        zh: `住培基地院级不少于 ${residencySessions} 期`,
        en: `residency bases: at least ${counted(residencySessions, 'hospital-level session')}`,
        of: 'residencySessions',
      },
      {
        zh: `助理全科基地院级不少于 ${assistantGpSessions} 期`,
        en: `assistant-GP bases: at least ${counted(assistantGpSessions, 'hospital-level session')}`,
        of: 'assistantGpSessions',
      },
    ],
  }),
  words: ({ residencySessions, assistantGpSessions }) => ({
    title: { zh: '院级培训期数', en: 'Number of hospital-level sessions' },
    asks: {
      zh: `全年的院级培训班，住培基地不少于 ${residencySessions} 期，助理全科基地不少于 ${assistantGpSessions} 期。`,
      en: `A residency base holds at least ${counted(residencySessions, 'hospital-level session')} in the year, an assistant-GP base at least ${assistantGpSessions}.`,
    },
    reading: {
      zh: '一期同时面向两类培训的，两边都算；不写“培训类型”即面向本基地的全部类型。计划写着不够就是不够，不等到年底。',
      en: 'A session for both programs counts for both; without "programs" it is for every type of the base. A plan too short is wrong today, not only at the year’s end.',
    },
    verdict: {
      zh: '基地有住培、助理全科哪一类就判哪一类，两类都有的各判一次。已取消的和省级的不算，不够当即不通过。',
      en: 'Judged once for each type, residency or assistant GP, that the base has. Cancelled and provincial sessions do not count, and too few fail at once.',
    },
    afterwards: deadlinePassed,
    remedy: {
      zh: '补足院级培训班；培训班写在别的文件里的，把那些文件一起检查',
      en: 'Plan further hospital-level sessions; check sessions kept in other files together with the plan',
    },
  }),
});
