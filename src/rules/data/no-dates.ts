import { defineDataRule } from '../../engine/rule.ts';

export default defineDataRule({
  id: 'data/no-dates',
  severity: 'error',
  subject: 'session',
  on: (session) => session,
  judge: (session) => (session.parts.length > 0 ? 'pass' : { missing: session.at('offline') }),
  words: {
    title: { zh: '培训班要有线下或线上部分', en: 'A session has an offline or an online part' },
    asks: {
      zh: '每期培训班至少写出线下、线上中的一部分，否则不知道何时举办，凡与日期有关的规则都无从判断。',
      en: 'A session states its offline part, its online part or both; without either nobody knows when it takes place, and no rule about dates can judge it.',
    },
    missing: {
      zh: '线下、线上都没有写，不知道何时举办',
      en: 'Neither an offline nor an online part is given, so it has no dates',
    },
    remedy: {
      zh: '补上“线下”和“线上”，各写开始、结束和学时',
      en: 'Add "offline" and "online", each with start, end and hours',
    },
  },
});
