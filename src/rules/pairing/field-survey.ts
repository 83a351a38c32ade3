import { firstOf, inChinese, inEnglish, inWords, isAtMost, upTo } from '../../calendar/day.ts';
import { defineRule, judged, passing } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { counted, same } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { count, listed } from '../../notices/value-kinds.ts';
import { lengthOf, readable, some } from '../../records/counting.ts';

export default defineRule({
  id: 'pairing/field-survey',
  clause: 'surveys',
  modality: 'must',
  reads: { surveys: count },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing }, { surveys: least }) => {
    const { surveys = [] } = pairing;
    if (surveys.length === 0) return { missing: '/surveys', fills: '/surveys/-' };
    if (surveys.length < least)
      return {
        fail: '/surveys',
        fills: '/surveys/-',
        message: {
          zh: `实地调研只有 ${surveys.length} 次，少于 ${least} 次`,
          en: `Only ${counted(surveys.length, 'field survey')}, fewer than ${least}`,
        },
        expected: `≥ ${least}`,
        actual: String(surveys.length),
      };
    return [
      () => {
        const adopted = pairing.plan?.adopted;
        if (adopted === undefined) return 'pass';
        const isAhead = some(surveys, ({ date }) => isAtMost(date, adopted));
        const days = surveys.flatMap((survey, index) => readOr(() => [{ date: survey.date, index }], []));
        const first = days.reduce((early, day) => (firstOf(day.date) < firstOf(early.date) ? day : early));
        return judged(isAhead, () => ({
          fail: `/surveys/${first.index}/date`,
          message: {
            zh: `第一次调研在 ${inChinese(first.date)}，晚于工作计划的制定（${inChinese(adopted)}）`,
            en: `The first survey, on ${inEnglish(first.date)}, came after the work plan was adopted on ${inEnglish(adopted)}`,
          },
          expected: upTo(adopted),
          actual: inWords(first.date),
        }));
      },
      () =>
        some(surveys, ({ findings }) => reaches(lengthOf(findings), 1))
          ? passing(() => ({
              expected: { zh: '写明问题需求', en: 'findings given' },
              actual: listed(
                readable(surveys).flatMap((survey) => readable(readOr(() => survey.findings, [])).map(same)),
              ),
            }))
          : {
              missing: '/surveys',
              label: { zh: '调研发现的问题需求', en: 'what the survey found' },
              fills: '/surveys/0/findings',
            },
    ];
  },
  hints: ({ surveys }) => ({
    '/surveys': {
      zh: `不少于 ${surveys} 次，在定计划之前`,
      en: `at least ${surveys}, before the plan is adopted`,
    },
  }),
  words: ({ surveys }) => ({
    title: { zh: '先实地调研，再定计划', en: 'A field survey comes before the plan' },
    asks: {
      zh: `培训基地到对口帮扶基地实地调研不少于 ${surveys} 次，弄清实际需求和存在问题，再商议制定工作计划。`,
      en: `The helper base surveys the helped base on the spot, at least ${counted(surveys, 'time')}, for its needs and problems before both settle the work plan.`,
    },
    reading: {
      zh: '第一次调研不晚于计划制定日即可；历次调研里要有写明问题需求的。',
      en: 'The first survey may fall on the day the plan is adopted; what was found is recorded in one survey or another.',
    },
    verdict: {
      zh: `每对帮扶各判一次。调研不少于 ${surveys} 次、首次不晚于工作计划制定之日、有一次写了问题需求，都满足才通过。`,
      en: `Each pairing is judged. It passes with at least ${counted(surveys, 'survey')}, the first no later than the plan’s adoption, and findings in one of them.`,
    },
    missing: { zh: '没有写：{items}', en: 'Not stated: {items}' },
    remedy: {
      zh: '补做或补记调研，写上“日期”和“问题需求”',
      en: 'Hold or record the survey with its "date" and "findings"',
    },
  }),
});
