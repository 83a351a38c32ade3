import type { Language, Severity } from '../../model/finding.ts';
import { sha256Hex } from '../../text/digest.ts';
import { jsonText, visible } from '../../text/visible.ts';
import { notJudgedIn } from '../not-judged.ts';
import { overridesInWords } from '../overrides.ts';
import { withCell } from '../place.ts';
import { fingerprints } from './fingerprints.ts';
import { details, listed, notJudgedTold, type Reporter } from './report.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** For GitLab's Code Quality: an array of the findings and of what was not judged, and what the config changed; empty where there are none. */
export const gitlab: Reporter = (result, options) => {
  const { lang } = options;
  const names = fingerprints(result);
  const unjudged = notJudgedTold(result, options).map((each) => ({
    description: notJudgedIn(each, lang),
    check_name: each.rule,
    fingerprint: sha256Hex(JSON.stringify([each.rule, each.file, each.record])),
    severity: each.isFailure ? 'critical' : 'info',
    location: { path: each.file, lines: { begin: each.line, end: each.line } },
  }));
  const { overrides } = result;
  const changes = overridesInWords(overrides).map((words) => ({
    description: visible(words[lang]),
    check_name: 'config/overrides',
    fingerprint: sha256Hex(words.zh),
    severity: 'info',
    location: { path: overrides?.config ?? overrides?.editions[0]?.file, lines: { begin: 1, end: 1 } },
  }));
  return jsonText([
    ...listed(result.findings, options).map((finding) => ({
      description: inSentences(withCell(finding, lang), details(finding, lang).remedy, lang),
      check_name: finding.rule,
      fingerprint: names.get(finding),
      severity: severities[finding.severity],
      location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
    })),
    ...unjudged,
    ...changes,
  ]);
};

/** A message and its remedy on one line; a message that asks ends with its own mark. */
function inSentences(said: string, remedy: string, lang: Language): string {
  if (remedy === '') return said;
  const [stop, space] = lang === 'zh' ? ['。', ''] : ['.', ' '];
  return `${said}${/[？?]$/.test(said) ? '' : stop}${space}${remedy}`;
}
