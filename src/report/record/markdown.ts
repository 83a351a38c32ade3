import type { Language } from '../../model/finding.ts';
import { noticeNames, outcomeNames, outcomeSigns } from '../../model/names.ts';
import { inline, table } from '../markdown.ts';
import { fileAndLine } from '../place.ts';
import { aboutIn, type ComplianceRecord, foundIn, requiredBy, standsAt } from './record.ts';
import { countsInWords, dataErrorName, dataErrorSign, ownerKinds, preamble } from './words.ts';

/** For documents: what was judged and by what, totals, a table of verdicts for each base, pair and city, waivers and files. */
export function markdown(record: ComplianceRecord, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { facts, warnings } = preamble(record);
  const list = (items: readonly string[]) => items.map((item) => `- ${inline(item)}`).join('\n');
  const blocks = [word('# 合规记录', '# Record of compliance'), list(facts.map((fact) => fact[lang]))];
  if (warnings.length > 0) blocks.push(word('## 注意', '## Mind'), list(warnings.map((warning) => warning[lang])));
  blocks.push(
    word('## 合计', '## Totals'),
    table(word('名称 判定', 'name verdicts').split(' '), [
      [word('全部', 'all'), countsInWords(record, lang)],
      ...record.byNotice.map((each) => [noticeNames[each.notice][lang], countsInWords(each, lang)]),
      ...record.owners.map((own) => [own.owner, countsInWords(own, lang)]),
    ]),
  );
  for (const { kind, owner, notice, entries, dataErrors } of record.owners) {
    blocks.push(
      `## ${ownerKinds[kind][lang]} ${inline(owner)}`,
      `${noticeNames[notice][lang]}`,
      table(word('判定 内容 条款 对象 要求 实际 位置', 'verdict duty clause subject required found place').split(' '), [
        ...dataErrors.map(({ rule, subject, message, ...place }) => [
          `${dataErrorSign} ${dataErrorName[lang]}`,
          rule,
          '',
          subject ?? '',
          '',
          message[lang],
          fileAndLine(place, lang),
        ]),
        ...entries.map((entry) => {
          const { rule, verdict } = entry;
          return [
            `${outcomeSigns[verdict.verdict]} ${outcomeNames[verdict.verdict][lang]}`,
            rule.title[lang],
            verdict.clause ?? rule.clause,
            aboutIn(verdict, owner, lang),
            requiredBy(entry)[lang],
            foundIn(verdict)?.[lang] ?? '',
            fileAndLine(standsAt(verdict), lang),
          ];
        }),
      ]),
    );
  }
  if (record.waived.length > 0) {
    blocks.push(
      word('## 豁免', '## Waivers'),
      table(
        word('对象 规则 理由 批准人 到期 位置', 'subject rule reason approver expires place').split(' '),
        record.waived.map(({ subject, rule, waiver, ...place }) => [
          subject ?? '',
          rule,
          waiver.reason,
          waiver.approvedBy,
          waiver.expires ?? '',
          fileAndLine(place, lang),
        ]),
      ),
    );
  }
  blocks.push(
    word('## 读取的文件', '## Files read'),
    table(
      [word('文件', 'file'), 'SHA-256'],
      record.sources.map(({ file, sha256 }) => [file, sha256 ?? word('太大，没有读', 'too large, not read')]),
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}
