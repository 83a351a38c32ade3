import { defineRule, judged } from '../../engine/rule.ts';
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
    return judged(count >= practiceBases, () => ({
      fail: '/practiceBases',
      message:
        count === 0
          ? {
              zh: `还没有全科医学实践教学基地，至少要 ${practiceBases} 个`,
              en: `There is no GP practice base yet; at least ${practiceBases} are asked for`,
            }
          : {
              zh: `全科医学实践教学基地只有 ${count} 个，少于 ${practiceBases} 个`,
              en: `Only ${counted(count, 'GP practice base')}, fewer than ${practiceBases}`,
            },
      expected: `≥ ${practiceBases}`,
      actual: String(count),
    }));
  },
  hints: ({ practiceBases, practiceBasesFrom }) => ({
    '/practiceBases': {
      zh: `${practiceBasesFrom} 年起不少于 ${practiceBases} 个`,
      en: `at least ${practiceBases} from ${practiceBasesFrom}`,
      of: 'practiceBases',
    },
  }),
  words: ({ practiceBases, practiceBasesFrom }) => ({
    title: { zh: '全科医学实践教学基地数', en: 'Number of GP practice bases' },
    asks: {
      zh: `到 ${practiceBasesFrom} 年建成不少于 ${practiceBases} 个全科医学实践教学基地。`,
      en: `At least ${counted(practiceBases, 'GP practice base')} ${practiceBases === 1 ? 'is' : 'are'} set up by ${practiceBasesFrom}.`,
    },
    reading: {
      zh: `${practiceBasesFrom} 年起每年都按 ${practiceBases} 个判定；多建的不算不合格。`,
      en: `From ${practiceBasesFrom} on each year asks for ${practiceBases}; more is no failure.`,
    },
    verdict: {
      zh: `${practiceBasesFrom} 年度起每年判一次。达到规定个数即通过，没有写当即不通过。`,
      en: `Judged for each year from ${practiceBasesFrom} on. The required number or more passes; not stated fails at once.`,
    },
    missing: { zh: '没有写实践教学基地数', en: 'The number of practice bases is not given' },
    remedy: { zh: '补建实践教学基地，并写明“实践教学基地数”', en: 'Set up more, and give "practiceBases"' },
  }),
});
