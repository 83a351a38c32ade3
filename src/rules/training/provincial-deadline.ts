import { withDuty } from '../../engine/duty.ts';
import { defineRule, type Hint } from '../../engine/rule.ts';
import { date } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/provincial-deadline',
  clause: 'provincialDeadline',
  modality: 'must',
  reads: { provincialDeadline: date },
  subject: 'session',
  on: (session, _, { asOf }) => {
    const { provincial, period, lastPart } = session;
    return (
      provincial &&
      period &&
      lastPart && { path: `${lastPart.path}/end`, end: period.end, over: session.isOver(asOf) === true }
    );
  },
  judge: ({ path, end, over }, { provincialDeadline }) => {
    const late = end > provincialDeadline;
    return withDuty(
      { due: provincialDeadline, done: over, late: over && late, path },
      late
        ? {
            fail: path,
            message: {
              zh: `省级培训 ${end} 才结束，晚于 ${provincialDeadline}`,
              en: `The provincial session ends on ${end}, after ${provincialDeadline}`,
            },
            expected: `≤ ${provincialDeadline}`,
            actual: end,
          }
        : 'pass',
    );
  },
  hints: ({ provincialDeadline: { value } }) => {
    const hint: Hint = {
      zh: `省级不晚于 ${value}`,
      en: `provincial sessions end by ${value}`,
      level: 'provincial',
    };
    return { '/offline/end': hint, '/online/end': hint };
  },
  words: ({ provincialDeadline: { day } }) => ({
    title: { zh: '省级培训完成期限', en: 'Provincial sessions end in time' },
    asks: {
      zh: `省级培训在 ${day.zh}（含）前完成。`,
      en: `Provincial training is completed by ${day.en}.`,
    },
    reading: {
      zh: `${day.zh}当天结束的也算。`,
      en: `A session that ends on ${day.en} passes.`,
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次，结束日期不晚于期限即通过。',
      en: 'Each dated provincial session is judged. An end on or before the deadline passes.',
    },
    remedy: { zh: '把线上、线下部分都提前到期限以内', en: 'Move both parts before the deadline' },
  }),
});
