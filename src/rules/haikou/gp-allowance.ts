import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/gp-allowance',
  modality: 'must',
  subject: 'city',
  on: ({ city: { institutions } }) => itemsOf('institutions', institutions),
  judge: ({ path, name, member: { gpAllowance } }) => {
    if (gpAllowance === undefined)
      return { unknown: { zh: '没有写是否设立全科岗位津贴', en: 'it is not said whether there is a GP allowance' } };
    return judged(gpAllowance, () => ({
      fail: `${path}/gpAllowance`,
      message: { zh: `${name}没有设立全科医生岗位津贴`, en: `${name} pays no GP allowance` },
      expected: 'true',
      actual: String(gpAllowance),
    }));
  },
  words: () => ({
    title: { zh: '设立全科医生岗位津贴', en: 'A GP allowance is paid' },
    asks: {
      zh: '单位分配绩效工资时，应当设立全科医生岗位津贴。',
      en: 'Units that distribute performance pay set up an allowance for GP posts.',
    },
    reading: {
      zh: '没有写“全科岗位津贴”的机构，算无法判断。',
      en: 'An institution that does not say cannot be judged.',
    },
    verdict: {
      zh: '每家机构各判一次。写“是”通过，写“否”不通过，没有写算无法判断。',
      en: 'Each institution is judged. True passes, false fails, and without a word it is unknown.',
    },
    remedy: { zh: '设立后把“全科岗位津贴”写成“是”', en: 'Set it up, then set "gpAllowance" to true' },
  }),
});
