import { defineRule, judged } from '../../engine/rule.ts';
import { share } from '../../notices/value-kinds.ts';
import { itemsOf } from '../common/city-items.ts';
import { compareToShare } from '../common/share.ts';

export default defineRule({
  id: 'haikou/basic-pay-share',
  clause: 'basicPayShare',
  modality: 'must',
  reads: { basicPayShare: share },
  subject: 'city',
  on: ({ city: { institutions } }) =>
    itemsOf('institutions', institutions, ({ performancePay }) => performancePay !== undefined),
  judge: ({ path, name, member: { performancePay } }, { basicPayShare }) => {
    const { total, basic } = performancePay ?? {};
    if (total === undefined || basic === undefined)
      return {
        unknown: { zh: '绩效工资没有写全总量和基础性', en: 'performance pay does not state both total and basic' },
      };
    const most = share.said(basicPayShare);
    return judged(compareToShare(basic, basicPayShare, total) <= 0, () => ({
      fail: `${path}/performancePay/basic`,
      message: {
        zh: `${name}绩效工资总量 ${total} 元，基础性 ${basic} 元，超过 ${most.zh}`,
        en: `${basic} of ${total} yuan of performance pay at ${name} is basic, more than ${most.en}`,
      },
      expected: `≤ ${most.zh}`,
      actual: `${basic} / ${total}`,
    }));
  },
  hints: ({ basicPayShare }) => ({
    '/institutions/*/performancePay/basic': {
      zh: `不高于总量的 ${basicPayShare.zh}`,
      en: `at most ${basicPayShare.en} of the total`,
    },
  }),
  words: ({ basicPayShare }) => ({
    title: { zh: '基础性绩效工资占比', en: 'Share of basic performance pay' },
    asks: {
      zh: `基层医疗卫生机构的基础性绩效工资控制在绩效工资的 ${basicPayShare.zh} 以内。`,
      en: `Basic performance pay in primary care is kept within ${basicPayShare.en} of performance pay.`,
    },
    reading: {
      zh: `正好 ${basicPayShare.zh} 算在内；总量和基础性缺一个就无法判断。`,
      en: `Exactly ${basicPayShare.en} is within; without both figures it cannot be judged.`,
    },
    verdict: {
      zh: '写了“绩效工资”的机构各判一次。基础性占比不超过上限即通过，两个数字缺一个算无法判断。',
      en: 'Each institution with performance pay is judged. The share or less passes; without both figures it is unknown.',
    },
    remedy: { zh: '压低基础性部分，提高奖励性绩效占比', en: 'Lower the basic part in favour of incentive pay' },
  }),
});
