import { type CalendarDate, firstOfMonth, monthOf, plusMonths } from '../../calendar/date.ts';
import { type Day, firstOf, inChinese, inEnglish, inWords, lastOf, notToTheDay } from '../../calendar/day.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { anyOf, monthSpan, monthsOf } from '../../notices/value-kinds.ts';
import { pastMending } from '../common/ahead.ts';
import { hostedFiguresOf, ofEachCategory } from '../common/annex-row.ts';

type Span = number | number[];

/** Whether a day lies in some months of its year; throws CannotTell where it may or not. */
function isIn(day: Day, spans: readonly Span[]): boolean {
  const possible = monthsBetween(firstOf(day), lastOf(day));
  const fits = possible.filter((month) =>
    spans.some((span) => {
      const { first, last } = monthsOf(span);
      return first <= month && month <= last;
    }),
  );
  if (fits.length === 0) return false;
  if (fits.length === possible.length) return true;
  throw notToTheDay;
}

/** The months of the year from one date to another, as numbers. */
function monthsBetween(start: CalendarDate, end: CalendarDate): number[] {
  const months: number[] = [];
  for (let date = firstOfMonth(start); date <= end; date = plusMonths(date, 1)) months.push(monthOf(date));
  return months;
}

export default defineRule({
  id: 'training/annex-month',
  clause: 'annex',
  modality: 'guide',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const spans = hostedFiguresOf(session, annex, canonicalName, ({ month }) => month);
    return spans.length > 0 && session.hasDates && { session, spans };
  },
  judge: ({ session, spans }) =>
    spans.map((spansOf) => () => {
      const own = spansOf();
      const asked = anyOf(own.map((span) => monthSpan.said(span)));
      const start = session.period?.start ?? '';
      return judged(isIn(start, own), () => ({
        fail: session.firstTurn?.startPath ?? session.path,
        message: {
          zh: `${inChinese(start)} 开班，应排在 ${asked.zh}`,
          en: `It starts on ${inEnglish(start)}; it is planned for ${asked.en}`,
        },
        expected: asked,
        actual: inWords(start),
      }));
    }),
  hints: ({ annex }) => {
    const months = ofEachCategory(annex, ({ month }) => month);
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
