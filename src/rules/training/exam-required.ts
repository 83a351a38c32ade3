import { defineRule, passing } from '../../engine/rule.ts';
import { hasAStart, owedBeforeStart } from '../common/before-start.ts';

const shown = { expected: { zh: '有考核', en: 'an exam' }, actual: { zh: '写了考核', en: 'given' } };

export default defineRule({
  id: 'training/exam-required',
  modality: 'must',
  subject: 'session',
  on: (session) => hasAStart(session) && session,
  judge: (session, _, { asOf }) => {
    const path = session.at('exam');
    return owedBeforeStart(session, asOf, path, [session.session.exam ? passing(() => shown) : { missing: path }]);
  },
  words: () => ({
    title: { zh: '每期培训都要考核', en: 'Every session has an exam' },
    asks: {
      zh: '每期培训班结束后都要考核，由承办单位组织。',
      en: 'Every session ends with an exam, organised by its host.',
    },
    reading: {
      zh: '考题要提前拟好，所以开班时还没有写考核的，算不合格。',
      en: 'The questions are drafted ahead, so an exam not described when the session starts is a failure.',
    },
    verdict: {
      zh: '写了日期的每期培训班各判一次。有“考核”即通过；没有的，开班前算未到期，开班起不通过。',
      en: 'Each dated session is judged. An exam passes; without one it is pending before the start and fails from then on.',
    },
    missing: { zh: '没有安排考核', en: 'There is no exam' },
    remedy: {
      zh: '补上“考核”：题量、满分、合格线和场次',
      en: 'Add "exam" with its questions, full marks, pass mark and sittings',
    },
  }),
});
