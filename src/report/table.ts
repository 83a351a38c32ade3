import Table from 'cli-table3';
import { listed, type Reporter, severityNames, summaryLines, visible } from './report.ts';

/** One row a finding, for a quick look over many files; then the counts. */
export const table: Reporter = (result, options) => {
  const { lang } = options;
  const head =
    lang === 'zh'
      ? ['位置', '级别', '对象', '规则', '条款', '问题']
      : ['place', 'severity', 'subject', 'rule', 'clause', 'message'];
  const rows = new Table({ head, style: { head: [], border: [], compact: true } });
  const add = (finding: (typeof result.findings)[number], severity: string) =>
    rows.push(
      [
        `${finding.file}:${finding.line}:${finding.column}`,
        severity,
        finding.subject ?? '',
        finding.rule,
        finding.clause ?? '',
        finding.message[lang],
      ].map(visible),
    );
  for (const finding of listed(result.findings, options)) add(finding, severityNames[finding.severity][lang]);
  if (!options.quiet) for (const finding of result.waived) add(finding, lang === 'zh' ? '已豁免' : 'waived');
  const lines = rows.length > 0 ? [rows.toString(), ''] : [];
  return `${[...lines, ...summaryLines(result, options)].join('\n')}\n`;
};
