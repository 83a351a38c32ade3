import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/delegate-pay',
  modality: 'must',
  subject: 'city',
  on: ({ city: { trainees } }) => itemsOf('trainees', trainees, ({ payKept }) => payKept !== undefined),
  judge: ({ path, name: id, member: { payKept } }) =>
    judged(payKept === true, () => ({
      fail: `${path}/payKept`,
      message: {
        zh: `学员 ${id} 培训期间没有照发工资`,
        en: `The pay of trainee ${id} was not continued during training`,
      },
      expected: 'true',
      actual: String(payKept),
    })),
  words: () => ({
    title: { zh: '选派人员工资照发', en: 'Delegated trainees keep their pay' },
    asks: {
      zh: '选派人员培训期间的工资、社保等待遇，由选派单位按在职在岗人员发放。',
      en: 'During training the delegating unit pays wages and insurance as for staff at work.',
    },
    verdict: {
      zh: '写明是否照发的学员各判一次，照发即通过；没有写的不判。',
      en: 'Each trainee that says is judged; true passes. One that does not say is not judged.',
    },
    remedy: { zh: '补发后把“工资照发”写成“是”', en: 'Pay what is owed, then set "payKept" to true' },
  }),
});
