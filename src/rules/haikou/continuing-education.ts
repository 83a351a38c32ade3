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
  hints: ({ continuingEducation }) => ({
    '/continuingEducation/covered': {
      zh: `为总人数的 ${continuingEducation.zh}`,
      en: `${continuingEducation.en} of the total`,
    },
  }),
  words: ({ continuingEducation }) => ({
    title: {
      zh: `继续教育覆盖 ${continuingEducation.zh} 的全科医生`,
      en: `Continuing education covers ${continuingEducation.en} of GPs`,
    },
    asks: {
      zh: `继续医学教育覆盖 ${continuingEducation.zh} 的全科医生。`,
      en: `Continuing medical education covers ${continuingEducation.en} of GPs.`,
    },
    verdict: {
      zh: `总人数和覆盖人数都写了才判，覆盖人数是总人数的 ${continuingEducation.zh} 即通过。`,
      en: `Judged where both figures are given. ${continuingEducation.en} of the total passes.`,
    },
    remedy: { zh: '组织没有覆盖到的人员参加；数字写错的改正', en: 'Cover the rest, or correct the figures' },
  }),
});
