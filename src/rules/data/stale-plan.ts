import { lastDayOf } from '../../calendar/date.ts';
import { inChinese, inEnglish, isAtLeast } from '../../calendar/day.ts';
import { defineDataRule } from '../../engine/rule.ts';
import { yearAt } from '../../load/subject.ts';
import { activitiesOf } from '../../records/activities.ts';

export default defineDataRule({
  id: 'data/stale-plan',
  severity: 'warning',
  subject: 'record',
  on: (record) =>
    activitiesOf(record)
      .filter(({ completed }) => !completed)
      .map((activity) => ({ path: activity.path, activity, year: yearAt(record.data) })),
  judge: ({ path, activity, year }, _, { asOf }) => {
    const last = activity.period?.end;
    if (year === undefined || isAtLeast(last ?? lastDayOf(year), asOf)) return 'pass';
    return {
      fail: `${path}/status`,
      message:
        last === undefined
          ? {
              zh: `${year} 年度已经过去，没有写日期，状态还是“计划”（判定日 ${asOf}）`,
              en: `The year ${year} is over and it is still planned, without a date (judged as of ${asOf})`,
            }
          : {
              zh: `${inChinese(last)} 已经结束，状态还是“计划”（判定日 ${asOf}）`,
              en: `It ended on ${inEnglish(last)} but is still planned (judged as of ${asOf})`,
            },
      expected: { zh: '已完成或已取消', en: 'completed or cancelled' },
      actual: { zh: '计划', en: 'planned' },
    };
  },
  words: {
    title: { zh: '过期的计划要更新状态', en: 'Past plans have their status updated' },
    asks: {
      zh: '已经结束的培训班和省外培训批次，状态应改为已完成或已取消；不写状态按计划处理。没有写日期的，年度过去以后也算。',
      en: 'Once a session or batch has ended, its status is completed or cancelled; without a status it counts as planned. One without a date has ended once the year is over.',
    },
    remedy: {
      zh: '办完的，“状态”写成已完成；没有办的，写成已取消',
      en: 'Set "status" to completed if it took place, to cancelled if not',
    },
  },
});
