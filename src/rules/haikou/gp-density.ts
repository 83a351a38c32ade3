import { defineRule } from '../../engine/rule.ts';
import { count, table, year } from '../../notices/value-kinds.ts';
import { compareToShare } from '../common/share.ts';

export default defineRule({
  id: 'haikou/gp-density',
  clause: ['gpDensity', 'densityResidents'],
  modality: 'target',
  reads: {
    gpDensity: table({
      from: { zh: '起始年度', en: 'From year', kind: year },
      value: { zh: '目标', en: 'Target', kind: count },
    }),
    densityResidents: count,
  },
  subject: 'city',
  on: ({ city: { year, residents, qualifiedGps } }, { gpDensity }) => {
    const band = gpDensity.findLast(({ from }) => from <= year);
    return band && residents !== undefined && qualifiedGps !== undefined && { band, residents, qualifiedGps };
  },
  judge: ({ band, residents, qualifiedGps }, { densityResidents }) =>
    compareToShare(qualifiedGps * densityResidents, band.value, residents) >= 0
      ? 'pass'
      : {
          fail: '/qualifiedGps',
          message: {
            zh: `常住人口 ${residents} 人，合格全科医生 ${qualifiedGps} 名，每 ${densityResidents} 人不到 ${band.value} 名`,
            en: `${qualifiedGps} qualified GPs for ${residents} residents, fewer than ${band.value} per ${densityResidents}`,
          },
          expected: `≥ ${Math.ceil((band.value * residents) / densityResidents)}`,
          actual: String(qualifiedGps),
        },
  hints: ({ gpDensity, densityResidents }) => ({
    '/qualifiedGps': {
      zh: `每 ${densityResidents} 名居民，${gpDensity.rows.map(({ from, value }) => `${from} 年起 ${value} 名`).join('、')}`,
      en: `for ${densityResidents} residents: ${gpDensity.rows.map(({ from, value }) => `${value} from ${from}`).join(', ')}`,
    },
  }),
  words: ({ gpDensity, densityResidents }) => ({
    title: {
      zh: `每 ${densityResidents} 名居民的合格全科医生数`,
      en: `Qualified GPs per ${densityResidents} residents`,
    },
    asks: {
      zh: `力争每 ${densityResidents} 名居民有合格的全科医生：${gpDensity.rows.map(({ from, value }) => `${from} 年 ${value} 名`).join('，')}。`,
      en: `The city aims, for ${densityResidents} residents, at this many qualified GPs: ${gpDensity.rows.map(({ from, value }) => `${value} by ${from}`).join(', ')}.`,
    },
    reading: {
      zh: '目标从写明的那一年起算，管到下一个目标年的前一年；常住人口当作“城乡居民”。',
      en: 'Each target holds from its year until the year before the next; residents are the resident population.',
    },
    verdict: {
      zh: '常住人口和合格全科医生数都写了、年度在第一个目标年或以后才判。达到当年适用的目标即通过，正好相等也算。',
      en: 'Judged where both figures are given, from the first target year on. Reaching the target in force, or just meeting it, passes.',
    },
    remedy: {
      zh: '核对两个数字的统计口径；确实不足的，加大全科医生培养和转岗培训',
      en: 'Check how both figures were counted; if short, train more GPs',
    },
  }),
});
