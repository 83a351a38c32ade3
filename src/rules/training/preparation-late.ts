import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';
import { addWhatWasDone } from '../common/ahead.ts';
import { hasAStart, owedBeforeStart } from '../common/before-start.ts';
import { wholeList } from '../common/whole-list.ts';

const items = codes('session', '/preparation/late');

export default defineRule({
  id: 'training/preparation-late',
  clause: 'latePreparation',
  modality: 'guide',
  reads: { latePreparation: items },
  subject: 'session',
  on: (session) => hasAStart(session) && session,
  judge: (session, { latePreparation }, { asOf }) => {
    const path = session.at('preparation', 'late');
    const told = wholeList(items, latePreparation, () => session.session.preparation?.late, path);
    return owedBeforeStart(session, asOf, path, told);
  },
  hints: ({ latePreparation }) => ({
    '/preparation/late': {
      zh: `开班前都要做完：${latePreparation.zh}`,
      en: `all done before the session begins: ${latePreparation.en}`,
    },
  }),
  words: ({ latePreparation }, { binds }) => ({
    title: { zh: '后期准备齐全', en: 'Late preparation is complete' },
    asks: {
      zh: `后期准备要做齐：${latePreparation.zh}。`,
      en: `Late preparation takes in all of: ${latePreparation.en}.`,
    },
    reading: binds('guide', {
      zh: '通知用“主要包括”列出这些事项，后面还有“等”字，所以只作提醒。',
      en: 'The notice says what it mainly takes in, an open list, so this is guidance.',
    }),
    verdict: {
      zh: '写了日期的每期培训班各判一次。各项齐全即通过；没有齐的，开班前算未到期，开班起不通过。',
      en: 'Each dated session is judged. It passes when every item is there; what is missing is pending before the start and fails from then on.',
    },
    missing: { zh: '后期准备没有写明：{items}', en: 'Late preparation does not name: {items}' },
    afterwards: addWhatWasDone,
    remedy: { zh: '做好后把“后期准备”补全', en: 'Do it and add it to "late"' },
  }),
});
