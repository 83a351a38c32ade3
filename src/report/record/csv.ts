import type { Language } from '../../model/finding.ts';
import { noticeNames, outcomeNames } from '../../model/names.ts';
import { csvText } from '../../text/csv.ts';
import { visible } from '../../text/visible.ts';
import { addressOf } from '../place.ts';
import { type ComplianceRecord, foundIn, requiredBy, standsAt } from './record.ts';
import { countsInWords, dataErrorName, ownerKinds, preamble } from './words.ts';

const columns = {
  zh: '类型 名称 通知 规则 内容 条款 约束力 对象 分项 判定 要求 实际 豁免理由 批准人 豁免到期 文件 记录 单元格 行',
  en: 'kind owner notice rule duty clause modality subject item verdict required found waiver approver expires file record cell line',
};

/** For Excel: one row a verdict, RFC 4180 with a UTF-8 byte-order mark, formulas disarmed; then what was judged, totals and files. */
export function csv(record: ComplianceRecord, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const head = columns[lang].split(' ');
  const rows = record.owners.flatMap(({ kind, owner, notice, entries, dataErrors }) => [
    ...dataErrors.map(({ rule, subject, message, file, record: index, line, cell }) => [
      ownerKinds[kind][lang],
      owner,
      noticeNames[notice][lang],
      rule,
      '',
      '',
      '',
      subject ?? '',
      '',
      dataErrorName[lang],
      '',
      message[lang],
      '',
      '',
      '',
      file,
      index === undefined ? '' : String(index + 1),
      cell ? addressOf(cell, lang) : '',
      String(line),
    ]),
    ...entries.map((entry) => {
      const { rule, verdict } = entry;
      const { file, record: index, cell, line } = standsAt(verdict);
      return [
        ownerKinds[kind][lang],
        owner,
        noticeNames[notice][lang],
        rule.id,
        rule.title[lang],
        verdict.clause ?? rule.clause,
        rule.modality[lang],
        verdict.subject ?? '',
        verdict.label?.[lang] ?? '',
        outcomeNames[verdict.verdict][lang],
        requiredBy(entry)[lang],
        foundIn(verdict)?.[lang] ?? '',
        verdict.waiver?.reason ?? '',
        verdict.waiver?.approvedBy ?? '',
        verdict.waiver?.expires ?? '',
        file,
        index === undefined ? '' : String(index + 1),
        cell ? addressOf(cell, lang) : '',
        String(line),
      ];
    }),
  ]);
  const note = (kind: string, name: string, text: string) =>
    head.map((_, at) => (at === 0 ? kind : at === 1 ? name : at === 10 ? text : ''));
  const { facts, warnings } = preamble(record);
  const notes = [
    ...[...facts, ...warnings].map((fact) => note(word('说明', 'note'), '', fact[lang])),
    note(word('总计', 'grand total'), '', countsInWords(record, lang)),
    ...record.byNotice.map((each) =>
      note(word('通知合计', 'notice total'), noticeNames[each.notice][lang], countsInWords(each, lang)),
    ),
    ...record.owners.map((own) => note(word('合计', 'total'), own.owner, countsInWords(own, lang))),
    ...record.sources.map(({ file, sha256 }) =>
      note('SHA-256', file, sha256 ?? word('太大，没有读', 'too large, not read')),
    ),
  ];
  return csvText([head, ...[...rows, ...notes].map((cells) => cells.map(visible))]);
}
