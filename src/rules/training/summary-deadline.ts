import { type Day, firstOf, inChinese, inEnglish, inWords, lastOf, plusDays, upTo } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted, type Words } from '../../model/finding.ts';
import { daysAfter } from '../../notices/value-kinds.ts';
import { doneTooSoon, remedyLate } from '../common/ahead.ts';

export default defineRule({
  id: 'training/summary-deadline',
  clause: 'summaryDays',
  modality: 'must',
  reads: { summaryDays: daysAfter },
  subject: 'session',
  on: (session) => session.provincial && session.period && { session, end: session.period.end },
  judge: ({ session, end }, { summaryDays }, { asOf }) => {
    const due = plusDays(end, summaryDays);
    const path = session.at('summary', 'submitted');
    const date = session.session.summary?.submitted;
    const failed = (message: Words, expected: Words, found: Day, remedy: Words) => ({
      fail: path,
      message,
      expected,
      actual: inWords(found),
      remedy,
    });
    return owedBy(
      { due, path, date },
      asOf,
      (late) =>
        failed(
          {
            zh: `总结 ${inChinese(late)} 才报送，应在结束后 ${summaryDays} 天内，即 ${lastOf(due)}（含）前`,
            en: `The summary was submitted on ${inEnglish(late)}, more than ${counted(summaryDays, 'day')} after the end (${lastOf(due)} at the latest)`,
          },
          upTo(lastOf(due)),
          late,
          remedyLate(due, asOf).remedy,
        ),
      {
        from: end,
        early: (early) =>
          failed(
            {
              zh: `总结的报送日期是 ${inChinese(early)}，培训 ${inChinese(end)} 才结束`,
              en: `The summary is dated ${inEnglish(early)}, before the session ends on ${inEnglish(end)}`,
            },
            { zh: `${firstOf(end)} 至 ${lastOf(due)}`, en: `${firstOf(end)} – ${lastOf(due)}` },
            early,
            doneTooSoon,
          ),
      },
    );
  },
  hints: ({ summaryDays }) => ({
    '/summary/submitted': {
      zh: `省级不晚于结束后 ${summaryDays} 天`,
      en: `provincial: within ${counted(summaryDays, 'day')} after the end`,
    },
  }),
  words: ({ summaryDays }) => ({
    title: {
      zh: `${summaryDays} 天内报送总结`,
      en: `The summary is submitted within ${counted(summaryDays, 'day')}`,
    },
    asks: {
      zh: `省级培训承办单位在培训结束后 ${summaryDays} 天内，书面报送总结和资料。`,
      en: `The host of a provincial session submits the summary and material in writing within ${counted(summaryDays, 'day')} of its end.`,
    },
    reading: {
      zh: `结束当天不计，之后第 ${summaryDays} 天仍算在内。结束当天报送也可以；报送日期早于结束的，总结不可能已经写成，算不合格。`,
      en: `Counted from the day after the end; day ${summaryDays} is still in time, and so is the last day itself. A date before the end cannot be that of a summary, and fails.`,
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。结束当天起、期限内报送即通过；没有写报送日期的，期限当天及以前算未到期，过后不通过。',
      en: 'Each dated provincial session is judged. Submitted from the last day on and by the due day passes; without a date it is pending up to that day and fails after it.',
    },
    missing: { zh: '没有写总结的报送日期', en: 'It is not said when the summary was submitted' },
    remedy: { zh: '报送后写上“总结”的“报送日期”', en: 'Submit it and give "submitted" under "summary"' },
  }),
});
