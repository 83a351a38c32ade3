import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { years } from '../../notices/value-kinds.ts';
import { judgeFullYears, readingOfYears } from '../common/full-years.ts';

export default defineRule({
  id: 'pairing/term',
  clause: 'termYears',
  modality: 'must',
  reads: { termYears: years },
  subject: 'pairing',
  on: ({ pairing: { agreement } }) => agreement,
  judge: (agreement, { termYears }, { asOf }) =>
    judgeFullYears('/agreement', agreement, termYears, { zh: '帮扶期', en: 'agreement' }, asOf),
  hints: ({ termYears }) => ({
    '/agreement/end': {
      zh: `帮扶不少于 ${termYears} 年`,
      en: `a term of at least ${counted(termYears, 'year')}`,
    },
  }),
  words: ({ termYears }) => ({
    title: { zh: `帮扶期满 ${termYears} 年`, en: `The agreement runs for ${counted(termYears, 'year')}` },
    asks: {
      zh: `对口帮扶的时间是 ${termYears} 年，协议要写明从哪天到哪天。`,
      en: `Help lasts ${counted(termYears, 'year')}, and the agreement states its first and last day.`,
    },
    reading: readingOfYears(termYears),
    verdict: {
      zh: '写了协议的每对帮扶各判一次。起止日期够长即通过，没有写不通过。',
      en: 'Each pairing with an agreement is judged. A long enough term passes; start or end not stated fails.',
    },
    missing: { zh: '帮扶协议没有写明：{items}', en: 'The agreement does not state: {items}' },
    remedy: {
      zh: '核对协议，写全“帮扶协议”的“开始”和“结束”',
      en: 'Check the agreement and give its "start" and "end"',
    },
  }),
});
