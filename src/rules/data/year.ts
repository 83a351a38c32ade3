import { yearOf } from '../../calendar/date.ts';
import { defineDataRule } from '../../engine/rule.ts';
import type { RecordSubject } from '../../records/subjects.ts';

interface DateOfYear {
  path: string;
  date: string;
  year: number;
}

function datesIn({ data, sessions, batches }: RecordSubject): DateOfYear[] {
  if (!('year' in data)) return [];
  const found: DateOfYear[] = [];
  const add = (path: string, dates: { start?: string; end?: string } | undefined) => {
    for (const name of ['start', 'end'] as const) {
      const date = dates?.[name];
      if (date !== undefined) found.push({ path: `${path}/${name}`, date, year: data.year });
    }
  };
  for (const { parts } of sessions) for (const { path, period } of parts) add(path, period);
  // A batch may give one date alone; two the wrong way round count as not there (data/date-order).
  for (const { path, batch, period } of batches)
    add(path, batch.start === undefined || batch.end === undefined ? batch : period);
  return found;
}

export default defineDataRule({
  id: 'data/year',
  severity: 'error',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : datesIn(record)),
  judge: ({ path, date, year }) =>
    yearOf(date) === year
      ? 'pass'
      : {
          fail: path,
          message: { zh: `${date} 不在 ${year} 年度内`, en: `${date} is not in the year ${year}` },
          expected: { zh: `${year} 年的日期`, en: `a date in ${year}` },
          actual: date,
        },
  words: {
    title: { zh: '日期在本年度内', en: 'Dates lie in the year of the record' },
    asks: {
      zh: '培训班各部分和省外培训批次的起止日期都在记录所写的年度内。',
      en: 'The parts of sessions and the out-of-province batches start and end in the year of their record.',
    },
    remedy: {
      zh: '核对日期的年份；跨年的培训记入举办的那一年',
      en: 'Check the year of the date; training belongs to the year in which it takes place',
    },
  },
});
