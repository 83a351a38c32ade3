import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';
import { addWhatWasDone } from '../common/ahead.ts';
import { hasAStart, owedBeforeStart } from '../common/before-start.ts';
import { wholeList } from '../common/whole-list.ts';

const items = codes('session', '/preparation/early');

export default defineRule({
  id: 'training/preparation-early',
  clause: 'earlyPreparation',
  modality: 'guide',
  reads: { earlyPreparation: items },
  subject: 'session',
  on: (session) => hasAStart(session) && session,
  judge: (session, { earlyPreparation }, { asOf }) => {
    const path = session.at('preparation', 'early');
    const told = wholeList(items, earlyPreparation, () => session.session.preparation?.early, path);
    return owedBeforeStart(session, asOf, path, told);
  },
  hints: ({ earlyPreparation }) => ({
    '/preparation/early': {
      zh: `开班前都要做完：${earlyPreparation.zh}`,
      en: `all done before the session begins: ${earlyPreparation.en}`,
    },
  }),
  words: ({ earlyPreparation }, { binds }) => ({
    title: { zh: '前期准备齐全', en: 'Early preparation is complete' },
    asks: {
      zh: `前期准备要做齐：${earlyPreparation.zh}。`,
      en: `Early preparation takes in all of: ${earlyPreparation.en}.`,
    },
    reading: binds('guide', {
      zh: '通知用“主要是”列出这些事项，没有写“应”，所以只作提醒。',
      en: 'The notice says what it mainly is and does not say “shall”, so this is guidance.',
    }),
    verdict: {
      zh: '写了日期的每期培训班各判一次。各项齐全即通过；没有齐的，开班前算未到期，开班起不通过。',
      en: 'Each dated session is judged. It passes when every item is there; what is missing is pending before the start and fails from then on.',
    },
    missing: { zh: '前期准备没有写明：{items}', en: 'Early preparation does not name: {items}' },
    afterwards: addWhatWasDone,
    remedy: { zh: '做好后把“前期准备”补全', en: 'Do it and add it to "early"' },
  }),
});
