import type { Severity } from '../../model/finding.ts';
import { jsonText, visible } from '../../text/visible.ts';
import { cellNamed } from '../place.ts';
import { fingerprints } from './fingerprints.ts';
import { details, listed, type Reporter } from './report.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** For GitLab's Code Quality: an array of the findings, empty where there are none. */
export const gitlab: Reporter = (result, options) => {
  const { lang } = options;
  const names = fingerprints(result);
  return jsonText(
    listed(result.findings, options).map((finding) => ({
      description: [visible(finding.message[lang]), cellNamed(finding, lang), details(finding, lang).remedy]
        .filter((part) => part !== '')
        .join(lang === 'zh' ? '。' : '. '),
      check_name: finding.rule,
      fingerprint: names.get(finding),
      severity: severities[finding.severity],
      location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
    })),
  );
};
