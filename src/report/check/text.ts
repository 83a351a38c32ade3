import { type Cell, counted, type Finding, type Language, type Stretch } from '../../model/finding.ts';
import { noticeNames, severityNames } from '../../model/names.ts';
import { byPlace } from '../../model/order.ts';
import { onOneLine } from '../../text/lines.ts';
import { visible } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { notJudgedLine } from '../not-judged.ts';
import { headerNamed, isHeader, placeIn } from '../place.ts';
import {
  byFile,
  details,
  isMendable,
  listed,
  MOST_IN_FULL,
  nextSteps,
  notJudgedTold,
  type Paint,
  plain,
  type Reporter,
  type ReportOptions,
  summaryLines,
} from './report.ts';
import { fitted, type Listed, untouchedLines, untouchedRecords } from './untouched.ts';

/** Widest source line shown whole, in terminal cells, and widest line that a finding and its remedy share. */
const MAXIMUM_WIDTH = 100;

/** Longest content of a cell that is shown whole, in characters. */
const LONGEST_CONTENT = 60;

/** Most slips that are listed one by one unasked; of more, those of one kind are told at the first. */
const MOST_SLIPS = 8;

type Shown = Pick<ReportOptions, 'lang' | 'paint' | 'columns' | 'verbose'>;

/**
 * For people: by file, then by session or whatever else the findings are about; worst first, and the same remedy once. Each
 * finding has its source line with a caret, what was asked and found, the clause and the remedy; where there are many it is
 * a line, unless all was asked for. Then the counts and what to do next.
 */
export const text: Reporter = (result, options) => {
  const { lang, paint, quiet, verbose } = options;
  const all: Listed[] = [...listed(result.findings, options), ...(quiet ? [] : result.waived)];
  const ofUntouched = verbose ? [] : untouchedRecords(all, result);
  const left = new Set(ofUntouched.flatMap(({ own }) => own));
  const findings = all.filter((each) => !left.has(each));
  const inFull = verbose || findings.filter((each) => !isSlip(each)).length <= MOST_IN_FULL;
  const lines = findingBlocks(findings, options, inFull);
  for (const each of ofUntouched) lines.push(...untouchedLines(each, result.asOf, options), '');
  const unjudged = notJudgedTold(result, options).map((each) => notJudgedLine(each, lang));
  for (const line of unjudged) lines.push(paint.yellow(line));
  if (unjudged.length > 0) lines.push('');
  lines.push(...summaryLines(result, options));
  if (!inFull)
    lines.push(
      lang === 'zh'
        ? '问题多，每个只列一行；原文、要求和实际加 --verbose 查看。'
        : 'There are many findings, so each has a line; add --verbose for the source, and what was asked and found.',
    );
  lines.push(...nextSteps(result, options));
  return `${lines.join('\n')}\n`;
};

/** Findings by file and what they are about: each with all that is to be said of it, or on a line or two. */
export function findingBlocks(all: readonly Listed[], options: Shown, inFull = true): string[] {
  const { lang, paint } = options;
  const lines: string[] = [];
  for (const [file, own] of byFile([...all].sort(byPlace))) {
    const [slips, others] = [own.filter(isSlip), own.filter((each) => !isSlip(each))];
    const notices = [...new Set(others.flatMap(({ notice }) => notice?.[lang] ?? []))];
    lines.push(paint.bold(paint.underline(visible(file))));
    if (!inFull && notices.length > 0) lines.push(`  ${paint.dim(clausesOf(notices, lang))}`);
    const told = new Told(others, options);
    for (const [subject, about] of bySubject(others)) {
      if (subject !== null) lines.push(`  ${paint.bold(visible(subject))}`);
      const remedies = told.remediesOf(about);
      for (const [index, finding] of about.entries()) {
        const remedy = remedies[index] ?? '';
        lines.push(
          ...(inFull
            ? inFullLines(finding, remedy, options)
            : shortLines(finding, remedy, notices.length > 1, options)),
        );
      }
      if (!inFull) lines.push('');
    }
    if (slips.length > 0) lines.push(...slipBlock(slips, options), '');
  }
  return lines;
}

const clausesOf = (notices: readonly string[], lang: Language): string =>
  visible(lang === 'zh' ? `条款出自 ${notices.join('、')}` : `clauses of ${notices.join(' and ')}`);

const severityOrder = ['error', 'warning', 'info'];
const weight = (finding: Listed): number =>
  'waiver' in finding ? severityOrder.length : severityOrder.indexOf(finding.severity);

/** The findings of a file by the session, or else what they are about; worst first in each, and those of one remedy together. */
export function bySubject(findings: readonly Listed[]): [subject: string | null, about: Listed[]][] {
  const groups = new Map<string, Listed[]>();
  for (const each of findings) {
    const key = JSON.stringify([each.record, each.subject, /^\/sessions\/\d+/.exec(each.path)?.[0]]);
    const about = groups.get(key);
    if (about) about.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((about) => {
    const firsts = new Map<string, number>();
    const first = (each: Listed) => firsts.get(mending(each)) ?? 0;
    about.sort((one, other) => weight(one) - weight(other));
    for (const [index, each] of about.entries()) if (!firsts.has(mending(each))) firsts.set(mending(each), index);
    about.sort((one, other) => weight(one) - weight(other) || first(one) - first(other));
    return [about[0]?.subject ?? null, about];
  });
}

/** What tells two remedies apart; a waiver is an approval of its own. */
const mending = (finding: Listed): string => ('waiver' in finding ? '' : finding.remedy.zh);

/** The remedies of a file's findings, each told once, and by its place after that. */
class Told {
  readonly #lang: Language;
  /** By place, the remedies of what stands there: where there are several, the place does not say which. */
  readonly #at = new Map<string, Set<string>>();
  /** By remedy, the place at which it was told. */
  readonly #places = new Map<string, string>();

  constructor(findings: readonly Listed[], { lang }: Shown) {
    this.#lang = lang;
    for (const finding of findings) {
      const place = placeIn(finding, lang);
      this.#at.set(place, (this.#at.get(place) ?? new Set()).add(mending(finding)));
    }
  }

  /** The remedy of each finding: with the last of those next to one another that have it, and later by the place of that. */
  remediesOf(about: readonly Listed[]): string[] {
    const lang = this.#lang;
    let shared = 0;
    return about.map((finding, index) => {
      const { remedy } = details(finding, lang);
      if ('waiver' in finding) return remedy;
      const place = this.#places.get(remedy);
      if (place !== undefined) return lang === 'zh' ? `改法同 ${place}` : `remedy as at ${place}`;
      shared += 1;
      const next = about[index + 1];
      if (next && mending(next) === mending(finding)) return '';
      const count = shared;
      shared = 0;
      const here = placeIn(finding, lang);
      if (this.#at.get(here)?.size === 1) this.#places.set(remedy, here);
      if (count === 1) return remedy;
      return lang === 'zh' ? `以上 ${count} 处，${remedy}` : `for these ${count}, ${remedy}`;
    });
  }
}

function labelOf(finding: Listed, { lang, paint }: Shown): string {
  if ('waiver' in finding) return paint.dim(lang === 'zh' ? '已豁免' : 'waived');
  return painted(finding, paint)(severityNames[finding.severity][lang]);
}

const painted = ({ severity }: Finding, paint: Paint): ((text: string) => string) =>
  ({ error: paint.red, warning: paint.yellow, info: paint.cyan })[severity];

/** What stands before the lines that belong to a finding. */
const INDENT = ' '.repeat(6);

/** A finding with all that is to be said of it. */
function inFullLines(finding: Listed, remedy: string, options: Shown): string[] {
  const { lang, paint, columns } = options;
  const lead = `  ${placeIn(finding, lang)}  `;
  const [first = '', ...more] = fitted(
    visible(finding.message[lang]),
    width(`${lead}${labelOf(finding, { ...options, paint: plain })}  `),
    columns,
  );
  // What it is about is its heading.
  const { asked, basis } = details({ ...finding, subject: null }, lang);
  const below = (text: string, style = (line: string) => line) =>
    text === '' ? [] : fitted(text, INDENT.length, columns).map((line) => INDENT + style(line));
  return [
    `${lead}${labelOf(finding, options)}  ${paint.bold(first)}`,
    ...more.map((line) => INDENT + paint.bold(line)),
    ...(finding.cell
      ? contentOf(finding.cell, lang, paint.dim)
      : excerpt(finding.key ?? finding, painted(finding, paint), paint.dim, columns)),
    ...below(asked),
    ...below(basis, paint.dim),
    ...below(remedy),
    '',
  ];
}

/** A finding on one line, with its remedy where both fit, else on two. */
function shortLines(finding: Listed, remedy: string, namesNotice: boolean, options: Shown): string[] {
  const { lang, paint, columns } = options;
  const { message, clause, policy, rule } = finding;
  const of = namesNotice && policy ? `${noticeNames[policy][lang]} ` : '';
  const locator = clause ? ` ${visible(of + clause.replaceAll(', ', lang === 'zh' ? '、' : ', '))}` : '';
  const basis = `${locator} ${rule}`;
  const lead = `  ${placeIn(finding, lang)}  `;
  const behind = width(`${lead}${labelOf(finding, { ...options, paint: plain })}  `);
  const said = visible(message[lang]);
  const isShared =
    remedy !== '' && !finding.cell && behind + width(`${said}${basis}  ${remedy}`) <= (columns ?? MAXIMUM_WIDTH);
  const [first = '', ...more] = fitted(said + basis, behind, columns);
  const shown = first.endsWith(basis) ? first.slice(0, first.length - basis.length) + paint.dim(basis) : first;
  return [
    `${lead}${labelOf(finding, options)}  ${shown}${isShared ? `  ${remedy}` : ''}`,
    ...more.map((line) => INDENT + line),
    ...(finding.cell ? contentOf(finding.cell, lang, paint.dim) : []),
    ...(isShared || remedy === '' ? [] : fitted(remedy, INDENT.length, columns).map((line) => INDENT + line)),
  ];
}

/** Whether a finding is a slip that was read as it was meant, and that `hn-gp fix` mends in the file. */
const isSlip = (finding: Finding): boolean =>
  finding.severity !== 'error' &&
  ['yaml/encoding', 'yaml/syntax'].includes(finding.rule) &&
  isMendable(finding) &&
  finding.cell === undefined;

/** The slips of a file, a line each, or of many a line a kind: they come last, since nothing in the plan depends on them. */
function slipBlock(slips: readonly Finding[], { lang, paint, verbose }: Shown): string[] {
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
  if (verbose || slips.length <= MOST_SLIPS) return [`  ${paint.yellow(head)}`, ...slips.map(lineOf)];
  const kinds = new Map<string, number[]>();
  for (const [index, { message }] of slips.entries())
    kinds.set(message[lang], [...(kinds.get(message[lang]) ?? []), index]);
  const lines = slips.map(lineOf);
  const kindLines = [...kinds.values()].map(([first = 0, ...others]) => {
    const more = lang === 'zh' ? `（同样的还有 ${others.length} 处）` : ` (and ${others.length} more like it)`;
    return `${lines[first]}${others.length > 0 ? more : ''}`;
  });
  return [`  ${paint.yellow(head)}`, ...kindLines];
}

/** The header of a cell, and what it shows. */
function contentOf(cell: Cell, lang: Language, dim: (text: string) => string): string[] {
  const header = isHeader(cell) ? (lang === 'zh' ? '表头' : 'header') : headerNamed(cell, lang);
  if (header === '') return [];
  const empty = cell.lacksHeader ? '' : lang === 'zh' ? '（空）' : '(empty)';
  const content = onOneLine(visible(cell.content));
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
  columns = Number.POSITIVE_INFINITY,
): string[] {
  if (source.trim() === '') return [];
  const characters = [...source].map(visible);
  let from = 0;
  let to = characters.length;
  const gutter = ' '.repeat(String(line).length);
  const room = Math.min(MAXIMUM_WIDTH, columns - gutter.length - 11);
  if (width(characters.join('')) > room) {
    // Characters take two cells at most.
    const most = Math.max(10, Math.min(60, Math.floor(room / 2)));
    from = Math.max(0, Math.min(column - 1 - Math.floor(most / 2), characters.length - most));
    to = Math.min(characters.length, from + most);
  }
  const before = (from > 0 ? '…' : '') + characters.slice(from, column - 1).join('');
  const shown = (from > 0 ? '…' : '') + characters.slice(from, to).join('') + (to < characters.length ? '…' : '');
  const last = endLine > line ? to : Math.min(endColumn - 1, to);
  const marked = width(characters.slice(column - 1, last).join(''));
  return [
    `      ${dim(`${line} |`)} ${shown}`,
    `      ${dim(`${gutter} |`)} ${' '.repeat(width(before))}${paint('^'.repeat(Math.max(1, marked)))}`,
  ];
}
