import { type CalendarDate, plusDays, plusYears } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import type { Answer } from '../../engine/rule.ts';
import { counted, type Words } from '../../model/finding.ts';
import { periodOf } from '../../records/session.ts';

/**
 * Judges whether the dates at a path span that many calendar years: the last day may be the one before the anniversary. What
 * is owed is to carry it through to that day, or to its own end where that is later.
 */
export function judgeFullYears(
  path: string,
  dates: { start?: string; end?: string } | undefined,
  years: number,
  what: Words,
  asOf: CalendarDate,
): Answer | Answer[] {
  const { start, end } = dates ?? {};
  const least = start === undefined ? undefined : plusDays(plusYears(start, years), -1);
  if (start === undefined || end === undefined) {
    const missing: Answer[] = [];
    if (start === undefined) missing.push({ missing: `${path}/start` });
    if (end === undefined) missing.push({ missing: `${path}/end` });
    return least === undefined
      ? missing
      : missing.map((answer) => withDuty({ due: least, done: false, path: `${path}/end` }, answer));
  }
  const period = periodOf({ start, end });
  if (!period || least === undefined) {
    // Dates the wrong way round count as not there, so the place is the key of the object that holds them.
    const label = { zh: '先后顺序正确的开始和结束', en: 'a start and an end in order' };
    return { missing: `${path}/period`, label };
  }
  const due = period.end > least ? period.end : least;
  const duty = { due, done: period.end >= least && asOf > due, path: `${path}/end` };
  return withDuty(
    duty,
    period.end >= least
      ? 'pass'
      : {
          fail: `${path}/end`,
          message: {
            zh: `${what.zh}自 ${period.start} 到 ${period.end}，不满 ${years} 年`,
            en: `The ${what.en} runs from ${period.start} to ${period.end}, less than ${counted(years, 'year')}`,
          },
          expected: `≥ ${least}`,
          actual: period.end,
        },
  );
}

/** How so many years are counted. */
export const readingOfYears = (years: number): Words => ({
  zh: `按日历算，首尾都算在内：到第 ${years} 个周年日的前一天即满 ${years} 年。`,
  en: `Calendar years with both ends counted: the day before the anniversary ${counted(years, 'year')} later is enough.`,
});
