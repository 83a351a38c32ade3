import { isAtMost } from '../../calendar/day.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { type Check, defineRule, passing } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import { addWhatWasDone } from '../common/ahead.ts';

const names = {
  signIn: { zh: '没有安排签到', en: 'attendance is not signed' },
  phonesBanned: { zh: '没有禁止带手机进场', en: 'phones are not kept out' },
};

const kept = {
  signIn: { zh: '签到', en: 'sign-in' },
  phonesBanned: { zh: '禁带手机', en: 'no phones' },
};

const measures = ['signIn', 'phonesBanned'] as const;

const NO_END = {
  zh: '线下起止日期不能用，不知道何时该落实',
  en: 'the offline dates are unusable, so it is not known when it is due',
};

export default defineRule({
  id: 'training/offline-discipline',
  modality: 'must',
  subject: 'session',
  on: (session) => {
    const { offline } = session;
    if (!session.provincial || !offline) return false;
    // Without any date there is no day on which it is due.
    return !readOr(() => offline.isUndated, false) && offline;
  },
  judge: (offline, _, { asOf }) => {
    const looks = offline.turns.flatMap(({ path, written }) =>
      measures.map((measure) => ({ measure, path: `${path}/${measure}`, value: attempt(() => written[measure]) })),
    );
    const open = looks.find(({ value }) => value !== true);
    const path = (open ?? looks[0])?.path ?? offline.path;
    return looks.map(
      ({ measure, path: at, value }): Check =>
        () => {
          if (value instanceof CannotTell) throw value;
          const due = value === undefined ? offline.period?.end : readOr(() => offline.period?.end, undefined);
          // What a session still to come is to keep to is a plan.
          const isOver = due !== undefined && readOr(() => isAtMost(due, asOf), false);
          const duty = due === undefined ? undefined : { due, done: isOver && open === undefined, path };
          if (value === undefined) return duty ? owed(duty, asOf, { missing: at }) : { unknown: NO_END };
          const answer = value
            ? passing(() => ({ expected: kept[measure], actual: kept[measure] }))
            : {
                fail: at,
                message: { zh: `线下培训${names[measure].zh}`, en: `Offline, ${names[measure].en}` },
                expected: 'true',
                actual: 'false',
              };
          return duty ? withDuty(duty, answer) : answer;
        },
    );
  },
  words: {
    title: { zh: '省级线下培训签到、禁带手机', en: 'Sign-in and no phones at provincial offline training' },
    asks: {
      zh: '省级线下集中培训严格签到，参训人员不得带手机进入会场。',
      en: 'At provincial offline training attendance is signed and nobody takes a phone into the hall.',
    },
    verdict: {
      zh: '有线下部分的每期省级班各判一次，线下分几次办的每一次都要写。签到、禁带手机都写了“是”即通过，写“否”当即不通过；没有写的，线下结束当天及以前算未到期，过后不通过。',
      en: 'Each provincial session with an offline part is judged, every turn of it. Both true pass and false fails at once; what is not stated is pending up to the end of the offline part and fails after it.',
    },
    missing: { zh: '线下纪律没有写明：{items}', en: 'Discipline offline is not stated: {items}' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '落实后在“线下”里把“签到”“禁带手机”写成“是”',
      en: 'See to it, and set "signIn" and "phonesBanned" of "offline" to true',
    },
  },
});
