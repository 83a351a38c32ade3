import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';

const names = {
  curriculum: { zh: '课程设计', en: 'curriculum' },
  lessons: { zh: '备课内容', en: 'lessons' },
  exam: { zh: '培训考题', en: 'exam' },
};

export default defineRule({
  id: 'training/expert-review',
  clause: 'expertReviews',
  modality: 'must',
  reads: { expertReviews: codes('session', '/preparation/expertReview') },
  subject: 'session',
  on: (session) =>
    session.provincial && session.period && session.eve && { session, start: session.period.start, eve: session.eve },
  judge: ({ session, start, eve }, { expertReviews }, { asOf }) =>
    (expertReviews as (keyof typeof names)[]).flatMap((item) => {
      const path = session.at('preparation', 'expertReview', item);
      const date = session.session.preparation?.expertReview?.[item];
      return owedBy({ due: eve, path, date, part: { id: item, label: names[item] } }, asOf, (late) => ({
        fail: path,
        message: {
          zh: `${names[item].zh} ${late} 才审核，应在 ${start} 开班之前`,
          en: `The ${names[item].en} was reviewed on ${late}, not before the session starts on ${start}`,
        },
        expected: `< ${start}`,
        actual: late,
      }));
    }),
  words: {
    title: { zh: '专家委员会审核', en: 'Review by the expert committee' },
    asks: {
      zh: '省级培训的课程设计、备课内容和考题，先经省住培专家委员会审核，才能实施。',
      en: 'The curriculum, lessons and exam questions of a provincial session are reviewed by the provincial expert committee before it takes place.',
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。各项审核都早于开班即通过；没有写的，开班前算未到期，开班起不通过。',
      en: 'Each dated provincial session is judged. Each review before the start passes; one not dated is pending before the start and fails from then on.',
    },
    missing: { zh: '没有写专家审核日期：{items}', en: 'The expert review is not dated: {items}' },
    remedy: {
      zh: '开班前送审，并在“专家审核”里写明日期',
      en: 'Have it reviewed before the session and date it under "expertReview"',
    },
  },
});
