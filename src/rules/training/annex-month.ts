import { type Day, firstOf, inChinese, inEnglish, inWords, lastOf, notToTheDay } from '../../calendar/day.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { pastMending } from '../common/ahead.ts';
import { hostedRowsOf, ofEachCategory } from '../common/annex-row.ts';

/** Whether a day lies in a month of any year; throws CannotTell where it may or not. */
function isIn(day: Day, month: number): boolean {
  const [first, last] = [monthsOf(firstOf(day)), monthsOf(lastOf(day))];
  const next = first + ((month - 1 - (first % 12) + 12) % 12);
  if (next > last) return false;
  if (first === last) return true;
  throw notToTheDay;
}

/** Months from a first one to that of a date. */
function monthsOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

export default defineRule({
  id: 'training/annex-month',
  clause: 'annex',
  modality: 'guide',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const rows = session.hasDates ? hostedRowsOf(session, annex, canonicalName) : [];
    return rows.length > 0 && { session, rows };
  },
  judge: ({ session, rows }) =>
    rows.map((rowOf) => () => {
      const { month } = rowOf();
      const start = session.period?.start ?? '';
      return judged(isIn(start, month), () => ({
        fail: session.firstTurn?.startPath ?? session.path,
        message: {
          zh: `${inChinese(start)} 开班，应排在 ${month} 月`,
          en: `It starts on ${inEnglish(start)}; it is planned for month ${month}`,
        },
        expected: { zh: `${month} 月`, en: `month ${month}` },
        actual: inWords(start),
      }));
    }),
  hints: ({ annex }) => {
    const months = ofEachCategory(annex, ({ month }) => ({ zh: `${month} 月`, en: `month ${month}` }));
    return {
      '/offline/start': {
        zh: `省级各班的月份：${months.zh}`,
        en: `month of provincial sessions: ${months.en}`,
        level: 'provincial',
      },
    };
  },
  words: (_, { clauses }) => ({
    title: { zh: `培训月份与${clauses.zh}一致`, en: 'The month is the one planned' },
    asks: {
      zh: `${clauses.zh}为每期省级培训班排定了培训月份。`,
      en: 'The notice’s plan of sessions sets a month for each provincial session.',
    },
    reading: { zh: '以开班日期所在的月份为准。', en: 'The month of the first day counts.' },
    verdict: {
      zh: `只看由${clauses.zh}指定单位承办、写了日期的省级班，月份相同即通过。`,
      en: 'Applies to a dated provincial session held by the host assigned to its category; the same month passes.',
    },
    afterwards: pastMending,
    remedy: {
      zh: '按排定的月份安排；确需调整的，请先与发文单位商定',
      en: 'Move it to the month planned, or settle another with the authority that issued the notice',
    },
  }),
});
