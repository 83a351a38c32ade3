import { plusDays, plusYears } from '../../calendar/date.ts';
import type { Answer } from '../../engine/rule.ts';
import type { Words } from '../../finding.ts';
import { periodOf } from '../../records/session.ts';

/** Judges whether the dates at a path span that many calendar years: the last day may be the one before the anniversary. */
export function judgeFullYears(
  path: string,
  dates: { start?: string; end?: string } | undefined,
  years: number,
  what: Words,
): Answer | Answer[] {
  const { start, end } = dates ?? {};
  if (start === undefined || end === undefined) {
    return [
      start === undefined ? { missing: `${path}/start` } : 'pass',
      end === undefined ? { missing: `${path}/end` } : 'pass',
    ];
  }
  const period = periodOf({ start, end });
  if (!period) {
    // Dates the wrong way round count as not there, so the place is the key of the object that holds them.
    const label = { zh: '先后顺序正确的开始和结束', en: 'a start and an end in order' };
    return { missing: `${path}/period`, label };
  }
  const least = plusDays(plusYears(period.start, years), -1);
  return period.end >= least
    ? 'pass'
    : {
        fail: `${path}/end`,
        message: {
          zh: `${what.zh}自 ${period.start} 到 ${period.end}，不满 ${years} 年`,
          en: `The ${what.en} runs from ${period.start} to ${period.end}, less than ${years} years`,
        },
        expected: `≥ ${least}`,
        actual: period.end,
      };
}
