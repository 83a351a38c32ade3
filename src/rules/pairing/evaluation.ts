import { type Day, inChinese, inEnglish, isAfter, isWithin } from '../../calendar/day.ts';
import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { PairingRecord } from '../../model/record-types.ts';
import { candidates } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { termOf } from '../common/term.ts';

type Evaluation = NonNullable<PairingRecord['evaluations']>[number];

interface Held {
  member: Evaluation;
  index: number;
}

const UNREADABLE = 'unreadable';

const otherLevels: Record<string, Words> = {
  none: { zh: '没有写级别的', en: 'no level given' },
  [UNREADABLE]: { zh: '级别写错的', en: 'level not written right' },
};

/** Its level; those of which it cannot be read are of one more kind, of which nothing can be told. */
const levelOf = ({ member }: Held): string => readOr(() => member.level ?? 'none', UNREADABLE);

/** Whether one evaluation came after another, or on the same day and stands behind it. */
const isLater = (one: Held, other: Held): boolean =>
  one.member.date === other.member.date ? one.index > other.index : isAfter(one.member.date, other.member.date);

/** What to know where earlier evaluations were not passed. */
const earlier = (days: readonly Day[]): Words => ({
  zh: `${days.map(inChinese).join('、')} 的评估没有通过，后来通过了`,
  en: `not passed on ${days.map(inEnglish).join(', ')}, passed since`,
});

export default defineRule({
  id: 'pairing/evaluation',
  modality: 'must',
  subject: 'pairing',
  on: ({ pairing }) => {
    const term = attempt(() => termOf(pairing.agreement));
    const isInTerm = ({ date }: Held['member']) =>
      !term || term instanceof CannotTell || isWithin(date, term.start, term.end);
    const within = candidates(pairing.evaluations, isInTerm);
    return [...new Set(within.map(levelOf))].map((level) => {
      const own = within.filter((each) => levelOf(each) === level);
      return {
        path: `/evaluations/${own.at(-1)?.index}`,
        label: otherLevels[level] ?? nameOfCode('pairing', '/evaluations/0/level', level),
        own,
        others: within,
        term,
      };
    });
  },
  judge: ({ own, others, term }): Check => {
    if (term instanceof CannotTell) throw term;
    if (!term)
      return {
        unknown: {
          zh: '协议没有写起止日期，不知道评估是否在帮扶期内',
          en: 'without the agreement’s term it is not known whether the evaluation lies in it',
        },
      };
    const isHeld = ({ member: { date } }: Held) => isWithin(date, term.start, term.end);
    const held = own.filter((each) => readOr(() => isHeld(each), false));
    const isPast = (each: Held) => held.some((later) => readOr(() => isLater(later, each), false));
    // One of a level that cannot be read may be of this level too.
    const lasts = others.filter((each) => (own.includes(each) || levelOf(each) === UNREADABLE) && !isPast(each));
    for (const { member } of lasts) void member.level;
    const results = new Set(lasts.map(({ member }) => member.result));
    // Where all that may have been the last one were passed, or none was, it need not be known which it was.
    const last =
      (results.size === 1 && lasts.findLast((each) => held.includes(each))) ||
      lasts.filter(isHeld).reduce((latest, each) => (isLater(each, latest) ? each : latest));
    const { date, result } = last.member;
    const answer = judged(result === 'passed', () => ({
      fail: `/evaluations/${last.index}/result`,
      message: {
        zh: `帮扶期内最后一次评估（${inChinese(date)}）没有通过`,
        en: `The last evaluation within the term, on ${inEnglish(date)}, was not passed`,
      },
      expected: { zh: '通过', en: 'passed' },
      actual: { zh: result === 'passed' ? '通过' : '未通过', en: result },
    }));
    if ('fail' in answer) return answer;
    const failed = held.filter((each) => each !== last && readOr(() => each.member.result, 'passed') === 'failed');
    return failed.length === 0 ? answer : { ...answer, told: earlier(failed.map(({ member }) => member.date)) };
  },
  words: () => ({
    title: { zh: '帮扶期内通过基地评估', en: 'Evaluations within the term are passed' },
    asks: {
      zh: '帮扶期间，培训基地要确保对口帮扶基地通过国家和省里组织的基地评估检查。',
      en: 'During the term the helper base sees to it that the helped base passes national and provincial evaluations.',
    },
    reading: {
      zh: '帮扶期以协议的开始和结束为准，期外的评估不判定；协议没有写明起止的，无法判断。',
      en: 'The term is the agreement’s; evaluations outside it are not judged, and without a term nothing can be told.',
    },
    verdict: {
      zh: '协议期内有评估的，国家级、省级（没有写级别的另算一类）各判一次：最后一次“通过”即通过，以前没有通过的在说明里写出来；没有协议期的算无法判断，期外的不判。',
      en: 'Each level with an evaluation within the agreement’s term is judged (no level is a level of its own): the last one passed is a pass, which tells of earlier failures; without a term it is unknown, outside it there is no verdict.',
    },
    remedy: {
      zh: '对照评估意见整改，复评通过后另记一条；整改任务写进任务清单',
      en: 'Mend what the evaluation found, put it on the task list, and record the re-evaluation',
    },
  }),
});
