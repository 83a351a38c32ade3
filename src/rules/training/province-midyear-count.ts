import { withDuty } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { count, date } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/province-midyear-count',
  clause: ['provinceMidyear', 'provinceMidyearSessions'],
  modality: 'must',
  reads: { provinceMidyear: date, provinceMidyearSessions: count },
  subject: 'province',
  on: (province) => province,
  judge: ({ sessions }, { provinceMidyear, provinceMidyearSessions }) => {
    const begun = sessions.filter(({ start }) => start !== undefined && start <= provinceMidyear).length;
    return withDuty(
      { due: provinceMidyear, done: begun >= provinceMidyearSessions, path: '/sessions' },
      begun >= provinceMidyearSessions
        ? 'pass'
        : {
            fail: '/sessions',
            message: {
              zh: `${provinceMidyear} 前开始的省级培训班只有 ${begun} 期，少于 ${provinceMidyearSessions} 期`,
              en: `Only ${counted(begun, 'provincial session')} starting by ${provinceMidyear}, fewer than ${provinceMidyearSessions}`,
            },
            expected: `≥ ${provinceMidyearSessions}`,
            actual: String(begun),
          },
    );
  },
  words: {
    title: { zh: '上半年省级培训期数', en: 'Provincial sessions by mid-year' },
    asks: {
      zh: '6 月底前至少组织规定期数的省级培训班。',
      en: 'By the end of June the required number of provincial sessions is under way.',
    },
    reading: {
      zh: '“组织”指开班：6 月 30 日当天或之前开始的都算。',
      en: 'To organise is to begin: a session counts that starts on or before 30 June.',
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。节点当天及以前开班的省级班够数即通过，不够当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Enough provincial sessions starting on or before the line pass; too few fail at once.',
    },
    remedy: { zh: '把部分培训班提前到 6 月底前开班', en: 'Start some sessions by the end of June' },
  },
});
