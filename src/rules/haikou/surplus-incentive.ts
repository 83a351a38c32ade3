import { defineRule, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { share } from '../../notices/value-kinds.ts';
import { itemsOf } from '../common/city-items.ts';
import { compareToShare } from '../common/share.ts';

const ALLOWED: Words = { zh: '这是“允许”，所以只作提醒；', en: 'The clause allows it, so this is a reminder. ' };

export default defineRule({
  id: 'haikou/surplus-incentive',
  clause: 'surplusIncentive',
  modality: 'guide',
  reads: { surplusIncentive: share },
  subject: 'city',
  on: ({ city: { institutions } }) =>
    itemsOf(
      'institutions',
      institutions,
      // Read one after the other: whether it is budget-managed matters only with a surplus.
      (institution) => institution.surplus !== undefined && institution.budgetManaged !== false,
    ),
  judge: ({ path, name, member: { surplus, budgetManaged } }, { surplusIncentive }) => {
    if (budgetManaged === false) return [];
    const { available, incentive } = surplus ?? {};
    if (available === undefined || incentive === undefined)
      return {
        unknown: {
          zh: '收支结余没有写全可分配和激励提取',
          en: 'the surplus does not state both available and incentive',
        },
      };
    const least = share.said(surplusIncentive);
    return judged(compareToShare(incentive, surplusIncentive, available) >= 0, () => ({
      fail: `${path}/surplus/incentive`,
      message: {
        zh: `${name}可分配结余 ${available} 元，提取 ${incentive} 元，不到 ${least.zh}`,
        en: `${name} takes ${incentive} of ${available} yuan for incentives, less than ${least.en}`,
      },
      expected: `≥ ${least.zh}`,
      actual: `${incentive} / ${available}`,
    }));
  },
  hints: ({ surplusIncentive }) => ({
    '/institutions/*/surplus/incentive': {
      zh: `不低于可分配的 ${surplusIncentive.zh}`,
      en: `at least ${surplusIncentive.en} of what is available`,
    },
  }),
  words: ({ surplusIncentive }, { binds }) => ({
    title: { zh: '收支结余提取奖励性绩效', en: 'Surplus is used for incentive pay' },
    asks: {
      zh: `允许基层医疗卫生机构从核定的收支结余中提取不低于 ${surplusIncentive.zh} 用于增发奖励性绩效。`,
      en: `Primary-care institutions may take at least ${surplusIncentive.en} of their approved surplus for incentive pay.`,
    },
    reading: {
      zh: `${binds('guide', ALLOWED).zh}可分配和激励提取缺一个就无法判断。`,
      en: `${binds('guide', ALLOWED).en}Without both figures it cannot be judged.`,
    },
    verdict: {
      zh: '写了“收支结余”的机构各判一次。提取比例不低于规定即通过，两个数字缺一个算无法判断。',
      en: 'Each institution with a surplus is judged. The share or more passes; without both figures it is unknown.',
    },
    remedy: { zh: '提高提取比例，或核对两个数字', en: 'Take a larger share, or check both figures' },
  }),
});
