import type { Finding } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { boxed } from '../../text/table.ts';
import { visible } from '../../text/visible.ts';
import { notJudgedLine } from '../not-judged.ts';
import { fileAndLine, placeIn } from '../place.ts';
import { listed, nextSteps, notJudgedTold, type Reporter, summaryLines } from './report.ts';

/** One row a finding, for a quick look over many files; then the counts. */
export const table: Reporter = (result, options) => {
  const { lang } = options;
  const head =
    lang === 'zh'
      ? ['位置', '级别', '对象', '规则', '条款', '问题']
      : ['place', 'severity', 'subject', 'rule', 'clause', 'message'];
  const row = (finding: Finding, severity: string) =>
    [
      finding.cell ? fileAndLine(finding, lang) : `${finding.file}:${placeIn(finding, lang)}`,
      severity,
      finding.subject ?? '',
      finding.rule,
      finding.clause ?? '',
      finding.message[lang],
    ].map(visible);
  const waived = options.quiet ? [] : result.waived;
  const rows = [
    ...listed(result.findings, options).map((finding) => row(finding, severityNames[finding.severity][lang])),
    ...waived.map((finding) => row(finding, lang === 'zh' ? '已豁免' : 'waived')),
  ];
  const lines = rows.length > 0 ? [boxed(head, rows, options.columns), ''] : [];
  const told = notJudgedTold(result, options).map((each) => notJudgedLine(each, lang));
  return `${[...lines, ...told, ...summaryLines(result, options), ...nextSteps(result, options)].join('\n')}\n`;
};
