import { defineRule } from '../../engine/rule.ts';
import { share, year } from '../../notices/value-kinds.ts';
import { compareToShare } from '../common/share.ts';

export default defineRule({
  id: 'haikou/gp-recruitment-share',
  clause: ['recruitmentShare', 'recruitmentFrom'],
  modality: 'target',
  reads: { recruitmentShare: share, recruitmentFrom: year },
  subject: 'city',
  on: ({ city: { recruitment = [] } }, { recruitmentFrom }) =>
    recruitment
      .map((intake, index) => ({ ...intake, path: `/recruitment/${index}` }))
      .filter(({ year }) => year >= recruitmentFrom),
  judge: ({ path, year, gp, total }, { recruitmentShare }) => {
    const least = share.said(recruitmentShare);
    return compareToShare(gp, recruitmentShare, total) >= 0
      ? 'pass'
      : {
          fail: `${path}/gp`,
          message: {
            zh: `${year} 年住培招收 ${total} 人，全科 ${gp} 人，不到 ${least.zh}`,
            en: `${gp} of ${total} recruited in ${year} are in general practice, less than ${least.en}`,
          },
          expected: `≥ ${least.zh}`,
          actual: `${gp} / ${total}`,
        };
  },
  hints: ({ recruitmentShare, recruitmentFrom }) => ({
    '/recruitment/*/gp': {
      zh: `${recruitmentFrom} 年起不低于总人数的 ${recruitmentShare.zh}`,
      en: `from ${recruitmentFrom} at least ${recruitmentShare.en} of the total`,
      of: 'recruitmentShare',
    },
  }),
  words: ({ recruitmentShare, recruitmentFrom }) => ({
    title: { zh: '住培招收的全科占比', en: 'Share of general practice in recruitment' },
    asks: {
      zh: `各培训基地力争到 ${recruitmentFrom} 年，全科专业招收人数占当年住培招收总数的 ${recruitmentShare.zh}。`,
      en: `Bases aim at ${recruitmentShare.en} of the year’s residency recruitment for general practice by ${recruitmentFrom}.`,
    },
    reading: {
      zh: `${recruitmentFrom} 年起每年单独判定，人数直接相比，不取整。`,
      en: `Each year from ${recruitmentFrom} on is judged by itself, without rounding.`,
    },
    verdict: {
      zh: `${recruitmentFrom} 年起的每个招生年度各判一次，全科人数占总人数的比例达到目标即通过。`,
      en: `Each recruitment year from ${recruitmentFrom} on is judged; a share at or above the target passes.`,
    },
    remedy: { zh: '扩大全科专业招收人数', en: 'Recruit more for general practice' },
  }),
});
