import type { Language } from '../../model/finding.ts';
import { noticeNames, outcomeNames, outcomeSigns } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { fileAndLine } from '../place.ts';
import { aboutIn, type ComplianceRecord, foundIn, requiredBy, standsAt } from './record.ts';
import { countsInWords, dataErrorName, dataErrorSign, ownerKinds, preamble, waiverInWords } from './words.ts';

/** For people: what was judged and by what, totals, then every verdict by base, pair and city; waivers and files last. */
export function text(record: ComplianceRecord, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { facts, warnings } = preamble(record);
  const lines = [word('合规记录', 'Record of compliance'), ...facts.map((fact) => `  ${fact[lang]}`)];
  if (warnings.length > 0) lines.push('', word('注意', 'Mind'), ...warnings.map((warning) => `  ${warning[lang]}`));
  lines.push('', word('合计', 'Totals'), `  ${countsInWords(record, lang)}`);
  for (const each of record.byNotice)
    lines.push(`  ${noticeNames[each.notice][lang]}${word('：', ': ')}${countsInWords(each, lang)}`);
  for (const own of record.owners) {
    const { kind, owner, entries, dataErrors } = own;
    lines.push('', `${ownerKinds[kind][lang]}  ${visible(owner)}  ${countsInWords(own, lang)}`);
    for (const { rule, message, ...place } of dataErrors)
      lines.push(
        `  ${dataErrorSign} ${padded(dataErrorName[lang], word('无法判断', 'pending'))}  ${visible(message[lang])}`,
        `      ${rule}  ${fileAndLine(place, lang)}`,
      );
    for (const entry of entries) {
      const { rule, verdict } = entry;
      const found = foundIn(verdict);
      const about = aboutIn(verdict, owner, lang);
      lines.push(
        `  ${outcomeSigns[verdict.verdict]} ${padded(outcomeNames[verdict.verdict][lang], word('无法判断', 'pending'))}  ${rule.title[lang]}${about && `  ${visible(about)}`}`,
      );
      lines.push(
        `      ${[
          // What is asked may be a whole sentence, and the line goes on.
          `${word('要求', 'asked')} ${visible(requiredBy(entry)[lang]).replace(/[。.]$/, '')}`,
          ...(found ? [`${word('实际', 'found')} ${visible(found[lang])}`] : []),
        ].join(word('；', '; '))}`,
        `      ${word('条款', 'clause')} ${verdict.clause ?? rule.clause}  ${rule.id}  ${fileAndLine(standsAt(verdict), lang)}`,
      );
      if (verdict.waiver) lines.push(`      ${word('豁免', 'waived')} ${visible(waiverInWords(verdict.waiver, lang))}`);
    }
  }
  if (record.waived.length > 0) {
    lines.push('', word('豁免', 'Waivers'));
    for (const { rule, subject, waiver, ...place } of record.waived)
      lines.push(
        `  ${visible(subject ?? '')}  ${rule}  ${visible(waiverInWords(waiver, lang))}  ${fileAndLine(place, lang)}`,
      );
  }
  lines.push('', word('读取的文件（SHA-256）', 'Files read (SHA-256)'));
  for (const { file, sha256 } of record.sources)
    lines.push(`  ${sha256 ?? word('太大，没有读', 'too large, not read')}  ${visible(file)}`);
  return `${lines.join('\n')}\n`;
}

const padded = (text: string, longest: string): string => text + ' '.repeat(Math.max(0, width(longest) - width(text)));
