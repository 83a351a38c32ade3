import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { judgeWholeShare } from '../common/whole-share.ts';

export default defineRule({
  id: 'haikou/oriented-junior-college',
  clause: 'orientedJuniorCollege',
  modality: 'must',
  reads: { orientedJuniorCollege: share },
  subject: 'city',
  on: ({ city: { orientedGraduates: { juniorCollege: { total, enrolled } = {} } = {} } }) =>
    total !== undefined && enrolled !== undefined && { total, enrolled },
  judge: ({ total, enrolled }, { orientedJuniorCollege }) =>
    judgeWholeShare(
      '/orientedGraduates/juniorCollege/enrolled',
      enrolled,
      orientedJuniorCollege,
      total,
      { zh: '订单定向专科毕业生', en: 'oriented junior-college graduates' },
      { zh: '纳入助理全科培训', en: 'are enrolled in assistant-GP training' },
    ),
  words: {
    title: { zh: '定向专科毕业生全部纳入助理全科培训', en: 'All oriented junior-college graduates are trained' },
    asks: {
      zh: '农村订单定向高职（专科）毕业生全部纳入助理全科医生培训。',
      en: 'Oriented junior-college graduates are all enrolled in assistant-GP training.',
    },
    verdict: {
      zh: '总数和纳入人数都写了才判，两个数相等即通过。',
      en: 'Judged where both figures are given. Equal figures pass.',
    },
    remedy: { zh: '把没有纳入的补上；数字写错的改正', en: 'Enrol the rest, or correct the figures' },
  },
});
