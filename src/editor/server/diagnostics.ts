import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Finding, Language, Severity } from '../../model/finding.ts';
import { details } from '../../report/check/report.ts';
import { lineEnd } from '../../text/lines.ts';
import { visible } from '../../text/visible.ts';
import type { EditorText } from './text.ts';

const weights: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A finding as the editor shows it. */
export function diagnosticOf(finding: Finding, text: EditorText, lang: Language): Diagnostic {
  const { asked, remedy } = details(finding, lang);
  return {
    range: rangeOf(finding, text),
    severity: weights[finding.severity],
    code: finding.rule,
    source: 'hn-gp',
    message: [visible(finding.message[lang]), asked, remedy].filter((line) => line !== '').join('\n'),
  };
}

/** Where a finding is shown: its place, of several lines the first alone, since nobody reads a page underlined. */
export function rangeOf(finding: Finding, text: EditorText): Range {
  const [start, end] = text.offsets(finding);
  return text.range(start, finding.endLine > finding.line ? lineEnd(text.read, start) : end);
}
