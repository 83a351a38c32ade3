import { defineRule, judged } from '../../engine/rule.ts';
import { share, year } from '../../notices/value-kinds.ts';
import { candidates } from '../../records/counting.ts';
import { nameOfIntake } from '../common/intakes.ts';
import { compareToShare } from '../common/share.ts';

export default defineRule({
  id: 'haikou/gp-recruitment-share',
  clause: ['recruitmentShare', 'recruitmentFrom'],
  modality: 'target',
  reads: { recruitmentShare: share, recruitmentFrom: year },
  subject: 'city',
  on: ({ city: { recruitment } }, { recruitmentFrom }) =>
    candidates(recruitment, ({ year }) => year >= recruitmentFrom).map(({ member, index }) => ({
      path: `/recruitment/${index}`,
      label: nameOfIntake(member),
      intake: member,
    })),
  judge: ({ path, intake }, { recruitmentShare }) => {
    const { year, gp, total, base = '' } = intake;
    const least = share.said(recruitmentShare);
    return judged(compareToShare(gp, recruitmentShare, total) >= 0, () => ({
      fail: `${path}/gp`,
      message: {
        zh: `${base}${base && ' '}${year} 年总招收计划 ${total} 人，${gp === 0 ? '还没有招收全科' : `全科 ${gp} 人`}，不到 ${least.zh}`,
        en: `${gp === 0 ? 'None yet' : gp} of the ${total} planned${base && ` at ${base}`} for ${year} are in general practice, less than ${least.en}`,
      },
      expected: `≥ ${least.zh}`,
      actual: `${gp} / ${total}`,
    }));
  },
  hints: ({ recruitmentShare, recruitmentFrom }) => ({
    '/recruitment/*/gp': {
      zh: `${recruitmentFrom} 年起不低于总人数的 ${recruitmentShare.zh}`,
      en: `from ${recruitmentFrom} at least ${recruitmentShare.en} of the total`,
      of: 'recruitmentShare',
    },
  }),
  words: ({ recruitmentShare, recruitmentFrom }, { binds }) => ({
    title: { zh: '住培招收的全科占比', en: 'Share of general practice in recruitment' },
    asks: {
      zh: `各培训基地${binds('target', { zh: '力争', en: '' }).zh}到 ${recruitmentFrom} 年，全科专业招收人数占当年住培招收总数的 ${recruitmentShare.zh}。`,
      en: `Bases ${binds('target', { zh: '', en: 'aim to ' }).en}keep ${recruitmentShare.en} of the year’s residency recruitment for general practice by ${recruitmentFrom}.`,
    },
    reading: {
      zh: `${recruitmentFrom} 年起每年、每个基地单独判定；总数是当年的总招收计划；人数直接相比，不取整。`,
      en: `Each year from ${recruitmentFrom} on, and each base, is judged by itself; the total is the planned intake of the year; nothing is rounded.`,
    },
    verdict: {
      zh: `${recruitmentFrom} 年起的每一条招生（一个基地或全市的一年）各判一次，全科人数占总招收计划的比例达到目标即通过。`,
      en: `Each entry (a year of one base, or of the whole city) from ${recruitmentFrom} on is judged; a share at or above the target passes.`,
    },
    remedy: { zh: '扩大全科专业招收人数', en: 'Recruit more for general practice' },
  }),
});
