import { from, inChinese, inEnglish, inWords, isAtLeast } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, defineDataRule } from '../../engine/rule.ts';
import { same } from '../../model/finding.ts';

export default defineDataRule({
  id: 'data/waiver-expired',
  severity: 'warning',
  subject: 'waiver',
  on: (entry) => entry.waiver.expires !== undefined && { ...entry, expires: entry.waiver.expires },
  judge: ({ path, record, expires, waiver: { rule } }, _, { asOf, modalityOf }) => {
    const at = `${path}/expires`;
    const answer: Answer = isAtLeast(expires, asOf)
      ? 'pass'
      : {
          fail: at,
          message: {
            zh: `豁免 ${inChinese(expires)} 已到期，不再起作用（判定日 ${asOf}）`,
            en: `The waiver expired on ${inEnglish(expires)} and has no effect (judged as of ${asOf})`,
          },
          expected: from(asOf),
          actual: inWords(expires),
        };
    // Only a waiver that has an effect is worth renewing.
    return modalityOf(rule, { record, path }) === 'in-principle'
      ? withDuty({ due: expires, done: false, path: at, part: { id: rule, label: same(rule) } }, answer)
      : answer;
  },
  words: () => ({
    title: { zh: '豁免没有过期', en: 'A waiver is still in force' },
    duty: { zh: '豁免到期', en: 'A waiver expires' },
    asks: { zh: '豁免在到期日当天仍有效，次日起失效。', en: 'A waiver is in force up to and on the day it expires.' },
    remedy: {
      zh: '需要继续的，重新报批并改到期日；不需要的，删去',
      en: 'Have it approved again with a new date, or delete it',
    },
  }),
});
