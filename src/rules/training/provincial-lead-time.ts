import { inChinese, inEnglish, inWords, lastOf, plusMonths } from '../../calendar/day.ts';
import { owedBy } from '../../engine/duty.ts';
import { type Check, defineRule, type Hint } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { months } from '../../notices/value-kinds.ts';
import { addWhatWasDone, remedyAhead } from '../common/ahead.ts';

const steps = {
  team: { label: { zh: '组建组织架构', en: 'team' }, done: 'The team was formed' },
  scheme: { label: { zh: '制订方案计划', en: 'scheme' }, done: 'The scheme was written' },
};

export default defineRule({
  id: 'training/provincial-lead-time',
  clause: 'leadMonths',
  modality: 'must',
  reads: { leadMonths: months },
  subject: 'session',
  on: (session) => session.provincial && session.period && { session, start: session.period.start },
  judge: ({ session, start }, { leadMonths }, { asOf }) => {
    const due = plusMonths(start, -leadMonths);
    return (['team', 'scheme'] as const).map(
      (step): Check =>
        () => {
          const path = session.at('preparation', step);
          const date = session.session.preparation?.[step];
          const { label, done } = steps[step];
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
  hints: ({ leadMonths }) => {
    const hint: Hint = {
      zh: `省级不晚于开班前 ${leadMonths} 个月`,
      en: `provincial: at least ${counted(leadMonths, 'month')} before the session begins`,
    };
    return { '/preparation/team': hint, '/preparation/scheme': hint };
  },
  words: ({ leadMonths }) => ({
    title: { zh: '省级培训提前组建架构、制订方案', en: 'Team and scheme ahead of a provincial session' },
    asks: {
      zh: `每期省级培训班提前至少 ${leadMonths} 个月组建组织架构、制订方案计划。`,
      en: `Each provincial session has its organising team formed and its scheme written at least ${counted(leadMonths, 'month')} ahead.`,
    },
    reading: {
      zh: '按日历月推算，对应日当天也算。',
      en: 'Calendar months: ahead is on or before the same day of the month.',
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。组织架构、方案计划都够早即通过；没有写的，最迟那天及以前算未到期，过后不通过。',
      en: 'Each dated provincial session is judged. Team and scheme early enough pass; one not dated is pending up to the last day that would do and fails after it.',
    },
    missing: { zh: '没有写明准备工作的日期：{items}', en: 'The dates of preparation are not given: {items}' },
    afterwards: addWhatWasDone,
    remedy: {
      zh: '在“准备”里写明组织架构、方案计划的日期',
      en: 'Give the dates of team and scheme under "preparation"',
    },
  }),
});
