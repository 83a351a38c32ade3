import { classHoursOf, decimalClassHours, minutesOf } from '../../calendar/class-hours.ts';
import { type Answer, type Check, defineDataRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { known, staysWithin, timesOf } from '../../model/range.ts';
import { hoursOfDay } from '../../notices/value-kinds.ts';
import type { PartName, Turn } from '../../records/part.ts';

/** Class hours of a whole day and night: 24 hours of 60 minutes, 45 to a class hour. */
const HOURS_OF_A_DAY = 32;

/** Class hours as they are said, to two digits where they are no decimal. */
const said = (minutes: number): string => String(decimalClassHours(minutes) ?? classHoursOf(minutes).toFixed(2));

function judgeTurn(name: PartName, turn: Turn, hoursPerDay: number): Answer {
  const { period, hoursPath } = turn;
  if (!period || hoursPath === undefined) return 'pass';
  const stated = turn.minutes(hoursPerDay);
  const aDay = name === 'offline' ? hoursPerDay : HOURS_OF_A_DAY;
  const { most } = timesOf(period.days, minutesOf(aDay));
  if (staysWithin(stated, most)) return 'pass';
  const [given, days, limit] = [said(known(stated)), period.days.most, said(most)];
  return {
    fail: hoursPath,
    message:
      name === 'offline'
        ? {
            zh: `线下 ${days} 天写了 ${given} 学时，每天最多计 ${hoursPerDay} 学时，只能按 ${limit} 学时计`,
            en: `${given} class hours in ${counted(days, 'offline day')}; at most ${hoursPerDay} a day are credited, so only ${limit} count`,
          }
        : {
            zh: `线上 ${days} 天写了 ${given} 学时，${days} 天一共只有 ${limit} 学时`,
            en: `${given} class hours in ${counted(days, 'online day')}, which have no more than ${limit}`,
          },
    expected: `≤ ${limit}`,
    actual: given,
    ...(name === 'online'
      ? ({
          severity: 'error',
          remedy: {
            zh: '核对学时和起止日期，看是不是多写了一位',
            en: 'Check the hours and the dates: a digit may be too many',
          },
        } as const)
      : {}),
  };
}

export default defineDataRule({
  id: 'data/daily-hours',
  severity: 'warning',
  reads: { hoursPerDay: hoursOfDay },
  subject: 'session',
  on: (session) => session.parts,
  judge: ({ name, turns }, { hoursPerDay }) =>
    turns.map(
      (turn): Check =>
        () =>
          judgeTurn(name, turn, hoursPerDay),
    ),
  words: ({ hoursPerDay }) => ({
    title: { zh: '每天的学时不超过上限', en: 'Hours a day stay within the limit' },
    asks: {
      zh: `线下培训每天按 ${hoursPerDay} 学时计，多写的学时不计入；线上培训的学时不能比那几天的全部时间还多。`,
      en: `An offline day counts as ${hoursPerDay} class hours, and hours beyond that are not credited. Online hours cannot be more than its days have.`,
    },
    reading: {
      zh: `一学时 45 分钟，一昼夜合 ${HOURS_OF_A_DAY} 学时。线下超过的是警告，线上超过的一定写错了，是错误。`,
      en: `A class hour is 45 minutes, so day and night are ${HOURS_OF_A_DAY}. Too many offline are a warning; too many online can only be a mistake and are an error.`,
    },
    remedy: { zh: '核对学时，或者延长线下天数', en: 'Check the hours, or add offline days' },
  }),
});
