import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'training/tcm-base',
  modality: 'note',
  subject: 'base',
  on: (base) => base.tcmOnly && base,
  judge: () => ({
    fail: '/base/types',
    message: {
      zh: '中医住培基地按琼卫中医函〔2024〕4号附件4执行，本通知的院级要求不适用，这里没有判定',
      en: 'A base of Chinese medicine follows annex 4 of Qiong Wei Zhong Yi Han [2024] No. 4; the hospital-level duties of this notice do not apply and were not judged',
    },
    expected: { zh: '按琼卫中医函〔2024〕4号附件4', en: 'annex 4 of Qiong Wei Zhong Yi Han [2024] No. 4' },
    actual: { zh: '中医住培基地', en: 'tcm' },
  }),
  words: {
    title: { zh: '中医住培基地另有文件', en: 'Bases of Chinese medicine follow another document' },
    asks: {
      zh: '只有中医类别的基地，管理人员和师资培训依照另一份文件（琼卫中医函〔2024〕4号附件4），不按本方案判定。',
      en: 'A base whose only type is Chinese medicine trains its managers and faculty by another document (Qiong Wei Zhong Yi Han [2024] No. 4, annex 4), not by this plan.',
    },
    verdict: {
      zh: '类别只有中医的基地每年给一条提示，从不通过；其他基地不涉及。',
      en: 'A base whose only type is Chinese medicine gets this remark each year and never passes; other bases get no verdict.',
    },
    remedy: {
      zh: '对照那份文件自查；如果基地还有住培或助理全科类别，请在“类别”里补上',
      en: 'Check against that document; if the base has other types too, add them to "types"',
    },
  },
});
