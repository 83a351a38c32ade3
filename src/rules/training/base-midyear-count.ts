import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { countedRange, reaches, shownRange, sumOf } from '../../model/range.ts';
import { date, yearlyCount } from '../../notices/value-kinds.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { startingBy } from '../common/held.ts';

export default defineRule({
  id: 'training/base-midyear-count',
  clause: ['baseMidyear', 'baseMidyearSessions'],
  modality: 'must',
  reads: { baseMidyear: date, baseMidyearSessions: yearlyCount },
  subject: 'base',
  on: (base) => !base.tcmOnly && base,
  judge: ({ sessions, unread, year }, { baseMidyear, baseMidyearSessions }, { asOf }) => {
    const readable = startingBy(
      sessions,
      (session) => !session.provincial && session.hasHosts,
      baseMidyear,
      year,
      asOf,
    );
    const planned = sumOf([readable.planned, unread]);
    const found = shownRange(planned);
    return withDuty({ due: baseMidyear, done: readable.begun.least >= baseMidyearSessions, path: '/sessions' }, () =>
      judged(reaches(planned, baseMidyearSessions), () => ({
        fail: '/sessions',
        message:
          planned.most === 0
            ? {
                zh: `还没有在 ${baseMidyear}（含）前开始的院级培训，至少要有 ${baseMidyearSessions} 期`,
                en: `No hospital-level session starts by ${baseMidyear}; at least ${baseMidyearSessions} must`,
              }
            : {
                zh: `${baseMidyear}（含）前开始的院级培训只有 ${found} 期，少于 ${baseMidyearSessions} 期`,
                en: `Only ${countedRange(planned, 'hospital-level session')} starting by ${baseMidyear}, fewer than ${baseMidyearSessions}`,
              },
        expected: `≥ ${baseMidyearSessions}`,
        actual: found,
        ...(asOf > baseMidyear ? { remedy: deadlinePassed } : {}),
      })),
    );
  },
  hints: ({ baseMidyear: { day }, baseMidyearSessions }) => ({
    '/sessions': {
      zh: `院级 ${day.zh}（含）前至少开班 ${baseMidyearSessions} 期`,
      en: `hospital level: at least ${counted(baseMidyearSessions, 'session')} begun by ${day.en}`,
    },
  }),
  words: ({ baseMidyear: { day }, baseMidyearSessions }) => ({
    title: { zh: `${day.zh}（含）前的院级培训期数`, en: `Hospital-level sessions by ${day.en}` },
    asks: {
      zh: `${day.zh}（含）前至少组织 ${baseMidyearSessions} 期院级培训。`,
      en: `A base begins at least ${counted(baseMidyearSessions, 'hospital-level session')} by ${day.en}.`,
    },
    reading: {
      zh: `“组织”指开班：${day.zh}当天或之前开始的都算。没有日期的可能在任何一天开班，要看少了它够不够。`,
      en: `To organise is to begin: a session counts that starts on or before ${day.en}. One without dates may start on any day, and counts perhaps.`,
    },
    verdict: {
      zh: '每个基地每年判一次（只有中医类别的除外）。按写下的计划数，期数不够当即不通过。',
      en: 'Each base’s year is judged, save that of a base of Chinese medicine only. The plan is counted as written, and too few fail at once.',
    },
    remedy: {
      zh: `提前开班，让至少 ${baseMidyearSessions} 期院级培训在 ${day.zh}（含）前开始`,
      en: `Start at least ${counted(baseMidyearSessions, 'hospital-level session')} by ${day.en}`,
    },
  }),
});
