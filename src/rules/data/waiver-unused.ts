import { isAtLeast } from '../../calendar/day.ts';
import { defineDataRule } from '../../engine/rule.ts';

/** What the waiver reaches has no verdict yet, and may come to need it. */
const notYet = {
  zh: '这条规则还没判出结果，豁免先留着；判出来确实没有问题，再删去',
  en: 'Keep the waiver: the rule has no verdict here yet; delete it once that is a pass',
};

export default defineDataRule({
  id: 'data/waiver-unused',
  severity: 'warning',
  subject: 'waiver',
  on: (entry, _, { asOf, modalityOf, wasRun }) => {
    const { rule, reason, approvedBy, expires } = entry.waiver;
    // Of one without them it cannot be told whether it has an effect.
    void [reason, approvedBy];
    const isInForce = expires === undefined || isAtLeast(expires, asOf);
    return isInForce && modalityOf(rule, entry) === 'in-principle' && wasRun(rule, entry) && entry;
  },
  judge: ({ path, waiver: { rule }, used, awaited }) =>
    used
      ? 'pass'
      : {
          fail: `${path}/rule`,
          message: { zh: `没有需要“${rule}”豁免的问题`, en: `There is nothing for the waiver of "${rule}" to waive` },
          expected: { zh: '有问题才写豁免', en: 'a waiver only where something fails' },
          actual: rule,
          ...(awaited ? { remedy: notYet } : {}),
        },
  words: () => ({
    title: { zh: '没有多余的豁免', en: 'No waiver is idle' },
    asks: {
      zh: '规则已经通过或不适用的，不必写豁免。',
      en: 'Where the rule passes or does not apply, a waiver is not needed.',
    },
    remedy: { zh: '删去这条豁免', en: 'Delete the waiver' },
  }),
});
