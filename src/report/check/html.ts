import { page } from '../record/html/page.ts';
import { complianceRecord } from '../record/record.ts';
import type { Reporter } from './report.ts';

/** For a browser: one page that needs nothing else, with filters, a matrix of rules, timelines and each finding. */
export const html: Reporter = (result, { lang, quiet }) => {
  const { particulars } = result;
  const shown =
    particulars && quiet
      ? {
          ...particulars,
          findings: particulars.findings.filter(({ severity }) => severity === 'error'),
          waived: [],
        }
      : particulars;
  return page(complianceRecord({ ...result, particulars: shown }), lang);
};
