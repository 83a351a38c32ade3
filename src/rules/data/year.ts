import { yearOf } from '../../calendar/date.ts';
import { type Day, firstOf, inChinese, inEnglish, inWords, lastOf } from '../../calendar/day.ts';
import { type Answer, defineDataRule } from '../../engine/rule.ts';
import { yearAt } from '../../load/subject.ts';
import { activitiesOf, datedIn } from '../../records/activities.ts';
import type { Turn } from '../../records/part.ts';
import { isDated } from '../../records/period.ts';
import type { BatchSubject } from '../../records/subjects.ts';

/** The first and the last day of something, where they are written or follow from what is. */
function daysOf({ dated, startPath, endPath, period }: Turn | BatchSubject): { path: string; day: Day }[] {
  if (!period || !isDated(dated)) return [];
  const { start, end } = period;
  const isStartWritten = dated.dates !== undefined || dated.start !== undefined;
  return [
    ...(isStartWritten ? [{ path: startPath, day: start }] : []),
    ...(start === end ? [] : [{ path: endPath, day: end }]),
  ];
}

const isOutside = (day: Day, year: number): boolean => yearOf(lastOf(day)) < year || yearOf(firstOf(day)) > year;

export default defineDataRule({
  id: 'data/year',
  severity: 'error',
  subject: 'record',
  on: (record) => activitiesOf(record).map((activity) => ({ activity, year: yearAt(record.data) })),
  judge: ({ activity, year }) =>
    datedIn(activity).map(
      (dated) => () =>
        daysOf(dated).map(
          ({ path, day }): Answer =>
            year === undefined || !isOutside(day, year)
              ? 'pass'
              : {
                  fail: path,
                  message: {
                    zh: `${inChinese(day)} 不在 ${year} 年度内`,
                    en: `${inEnglish(day)} is not in the year ${year}`,
                  },
                  expected: { zh: `${year} 年的日期`, en: `a date in ${year}` },
                  actual: inWords(day),
                },
        ),
    ),
  words: () => ({
    title: { zh: '日期在本年度内', en: 'Dates lie in the year of the record' },
    asks: {
      zh: '培训班各部分和省外培训批次的起止日期都在记录所写的年度内。',
      en: 'The parts of sessions and the out-of-province batches start and end in the year of their record.',
    },
    remedy: {
      zh: '核对日期的年份；跨年的培训记入举办的那一年',
      en: 'Check the year of the date; training belongs to the year in which it takes place',
    },
  }),
});
