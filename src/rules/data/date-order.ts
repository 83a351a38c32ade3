import { defineDataRule } from '../../engine/rule.ts';
import type { RecordSubject } from '../../records/subjects.ts';

interface Dates {
  path: string;
  start: string;
  end: string;
}

type MaybeDates = { start?: string; end?: string } | undefined;

function datesIn({ data, sessions, batches }: RecordSubject): Dates[] {
  const found: Dates[] = [];
  const add = (path: string, dates: MaybeDates) => {
    if (dates?.start !== undefined && dates.end !== undefined) found.push({ path, start: dates.start, end: dates.end });
  };
  for (const { session, parts } of sessions) for (const { name, path } of parts) add(path, session[name]);
  for (const { path, batch } of batches) add(path, batch);
  if (data.kind === 'pairing') {
    add('/agreement', data.agreement);
    add('/plan', data.plan);
  }
  return found;
}

export default defineDataRule({
  id: 'data/date-order',
  severity: 'error',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : datesIn(record)),
  judge: ({ path, start, end }) =>
    end >= start
      ? 'pass'
      : {
          fail: `${path}/end`,
          message: {
            zh: `结束日期 ${end} 早于开始日期 ${start}`,
            en: `The end, ${end}, is before the start, ${start}`,
          },
          expected: `≥ ${start}`,
          actual: end,
        },
  words: {
    title: { zh: '结束不早于开始', en: 'An end is not before its start' },
    asks: {
      zh: '培训的线下、线上部分，省外培训批次，帮扶协议和工作计划，结束日期都不得早于开始日期。写反的一对日期，其他规则按没有写处理。',
      en: 'The parts of a session, out-of-province batches, agreements and work plans end no earlier than they start. Dates the wrong way round count as not given for every other rule.',
    },
    remedy: {
      zh: '核对两个日期，看是不是写反了或写错了年份',
      en: 'Check both dates: they may be swapped, or the year mistyped',
    },
  },
});
