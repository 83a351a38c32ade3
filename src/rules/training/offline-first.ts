import { from, inChinese, inEnglish, inWords, isAtLeast } from '../../calendar/day.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { allOf, every } from '../../records/counting.ts';
import { datedOf, type PartSubject } from '../../records/part.ts';
import { wholeOf } from '../../records/period.ts';

/** From the first start to the last end of a part's turns, as far as these can be read. */
const readablePeriod = (part: PartSubject | undefined) =>
  wholeOf(datedOf(part?.turns ?? []).map(({ period }) => period));

export default defineRule({
  id: 'training/offline-first',
  modality: 'in-principle',
  subject: 'session',
  on: (session) =>
    allOf(
      () => session.offline !== undefined,
      () => session.online !== undefined,
      () => session.hasDates,
      () => session.provincial,
    ) && session,
  judge: ({ offline, online }) => {
    // One turn too early fails, whatever the others.
    const isInOrder = every(offline?.turns, (before) =>
      every(online?.turns, ({ period }) => !period || !before.period || isAtLeast(period.start, before.period.end)),
    );
    const [end, start] = [readablePeriod(offline)?.end, readablePeriod(online)?.start];
    if (end === undefined || start === undefined)
      return { unknown: { zh: '有一部分的起止日期不能用', en: 'the dates of one part are unusable' } };
    return judged(isInOrder, () => ({
      fail: online?.firstTurn?.startPath ?? '',
      message: {
        zh: `线上 ${inChinese(start)} 开始，早于线下结束的 ${inChinese(end)}`,
        en: `The online part starts on ${inEnglish(start)}, before the offline part ends on ${inEnglish(end)}`,
      },
      expected: from(end),
      actual: inWords(start),
    }));
  },
  words: (_, { inPrinciple }) => ({
    title: { zh: '先线下、后线上', en: 'Offline first, online after' },
    asks: {
      zh: `同一期省级培训${inPrinciple.zh}先办线下，再办线上。`,
      en: `Within a provincial session the offline part ${inPrinciple.en}comes before the online part.`,
    },
    reading: { zh: '线下最后一天当天开始线上也算。', en: 'The online part may start on the last offline day.' },
    verdict: {
      zh: '线下、线上都有的每期省级班各判一次，线上开始不早于线下结束即通过。',
      en: 'Each provincial session with both parts is judged. It passes when the online part starts on or after the offline end.',
    },
    remedy: {
      zh: '把线上部分排到线下结束之后',
      en: 'Move the online part after the offline one',
    },
  }),
});
