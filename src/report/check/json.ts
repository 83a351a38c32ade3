import type { Finding, Verdict, WaivedFinding, Words } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import type { LongText } from '../../text/long-text.ts';
import { JsonList, longJson } from '../../text/visible.ts';
import { notJudgedJson } from '../not-judged.ts';
import { overridesJson } from '../overrides.ts';
import { cellJson } from '../place.ts';
import { listed, notJudgedTold, type Reporter } from './report.ts';

/** For programs: the documented shape; keys that are not always there are `record`, `sheet`, `cell`, `header` (of a workbook), `verdicts`, `notJudged`, `notAsked` and `overrides`. */
export const json: Reporter<LongText> = (result, options) => {
  const { lang } = options;
  const said = (words: Words | null) => words?.[lang] ?? null;
  const record = ({ record: index }: { record?: number }) => (index === undefined ? {} : { record: index });
  const finding = (each: Finding) => ({
    rule: each.rule,
    severity: each.severity,
    policy: each.policy,
    clause: each.clause,
    modality: each.modality,
    message: said(each.message),
    remedy: said(each.remedy),
    file: each.file,
    line: each.line,
    column: each.column,
    endLine: each.endLine,
    endColumn: each.endColumn,
    path: each.path,
    ...record(each),
    ...cellJson(each),
    subject: each.subject,
    expected: said(each.expected),
    actual: said(each.actual),
  });
  const waived = (each: WaivedFinding) => {
    const { reason, approvedBy, expires } = each.waiver;
    return { ...finding(each), waiver: { reason, approvedBy, ...(expires === undefined ? {} : { expires }) } };
  };
  const verdict = (each: Verdict) => ({
    rule: each.rule,
    verdict: each.verdict,
    file: each.file,
    line: each.line,
    column: each.column,
    path: each.path,
    ...record(each),
    ...cellJson(each),
    subject: each.subject,
  });
  const { files, records, severities, counts, overrides } = result;
  return longJson({
    schemaVersion: 1,
    tool: { name: 'hn-gp', version },
    asOf: result.asOf,
    summary: {
      files,
      records,
      errors: severities.error,
      warnings: severities.warning,
      infos: severities.info,
      waived: result.waived.length,
      verdicts: counts,
    },
    findings: new JsonList(listed(result.findings, options), finding),
    waived: new JsonList(result.waived, waived),
    ...(result.verdicts ? { verdicts: new JsonList(result.verdicts, verdict) } : {}),
    ...notJudgedJson(notJudgedTold(result, options), lang),
    ...overridesJson(overrides, lang),
  });
};
