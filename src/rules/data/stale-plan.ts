import { lastDayOf } from '../../calendar/date.ts';
import { inChinese, inEnglish, isAtLeast } from '../../calendar/day.ts';
import { defineDataRule } from '../../engine/rule.ts';
import { yearAt } from '../../load/subject.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { type Activity, activitiesOf } from '../../records/activities.ts';

/** How its status reads to who judges it: one that cannot be read is taken as planned, but does not say so. */
function statusOf(activity: Activity): { still: Words; actual: Words } {
  const status = attempt(() => ('session' in activity ? activity.session : activity.batch).status);
  return status instanceof CannotTell
    ? {
        still: { zh: '状态没有写对，按“计划”算', en: 'counts as planned, its status not being written right' },
        actual: { zh: '没有写对', en: 'not written right' },
      }
    : { still: { zh: '状态还是“计划”', en: 'is still planned' }, actual: { zh: '计划', en: 'planned' } };
}

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
    const { still, actual } = statusOf(activity);
    return {
      fail: `${path}/status`,
      message:
        last === undefined
          ? {
              zh: `${year} 年度已经过去，没有写日期，${still.zh}（判定日 ${asOf}）`,
              en: `The year ${year} is over and it ${still.en}, without a date (judged as of ${asOf})`,
            }
          : {
              zh: `${inChinese(last)} 已经结束，${still.zh}（判定日 ${asOf}）`,
              en: `It ended on ${inEnglish(last)} but ${still.en} (judged as of ${asOf})`,
            },
      expected: { zh: '已完成或已取消', en: 'completed or cancelled' },
      actual,
    };
  },
  words: () => ({
    title: { zh: '过期的计划要更新状态', en: 'Past plans have their status updated' },
    asks: {
      zh: '已经结束的培训班和省外培训批次，状态应改为已完成或已取消；不写状态按计划处理。没有写日期的，年度过去以后也算。',
      en: 'Once a session or batch has ended, its status is completed or cancelled; without a status it counts as planned. One without a date has ended once the year is over.',
    },
    remedy: {
      zh: '办完的，“状态”写成已完成；没有办的，写成已取消',
      en: 'Set "status" to completed if it took place, to cancelled if not',
    },
  }),
});
