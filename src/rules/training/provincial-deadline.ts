import { inChinese, inEnglish, inWords, upTo } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, type Hint, judged } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { date } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { remedyLate } from '../common/ahead.ts';

const earlier: Words = { zh: '把线上、线下部分都提前到期限以内', en: 'Move both parts before the deadline' };

export default defineRule({
  id: 'training/provincial-deadline',
  clause: 'provincialDeadline',
  modality: 'must',
  reads: { provincialDeadline: date },
  subject: 'session',
  on: (session) =>
    allOf(
      () => session.hasDates,
      () => session.provincial,
    ) && session,
  judge: (session, { provincialDeadline }, { asOf }) => {
    const path = session.lastTurn?.endPath ?? session.path;
    const isLate = attempt(() => session.endsAfter(provincialDeadline));
    // Held within the time or not, as far as that is known.
    const done = !(isLate instanceof CannotTell) && readOr(() => session.isOver(asOf), undefined) === true;
    return withDuty({ due: provincialDeadline, done, late: done && isLate === true, path }, () => {
      if (isLate instanceof CannotTell) throw isLate;
      const end = present(session.lastTurn?.period, 'period of a session that has dates').end;
      return judged(!isLate, () => ({
        fail: path,
        message: {
          zh: `省级培训 ${inChinese(end)} 才结束，应在 ${provincialDeadline}（含）前结束`,
          en: `The provincial session ends on ${inEnglish(end)}, after ${provincialDeadline}`,
        },
        expected: upTo(provincialDeadline),
        actual: inWords(end),
        ...remedyLate(provincialDeadline, asOf, earlier),
      }));
    });
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
    remedy: earlier,
  }),
});
