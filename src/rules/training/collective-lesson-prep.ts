import { before, inChinese, inEnglish, inWords } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { addWhatWasDone, remedyAhead } from '../common/ahead.ts';

export default defineRule({
  id: 'training/collective-lesson-prep',
  modality: 'must',
  subject: 'session',
  on: (session) => session.period && session.eve && { session, start: session.period.start, eve: session.eve },
  judge: ({ session, start, eve }, _, { asOf }) => {
    const path = session.at('preparation', 'collectivePrep');
    const date = session.session.preparation?.collectivePrep;
    return owedBy({ due: eve, path, date }, asOf, (late) => ({
      fail: path,
      message: {
        zh: `集体备课在 ${inChinese(late)}，应在 ${inChinese(start)} 开班之前`,
        en: `Lessons were prepared together on ${inEnglish(late)}, not before the session starts on ${inEnglish(start)}`,
      },
      expected: before(start),
      actual: inWords(late),
      ...remedyAhead(session, asOf),
    }));
  },
  words: () => ({
    title: { zh: '授课师资集体备课', en: 'Teachers prepare lessons together' },
    asks: { zh: '培训前组织授课师资集体备课。', en: 'The teachers prepare their lessons together before the session.' },
    verdict: {
      zh: '写了日期的每期培训班各判一次。备课日期早于开班即通过；没有写的，开班前算未到期，开班起不通过。',
      en: 'Each dated session is judged. A date before the start passes; without one it is pending before the start and fails from then on.',
    },
    missing: { zh: '没有写集体备课的日期', en: 'The joint lesson preparation is not dated' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '写上“准备”的“集体备课”日期，应在开班之前',
      en: 'Give the day of "collectivePrep" under "preparation"; it is to be before the session',
    },
  }),
});
