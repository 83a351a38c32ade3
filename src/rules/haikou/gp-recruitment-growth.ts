import { defineRule, judged } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { present } from '../../model/present.ts';
import { year } from '../../notices/value-kinds.ts';
import { candidates } from '../../records/counting.ts';
import { nameOfIntake } from '../common/intakes.ts';

export default defineRule({
  id: 'haikou/gp-recruitment-growth',
  clause: 'recruitmentFrom',
  modality: 'target',
  reads: { recruitmentFrom: year },
  subject: 'city',
  on: ({ city: { recruitment = [] } }, { recruitmentFrom }, { canonicalName }) => {
    const intakes = candidates(recruitment, ({ year }) => year >= recruitmentFrom).map(({ member, index }) => {
      const path = `/recruitment/${index}`;
      const key = attempt(() => ({ year: member.year, base: canonicalName(member.base ?? '') }));
      return { path, label: nameOfIntake(member), intake: member, key };
    });
    const unread = intakes.flatMap((each) => (each.key instanceof CannotTell ? { ...each, why: each.key } : []));
    const read = intakes.flatMap((each) => (each.key instanceof CannotTell ? [] : { ...each, ...each.key }));
    const steps = [...new Set(read.map(({ base }) => base))].flatMap((name) => {
      const own = read.filter(({ base }) => base === name);
      const years = [...new Set(own.map(({ year }) => year))].sort((one, other) => one - other);
      return years.slice(1).flatMap((year, index) => {
        const before = years[index] ?? year;
        const [earlier, later] = [before, year].map((of) => own.filter((each) => each.year === of));
        const [last] = later ?? [];
        // What cannot be read may be of a year between the two.
        const why = year > before + 1 ? unread[0]?.why : undefined;
        return earlier && later && last ? { path: last.path, label: last.label, earlier, later, why } : [];
      });
    });
    const unknown = read.length > 0 ? unread : unread.slice(1);
    return [...steps, ...unknown.map(({ path, label, why }) => ({ path, label, earlier: [], later: [], why }))];
  },
  judge: ({ path, earlier: before, later: after, why }) => {
    if (why) throw why;
    const grows = new Set(before.flatMap(({ intake: one }) => after.map(({ intake: other }) => other.gp > one.gp)));
    if (grows.size > 1)
      return {
        unknown: { zh: '同一年写了几条，人数不一样', en: 'a year stands several times, with different numbers' },
      };
    const [earlier, later] = [present(before[0], 'earlier intake').intake, present(after[0], 'later intake').intake];
    const { base = '' } = later;
    return judged(grows.has(true), () => ({
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
