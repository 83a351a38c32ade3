import Table from 'cli-table3';
import type { Finding } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { notJudgedLine } from '../not-judged.ts';
import { fileAndLine, placeIn } from '../place.ts';
import { listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

/** Rows laid out at a time: the library's time grows with their square. */
const AT_A_TIME = 200;

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
  const lines = rows.length > 0 ? [...laidOut(head, rows), ''] : [];
  const told = notJudgedTold(result, options).map((each) => notJudgedLine(each, lang));
  return `${[...lines, ...told, ...summaryLines(result, options)].join('\n')}\n`;
};

const TOP = { top: '', 'top-left': '', 'top-mid': '', 'top-right': '' };
const BOTTOM = { bottom: '', 'bottom-left': '', 'bottom-mid': '', 'bottom-right': '' };

/** The lines of one table, laid out piece by piece with the same column widths. */
function laidOut(head: string[], rows: string[][]): string[] {
  const cells = [head, ...rows];
  const colWidths = head.map(
    (_, column) => 2 + cells.reduce((widest, each) => Math.max(widest, width(each[column] ?? '')), 0),
  );
  const pieces: string[] = [];
  for (let start = 0; start < rows.length; start += AT_A_TIME) {
    const chars = { ...(start > 0 ? TOP : {}), ...(start + AT_A_TIME < rows.length ? BOTTOM : {}) };
    const piece = new Table({
      ...(start === 0 ? { head } : {}),
      colWidths,
      chars,
      style: { head: [], border: [], compact: true },
    });
    piece.push(...rows.slice(start, start + AT_A_TIME));
    pieces.push(piece.toString());
  }
  return pieces;
}
