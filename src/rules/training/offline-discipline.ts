import { owed, withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule } from '../../engine/rule.ts';

const names = {
  signIn: { zh: '没有安排签到', en: 'attendance is not signed' },
  phonesBanned: { zh: '没有禁止带手机进场', en: 'phones are not kept out' },
};

export default defineRule({
  id: 'training/offline-discipline',
  modality: 'must',
  subject: 'session',
  on: (session) => session.provincial && session.offline && { session, offline: session.offline },
  judge: ({ session, offline }, _, { asOf }) => {
    const measures = ['signIn', 'phonesBanned'] as const;
    const kept = (measure: (typeof measures)[number]) => session.session.offline?.[measure];
    const open = measures.find((measure) => kept(measure) !== true);
    const duty = offline.period && {
      due: offline.period.end,
      done: open === undefined,
      path: session.at('offline', open ?? measures[0]),
    };
    return measures.flatMap((measure): Answer[] => {
      const path = session.at('offline', measure);
      if (kept(measure) === undefined) {
        return duty
          ? owed(duty, asOf, { missing: path })
          : [
              {
                unknown: {
                  zh: '线下起止日期不能用，不知道何时该落实',
                  en: 'the offline dates are unusable, so it is not known when it is due',
                },
              },
            ];
      }
      const answer: Answer = kept(measure)
        ? 'pass'
        : {
            fail: path,
            message: { zh: `线下培训${names[measure].zh}`, en: `Offline, ${names[measure].en}` },
            expected: 'true',
            actual: 'false',
          };
      return [duty ? withDuty(duty, answer) : answer];
    });
  },
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
      zh: '落实后在“线下”里把“签到”“禁带手机”写成 true',
      en: 'See to it, and set "signIn" and "phonesBanned" of "offline" to true',
    },
  },
});
