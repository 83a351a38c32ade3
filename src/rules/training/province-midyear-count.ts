import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { countedRange, reaches, shownRange, sumOf } from '../../model/range.ts';
import { date, yearlyCount } from '../../notices/value-kinds.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { startingBy } from '../common/held.ts';

export default defineRule({
  id: 'training/province-midyear-count',
  clause: ['provinceMidyear', 'provinceMidyearSessions'],
  modality: 'must',
  reads: { provinceMidyear: date, provinceMidyearSessions: yearlyCount },
  subject: 'province',
  on: (province) => province,
  judge: ({ sessions, unread, year }, { provinceMidyear, provinceMidyearSessions }, { asOf }) => {
    const readable = startingBy(sessions, (session) => session.provincial, provinceMidyear, year, asOf);
    const planned = sumOf([readable.planned, unread]);
    const found = shownRange(planned);
    return withDuty(
      { due: provinceMidyear, done: readable.begun.least >= provinceMidyearSessions, path: '/sessions' },
      () =>
        judged(reaches(planned, provinceMidyearSessions), () => ({
          fail: '/sessions',
          message:
            planned.most === 0
              ? {
                  zh: `还没有在 ${provinceMidyear}（含）前开始的省级培训班，至少要有 ${provinceMidyearSessions} 期`,
                  en: `No provincial session starts by ${provinceMidyear}; at least ${provinceMidyearSessions} must`,
                }
              : {
                  zh: `${provinceMidyear}（含）前开始的省级培训班只有 ${found} 期，少于 ${provinceMidyearSessions} 期`,
                  en: `Only ${countedRange(planned, 'provincial session')} starting by ${provinceMidyear}, fewer than ${provinceMidyearSessions}`,
                },
          expected: `≥ ${provinceMidyearSessions}`,
          actual: found,
          ...(asOf > provinceMidyear ? { remedy: deadlinePassed } : {}),
        })),
    );
  },
  hints: ({ provinceMidyear: { day }, provinceMidyearSessions }) => ({
    '/sessions': {
      zh: `${day.zh}（含）前至少开班 ${provinceMidyearSessions} 期`,
      en: `at least ${provinceMidyearSessions} begun by ${day.en}`,
    },
  }),
  words: ({ provinceMidyear: { day }, provinceMidyearSessions }) => ({
    title: { zh: `${day.zh}（含）前的省级培训期数`, en: `Provincial sessions by ${day.en}` },
    asks: {
      zh: `${day.zh}（含）前至少组织 ${provinceMidyearSessions} 期省级培训班。`,
      en: `At least ${counted(provinceMidyearSessions, 'provincial session')} are to begin by ${day.en}.`,
    },
    reading: {
      zh: `“组织”指开班：${day.zh}当天或之前开始的都算。没有日期的可能在任何一天开班，要看少了它够不够。`,
      en: `To organise is to begin: a session counts that starts on or before ${day.en}. One without dates may start on any day, and counts perhaps.`,
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。期限当天及以前开班的省级班够数即通过，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Enough provincial sessions starting on or before the day pass; too few fail at once.',
    },
    remedy: { zh: `把部分培训班提前到 ${day.zh}（含）前开班`, en: `Start more of the sessions by ${day.en}` },
  }),
});
