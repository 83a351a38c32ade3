import { defineDataRule } from '../../engine/rule.ts';
import { identityPath } from '../../records/set.ts';

export default defineDataRule({
  id: 'data/duplicate-record',
  severity: 'error',
  subject: 'record',
  on: (record) => record.duplicateOf && record,
  judge: ({ record, duplicateOf }, _, { where }) => {
    const first = duplicateOf ? where(duplicateOf) : '';
    return {
      fail: identityPath(record.kind),
      message: {
        zh: `这份记录在 ${first} 已经有了，本份没有参与判定`,
        en: `The same record already stands at ${first}; this one was not judged`,
      },
      expected: { zh: '只有一份', en: 'one record only' },
      actual: { zh: '第二份', en: 'a second one' },
    };
  },
  words: () => ({
    title: { zh: '同一记录只有一份', en: 'Each record stands once' },
    asks: {
      zh: '同一基地同一年度的年度计划、同一年度的全省计划、同一对基地的帮扶记录、同一城市同一年度的激励方案，各只有一份。第二份只报告，不参与合并和判定。',
      en: 'One plan a base and year, one province record a year, one pairing a pair, one city program a city and year. A second one is reported and left out of joins and judging.',
    },
    remedy: { zh: '删去多余的一份，或者把内容并到一起', en: 'Delete the spare one, or merge the two' },
  }),
});
