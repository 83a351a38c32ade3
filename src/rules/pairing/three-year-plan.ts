import { defineRule } from '../../engine/rule.ts';
import { years } from '../../notices/value-kinds.ts';
import { judgeFullYears } from '../common/full-years.ts';

export default defineRule({
  id: 'pairing/three-year-plan',
  clause: 'planYears',
  modality: 'must',
  reads: { planYears: years },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { plan } }, { planYears }, { asOf }) =>
    judgeFullYears('/plan', plan, planYears, { zh: '工作计划', en: 'work plan' }, asOf),
  words: {
    title: { zh: '三年帮扶工作计划', en: 'Three-year work plan' },
    asks: {
      zh: '双方商议制定三年帮扶工作计划。',
      en: 'Both sides settle a work plan for three years of help.',
    },
    reading: {
      zh: '按日历算，首尾两天都在内：2020-05-15 开始，到 2023-05-14 即满 3 年。',
      en: 'Calendar years with both ends counted: from 2020-05-15 to 2023-05-14 is three years.',
    },
    verdict: {
      zh: '每对帮扶各判一次。工作计划写明起止且够长即通过，没有写不通过。',
      en: 'Each pairing is judged. A plan with start and end that is long enough passes; anything missing fails.',
    },
    missing: { zh: '三年工作计划没有写明：{items}', en: 'The three-year plan does not state: {items}' },
    remedy: { zh: '在“三年工作计划”里写全“开始”和“结束”', en: 'Give "start" and "end" under "plan"' },
  },
});
