import type { Finding, WaivedFinding } from '../../model/finding.ts';
import { modalityNames, severityNames } from '../../model/names.ts';
import { csvText } from '../../text/csv.ts';
import { visible } from '../../text/visible.ts';
import { headerNamed } from '../place.ts';
import { listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

const columns = {
  zh: [
    '文件',
    '记录',
    '行',
    '列',
    '级别',
    '规则',
    '条款',
    '约束力',
    '对象',
    '路径',
    '问题',
    '要求',
    '实际',
    '改法',
    '豁免理由',
    '批准人',
    '豁免到期',
    '工作表',
    '单元格',
    '表头',
  ],
  en: [
    'file',
    'record',
    'line',
    'column',
    'severity',
    'rule',
    'clause',
    'modality',
    'subject',
    'path',
    'message',
    'expected',
    'actual',
    'remedy',
    'waiver reason',
    'approved by',
    'waiver expires',
    'sheet',
    'cell',
    'header',
  ],
};

/** For Excel: one row a finding. What the config changed stands in rows of its own at the end. */
export const csv: Reporter = (result, options) => {
  const { lang } = options;
  const row = (finding: Finding | WaivedFinding) => {
    const waiver = 'waiver' in finding ? finding.waiver : undefined;
    return [
      finding.file,
      finding.record === undefined ? '' : String(finding.record + 1),
      String(finding.line),
      String(finding.column),
      waiver ? (lang === 'zh' ? '已豁免' : 'waived') : severityNames[finding.severity][lang],
      finding.rule,
      finding.clause ?? '',
      finding.modality ? modalityNames[finding.modality][lang] : '',
      finding.subject ?? '',
      finding.path,
      finding.message[lang],
      finding.expected?.[lang] ?? '',
      finding.actual?.[lang] ?? '',
      finding.remedy[lang],
      waiver?.reason ?? '',
      waiver?.approvedBy ?? '',
      waiver?.expires ?? '',
      finding.cell?.sheet ?? '',
      finding.cell ? [finding.cell.address, ...(finding.cell.others ?? [])].join(' ') : '',
      finding.cell ? headerNamed(finding.cell, lang) : '',
    ].map(visible);
  };
  const rows = [...listed(result.findings, options), ...(options.quiet ? [] : result.waived)].map(row);
  const unjudged = notJudgedTold(result, options).map(({ file, record, line, cell, rule, isFailure, words }) => {
    const told: Partial<Record<string, string>> = {
      file,
      record: record === undefined ? '' : String(record + 1),
      line: String(line),
      column: '1',
      severity: lang === 'zh' ? (isFailure ? '没有判定' : '说明') : isFailure ? 'not judged' : 'note',
      rule,
      message: words[lang],
      sheet: cell?.sheet,
      cell: cell?.address,
      header: cell && headerNamed(cell, lang),
    };
    return columns.en.map((name) => visible(told[name] ?? ''));
  });
  const notes = summaryLines(result, options).map((line) => {
    const told: Partial<Record<string, string>> = { severity: lang === 'zh' ? '说明' : 'note', message: line };
    return columns.en.map((name) => told[name] ?? '');
  });
  return csvText([columns[lang], ...rows, ...unjudged, ...notes]);
};
