import { defineDataRule } from '../../engine/rule.ts';
import { suggest } from '../../schema/vocabulary/suggest.ts';

export default defineDataRule({
  id: 'data/waiver-unknown-rule',
  severity: 'error',
  subject: 'waiver',
  on: (entry) => entry,
  judge: ({ path, record, waiver: { rule } }, _, { modalityOf, ruleIds }) => {
    if (modalityOf(rule, { record, path }) !== undefined) return 'pass';
    const near = suggest(rule, ruleIds);
    return {
      fail: `${path}/rule`,
      message: { zh: `没有“${rule}”这条规则`, en: `There is no rule "${rule}"` },
      expected: near ?? { zh: '已有的规则编号', en: 'the id of a rule' },
      actual: rule,
      ...(near ? { remedy: { zh: `是不是想写“${near}”？`, en: `Did you mean "${near}"?` } } : {}),
    };
  },
  words: () => ({
    title: { zh: '豁免写对规则编号', en: 'A waiver names a rule that exists' },
    asks: { zh: '豁免里的“规则”要写已有的规则编号。', en: 'The rule of a waiver is the id of a rule.' },
    remedy: {
      zh: '照检查结果里的规则编号写，例如 training/blended-format',
      en: 'Copy the id from a finding, such as training/blended-format',
    },
  }),
});
