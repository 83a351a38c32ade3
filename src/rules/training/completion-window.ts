import { inChinese, inEnglish, plusDays } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, type Hint, judged } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { counted } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { shownRange, staysWithin } from '../../model/range.ts';
import { windowDays } from '../../notices/value-kinds.ts';
import type { SessionSubject } from '../../records/session.ts';
import { remedyLate } from '../common/ahead.ts';

const closer: Words = {
  zh: '缩短两部分之间的间隔，或者分成两期',
  en: 'Bring the parts closer together, or make two sessions of them',
};

export default defineRule({
  id: 'training/completion-window',
  clause: (session: SessionSubject, clauseOf) =>
    clauseOf(readOr(() => session.provincial, false) ? 'provincialWindowDays' : 'hospitalWindowDays'),
  modality: 'must',
  reads: { provincialWindowDays: windowDays, hospitalWindowDays: windowDays },
  subject: 'session',
  on: (session) => session.hasDates && session,
  judge: (session, { provincialWindowDays, hospitalWindowDays }, { asOf }) => {
    const most = session.provincial ? provincialWindowDays : hospitalWindowDays;
    const path = session.lastTurn?.endPath ?? session.path;
    const { days } = session;
    const isWithin = attempt(() => staysWithin(days, most));
    const period = readOr(() => session.period, undefined);
    const { start } = period ?? present(session.firstTurn?.period, 'period of a session that has dates');
    const told = () => {
      if (isWithin instanceof CannotTell) throw isWithin;
      const span = period && {
        zh: `从 ${inChinese(period.start)} 到 ${inChinese(period.end)} `,
        en: `${inEnglish(period.start)} to ${inEnglish(period.end)} is `,
      };
      const isKnown = days.least === days.most;
      const least = isKnown ? { zh: '共', en: '' } : { zh: '至少', en: 'at least ' };
      const found = isWithin ? shownRange(days) : `${isKnown ? '' : '≥ '}${days.least}`;
      return judged(isWithin, () => ({
        fail: path,
        message: {
          zh: `${span?.zh ?? ''}${least.zh} ${days.least} 天，超过 ${most} 天`,
          en: `${span?.en ?? ''}${least.en}${days.least} days, more than ${most}`,
        },
        expected: { zh: `≤ ${most} 天`, en: `≤ ${most} days` },
        actual: { zh: `${found} 天`, en: `${found} days` },
        ...remedyLate(plusDays(start, most - 1), asOf, closer),
      }));
    };
    if (period === undefined) return told;
    // Held within the window or not, as far as that is known.
    const done = !(isWithin instanceof CannotTell) && readOr(() => session.isOver(asOf), undefined) === true;
    return withDuty({ due: plusDays(start, most - 1), done, late: done && isWithin === false, path }, told);
  },
  hints: ({ provincialWindowDays, hospitalWindowDays }) => {
    const hints: Hint[] = [
      {
        zh: `院级线上线下一共不超过 ${hospitalWindowDays} 天`,
        en: `both parts together: within ${counted(hospitalWindowDays, 'day')} at hospital level`,
        of: 'hospitalWindowDays',
        level: 'hospital',
      },
      {
        zh: `省级一共不超过 ${provincialWindowDays} 天`,
        en: `both parts together: within ${counted(provincialWindowDays, 'day')} at provincial level`,
        of: 'provincialWindowDays',
        level: 'provincial',
      },
    ];
    return { '/offline/end': hints, '/online/end': hints };
  },
  words: ({ provincialWindowDays, hospitalWindowDays }) => ({
    title: { zh: '线上线下在规定天数内完成', en: 'Both parts within the window' },
    asks: {
      zh: `一期培训的线上、线下部分，省级在 ${provincialWindowDays} 天内、院级在 ${hospitalWindowDays} 天内完成。`,
      en: `Both parts of a session are completed within ${counted(provincialWindowDays, 'day')} for provincial, ${counted(hospitalWindowDays, 'day')} for hospital-level training.`,
    },
    reading: { zh: '按自然日计，首尾两天都算在内。', en: 'Calendar days, the first and the last both counted.' },
    verdict: {
      zh: '写了日期的每期培训班各判一次，从最早开始到最晚结束不超过规定天数即通过；日期没有定到日、怎么排都可能的，算无法判断。',
      en: 'Each dated session is judged, from its earliest start to its latest end; within the days allowed it passes. With days not known yet that leave it open it is unknown.',
    },
    remedy: closer,
  }),
});
