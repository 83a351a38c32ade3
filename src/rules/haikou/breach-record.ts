import { defineRule, judged } from '../../engine/rule.ts';
import { itemsOf } from '../common/city-items.ts';

export default defineRule({
  id: 'haikou/breach-record',
  modality: 'must',
  subject: 'city',
  on: ({ city: { trainees } }) => itemsOf('trainees', trainees, ({ breached }) => breached === true),
  judge: ({ path, name: id, member: { breached, creditRecord } }) => {
    if (creditRecord === undefined || !breached)
      return {
        unknown: { zh: '没有写是否纳入失信管理', en: 'it is not said whether the breach is on the credit record' },
      };
    return judged(creditRecord, () => ({
      fail: `${path}/creditRecord`,
      message: {
        zh: `学员 ${id} 违约，没有纳入失信管理`,
        en: `Trainee ${id} broke the agreement and is not on the credit record`,
      },
      expected: 'true',
      actual: String(creditRecord),
    }));
  },
  words: () => ({
    title: { zh: '违约学员纳入失信管理', en: 'Breach goes on the credit record' },
    asks: {
      zh: '建立个人诚信记录，违约的单位委派人员纳入失信联合惩戒对象管理。',
      en: 'Credit records are kept, and delegated trainees who break their agreement are put on them.',
    },
    reading: {
      zh: '写了违约、没有写失信记录的，算无法判断。',
      en: 'A breach without a word on the credit record cannot be judged.',
    },
    verdict: {
      zh: '写明违约的学员各判一次。失信记录写“是”即通过，写“否”不通过，没有写算无法判断。',
      en: 'Each trainee in breach is judged. creditRecord true passes, false fails, and without it the verdict is unknown.',
    },
    remedy: { zh: '按程序纳入后把“失信记录”写成“是”', en: 'Enter it, then set "creditRecord" to true' },
  }),
});
