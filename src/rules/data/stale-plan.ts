import { defineDataRule } from '../../engine/rule.ts';
import { datedActivities } from '../../records/activities.ts';

export default defineDataRule({
  id: 'data/stale-plan',
  severity: 'warning',
  subject: 'record',
  on: (record) => datedActivities(record).filter(({ status }) => status === 'planned'),
  judge: ({ path, end }, _, { asOf }) =>
    end >= asOf
      ? 'pass'
      : {
          fail: `${path}/status`,
          message: {
            zh: `${end} 已经结束，状态还是“计划”（判定日 ${asOf}）`,
            en: `It ended on ${end} but is still planned (judged as of ${asOf})`,
          },
          expected: { zh: '已完成或已取消', en: 'completed or cancelled' },
          actual: { zh: '计划', en: 'planned' },
        },
  words: {
    title: { zh: '过期的计划要更新状态', en: 'Past plans have their status updated' },
    asks: {
      zh: '已经结束的培训班和省外培训批次，状态应改为已完成或已取消；不写状态按计划处理。',
      en: 'Once a session or batch has ended, its status is completed or cancelled; without a status it counts as planned.',
    },
    remedy: {
      zh: '办完的，“状态”写成已完成；没有办的，写成已取消',
      en: 'Set "status" to completed if it took place, to cancelled if not',
    },
  },
});
