import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { count, year } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'haikou/practice-bases',
  clause: ['practiceBases', 'practiceBasesFrom'],
  modality: 'must',
  reads: { practiceBases: count, practiceBasesFrom: year },
  subject: 'city',
  on: ({ city }, { practiceBasesFrom }) => city.year >= practiceBasesFrom && city,
  judge: ({ practiceBases: count }, { practiceBases }) => {
    if (count === undefined) return { missing: '/practiceBases' };
    return count >= practiceBases
      ? 'pass'
      : {
          fail: '/practiceBases',
          message: {
            zh: `全科医学实践教学基地只有 ${count} 个，少于 ${practiceBases} 个`,
            en: `Only ${counted(count, 'GP practice base')}, fewer than ${practiceBases}`,
          },
          expected: `≥ ${practiceBases}`,
          actual: String(count),
        };
  },
  words: {
    title: { zh: '全科医学实践教学基地数', en: 'Number of GP practice bases' },
    asks: {
      zh: '到 2020 年建设 6 至 8 个全科医学实践教学基地。',
      en: 'Six to eight GP practice bases are set up by 2020.',
    },
    reading: {
      zh: '2020 年起每年都按 6 个判定；超过 8 个是多做了，不算不合格。',
      en: 'From 2020 on each year asks for six; more than eight is more than asked, not a failure.',
    },
    verdict: {
      zh: '2020 年度起每年判一次。达到规定个数即通过，没有写当即不通过。',
      en: 'Judged for each year from 2020 on. The required number or more passes; not stated fails at once.',
    },
    missing: { zh: '没有写实践教学基地数', en: 'The number of practice bases is not given' },
    remedy: { zh: '补建实践教学基地，并写明“实践教学基地数”', en: 'Set up more, and give "practiceBases"' },
  },
});
