import { from, inChinese, inEnglish, inWords } from '../../calendar/day.ts';
import { endsOf } from '../../calendar/span.ts';
import { type Answer, type Check, defineDataRule } from '../../engine/rule.ts';
import { activitiesOf, datedIn } from '../../records/activities.ts';
import { type Dated, isReversed } from '../../records/period.ts';
import type { RecordSubject } from '../../records/subjects.ts';

/** Checks of something that has a start and an end, none of which is read before. */
function checksIn(record: RecordSubject): (() => Check[])[] {
  const { data } = record;
  if (data.kind === 'pairing')
    return [() => [inOrder('/agreement/end', data.agreement)], () => [inOrder('/plan/end', data.plan)]];
  return activitiesOf(record).map(
    (activity) => () => datedIn(activity).map((each) => () => inOrder(each.endPath, each.dated)),
  );
}

function inOrder(path: string, dated: Dated = {}): Answer {
  if (!isReversed(dated)) return 'pass';
  const { start = '', end = '' } = dated.dates === undefined ? dated : endsOf(dated.dates);
  return {
    fail: path,
    message: {
      zh: `结束日期 ${inChinese(end)} 早于开始日期 ${inChinese(start)}`,
      en: `The end, ${inEnglish(end)}, is before the start, ${inEnglish(start)}`,
    },
    expected: from(start),
    actual: inWords(end),
  };
}

export default defineDataRule({
  id: 'data/date-order',
  severity: 'error',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : checksIn(record)),
  judge: (checks) => checks(),
  words: () => ({
    title: { zh: '结束不早于开始', en: 'An end is not before its start' },
    asks: {
      zh: '培训的线下、线上部分，省外培训批次，帮扶协议和工作计划，结束日期都不得早于开始日期。写反的一对日期，其他规则按没有写处理。',
      en: 'The parts of a session, out-of-province batches, agreements and work plans end no earlier than they start. Dates the wrong way round count as not given for every other rule.',
    },
    remedy: {
      zh: '核对两个日期，看是不是写反了或写错了年份',
      en: 'Check both dates: they may be swapped, or the year mistyped',
    },
  }),
});
