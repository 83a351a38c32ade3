import { defineDataRule } from '../../engine/rule.ts';
import { datedActivities } from '../../records/activities.ts';

export default defineDataRule({
  id: 'data/completed-in-future',
  severity: 'error',
  subject: 'record',
  on: (record) => datedActivities(record).filter(({ status }) => status === 'completed'),
  judge: ({ path, end }, _, { asOf }) =>
    end <= asOf
      ? 'pass'
      : {
          fail: `${path}/status`,
          message: {
            zh: `写着已完成，但 ${end} 才结束（判定日 ${asOf}）`,
            en: `Said to be completed, but it ends on ${end} (judged as of ${asOf})`,
          },
          expected: { zh: `${end} 起才能写已完成`, en: `completed from ${end} on` },
          actual: { zh: '已完成', en: 'completed' },
        },
  words: {
    title: { zh: '没有结束的不能写已完成', en: 'Nothing is completed before it ends' },
    asks: {
      zh: '培训班和省外培训批次在最后一天之前不能写成已完成。',
      en: 'A session or batch is not completed before its last day.',
    },
    remedy: { zh: '把状态改为“计划”，或核对结束日期', en: 'Set the status to planned, or check the end date' },
  },
});
