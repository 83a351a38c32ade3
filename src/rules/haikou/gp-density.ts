import { defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { divisor, rate, table, year } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { compareToShare } from '../common/share.ts';

/** The residents that `gpsPer10k` is about. */
const PER_10K = 10_000;

/** So many residents in words. */
const eachOf = (residents: number): Words =>
  residents === 10_000 ? { zh: '万名', en: '10,000' } : { zh: ` ${residents} 名`, en: String(residents) };

/** A figure with two places, never rounded up to the target that it does not reach. */
function twoPlaces(figure: number, target: number): string {
  const rounded = figure.toFixed(2);
  return Number(rounded) < target ? rounded : (Math.floor(figure * 100) / 100).toFixed(2);
}

const FIGURES = ['residents', 'qualifiedGps', 'gpsPer10k'] as const;

export default defineRule({
  id: 'haikou/gp-density',
  clause: ['gpDensity', 'densityResidents'],
  modality: 'target',
  reads: {
    gpDensity: table({
      from: { zh: '起始年度', en: 'From year', kind: year },
      value: { zh: '目标', en: 'Target', kind: rate },
    }),
    densityResidents: divisor,
  },
  subject: 'city',
  on: ({ city }, { gpDensity }) => {
    const band = gpDensity.findLast(({ from }) => from <= city.year);
    const isGiven = FIGURES.some((figure) => readOr(() => city[figure], 0) !== undefined);
    return band && isGiven && { least: band.value, city };
  },
  judge: ({ least, city }, { densityResidents }) => {
    const each = eachOf(densityResidents);
    const areCounted = allOf(
      () => city.residents !== undefined,
      () => city.qualifiedGps !== undefined,
    );
    if (areCounted) {
      const { residents = 0, qualifiedGps = 0 } = city;
      if (residents === 0)
        return {
          unknown: {
            zh: '常住人口写的是 0，算不出比例',
            en: 'residents are given as 0, which gives no density',
          },
        };
      const asked = Math.ceil((least * residents) / densityResidents);
      const density = twoPlaces((qualifiedGps * densityResidents) / residents, least);
      return judged(compareToShare(qualifiedGps * densityResidents, least, residents) >= 0, () => ({
        fail: '/qualifiedGps',
        message:
          qualifiedGps === 0
            ? {
                zh: `还没有合格的全科医生；按每${each.zh}居民 ${least} 名，要有 ${asked} 名`,
                en: `No qualified GPs yet; ${least} per ${each.en} residents are ${asked}`,
              }
            : {
                zh: `每${each.zh}居民 ${density} 名，低于 ${least} 名（还差 ${asked - qualifiedGps} 名）`,
                en: `${density} GPs per ${each.en} residents, fewer than ${least} (${asked - qualifiedGps} short)`,
              },
        expected: `≥ ${asked}`,
        actual: String(qualifiedGps),
      }));
    }
    const { gpsPer10k } = city;
    if (gpsPer10k === undefined)
      return {
        unknown: {
          zh: '常住人口和合格全科医生数只写了一个，算不出比例',
          en: 'of residents and qualified GPs one alone is given',
        },
      };
    return judged(compareToShare(gpsPer10k * densityResidents, least, PER_10K) >= 0, () => ({
      fail: '/gpsPer10k',
      message: {
        zh: `每${each.zh}居民 ${twoPlaces((gpsPer10k * densityResidents) / PER_10K, least)} 名，低于 ${least} 名`,
        en: `${twoPlaces((gpsPer10k * densityResidents) / PER_10K, least)} GPs per ${each.en} residents, fewer than ${least}`,
      },
      expected: `≥ ${least}`,
      actual: String(gpsPer10k),
    }));
  },
  hints: ({ gpDensity, densityResidents }) => ({
    '/qualifiedGps': {
      zh: `每 ${densityResidents} 名居民，${gpDensity.rows.map(({ from, value }) => `${from} 年起 ${value} 名`).join('、')}`,
      en: `for ${densityResidents} residents: ${gpDensity.rows.map(({ from, value }) => `${value} from ${from}`).join(', ')}`,
    },
  }),
  words: ({ gpDensity, densityResidents }, { binds }) => ({
    title: {
      zh: `每 ${densityResidents} 名居民的合格全科医生数`,
      en: `Qualified GPs per ${densityResidents} residents`,
    },
    asks: {
      zh: `${binds('target', { zh: '力争', en: '' }).zh}每 ${densityResidents} 名居民有合格的全科医生：${gpDensity.rows.map(({ from, value }) => `${from} 年 ${value} 名`).join('，')}。`,
      en: `For ${densityResidents} residents the city ${binds('target', { zh: '', en: 'aims to have' }).en || 'has'} this many qualified GPs: ${gpDensity.rows.map(({ from, value }) => `${value} by ${from}`).join(', ')}.`,
    },
    reading: {
      zh: '目标从写明的那一年起算，管到下一个目标年的前一年；常住人口当作“城乡居民”。',
      en: 'Each target holds from its year until the year before the next; residents are the resident population.',
    },
    verdict: {
      zh: '写了常住人口、合格全科医生数或每万人全科医生数，年度在第一个目标年或以后才判。两个数都写了就用它们算，否则用每万人的数；达到当年适用的目标即通过，正好相等也算；两个数只写一个、常住人口写成零的，算无法判断。',
      en: 'Judged where a figure is given, from the first target year on; by both counts where they are there, else by the density as stated. Reaching the target in force, or just meeting it, passes; one count alone, or no residents, leave it unknown.',
    },
    remedy: {
      zh: '核对两个数字的统计口径；确实不足的，加大全科医生培养和转岗培训',
      en: 'Check how both figures were counted; if short, train more GPs',
    },
  }),
});
