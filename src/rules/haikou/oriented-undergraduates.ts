import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { atLeast, figuresOf, judgeWholeShare } from '../common/whole-share.ts';

export default defineRule({
  id: 'haikou/oriented-undergraduates',
  clause: 'orientedUndergraduates',
  modality: 'in-principle',
  reads: { orientedUndergraduates: share },
  subject: 'city',
  on: ({ city: { orientedGraduates } }) => figuresOf(orientedGraduates?.undergraduate, 'enrolled'),
  judge: (figures, { orientedUndergraduates }) =>
    judgeWholeShare(
      '/orientedGraduates/undergraduate/enrolled',
      figures,
      orientedUndergraduates,
      { zh: '订单定向本科毕业生', en: 'oriented undergraduates' },
      { zh: '纳入全科住培', en: 'are enrolled in GP residency training' },
    ),
  hints: ({ orientedUndergraduates }) => ({
    '/orientedGraduates/undergraduate/enrolled': {
      zh: `${atLeast(orientedUndergraduates).zh}为总数的 ${orientedUndergraduates.zh}`,
      en: `${atLeast(orientedUndergraduates).en}${orientedUndergraduates.en} of the total`,
    },
  }),
  words: ({ orientedUndergraduates }, { inPrinciple }) => ({
    title: {
      zh: `定向本科毕业生${atLeast(orientedUndergraduates).zh} ${orientedUndergraduates.zh} 纳入全科住培`,
      en: `${atLeast(orientedUndergraduates).start}${orientedUndergraduates.en} of oriented undergraduates train in general practice`,
    },
    asks: {
      zh: `农村订单定向本科毕业生${inPrinciple.zh}${atLeast(orientedUndergraduates).zh} ${orientedUndergraduates.zh} 纳入全科专业住培。`,
      en: `${atLeast(orientedUndergraduates).start}${orientedUndergraduates.en} of oriented undergraduates are ${inPrinciple.en}enrolled in GP residency training.`,
    },
    verdict: {
      zh: `写了总数或纳入人数就判，纳入人数${atLeast(orientedUndergraduates).zh}是总数的 ${orientedUndergraduates.zh} 即通过，只写一个数算无法判断。`,
      en: `Judged where a figure is given; one alone leaves it unknown. ${atLeast(orientedUndergraduates).start}${orientedUndergraduates.en} of the total passes.`,
    },
    remedy: {
      zh: '把没有纳入的补上；数字写错的改正',
      en: 'Enrol the rest, correct the figures',
    },
  }),
});
