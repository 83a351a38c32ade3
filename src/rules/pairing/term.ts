import { defineRule } from '../../engine/rule.ts';
import { years } from '../../notices/value-kinds.ts';
import { judgeFullYears } from '../common/full-years.ts';

export default defineRule({
  id: 'pairing/term',
  clause: 'termYears',
  modality: 'must',
  reads: { termYears: years },
  subject: 'pairing',
  on: ({ pairing: { agreement } }) => agreement,
  judge: (agreement, { termYears }, { asOf }) =>
    judgeFullYears('/agreement', agreement, termYears, { zh: '帮扶期', en: 'agreement' }, asOf),
  words: {
    title: { zh: '帮扶期满 3 年', en: 'The agreement runs for three years' },
    asks: {
      zh: '对口帮扶的时间是 3 年，协议要写明从哪天到哪天。',
      en: 'Help lasts three years, and the agreement states its first and last day.',
    },
    reading: {
      zh: '按日历算，首尾两天都在内：2020-05-15 开始，到 2023-05-14 即满 3 年。',
      en: 'Calendar years with both ends counted: from 2020-05-15 to 2023-05-14 is three years.',
    },
    verdict: {
      zh: '写了协议的每对帮扶各判一次。起止日期够长即通过，没有写不通过。',
      en: 'Each pairing with an agreement is judged. A long enough term passes; start or end not stated fails.',
    },
    missing: { zh: '帮扶协议没有写明：{items}', en: 'The agreement does not state: {items}' },
    remedy: {
      zh: '核对协议，在“帮扶协议”里写全“开始”和“结束”',
      en: 'Check the agreement and give its "start" and "end"',
    },
  },
});
