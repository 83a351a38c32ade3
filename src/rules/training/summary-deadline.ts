import { plusDays } from '../../calendar/date.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { days } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/summary-deadline',
  clause: 'summaryDays',
  modality: 'must',
  reads: { summaryDays: days },
  subject: 'session',
  on: (session) => session.provincial && session.period && { session, end: session.period.end },
  judge: ({ session, end }, { summaryDays }, { asOf }) => {
    const due = plusDays(end, summaryDays);
    const path = session.at('summary', 'submitted');
    const date = session.session.summary?.submitted;
    return owedBy({ due, path, date }, asOf, (late) => ({
      fail: path,
      message: {
        zh: `总结 ${late} 才报送，应在结束后 ${summaryDays} 天内（${due} 或之前）`,
        en: `The summary was submitted on ${late}, more than ${counted(summaryDays, 'day')} after the end (${due} at the latest)`,
      },
      expected: `≤ ${due}`,
      actual: late,
    }));
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
      zh: `结束当天不计，之后第 ${summaryDays} 天仍算在内。`,
      en: `Counted from the day after the end; day ${summaryDays} is still in time.`,
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。期限内报送即通过；没有写报送日期的，期限当天及以前算未到期，过后不通过。',
      en: 'Each dated provincial session is judged. Submitted by the due day passes; without a date it is pending up to that day and fails after it.',
    },
    missing: { zh: '没有写总结的报送日期', en: 'It is not said when the summary was submitted' },
    remedy: { zh: '报送后在“总结”里写“报送日期”', en: 'Submit it and give "submitted" under "summary"' },
  }),
});
