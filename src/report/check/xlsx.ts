import type { CheckResult } from '../../model/check-result.ts';
import type { Finding, Language, Outcome, Severity, WaivedFinding, Words } from '../../model/finding.ts';
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

/** A column of a table: its title, its width in characters of Latin letters, and what it shows of each row. */
interface Column<Row> {
  title: Words;
  width: number;
  isFigure?: boolean;
  of: (row: Row) => TextCell;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const OUTCOMES: readonly Outcome[] = ['fail', 'unknown', 'pending', 'waived', 'pass'];

/** A sheet with a row for each of some things, in the report's language. */
const table = <Row>(
  name: Words,
  intro: readonly TextCell[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  lang: Language,
): TableSheet => ({
  name: name[lang],
  intro,
  columns: columns.map(({ title, width, isFigure = false }) => ({ title: title[lang], width, isFigure })),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
});

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
const intro = (title: Words, result: CheckResult, options: ReportOptions): TextCell[] => [
  cell(title[options.lang], 'title'),
  ...[
    ...summaryLines(result, options),
    ...notJudgedTold(result, options).map((each) => notJudgedLine(each, options.lang)),
  ].map((line) => cell(line, 'line')),
];

const sheetLink = ({ sheet, address }: NonNullable<Finding['cell']>): string =>
  `'${sheet.replaceAll("'", "''")}'!${address}`;

const EMPTY: Words = { zh: '（空）', en: '(empty)' };

/** The workbook's first sheet: each finding with a link to its cell. */
function front(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const columns: Column<Finding>[] = [
    severityColumn(lang),
    {
      title: { zh: '单元格', en: 'cell' },
      width: 16,
      of: (finding) => {
        const at = finding.cell;
        return at ? cell(`${at.sheet}!${at.address}`, 'link', sheetLink(at)) : cell(placeIn(finding, lang));
      },
    },
    { title: { zh: '表头', en: 'header' }, width: 16, of: ({ cell: at }) => cell(at?.header ?? '') },
    {
      title: { zh: '现在填的', en: 'content' },
      width: 18,
      of: ({ cell: at }) => cell(at ? at.content || EMPTY[lang] : ''),
    },
    ...aboutColumns(lang),
    remedyColumn(lang),
    basisColumn(lang),
  ];
  const name = { zh: '检查结果', en: 'Result' };
  const title = { zh: '检查结果', en: 'Result of the check' };
  return table(name, intro(title, result, options), columns, worstFirst(result, options), lang);
}

const severityColumn = (lang: Language): Column<Told> => ({
  title: { zh: '程度', en: 'severity' },
  width: 10,
  of: (told) =>
    isWaived(told)
      ? cell({ zh: '已豁免', en: 'waived' }[lang])
      : cell(severityNames[told.severity][lang], told.severity),
});

/** Whom a finding is about, and what it says. */
const aboutColumns = (lang: Language): Column<Told>[] => [
  { title: { zh: '对象', en: 'subject' }, width: 18, of: ({ subject }) => cell(subject ?? '') },
  { title: { zh: '问题', en: 'message' }, width: 40, of: ({ message }) => cell(message[lang]) },
];

const remedyColumn = (lang: Language): Column<Told> => ({
  title: { zh: '改法', en: 'remedy' },
  width: 40,
  of: ({ remedy }) => cell(remedy[lang]),
});

const basisColumn = (lang: Language): Column<Told> => ({
  title: { zh: '依据', en: 'basis' },
  width: 30,
  of: (told) => cell(basisOf(told, lang)),
});

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

/** Each base, pair, city and the province by how its verdicts came out, and all of them together. */
function totals(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const { owners, counts, dataErrors } = complianceRecord(result);
  const rows = [
    ...owners.map(({ notice, kind, owner, counts: own, dataErrors: errors }) => ({
      look: 'plain' as const,
      texts: [noticeNames[notice][lang], ownerKinds[kind][lang], owner],
      counts: own,
      errors: errors.length,
    })),
    { look: 'header' as const, texts: [{ zh: '合计', en: 'total' }[lang], '', ''], counts, errors: dataErrors },
  ];
  type Row = (typeof rows)[number];
  const text = (title: Words, width: number, index: number): Column<Row> => ({
    title,
    width,
    of: ({ texts, look }) => cell(texts[index] ?? '', look),
  });
  const figure = (title: Words, isBad: boolean, of: (row: Row) => number): Column<Row> => ({
    title,
    width: 13,
    isFigure: true,
    of: (row) => cell(of(row), isBad && of(row) > 0 ? 'error' : row.look),
  });
  const name = { zh: '汇总', en: 'Summary' };
  return table(
    name,
    intro(name, result, options),
    [
      text({ zh: '通知', en: 'notice' }, 16, 0),
      text({ zh: '类型', en: 'kind' }, 10, 1),
      text({ zh: '名称', en: 'name' }, 36, 2),
      figure(dataErrorName, true, ({ errors }) => errors),
      ...OUTCOMES.map((outcome) => figure(outcomeNames[outcome], outcome === 'fail', (row) => row.counts[outcome])),
    ],
    rows,
    lang,
  );
}

/** A row for each finding, with all that is known of it. */
function findings(result: CheckResult, options: ReportOptions): TableSheet {
  const { lang } = options;
  const all: Told[] = [...worstFirst(result, options), ...(options.quiet ? [] : result.waived)];
  const columns: Column<Told>[] = [
    severityColumn(lang),
    { title: { zh: '文件', en: 'file' }, width: 20, of: ({ file }) => cell(file) },
    {
      title: { zh: '位置', en: 'place' },
      width: 18,
      of: (told) => cell(told.cell ? cellNamed(told.cell, lang) : placeIn(told, lang)),
    },
    ...aboutColumns(lang),
    { title: { zh: '要求', en: 'asked' }, width: 24, of: ({ expected }) => cell(expected?.[lang] ?? '') },
    { title: { zh: '实际', en: 'found' }, width: 24, of: ({ actual }) => cell(actual?.[lang] ?? '') },
    remedyColumn(lang),
    basisColumn(lang),
    { title: { zh: '规则', en: 'rule' }, width: 20, of: ({ rule }) => cell(rule) },
    {
      title: { zh: '豁免', en: 'waiver' },
      width: 14,
      of: (told) => cell(isWaived(told) ? details(told, lang).remedy : ''),
    },
  ];
  return table({ zh: '问题', en: 'Findings' }, [], columns, all, lang);
}
