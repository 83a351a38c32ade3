import { defineRule, dueOn } from '../../engine/rule.ts';

const names = {
  signIn: { zh: '没有安排签到', en: 'attendance is not signed' },
  phonesBanned: { zh: '没有禁止带手机进场', en: 'phones are not kept out' },
};

export default defineRule({
  id: 'training/offline-discipline',
  clause: '七（二）',
  modality: 'must',
  subject: 'session',
  on: (session) => session.provincial && session.offline && { session, offline: session.offline },
  judge: ({ session, offline }, _, { asOf }) =>
    (['signIn', 'phonesBanned'] as const).map((duty) => {
      const path = session.at('offline', duty);
      const kept = session.session.offline?.[duty];
      if (kept === true) return 'pass';
      if (kept === undefined) {
        return offline.period
          ? dueOn(offline.period.end, asOf, { missing: path })
          : {
              unknown: {
                zh: '线下起止日期不能用，不知道何时该落实',
                en: 'the offline dates are unusable, so it is not known when it is due',
              },
            };
      }
      return {
        fail: path,
        message: { zh: `线下培训${names[duty].zh}`, en: `Offline, ${names[duty].en}` },
        expected: 'true',
        actual: 'false',
      };
    }),
  words: {
    title: { zh: '省级线下培训签到、禁带手机', en: 'Sign-in and no phones at provincial offline training' },
    asks: {
      zh: '省级线下集中培训严格签到，参训人员不得带手机进入会场。',
      en: 'At provincial offline training attendance is signed and nobody takes a phone into the hall.',
    },
    verdict: {
      zh: '有线下部分的每期省级班各判一次。签到、禁带手机都是 true 即通过，写 false 当即不通过；没有写的，线下结束当天及以前算未到期，过后不通过。',
      en: 'Each provincial session with an offline part is judged. Both true pass and false fails at once; what is not stated is pending up to the end of the offline part and fails after it.',
    },
    missing: { zh: '线下纪律没有写明：{items}', en: 'Discipline offline is not stated: {items}' },
    remedy: {
      zh: '落实后在“线下”里写 签到: true、禁带手机: true',
      en: 'See to it, and write signIn: true and phonesBanned: true under "offline"',
    },
  },
});
