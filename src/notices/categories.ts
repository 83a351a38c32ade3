import type { Words } from '../model/finding.ts';
import type { Category } from '../model/record-types.ts';

/** The categories of provincial sessions, as the annex names them. */
export const specialtyNames: Record<Category, Words> = {
  managers: { zh: '管理人员', en: 'managers' },
  grassroots: { zh: '全科基层实践基地管理人员', en: 'grassroots' },
  'internal-medicine': { zh: '内科师资', en: 'internal-medicine' },
  surgery: { zh: '外科师资', en: 'surgery' },
  'general-practice': { zh: '全科师资', en: 'general-practice' },
  anesthesiology: { zh: '麻醉师资', en: 'anesthesiology' },
  ultrasound: { zh: '超声师资', en: 'ultrasound' },
  tcm: { zh: '中医类师资', en: 'tcm' },
};
