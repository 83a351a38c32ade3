import { defineRule } from '../../engine/rule.ts';
import { year } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'haikou/gp-recruitment-growth',
  clause: 'recruitmentFrom',
  modality: 'target',
  reads: { recruitmentFrom: year },
  subject: 'city',
  on: ({ city: { recruitment = [] } }, { recruitmentFrom }) => {
    const intakes = recruitment
      .map(({ year, gp }, index) => ({ path: `/recruitment/${index}`, year, gp }))
      .filter(({ year }) => year >= recruitmentFrom)
      .sort((a, b) => a.year - b.year);
    return intakes.flatMap((later, index) => {
      const earlier = intakes[index - 1];
      return earlier && earlier.year < later.year ? { path: later.path, earlier, later } : [];
    });
  },
  judge: ({ path, earlier, later }) =>
    later.gp > earlier.gp
      ? 'pass'
      : {
          fail: `${path}/gp`,
          message: {
            zh: `${later.year} 年全科招收 ${later.gp} 人，没有多于 ${earlier.year} 年的 ${earlier.gp} 人`,
            en: `${later.gp} recruited for general practice in ${later.year}, no more than the ${earlier.gp} of ${earlier.year}`,
          },
          expected: `> ${earlier.gp}`,
          actual: String(later.gp),
        },
  words: {
    title: { zh: '全科招收人数逐年增加', en: 'GP recruitment grows year by year' },
    asks: {
      zh: '全科专业招收数量在 2020 年达标之后逐年增加。',
      en: 'Recruitment for general practice grows year by year once the 2020 target is met.',
    },
    reading: {
      zh: '“逐年增加”指招收人数，不是占比；按年度排序，比较列出的前后两年，2020 年以前的不比。',
      en: 'It is the number that grows, not the share; each listed year is compared with the one listed before it, none before 2020.',
    },
    verdict: {
      zh: '2020 年起列出的每前后两年各判一次，后一年全科人数更多即通过，持平不算。',
      en: 'Each two successive listed years from 2020 on are judged; more in the later year passes, the same number does not.',
    },
    remedy: { zh: '增加全科招收人数；数字写错的改正', en: 'Recruit more for general practice, or correct the figures' },
  },
});
