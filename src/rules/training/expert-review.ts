import { before, inChinese, inEnglish, inWords } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { type Check, defineRule } from '../../engine/rule.ts';
import { keys } from '../../notices/value-kinds.ts';
import { addWhatWasDone, remedyAhead } from '../common/ahead.ts';

const reviews = keys('session', '/preparation/expertReview');

export default defineRule({
  id: 'training/expert-review',
  clause: 'expertReviews',
  modality: 'must',
  reads: { expertReviews: reviews },
  subject: 'session',
  on: (session) =>
    session.provincial && session.period && session.eve && { session, start: session.period.start, eve: session.eve },
  judge: ({ session, start, eve }, { expertReviews }, { asOf }) =>
    expertReviews.map(
      (item): Check =>
        () => {
          const path = session.at('preparation', 'expertReview', item);
          const dates: Record<string, string | undefined> = session.session.preparation?.expertReview ?? {};
          const date = dates[item];
          const label = reviews.said([item]);
          return owedBy({ due: eve, path, date, part: { id: item, label } }, asOf, (late) => ({
            fail: path,
            message: {
              zh: `${label.zh} ${inChinese(late)} 才审核，应在 ${inChinese(start)} 开班之前`,
              en: `The ${label.en} was reviewed on ${inEnglish(late)}, not before the session starts on ${inEnglish(start)}`,
            },
            expected: before(start),
            actual: inWords(late),
            ...remedyAhead(session, asOf),
          }));
        },
    ),
  hints: ({ expertReviews }) =>
    Object.fromEntries(
      expertReviews.value.map((item) => [
        `/preparation/expertReview/${item}`,
        { zh: '省级要在开班前审完', en: 'provincial: before the session begins' },
      ]),
    ),
  words: ({ expertReviews }) => ({
    title: { zh: '专家审核', en: 'Review by experts' },
    asks: {
      zh: `省级培训的${expertReviews.zh}，要先经专家审核才能实施。`,
      en: `Of a provincial session, experts review before it takes place: ${expertReviews.en}.`,
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。各项审核都早于开班即通过；没有写的，开班前算未到期，开班起不通过。',
      en: 'Each dated provincial session is judged. Each review before the start passes; one not dated is pending before the start and fails from then on.',
    },
    missing: { zh: '没有写专家审核日期：{items}', en: 'The expert review is not dated: {items}' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '写上“专家审核”的日期，应在开班之前',
      en: 'Give its day under "expertReview"; it is to be before the session',
    },
  }),
});
