import { inWords, lastOf } from '../../calendar/day.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { defineRule, passing } from '../../engine/rule.ts';
import { date } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'pairing/agreement-signed',
  clause: 'filingDeadline',
  modality: 'must',
  reads: { filingDeadline: date },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { agreement } }, { filingDeadline }, { asOf }) => {
    const path = '/agreement/signed';
    const signed = agreement?.signed;
    if (signed === undefined) return owed({ due: filingDeadline, done: false, path }, asOf, { missing: path });
    // A day to come is a plan: it passes, and nothing is done yet.
    return withDuty(
      { due: filingDeadline, done: lastOf(signed) <= asOf, path },
      passing(() => ({ expected: { zh: '有签订日期', en: 'a date' }, actual: inWords(signed) })),
    );
  },
  hints: ({ filingDeadline }) => ({
    '/agreement/signed': {
      zh: `不晚于 ${filingDeadline.value}`,
      en: `by ${filingDeadline.value}`,
    },
  }),
  words: () => ({
    title: { zh: '签订帮扶协议', en: 'The agreement is signed' },
    asks: {
      zh: '培训基地与对口帮扶基地签订帮扶协议。',
      en: 'The helper base signs an agreement with the helped base.',
    },
    reading: {
      zh: '通知没有另定签订期限，备案前总要签好，所以没有写签订日期的，过了备案期限才算不合格；签晚了由备案期限一条判定。',
      en: 'No day is set for signing, but it comes before filing: without a date it fails once the filing deadline has passed; lateness is left to pairing/filing-deadline.',
    },
    verdict: {
      zh: '每对帮扶各判一次。写了签订日期即通过；没有写的，备案期限当天及以前算未到期，过后不通过。签晚了由备案期限那条规则判。',
      en: 'Each pairing is judged. A date of signing passes; without one it is pending up to the filing day and fails after it. A late date is the matter of the filing deadline.',
    },
    missing: { zh: '没有写帮扶协议的签订日期', en: 'It is not said when the agreement was signed' },
    remedy: { zh: '签订后写上“帮扶协议”的“签订日期”', en: 'Sign it and give "signed" under "agreement"' },
  }),
});
