import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { years } from '../../notices/value-kinds.ts';
import { judgeFullYears, readingOfYears } from '../common/full-years.ts';

export default defineRule({
  id: 'pairing/three-year-plan',
  clause: 'planYears',
  modality: 'must',
  reads: { planYears: years },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { plan } }, { planYears }, { asOf }) =>
    judgeFullYears('/plan', plan, planYears, { zh: '工作计划', en: 'work plan' }, asOf),
  hints: ({ planYears }) => ({
    '/plan/end': { zh: `不少于 ${planYears} 年`, en: `at least ${counted(planYears, 'year')}` },
  }),
  words: ({ planYears }) => ({
    title: { zh: `${planYears} 年帮扶工作计划`, en: `Work plan for ${counted(planYears, 'year')}` },
    asks: {
      zh: `双方商议制定 ${planYears} 年的帮扶工作计划。`,
      en: `Both sides settle a work plan for ${counted(planYears, 'year')} of help.`,
    },
    reading: readingOfYears(planYears),
    verdict: {
      zh: '每对帮扶各判一次。工作计划写明起止且够长即通过，没有写不通过。',
      en: 'Each pairing is judged. A plan with start and end that is long enough passes; anything missing fails.',
    },
    missing: { zh: '工作计划没有写明：{items}', en: 'The work plan does not state: {items}' },
    remedy: { zh: '写全“三年工作计划”的“开始”和“结束”', en: 'Give "start" and "end" under "plan"' },
  }),
});
