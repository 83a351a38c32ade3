import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { judgeWholeShare } from '../common/whole-share.ts';

export default defineRule({
  id: 'haikou/continuing-education',
  clause: 'continuingEducation',
  modality: 'target',
  reads: { continuingEducation: share },
  subject: 'city',
  on: ({ city: { continuingEducation: { total, covered } = {} } }) =>
    total !== undefined && covered !== undefined && { total, covered },
  judge: ({ total, covered }, { continuingEducation }) =>
    judgeWholeShare(
      '/continuingEducation/covered',
      covered,
      continuingEducation,
      total,
      { zh: '全科医生', en: 'GPs' },
      { zh: '参加继续医学教育', en: 'are covered by continuing education' },
    ),
  words: {
    title: { zh: '全科医生继续教育全覆盖', en: 'Continuing education covers every GP' },
    asks: {
      zh: '全科医生继续医学教育做到全覆盖。',
      en: 'Continuing medical education covers all GPs.',
    },
    verdict: {
      zh: '总人数和覆盖人数都写了才判，两个数相等即通过。',
      en: 'Judged where both figures are given. Equal figures pass.',
    },
    remedy: { zh: '组织没有覆盖到的人员参加；数字写错的改正', en: 'Cover the rest, or correct the figures' },
  },
});
