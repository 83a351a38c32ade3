import {
  type Cell,
  counted,
  type Finding,
  type Language,
  type Stretch,
  type WaivedFinding,
} from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { byPlace } from '../../model/order.ts';
import { visible, visibleAtStart, visibleCharacters } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { notJudgedLine } from '../not-judged.ts';
import { headerNamed, isHeader, placeIn } from '../place.ts';
import { byFile, details, listed, notJudgedTold, type Reporter, type ReportOptions, summaryLines } from './report.ts';

/** Widest source line shown whole, in terminal cells; longer ones are cut around the finding. */
const MAXIMUM_WIDTH = 100;

/** Longest content of a cell that is shown whole, in characters. */
const LONGEST_CONTENT = 60;

/** For people: by file, each finding with its source line and a caret, what was asked and found, the clause and the remedy; then the counts. */
export const text: Reporter = (result, options) => {
  const { lang, paint } = options;
  const lines = findingBlocks([...listed(result.findings, options), ...(options.quiet ? [] : result.waived)], options);
  const told = notJudgedTold(result, options).map((each) => notJudgedLine(each, lang));
  for (const line of told) lines.push(paint.yellow(line));
  if (told.length > 0) lines.push('');
  lines.push(...summaryLines(result, options));
  return `${lines.join('\n')}\n`;
};

/** Findings by file and place, each with its source line and a caret, what was asked and found, the clause and the remedy. */
export function findingBlocks(
  all: readonly (Finding | WaivedFinding)[],
  options: Pick<ReportOptions, 'lang' | 'paint'>,
): string[] {
  const { lang, paint } = options;
  const bySeverity = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);

  const lines: string[] = [];
  for (const [file, own] of byFile([...all].sort(byPlace))) {
    lines.push(paint.bold(paint.underline(visibleAtStart(file))), '');
    for (const finding of own.filter((each) => !isSlip(each))) {
      const { severity, message } = finding;
      const { asked, basis, remedy } = details(finding, lang);
      const label =
        'waiver' in finding ? paint.dim(word('已豁免', 'waived')) : bySeverity[severity](severityNames[severity][lang]);
      lines.push(`  ${placeIn(finding, lang)}  ${label}  ${paint.bold(visible(message[lang]))}`);
      lines.push(
        ...(finding.cell
          ? contentOf(finding.cell, lang, paint.dim)
          : excerpt(finding.key ?? finding, bySeverity[severity], paint.dim)),
      );
      if (asked) lines.push(`      ${asked}`);
      lines.push(`      ${paint.dim(basis)}`, `      ${remedy}`);
      lines.push('');
    }
    const slips = own.filter(isSlip);
    if (slips.length > 0) lines.push(...slipBlock(slips, options), '');
  }
  return lines;
}

/** Whether a finding is a slip that was read as it was meant, and that `hn-gp fix` mends in the file. */
const isSlip = (finding: Finding): boolean =>
  finding.severity !== 'error' &&
  (finding.rule === 'yaml/encoding' || (finding.rule === 'yaml/syntax' && finding.fix?.applicability === 'certain')) &&
  finding.cell === undefined;

/** The slips of a file, a line each: they come last, since nothing in the plan depends on them. */
function slipBlock(slips: readonly Finding[], { lang, paint }: Pick<ReportOptions, 'lang' | 'paint'>): string[] {
  const head =
    lang === 'zh'
      ? `${slips.length} 处笔误，已按本意读；运行 hn-gp fix 可改：`
      : `${counted(slips.length, 'slip')}, read as meant; hn-gp fix mends them:`;
  const lineOf = ({ line, column, message, fix }: Finding, index: number) => {
    // Of several slips on a line, the last shows how it should read.
    const isLast = slips[index + 1]?.line !== line;
    const mended = isLast && fix?.line !== undefined ? ` → ${visible(fix.line)}` : '';
    return `    ${line}:${column}  ${visible(message[lang])}${paint.dim(mended)}`;
  };
  return [`  ${paint.yellow(head)}`, ...slips.map(lineOf)];
}

/** The header of a cell, and what it shows. */
function contentOf(cell: Cell, lang: Language, dim: (text: string) => string): string[] {
  const header = isHeader(cell) ? (lang === 'zh' ? '表头' : 'header') : headerNamed(cell, lang);
  if (header === '') return [];
  const empty = cell.lacksHeader ? '' : lang === 'zh' ? '（空）' : '(empty)';
  const content = visible(cell.content).replace(/\s*\n\s*/g, ' ');
  const characters = [...content];
  const shown = characters.length > LONGEST_CONTENT ? `${characters.slice(0, LONGEST_CONTENT).join('')}…` : content;
  const between = cell.lacksHeader ? '' : lang === 'zh' ? '：' : ': ';
  return [`      ${dim('|')} ${header}${between}${shown || dim(empty)}`];
}

/** The source line with a caret under the stretch at fault, in terminal cells so that Chinese lines up. */
function excerpt(
  { source, line, column, endLine, endColumn }: Stretch,
  paint: (text: string) => string,
  dim: (text: string) => string,
): string[] {
  if (source.trim() === '') return [];
  const characters = visibleCharacters(source);
  let from = 0;
  let to = characters.length;
  if (width(characters.join('')) > MAXIMUM_WIDTH) {
    from = Math.max(0, Math.min(column - 1 - 30, characters.length - 60));
    to = Math.min(characters.length, from + 60);
  }
  const before = (from > 0 ? '…' : '') + characters.slice(from, column - 1).join('');
  const shown = (from > 0 ? '…' : '') + characters.slice(from, to).join('') + (to < characters.length ? '…' : '');
  const last = endLine > line ? to : Math.min(endColumn - 1, to);
  const marked = width(characters.slice(column - 1, last).join(''));
  const gutter = ' '.repeat(String(line).length);
  return [
    `      ${dim(`${line} |`)} ${shown}`,
    `      ${dim(`${gutter} |`)} ${' '.repeat(width(before))}${paint('^'.repeat(Math.max(1, marked)))}`,
  ];
}
