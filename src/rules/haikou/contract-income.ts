import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/contract-income',
  modality: 'must',
  subject: 'city',
  on: ({ city: { institutions } }) =>
    itemsOf('institutions', institutions, ({ contractIncomeInTotal }) => contractIncomeInTotal !== undefined),
  judge: ({ path, name, member: { contractIncomeInTotal } }) =>
    judged(!contractIncomeInTotal, () => ({
      fail: `${path}/contractIncomeInTotal`,
      message: {
        zh: `${name}把签约服务收入计入了绩效工资总量`,
        en: `${name} counts contract income in its performance-pay total`,
      },
      expected: 'false',
      actual: String(contractIncomeInTotal === true),
    })),
  words: () => ({
    title: { zh: '签约收入不计入绩效工资总量', en: 'Contract income stays out of the pay total' },
    asks: {
      zh: '家庭医生签约服务收入扣除成本后由机构自主分配，不计入绩效工资总量。',
      en: 'Income from family-doctor contracts, less cost, is the institution’s to distribute and stays out of the performance-pay total.',
    },
    verdict: {
      zh: '写明是否计入的机构各判一次，不计入即通过；没有写的不判。',
      en: 'Each institution that says is judged; false passes. One that does not say is not judged.',
    },
    remedy: { zh: '从绩效工资总量中剔除签约服务收入', en: 'Take contract income out of the total' },
  }),
});
