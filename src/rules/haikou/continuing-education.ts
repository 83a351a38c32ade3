import { defineRule } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { atLeast, figuresOf, judgeWholeShare } from '../common/whole-share.ts';

export default defineRule({
  id: 'haikou/continuing-education',
  clause: 'continuingEducation',
  modality: 'target',
  reads: { continuingEducation: share },
  subject: 'city',
  on: ({ city: { continuingEducation } }) => figuresOf(continuingEducation, 'covered'),
  judge: (figures, { continuingEducation }) =>
    judgeWholeShare(
      '/continuingEducation/covered',
      figures,
      continuingEducation,
      { zh: '全科医生', en: 'GPs' },
      { zh: '参加继续医学教育', en: 'are covered by continuing education' },
    ),
  hints: ({ continuingEducation }) => ({
    '/continuingEducation/covered': {
      zh: `${atLeast(continuingEducation).zh}为总人数的 ${continuingEducation.zh}`,
      en: `${atLeast(continuingEducation).en}${continuingEducation.en} of the total`,
    },
  }),
  words: ({ continuingEducation }) => ({
    title: {
      zh: `继续教育覆盖${atLeast(continuingEducation).zh} ${continuingEducation.zh} 的全科医生`,
      en: `Continuing education covers ${atLeast(continuingEducation).en}${continuingEducation.en} of GPs`,
    },
    asks: {
      zh: `继续医学教育覆盖${atLeast(continuingEducation).zh} ${continuingEducation.zh} 的全科医生。`,
      en: `Continuing medical education covers ${atLeast(continuingEducation).en}${continuingEducation.en} of GPs.`,
    },
    verdict: {
      zh: `写了总人数或覆盖人数就判，覆盖人数${atLeast(continuingEducation).zh}是总人数的 ${continuingEducation.zh} 即通过，只写一个数算无法判断。`,
      en: `Judged where a figure is given; one alone leaves it unknown. ${atLeast(continuingEducation).start}${continuingEducation.en} of the total passes.`,
    },
    remedy: { zh: '组织没有覆盖到的人员参加；数字写错的改正', en: 'Cover the rest, or correct the figures' },
  }),
});
