import { yearOf } from '../../calendar/date.ts';
import { inChinese, inEnglish, inWords, upTo } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { date } from '../../notices/value-kinds.ts';
import { remedyLate } from '../common/ahead.ts';

export default defineRule({
  id: 'haikou/assessment-guidance',
  clause: 'guidanceDeadline',
  modality: 'must',
  reads: { guidanceDeadline: date },
  subject: 'city',
  on: ({ city }) => city,
  judge: ({ year, assessment }, { guidanceDeadline }, { asOf }) => {
    const path = '/assessment/issued';
    if (assessment?.issued === undefined && year > yearOf(guidanceDeadline))
      return {
        unknown: {
          zh: '没有写绩效考核指导意见的印发日期',
          en: 'it is not said when the assessment guidance was issued',
        },
      };
    return owedBy({ due: guidanceDeadline, path, date: assessment?.issued }, asOf, (late) => ({
      fail: path,
      message: {
        zh: `绩效考核指导意见 ${inChinese(late)} 才印发，应在 ${guidanceDeadline}（含）前`,
        en: `The assessment guidance was issued on ${inEnglish(late)}, after ${guidanceDeadline}`,
      },
      expected: upTo(guidanceDeadline),
      actual: inWords(late),
      ...remedyLate(guidanceDeadline, asOf),
    }));
  },
  hints: ({ guidanceDeadline }) => ({
    '/assessment/issued': { zh: `不晚于 ${guidanceDeadline.value}`, en: `by ${guidanceDeadline.value}` },
  }),
  words: ({ guidanceDeadline }) => ({
    title: { zh: '按期印发绩效考核指导意见', en: 'The assessment guidance is issued in time' },
    asks: {
      zh: `市卫健委在 ${guidanceDeadline.zh}（含）前制定印发全科医生绩效考核指导意见。`,
      en: `The city’s health commission issues its guidance on assessing GPs by ${guidanceDeadline.en}.`,
    },
    verdict: {
      zh: '每份激励方案判一次。期限当天及以前印发即通过；没有写的，期限当年的记录里，期限当天及以前算未到期，过后不通过；以后各年的记录里算无法判断。',
      en: 'Each city program is judged. Issued by the deadline passes; without a date it is pending up to that day and fails after it in the record of that year, and unknown in later years’.',
    },
    missing: { zh: '没有写绩效考核指导意见的印发日期', en: 'It is not said when the assessment guidance was issued' },
    remedy: { zh: '印发后写上“绩效考核”的“印发日期”', en: 'Issue it and give "issued" under "assessment"' },
  }),
});
