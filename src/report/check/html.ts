import type { LongText } from '../../text/long-text.ts';
import { page } from '../record/html/page.ts';
import { complianceRecord } from '../record/record.ts';
import type { Reporter } from './report.ts';

/** For a browser: one page that needs nothing else, with filters, a matrix of rules, timelines and each finding. */
export const html: Reporter<LongText> = (result, { lang, quiet }) => {
  const { evidence } = result;
  const shown =
    evidence && quiet
      ? {
          ...evidence,
          findings: evidence.findings.filter(({ severity }) => severity === 'error'),
          waived: [],
        }
      : evidence;
  return page(complianceRecord({ ...result, evidence: shown }), lang);
};
