import { inChinese, inEnglish, inWords, lastOf, plusMonths } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { months } from '../../notices/value-kinds.ts';
import { addWhatWasDone, remedyAhead } from '../common/ahead.ts';

export default defineRule({
  id: 'training/preparation-period',
  clause: 'preparationMonths',
  modality: 'must',
  reads: { preparationMonths: months },
  subject: 'session',
  on: (session) => session.period && { session, start: session.period.start },
  judge: ({ session, start }, { preparationMonths }, { asOf }) => {
    const due = plusMonths(start, -preparationMonths);
    const path = session.at('preparation', 'start');
    const date = session.session.preparation?.start;
    return owedBy({ due, path, date }, asOf, (late) => ({
      fail: path,
      message: {
        zh: `${inChinese(late)} 才开始准备，不足 ${preparationMonths} 个月，应在 ${lastOf(due)}（含）前开始`,
        en: `Preparation began on ${inEnglish(late)}, less than ${counted(preparationMonths, 'month')} ahead (${lastOf(due)} at the latest)`,
      },
      expected: `≤ ${lastOf(due)}`,
      actual: inWords(late),
      ...remedyAhead(session, asOf),
    }));
  },
  hints: ({ preparationMonths }) => ({
    '/preparation/start': {
      zh: `不晚于开班前 ${preparationMonths} 个月`,
      en: `at least ${counted(preparationMonths, 'month')} before the session begins`,
    },
  }),
  words: ({ preparationMonths }) => ({
    title: {
      zh: `准备时间不少于 ${preparationMonths} 个月`,
      en: `At least ${counted(preparationMonths, 'month')} of preparation`,
    },
    asks: {
      zh: `每期培训班的准备时间不少于 ${preparationMonths} 个月。`,
      en: `Each session is prepared for at least ${counted(preparationMonths, 'month')}.`,
    },
    reading: {
      zh: '从开始准备到开班，按日历月推算，对应日当天也算。',
      en: 'Calendar months, from the start of preparation to the first day; a start on the same day of the month still passes.',
    },
    verdict: {
      zh: '写了日期的每期培训班各判一次。准备开始得够早即通过；没有写的，最迟那天及以前算未到期，过后不通过。',
      en: 'Each dated session is judged. An early enough start of preparation passes; without one it is pending up to the last day that would do and fails after it.',
    },
    missing: { zh: '没有写准备工作何时开始', en: 'It is not said when preparation began' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '写上“准备”的“开始”日期',
      en: 'Give "start" under "preparation"',
    },
  }),
});
