import type { CalendarDate } from '../../calendar/date.ts';
import {
  firstOf,
  from,
  inChinese,
  inEnglish,
  inWords,
  isAfter,
  isAtLeast,
  lastOf,
  plusDays,
  plusYears,
} from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, type Check, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { counted, type Words } from '../../model/finding.ts';

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
): Check[] {
  const start = readOr(() => dates?.start, undefined);
  const least = start === undefined ? undefined : plusDays(plusYears(start, years), -1);
  const given = (end: 'start' | 'end') => (): Answer => {
    if (dates?.[end] !== undefined) return 'pass';
    const answer = { missing: `${path}/${end}` };
    return least === undefined ? answer : withDuty({ due: least, done: false, path: `${path}/end` }, answer);
  };
  return [
    given('start'),
    given('end'),
    () => {
      const { start: begun, end } = dates ?? {};
      if (begun === undefined || end === undefined || least === undefined) return [];
      if (lastOf(end) < firstOf(begun)) {
        // Dates the wrong way round count as not there, so the place is the key of the object that holds them.
        const label = { zh: '先后顺序正确的开始和结束', en: 'a start and an end in order' };
        return { missing: `${path}/period`, label };
      }
      const isLong = isAtLeast(end, least);
      const due = isLong ? end : least;
      const duty = { due, done: isLong && readOr(() => isAfter(asOf, due), false), path: `${path}/end` };
      return withDuty(
        duty,
        judged(isLong, () => ({
          fail: `${path}/end`,
          message: {
            zh: `${what.zh}自 ${inChinese(begun)} 到 ${inChinese(end)}，不满 ${years} 年`,
            en: `The ${what.en} runs from ${inEnglish(begun)} to ${inEnglish(end)}, less than ${counted(years, 'year')}`,
          },
          expected: from(least),
          actual: inWords(end),
          remedy: {
            zh: `核对起止日期；确实不满 ${years} 年的，双方商定延长`,
            en: `Check both dates; if it is less than ${counted(years, 'year')}, agree on a longer time`,
          },
        })),
      );
    },
  ];
}

/** How so many years are counted. */
export const readingOfYears = (years: number): Words => ({
  zh: `按日历算，首尾都算在内：到第 ${years} 个周年日的前一天即满 ${years} 年。`,
  en: `Calendar years with both ends counted: the day before the anniversary ${counted(years, 'year')} later is enough.`,
});
