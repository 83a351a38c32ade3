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
  hints: ({ onlineShare, offlineShare }) => ({
    '/online/hours': {
      zh: `省级线上与线下学时之比不低于 ${onlineShare}:${offlineShare}`,
      en: `provincial: at least ${onlineShare}:${offlineShare} of the offline hours`,
      level: 'provincial',
    },
  }),
  words: ({ onlineShare, offlineShare }) => ({
    title: { zh: '省级线上线下学时比例', en: 'Ratio of online to offline hours' },
    asks: {
      zh: `省级培训线上与线下的学时之比不低于 ${onlineShare}:${offlineShare}。`,
      en: `The online class hours of a provincial session stand to the offline ones at ${onlineShare}:${offlineShare} or more.`,
    },
    reading: { zh: '按写明的学时直接相比，不取整。', en: 'Hours as stated, without rounding.' },
    verdict: {
      zh: `线下、线上都有的每期省级班各判一次，线上学时 × ${offlineShare} ≥ 线下学时 × ${onlineShare} 即通过。`,
      en: `Each provincial session with both parts is judged. It passes when online hours × ${offlineShare} ≥ offline hours × ${onlineShare}.`,
    },
    remedy: { zh: '增加线上学时', en: 'Add online class hours' },
  }),
});
