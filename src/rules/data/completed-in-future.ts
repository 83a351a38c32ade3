import { type Day, inChinese, inEnglish, isAtMost } from '../../calendar/day.ts';
import { defineDataRule } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { type Activity, activitiesOf } from '../../records/activities.ts';

/** Its last day; where some of its dates cannot be read, the last of those that can: it does not end before that. */
function lastDayOf(activity: Activity): Day | undefined {
  const period = attempt(() => activity.period);
  if (!(period instanceof CannotTell)) return period?.end;
  return 'lastTurn' in activity ? activity.lastTurn?.period?.end : undefined;
}

export default defineDataRule({
  id: 'data/completed-in-future',
  severity: 'error',
  subject: 'record',
  on: (record) => activitiesOf(record).filter(({ completed }) => completed),
  judge: (activity, _, { asOf }) => {
    const { path } = activity;
    const last = lastDayOf(activity);
    if (last === undefined || isAtMost(last, asOf)) return 'pass';
    return {
      fail: `${path}/status`,
      message: {
        zh: `写着已完成，但 ${inChinese(last)} 才结束（判定日 ${asOf}）`,
        en: `Said to be completed, but it ends on ${inEnglish(last)} (judged as of ${asOf})`,
      },
      expected: { zh: `${inChinese(last)} 起才能写已完成`, en: `completed from ${inEnglish(last)} on` },
      actual: { zh: '已完成', en: 'completed' },
    };
  },
  words: () => ({
    title: { zh: '没有结束的不能写已完成', en: 'Nothing is completed before it ends' },
    asks: {
      zh: '培训班和省外培训批次在最后一天之前不能写成已完成。',
      en: 'A session or batch is not completed before its last day.',
    },
    remedy: { zh: '把状态改为“计划”，或核对结束日期', en: 'Set the status to planned, or check the end date' },
  }),
});
