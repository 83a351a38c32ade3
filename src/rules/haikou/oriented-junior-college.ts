import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { atLeast, figuresOf, judgeWholeShare } from '../common/whole-share.ts';

export default defineRule({
  id: 'haikou/oriented-junior-college',
  clause: 'orientedJuniorCollege',
  modality: 'must',
  reads: { orientedJuniorCollege: share },
  subject: 'city',
  on: ({ city: { orientedGraduates } }) => figuresOf(orientedGraduates?.juniorCollege, 'enrolled'),
  judge: (figures, { orientedJuniorCollege }) =>
    judgeWholeShare(
      '/orientedGraduates/juniorCollege/enrolled',
      figures,
      orientedJuniorCollege,
      { zh: '订单定向专科毕业生', en: 'oriented junior-college graduates' },
      { zh: '纳入助理全科培训', en: 'are enrolled in assistant-GP training' },
    ),
  hints: ({ orientedJuniorCollege }) => ({
    '/orientedGraduates/juniorCollege/enrolled': {
      zh: `${atLeast(orientedJuniorCollege).zh}为总数的 ${orientedJuniorCollege.zh}`,
      en: `${atLeast(orientedJuniorCollege).en}${orientedJuniorCollege.en} of the total`,
    },
  }),
  words: ({ orientedJuniorCollege }) => ({
    title: {
      zh: `定向专科毕业生${atLeast(orientedJuniorCollege).zh} ${orientedJuniorCollege.zh} 纳入助理全科培训`,
      en: `${atLeast(orientedJuniorCollege).start}${orientedJuniorCollege.en} of oriented junior-college graduates are trained`,
    },
    asks: {
      zh: `农村订单定向高职（专科）毕业生${atLeast(orientedJuniorCollege).zh} ${orientedJuniorCollege.zh} 纳入助理全科医生培训。`,
      en: `${atLeast(orientedJuniorCollege).start}${orientedJuniorCollege.en} of oriented junior-college graduates are enrolled in assistant-GP training.`,
    },
    verdict: {
      zh: `写了总数或纳入人数就判，纳入人数${atLeast(orientedJuniorCollege).zh}是总数的 ${orientedJuniorCollege.zh} 即通过，只写一个数算无法判断。`,
      en: `Judged where a figure is given; one alone leaves it unknown. ${atLeast(orientedJuniorCollege).start}${orientedJuniorCollege.en} of the total passes.`,
    },
    remedy: { zh: '把没有纳入的补上；数字写错的改正', en: 'Enrol the rest, or correct the figures' },
  }),
});
