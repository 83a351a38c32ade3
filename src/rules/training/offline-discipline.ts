import { isAtMost } from '../../calendar/day.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { type Check, defineRule, passing } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { definition, keys } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { addWhatWasDone } from '../common/ahead.ts';
import { quoted } from '../common/quoted.ts';

const names: Record<string, Words> = {
  signIn: { zh: '没有安排签到', en: 'attendance is not signed' },
  phonesBanned: { zh: '没有禁止带手机进场', en: 'phones are not kept out' },
};

const notSet = (measure: string): Words => {
  const { zh, en } = measures.said([measure]);
  return { zh: `没有做到${zh}`, en: `${en} is not seen to` };
};

const measures = definition(keys('session', '/offline', 'boolean'));

const NO_END = {
  zh: '线下起止日期不能用，不知道何时该落实',
  en: 'the offline dates are unusable, so it is not known when it is due',
};

export default defineRule({
  id: 'training/offline-discipline',
  clause: 'offlineMeasures',
  modality: 'must',
  reads: { offlineMeasures: measures },
  subject: 'session',
  on: (session) => {
    const isAsked = allOf(
      () => session.offline !== undefined,
      () => session.provincial,
    );
    const offline = isAsked && session.offline;
    // Without any date there is no day on which it is due.
    return offline && !readOr(() => offline.isUndated, false) && offline;
  },
  judge: (offline, { offlineMeasures }, { asOf }) => {
    const looks = offline.turns.flatMap(({ path, written }) =>
      offlineMeasures.map((measure) => ({
        measure,
        path: `${path}/${measure}`,
        value: attempt(() => (written as Record<string, unknown>)[measure]),
      })),
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
          const name = names[measure] ?? notSet(measure);
          const answer = value
            ? passing(() => ({ expected: measures.said([measure]), actual: measures.said([measure]) }))
            : {
                fail: at,
                message: { zh: `线下培训${name.zh}`, en: `Offline, ${name.en}` },
                expected: 'true',
                actual: 'false',
              };
          return duty ? withDuty(duty, answer) : answer;
        },
    );
  },
  hints: ({ offlineMeasures }) =>
    Object.fromEntries(
      offlineMeasures.value.map((measure) => [
        `/offline/${measure}`,
        { zh: '省级必须做到', en: 'asked of provincial sessions', level: 'provincial' },
      ]),
    ),
  words: ({ offlineMeasures: { zh, en, each } }) => ({
    title: { zh: `省级线下培训${zh}`, en: `At provincial offline training: ${en}` },
    asks: {
      zh: `省级线下集中培训要做到：${zh}。`,
      en: `Provincial offline training sees to each of these: ${en}.`,
    },
    verdict: {
      zh: `有线下部分的每期省级班各判一次，线下分几次办的每一次都要写。${zh}都写了“是”即通过，写“否”当即不通过；没有写的，线下结束当天及以前算未到期，过后不通过。`,
      en: `Each provincial session with an offline part is judged, every turn of it. All of these true pass and false fails at once: ${en}; what is not stated is pending up to the end of the offline part and fails after it.`,
    },
    missing: { zh: '线下纪律没有写明：{items}', en: 'Discipline offline is not stated: {items}' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: `落实后把“线下”的${quoted(each).zh}写成“是”`,
      en: `See to it, and set ${quoted(each).en} of "offline" to true`,
    },
  }),
});
