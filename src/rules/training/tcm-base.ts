import { defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { document, optional } from '../../notices/value-kinds.ts';

/** What such a base goes by; an edition may leave its name out. */
const governing = (named: Words | undefined): Words =>
  named ?? { zh: '通知另外指明的文件', en: 'the document that the notice refers it to' };

export default defineRule({
  id: 'training/tcm-base',
  modality: 'note',
  reads: { tcmDocument: optional(document) },
  subject: 'base',
  on: (base) => base.tcmOnly && base,
  judge: (_, { tcmDocument }) => {
    const { zh, en } = governing(tcmDocument);
    return {
      fail: '/base/types',
      message: {
        zh: `中医住培基地按${zh}执行，本通知的院级要求不适用，这里没有判定`,
        en: `A base of Chinese medicine follows ${en}; the hospital-level duties of this notice do not apply and were not judged`,
      },
      expected: { zh: `按${zh}`, en },
      actual: { zh: '中医住培基地', en: 'tcm' },
    };
  },
  hints: ({ tcmDocument }) => {
    const { zh, en } = governing(tcmDocument);
    return {
      '/base/types': { zh: `只有中医一类的，按${zh}执行`, en: `a base of Chinese medicine only follows ${en}` },
    };
  },
  words: ({ tcmDocument }) => {
    const { zh, en } = governing(tcmDocument);
    return {
      title: { zh: '中医住培基地另有文件', en: 'Bases of Chinese medicine follow another document' },
      asks: {
        zh: `只有中医类别的基地，管理人员和师资培训依照另一份文件（${zh}），不按本方案判定。`,
        en: `A base whose only type is Chinese medicine trains its managers and faculty by another document (${en}), not by this plan.`,
      },
      verdict: {
        zh: '类别只有中医的基地每年给一条提示，不算判定；其他基地不涉及。',
        en: 'A base whose only type is Chinese medicine gets this remark each year, which is no verdict; other bases get none.',
      },
      remedy: {
        zh: '对照那份文件自查；如果基地还有住培或助理全科类别，请补进“类别”',
        en: 'Check against that document; if the base has other types too, add them to "types"',
      },
    };
  },
});
