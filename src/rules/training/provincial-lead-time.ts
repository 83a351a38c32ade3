import { type Day, inChinese, inEnglish, inWords, lastOf, plusMonths } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { type Check, defineRule, type Hint } from '../../engine/rule.ts';
import { counted, type Words } from '../../model/finding.ts';
import { definition, keys, listed, months } from '../../notices/value-kinds.ts';
import { addWhatWasDone, remedyAhead } from '../common/ahead.ts';

interface Step {
  label: Words;
  done: string;
}

const steps: Record<string, Step> = {
  team: { label: { zh: '组建组织架构', en: 'team' }, done: 'The team was formed' },
  scheme: { label: { zh: '制订方案计划', en: 'scheme' }, done: 'The scheme was written' },
};

function stepOf(step: string): Step {
  const label = dated.said([step]);
  return steps[step] ?? { label, done: `${label.en} is dated` };
}

const dated = definition(keys('session', '/preparation', 'date'));

export default defineRule({
  id: 'training/provincial-lead-time',
  clause: 'leadMonths',
  modality: 'must',
  reads: { leadMonths: months, leadSteps: dated },
  subject: 'session',
  on: (session) => session.provincial && session.period && { session, start: session.period.start },
  judge: ({ session, start }, { leadMonths, leadSteps }, { asOf }) => {
    const due = plusMonths(start, -leadMonths);
    return leadSteps.map(
      (step): Check =>
        () => {
          const path = session.at('preparation', step);
          const date = (session.session.preparation as Record<string, Day> | undefined)?.[step];
          const { label, done } = stepOf(step);
          return owedBy({ due, path, date, part: { id: step, label } }, asOf, (late) => ({
            fail: path,
            message: {
              zh: `${label.zh}在 ${inChinese(late)}，没有提前 ${leadMonths} 个月，应在 ${lastOf(due)}（含）前`,
              en: `${done} on ${inEnglish(late)}, less than ${counted(leadMonths, 'month')} ahead (${lastOf(due)} at the latest)`,
            },
            expected: `≤ ${lastOf(due)}`,
            actual: inWords(late),
            ...remedyAhead(session, asOf),
          }));
        },
    );
  },
  hints: ({ leadMonths, leadSteps }) => {
    const hint: Hint = {
      zh: `省级不晚于开班前 ${leadMonths} 个月`,
      en: `provincial: at least ${counted(leadMonths, 'month')} before the session begins`,
    };
    return Object.fromEntries(leadSteps.value.map((step) => [`/preparation/${step}`, hint]));
  },
  words: ({ leadMonths, leadSteps }) => {
    const all = listed(leadSteps.value.map((step) => stepOf(step).label));
    return {
      title: { zh: `省级培训提前${all.zh}`, en: `Ahead of a provincial session: ${all.en}` },
      asks: {
        zh: `每期省级培训班提前至少 ${leadMonths} 个月${all.zh}。`,
        en: `Each provincial session has these ready at least ${counted(leadMonths, 'month')} ahead: ${all.en}.`,
      },
      reading: {
        zh: '按日历月推算，对应日当天也算。',
        en: 'Calendar months: ahead is on or before the same day of the month.',
      },
      verdict: {
        zh: `写了日期的每期省级班各判一次。${leadSteps.zh}都够早即通过；没有写的，最迟那天及以前算未到期，过后不通过。`,
        en: `Each dated provincial session is judged. All of these early enough pass: ${leadSteps.en}; one not dated is pending up to the last day that would do and fails after it.`,
      },
      missing: { zh: '没有写明准备工作的日期：{items}', en: 'The dates of preparation are not given: {items}' },
      afterwards: addWhatWasDone,
      remedy: {
        zh: `写明“准备”的${leadSteps.zh}各是哪一天`,
        en: `Give the dates of ${leadSteps.en} under "preparation"`,
      },
    };
  },
});
