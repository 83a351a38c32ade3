import { defineRule, judged } from '../../engine/rule.ts';
import { year } from '../../notices/value-kinds.ts';
import { nameOfIntake } from '../common/intakes.ts';

export default defineRule({
  id: 'haikou/gp-recruitment-growth',
  clause: 'recruitmentFrom',
  modality: 'target',
  reads: { recruitmentFrom: year },
  subject: 'city',
  on: ({ city: { recruitment = [] } }, { recruitmentFrom }, { canonicalName }) => {
    const intakes = recruitment
      .map((intake, index) => ({ path: `/recruitment/${index}`, year: intake.year, base: intake.base ?? '', intake }))
      .filter(({ year }) => year >= recruitmentFrom)
      .sort((a, b) => a.year - b.year);
    const bases = new Set(intakes.map(({ base }) => canonicalName(base)));
    return [...bases].flatMap((name) => {
      const own = intakes.filter(({ base }) => canonicalName(base) === name);
      return own.flatMap((later, index) => {
        const earlier = own[index - 1];
        return earlier && earlier.year < later.year
          ? { path: later.path, label: nameOfIntake(later.intake), base: later.base, earlier, later }
          : [];
      });
    });
  },
  judge: ({ path, base, earlier: before, later: after }) => {
    const [earlier, later] = [before.intake, after.intake];
    return judged(later.gp > earlier.gp, () => ({
      fail: `${path}/gp`,
      message: {
        zh: `${base}${base && ' '}${later.year} 年${later.gp === 0 ? '还没有招收全科' : `全科招收 ${later.gp} 人`}，没有多于 ${earlier.year} 年的 ${earlier.gp} 人`,
        en: `${later.gp === 0 ? 'Nobody yet' : later.gp} recruited for general practice${base && ` at ${base}`} in ${later.year}, no more than the ${earlier.gp} of ${earlier.year}`,
      },
      expected: `> ${earlier.gp}`,
      actual: String(later.gp),
    }));
  },
  hints: ({ recruitmentFrom }) => ({
    '/recruitment/*/gp': { zh: `${recruitmentFrom} 年起逐年增加`, en: `from ${recruitmentFrom} more each year` },
  }),
  words: ({ recruitmentFrom }) => ({
    title: { zh: '全科招收人数逐年增加', en: 'GP recruitment grows year by year' },
    asks: {
      zh: `全科专业招收数量在 ${recruitmentFrom} 年达标之后逐年增加。`,
      en: `Recruitment for general practice grows year by year once the target of ${recruitmentFrom} is met.`,
    },
    reading: {
      zh: `“逐年增加”指招收人数，不是占比；每个基地（或全市）各自按年度排序，和列出的上一年比，${recruitmentFrom} 年以前的不比。`,
      en: `It is the number that grows, not the share; each listed year of a base, or of the city, is compared with the one listed before it, none before ${recruitmentFrom}.`,
    },
    verdict: {
      zh: `${recruitmentFrom} 年起列出的每一年各与上一年比一次，全科人数更多即通过，持平不算。`,
      en: `Each listed year from ${recruitmentFrom} on is judged against the one listed before it; more passes, the same number does not.`,
    },
    remedy: { zh: '增加全科招收人数；数字写错的改正', en: 'Recruit more for general practice, or correct the figures' },
  }),
});
