import { daysBetween, plusDays } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, type Hint } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { days } from '../../notices/value-kinds.ts';
import type { PartSubject, Period } from '../../records/session.ts';

interface Window extends Period {
  lastPart: PartSubject;
  provincial: boolean;
  over: boolean;
}

export default defineRule({
  id: 'training/completion-window',
  clause: ({ provincial }: Window, clauseOf) => clauseOf(provincial ? 'provincialWindowDays' : 'hospitalWindowDays'),
  modality: 'must',
  reads: { provincialWindowDays: days, hospitalWindowDays: days },
  subject: 'session',
  on: (session, _, { asOf }): Window | undefined => {
    const { period, lastPart, provincial } = session;
    return period && lastPart && { ...period, lastPart, provincial, over: session.isOver(asOf) === true };
  },
  judge: ({ start, end, lastPart, provincial, over }, { provincialWindowDays, hospitalWindowDays }) => {
    const most = provincial ? provincialWindowDays : hospitalWindowDays;
    const days = daysBetween(start, end);
    const path = `${lastPart.path}/end`;
    const answer =
      days <= most
        ? 'pass'
        : {
            fail: path,
            message: {
              zh: `从 ${start} 到 ${end} 共 ${days} 天，超过 ${most} 天`,
              en: `${start} to ${end} is ${days} days, more than ${most}`,
            },
            expected: { zh: `≤ ${most} 天`, en: `≤ ${most} days` },
            actual: { zh: `${days} 天`, en: `${days} days` },
          };
    return withDuty({ due: plusDays(start, most - 1), done: over, late: over && days > most, path }, answer);
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
      zh: '写了日期的每期培训班各判一次，从最早开始到最晚结束不超过规定天数即通过。',
      en: 'Each dated session is judged, from its earliest start to its latest end; within the days allowed it passes.',
    },
    remedy: {
      zh: '缩短两部分之间的间隔，或者分成两期',
      en: 'Bring the parts closer together, or make two sessions of them',
    },
  }),
});
