import { type Day, inChinese, inEnglish, inWords, isExact } from '../../calendar/day.ts';
import { endsOf } from '../../calendar/span.ts';
import { defineDataRule, type Failure } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { activitiesOf, datedIn } from '../../records/activities.ts';
import type { Turn } from '../../records/part.ts';
import { isDated } from '../../records/period.ts';
import type { BatchSubject } from '../../records/subjects.ts';

export default defineDataRule({
  id: 'data/no-dates',
  severity: 'error',
  subject: 'record',
  on: (record) => activitiesOf(record),
  judge: (activity) => {
    if ('parts' in activity && activity.parts.length === 0)
      return readOr(() => activity.session.dates === undefined, false)
        ? { missing: activity.at('offline') }
        : ofNoPart(activity.at('offline'));
    if (!activity.completed) return 'pass';
    if ('parts' in activity && readOr(() => activity.isUndated, false)) return undated(activity.path);
    return datedIn(activity).map((dated) => () => vagueOrMissing(dated));
  },
  words: () => ({
    title: { zh: '培训写明哪天办', en: 'Training says on which days it is held' },
    asks: {
      zh: '每期培训班至少写出线下、线上中的一部分，否则不知道何时举办；已经完成的培训班和省外培训，日期写到日。没有日期的，凡与日期有关的规则都不判。',
      en: 'A session states its offline part, its online part or both; without either nobody knows when it takes place. What is completed, a batch too, is dated to the day. Without dates, no rule about dates judges it.',
    },
    reading: {
      zh: '还在计划中的，日期可以先写到月、旬、季度或“待定”。已经完成却只写到月的，先按这段时间判，能判的照判。',
      en: 'What is still planned may be dated by month, third of a month, quarter, or not at all. What is completed and dated by month is judged by that stretch as far as it goes.',
    },
    missing: {
      zh: '没有写“线下”或“线上”，不知道哪天办、办几天',
      en: 'Neither an offline nor an online part is given, so it has no dates',
    },
    remedy: {
      zh: '补上“线下”和“线上”，各写日期和学时',
      en: 'Add "offline" and "online", each with its dates and hours',
    },
  }),
});

/** What is wrong with the dates of something that is completed. */
function vagueOrMissing({ dated, startPath, endPath, path }: Turn | BatchSubject): Failure[] {
  if (!isDated(dated)) return [undated(path)];
  const { start, end } = dated.dates === undefined ? dated : endsOf(dated.dates);
  // Where both stand as one, it is said once.
  const ends = [
    { at: startPath, day: start },
    { at: endPath, day: end },
  ];
  return ends.flatMap(({ at, day }) => (day === undefined || isExact(day) ? [] : [vague(at, day)]));
}

/** Its dates alone say neither how it is held nor for how long. */
const ofNoPart = (fail: string): Failure => ({
  fail,
  message: {
    zh: '只写了日期，没有写“线下”或“线上”，不知道以什么形式办、有多少学时',
    en: 'It has dates, but neither an offline nor an online part',
  },
  expected: { zh: '线下、线上', en: 'offline, online' },
  actual: { zh: '没有写', en: 'not given' },
});

const vague = (fail: string, day: Day): Failure => ({
  fail,
  message: {
    zh: `已经完成，日期却没有写到日（${inChinese(day)}）`,
    en: `It is completed, yet its date is not given to the day (${inEnglish(day)})`,
  },
  expected: { zh: '哪一天', en: 'the day' },
  actual: inWords(day),
  remedy: { zh: '写上具体是哪一天', en: 'Give the day' },
});

/** It stands at what names the thing, since nothing says when it was. */
const undated = (path: string): Failure => ({
  fail: `${path}/start`,
  message: { zh: '已经完成，却没有写日期', en: 'It is completed, yet not dated' },
  expected: { zh: '哪一天', en: 'the day' },
  actual: { zh: '没有写', en: 'not given' },
  remedy: { zh: '写上具体是哪一天', en: 'Give the day' },
});
