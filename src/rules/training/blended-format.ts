import { defineRule, passing } from '../../engine/rule.ts';
import { PARTS } from '../../records/part.ts';
import { addWhatWasDone } from '../common/ahead.ts';
import { partNames } from '../common/parts.ts';

export default defineRule({
  id: 'training/blended-format',
  modality: 'in-principle',
  subject: 'session',
  on: (session) => session.hasParts && session,
  judge: (session) =>
    PARTS.map((part) => () => {
      if (!session[part]) return { missing: session.at(part) };
      return passing(() => ({ expected: partNames[part], actual: partNames[part] }));
    }),
  words: (_, { inPrinciple }) => ({
    title: { zh: '线上线下相结合', en: 'Online and offline together' },
    asks: {
      zh: `省级和院级培训${inPrinciple.zh}都采取线上加线下的形式。`,
      en: `Provincial and hospital-level training is ${inPrinciple.en}held both online and offline.`,
    },
    verdict: {
      zh: '写了线下或线上部分的培训班各判一次，两部分都有即通过，缺一部分不通过。',
      en: 'Each session with a part is judged. It passes with both parts and fails with one.',
    },
    missing: { zh: '只安排了一种形式，缺：{items}', en: 'Only one form is planned; missing: {items}' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '补上缺的一部分',
      en: 'Add the missing part',
    },
  }),
});
