import { defineRule } from '../../engine/rule.ts';
import { count } from '../../notices/value-kinds.ts';
import { compareProducts } from '../common/share.ts';

export default defineRule({
  id: 'training/provincial-online-ratio',
  clause: ['onlineShare', 'offlineShare'],
  modality: 'must',
  reads: { onlineShare: count, offlineShare: count },
  subject: 'session',
  on: ({ provincial, offline, online }) => provincial && offline && online && { offline, online },
  judge: ({ offline, online }, { onlineShare, offlineShare }) => {
    const asked = [offline.hours, onlineShare];
    if (compareProducts([online.hours, offlineShare], asked) >= 0) return 'pass';
    const near = Math.round((offline.hours * onlineShare * 100) / offlineShare);
    const least = (compareProducts([near, offlineShare], [...asked, 100]) >= 0 ? near : near + 1) / 100;
    return {
      fail: `${online.path}/hours`,
      message: {
        zh: `线上 ${online.hours} 学时、线下 ${offline.hours} 学时，线上与线下不到 ${onlineShare}:${offlineShare}`,
        en: `${online.hours} online to ${offline.hours} offline class hours is less than ${onlineShare}:${offlineShare}`,
      },
      expected: `≥ ${least}`,
      actual: String(online.hours),
    };
  },
  words: {
    title: { zh: '省级线上线下学时比例', en: 'Ratio of online to offline hours' },
    asks: {
      zh: '省级培训线上与线下的学时之比不低于 7:3。',
      en: 'The online class hours of a provincial session stand to the offline ones at 7:3 or more.',
    },
    reading: {
      zh: '按写明的学时直接相比，不取整。全科新进或到期师资班线下 7 天是 56 学时，线上就要 130⅔ 学时；15 天内完成，去掉 7 天线下只剩 8 天，平均每天线上 16⅓ 学时。通知就是这样写的，本工具照算，有困难请与省中心商量。',
      en: 'Hours as stated, without rounding. Seven offline days for new or expiring GP faculty are 56 class hours and ask for 130⅔ online; the 15-day window leaves 8 days for them, 16⅓ class hours a day. The notice says so and the rule follows it; talk to the centre where it cannot be done.',
    },
    verdict: {
      zh: '线下、线上都有的每期省级班各判一次，线上学时 × 3 ≥ 线下学时 × 7 即通过。',
      en: 'Each provincial session with both parts is judged. It passes when online hours × 3 ≥ offline hours × 7.',
    },
    remedy: { zh: '增加线上学时', en: 'Add online class hours' },
  },
});
