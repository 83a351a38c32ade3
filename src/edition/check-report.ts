import type { CheckResult } from '../model/check-result.ts';
import { counted, type Language, type Severity } from '../model/finding.ts';
import { noticeNames, severityNames } from '../model/names.ts';
import { json as checkJson } from '../report/check/json.ts';
import { type Paint, plain } from '../report/check/report.ts';
import { findingBlocks } from '../report/check/text.ts';
import { visible } from '../text/visible.ts';
import type { CheckedEdition } from './check.ts';

const count = ({ findings }: CheckedEdition, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** What was found in an edition, for people: as in the report of a check, then what the edition holds. */
export function editionText(checked: CheckedEdition, lang: Language, paint: Paint): string {
  const { findings, data, drafts } = checked;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const lines = findingBlocks(findings, { lang, paint });
  if (data) {
    const { notice, edition, values, rules = {}, clauses = [] } = data;
    const [numbers, paragraphs] = [Object.keys(values).length, clauses.length];
    const rest =
      drafts === 0
        ? word('都核对过了', 'all looked over')
        : word(`${drafts} 项还没有核对`, `${drafts} not looked over`);
    lines.push(
      visible(
        word(
          `${noticeNames[notice].zh}“${edition}”版：${numbers} 项数字和名单，${Object.keys(rules).length} 条规则的说明，${paragraphs} 段，${rest}。`,
          `${noticeNames[notice].en}, edition ${edition}: ${counted(numbers, 'value')}, ${counted(Object.keys(rules).length, 'rule')}, ${counted(paragraphs, 'paragraph')}; ${rest}.`,
        ),
      ),
    );
  }
  const counts = (['error', 'warning', 'info'] as const).map((severity) =>
    lang === 'zh'
      ? `${count(checked, severity)} 个${severityNames[severity].zh}`
      : counted(count(checked, severity), severityNames[severity].en),
  );
  lines.push(word(`${counts.join('、')}。`, `${counts.join(', ')}.`));
  return `${lines.join('\n')}\n`;
}

/** The same for programs: as the report of a check, without records and verdicts. */
export function editionJson(checked: CheckedEdition, file: string, asOf: string, lang: Language): string {
  const { findings } = checked;
  const result: CheckResult = {
    asOf,
    inputs: [file],
    files: 1,
    records: 0,
    unjudged: [],
    unasked: [],
    unreadable: [],
    editionFiles: [],
    notes: [],
    findings,
    waived: [],
    untouched: [],
    verdicts: undefined,
    deadlines: undefined,
    hidingDeadlines: undefined,
    evidence: undefined,
    counts: { pass: 0, fail: 0, pending: 0, unknown: 0, waived: 0 },
    severities: { error: count(checked, 'error'), warning: count(checked, 'warning'), info: count(checked, 'info') },
    overrides: undefined,
  };
  return String(checkJson(result, { lang, paint: plain, quiet: false }));
}
