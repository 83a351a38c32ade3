import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';
import { wholeList } from '../common/whole-list.ts';

const items = codes('city-program', '/assessment/indicators');

export default defineRule({
  id: 'haikou/assessment-indicators',
  clause: 'assessmentIndicators',
  modality: 'must',
  reads: { assessmentIndicators: items },
  subject: 'city',
  on: ({ city: { assessment } }) => assessment,
  judge: (assessment, { assessmentIndicators }) =>
    wholeList(items, assessmentIndicators, () => assessment.indicators, '/assessment/indicators'),
  hints: ({ assessmentIndicators }) => ({
    '/assessment/indicators': {
      zh: `都要有：${assessmentIndicators.zh}`,
      en: `all of them: ${assessmentIndicators.en}`,
    },
  }),
  words: ({ assessmentIndicators }) => ({
    title: { zh: '绩效考核指标', en: 'Indicators of the assessment' },
    asks: {
      zh: `全科医生绩效考核的指标要有：${assessmentIndicators.zh}。`,
      en: `The indicators by which GPs are assessed include: ${assessmentIndicators.en}.`,
    },
    reading: {
      zh: '这几项是最少要有的，另加指标照写在备注里。',
      en: 'These are the least; further indicators may go into the notes.',
    },
    verdict: {
      zh: '写了“绩效考核”的激励方案判一次。指标齐全即通过，缺的当即不通过。',
      en: 'Each city program with an assessment is judged. All the indicators pass; what is missing fails at once.',
    },
    missing: { zh: '绩效考核指标还缺：{items}', en: 'The indicators lack: {items}' },
    remedy: { zh: '修订考核方案后写进“指标”', en: 'Revise the assessment and list them under "indicators"' },
  }),
});
