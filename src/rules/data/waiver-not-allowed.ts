import { defineDataRule } from '../../engine/rule.ts';

export default defineDataRule({
  id: 'data/waiver-not-allowed',
  severity: 'error',
  subject: 'waiver',
  on: (entry, _, { modalityOf }) => modalityOf(entry.waiver.rule, entry) !== undefined && entry,
  judge: ({ path, record, waiver: { rule } }, _, { modalityOf }) =>
    modalityOf(rule, { record, path }) === 'in-principle'
      ? 'pass'
      : {
          fail: `${path}/rule`,
          message: {
            zh: `“${rule}”不能豁免，只有“原则上”的要求可以`,
            en: `"${rule}" cannot be waived; only in-principle duties can`,
          },
          expected: { zh: '“原则上”的规则', en: 'an in-principle rule' },
          actual: rule,
        },
  words: () => ({
    title: { zh: '只有“原则上”的要求可以豁免', en: 'Only in-principle duties can be waived' },
    asks: {
      zh: '通知里写“原则上”的要求，经批准并说明理由可以不照办；其他要求不能豁免。',
      en: 'What a notice asks in principle may be departed from with a reason and an approval; nothing else may.',
    },
    remedy: { zh: '删去这条豁免，按要求整改', en: 'Delete the waiver and meet the duty' },
  }),
});
