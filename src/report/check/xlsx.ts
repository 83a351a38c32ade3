import type { CheckResult } from '../../model/check-result.ts';
import type { Finding, Language, Outcome, Severity, WaivedFinding } from '../../model/finding.ts';
import { modalityNames, noticeNames, outcomeNames, severityNames } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import { markedWorkbook, newWorkbook } from '../../tree/workbook/mark.ts';
import type { Mark } from '../../tree/workbook/marked-cells.ts';
import type { Look } from '../../tree/workbook/marked-styles.ts';
import type { TableSheet, TextCell } from '../../tree/workbook/table-sheet.ts';
import { notJudgedLine } from '../not-judged.ts';
import { cellNamed, placeIn } from '../place.ts';
import { complianceRecord } from '../record/record.ts';
import { dataErrorName, ownerKinds } from '../record/words.ts';
import { details, listed, notJudgedTold, type ReportOptions, summaryLines } from './report.ts';

type Told = Finding | WaivedFinding;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const OUTCOMES: readonly Outcome[] = ['fail', 'unknown', 'pending', 'waived', 'pass'];

const cell = (text: string | number, look: Look = 'plain', link?: string): TextCell => ({
  text: typeof text === 'string' ? visible(text) : text,
  look,
  ...(link === undefined ? {} : { link }),
});

/**
 * For people at home in Excel: what was found with filters, and what came out for each base, pair and city. Where one
 * workbook was checked it is that workbook, its cells coloured and noted, led by a sheet that leads to them; those two
 * tables alone where it is too damaged to be marked.
 */
export function xlsx(result: CheckResult, options: ReportOptions): Uint8Array {
  const tables = [totals(result, options), findings(result, options)];
  const { workbook } = options;
  const marked = workbook && markedWorkbook(workbook, marks(result, options), [front(result, options), ...tables]);
  return marked ?? newWorkbook(tables);
}

const isWaived = (told: Told): told is WaivedFinding => 'waiver' in told;

/** What is listed, the worst first, then by place. */
const worstFirst = (result: CheckResult, options: ReportOptions): readonly Finding[] =>
  SEVERITIES.flatMap((each) => listed(result.findings, options).filter(({ severity }) => severity === each));

/** What a report says before anything else: the counts, and what was not judged. */
const intro = (title: string, result: CheckResult, options: ReportOptions): TextCell[] => [
  cell(title, 'title'),
  ...[
    ...summaryLines(result, options),
    ...notJudgedTold(result, options).map((each) => notJudgedLine(each, options.lang)),
  ].map((line) => cell(line, 'line')),
];

const sheetLink = ({ sheet, address }: NonNullable<Finding['cell']>): string =>
  `'${sheet.replaceAll("'", "''")}'!${address}`;

/** The workbook's first sheet: each finding with a link to its cell. */
function front(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return {
    name: word('检查结果', 'Result'),
    intro: intro(word('检查结果', 'Result of the check'), result, options),
    columns: [
      { title: word('程度', 'severity'), width: 10 },
      { title: word('单元格', 'cell'), width: 16 },
      { title: word('表头', 'header'), width: 16 },
      { title: word('现在填的', 'content'), width: 18 },
      { title: word('对象', 'subject'), width: 18 },
      { title: word('问题', 'message'), width: 40 },
      { title: word('改法', 'remedy'), width: 40 },
      { title: word('依据', 'basis'), width: 30 },
    ],
    rows: worstFirst(result, options).map((finding) => {
      const { severity, subject, message, remedy, cell: at } = finding;
      return [
        cell(severityNames[severity][lang], severity),
        at ? cell(`${at.sheet}!${at.address}`, 'link', sheetLink(at)) : cell(placeIn(finding, lang)),
        cell(at?.header ?? ''),
        cell(at?.content || (at ? word('（空）', '(empty)') : '')),
        cell(subject ?? ''),
        cell(message[lang]),
        cell(remedy[lang]),
        cell(basisOf(finding, lang)),
      ];
    }),
  };
}

const basisOf = ({ notice, clause, modality }: Finding, lang: Language): string => {
  if (!clause) return '';
  const of = notice ? `${notice[lang]} ` : '';
  const binding = modality
    ? lang === 'zh'
      ? `（${modalityNames[modality].zh}）`
      : ` (${modalityNames[modality].en})`
    : '';
  return `${of}${clause}${binding}`;
};

/** The cells that findings are about, with all that is found at each. */
const marks = (result: CheckResult, options: ReportOptions): Mark[] =>
  listed(result.findings, options).flatMap((finding) => {
    const { cell: at, severity, message } = finding;
    if (!at) return [];
    const { asked, basis, remedy } = details(finding, options.lang);
    const lead = `${severityNames[severity][options.lang]}${options.lang === 'zh' ? '：' : ': '}`;
    const text = [`${lead}${visible(message[options.lang])}`, asked, remedy, basis]
      .filter((line) => line !== '')
      .join('\n');
    return [at.address, ...(at.others ?? [])].map((address) => ({ tab: at.tab, address, severity, text }));
  });

/** Each base, pair, city and the province by how its verdicts came out. */
function totals(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { owners, counts, dataErrors } = complianceRecord(result);
  const numbers = (of: Record<Outcome, number>, errors: number): TextCell[] => [
    cell(errors, errors > 0 ? 'error' : 'plain'),
    ...OUTCOMES.map((outcome) => cell(of[outcome], outcome === 'fail' && of.fail > 0 ? 'error' : 'plain')),
  ];
  return {
    name: word('汇总', 'Summary'),
    intro: intro(word('汇总', 'Summary'), result, options),
    columns: [
      { title: word('通知', 'notice'), width: 16 },
      { title: word('类型', 'kind'), width: 10 },
      { title: word('名称', 'name'), width: 36 },
      ...[dataErrorName, ...OUTCOMES.map((outcome) => outcomeNames[outcome])].map((name) => ({
        title: name[lang],
        width: 13,
      })),
    ],
    rows: [
      ...owners.map(({ notice, kind, owner, counts: own, dataErrors: errors }) => [
        cell(noticeNames[notice][lang]),
        cell(ownerKinds[kind][lang]),
        cell(owner),
        ...numbers(own, errors.length),
      ]),
      [cell(word('合计', 'total'), 'header'), cell(''), cell(''), ...numbers(counts, dataErrors)],
    ],
  };
}

/** A row for each finding, with all that is known of it. */
function findings(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const all: Told[] = [...worstFirst(result, options), ...(options.quiet ? [] : result.waived)];
  return {
    name: word('问题', 'Findings'),
    intro: [],
    columns: [
      { title: word('程度', 'severity'), width: 10 },
      { title: word('文件', 'file'), width: 20 },
      { title: word('位置', 'place'), width: 18 },
      { title: word('对象', 'subject'), width: 18 },
      { title: word('问题', 'message'), width: 40 },
      { title: word('要求', 'asked'), width: 24 },
      { title: word('实际', 'found'), width: 24 },
      { title: word('改法', 'remedy'), width: 40 },
      { title: word('依据', 'basis'), width: 30 },
      { title: word('规则', 'rule'), width: 20 },
      { title: word('豁免', 'waiver'), width: 14 },
    ],
    rows: all.map((told) => [
      cell(
        isWaived(told) ? word('已豁免', 'waived') : severityNames[told.severity][lang],
        isWaived(told) ? 'plain' : told.severity,
      ),
      cell(told.file),
      cell(told.cell ? cellNamed(told.cell, lang) : placeIn(told, lang)),
      cell(told.subject ?? ''),
      cell(told.message[lang]),
      cell(told.expected?.[lang] ?? ''),
      cell(told.actual?.[lang] ?? ''),
      cell(told.remedy[lang]),
      cell(basisOf(told, lang)),
      cell(told.rule),
      cell(isWaived(told) ? details(told, lang).remedy : ''),
    ]),
  };
}
