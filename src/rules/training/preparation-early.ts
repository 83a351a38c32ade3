import { owed } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/preparation-early',
  clause: 'earlyPreparation',
  modality: 'must',
  reads: { earlyPreparation: codes('session', '/preparation/early') },
  subject: 'session',
  on: (session) => session.eve && { session, eve: session.eve },
  judge: ({ session, eve }, { earlyPreparation }, { asOf }) => {
    const done: string[] = session.session.preparation?.early ?? [];
    const path = session.at('preparation', 'early');
    const lacking = earlyPreparation.filter((item) => !done.includes(item));
    return owed(
      { due: eve, done: lacking.length === 0, path },
      asOf,
      ...lacking.map((code) => ({ missing: path, code })),
    );
  },
  words: {
    title: { zh: '前期准备齐全', en: 'Early preparation is complete' },
    asks: {
      zh: '前期准备要明确需求、对象、目标、内容和师资，组织备课、拟制考题，备好器材设施。',
      en: 'Early preparation settles needs, audience, goals, content and teachers, prepares lessons and exam questions, and readies the equipment.',
    },
    verdict: {
      zh: '写了日期的每期培训班各判一次。各项齐全即通过；没有齐的，开班前算未到期，开班起不通过。',
      en: 'Each dated session is judged. It passes when every item is there; what is missing is pending before the start and fails from then on.',
    },
    missing: { zh: '前期准备没有写明：{items}', en: 'Early preparation does not name: {items}' },
    remedy: { zh: '做好后在“前期准备”里补上', en: 'Do it and add it to "early"' },
  },
});
