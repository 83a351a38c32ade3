import { counted, type Language, policies as notices, type Policy } from '../model/finding.ts';
import type { Edition } from '../notices/edition.ts';
import type { Listing } from './listing.ts';
import { judgedParagraphsOf } from './paragraphs.ts';

/** One paragraph of a notice as `hn-gp clauses` lists it, in one language. */
export interface CoverageRow {
  policy: Policy;
  /** Short name of the edition that it is of. */
  edition: string;
  clause: string;
  summary: string;
  owedBy: string;
  /** Rules that judge it. */
  rules: readonly string[];
  /** Why no machine can judge it; only where no rule does. */
  reason?: string;
}

/** Every paragraph of the editions with the rules that judge it, or why none does; of some notices alone where policies are given. */
export function coverage(
  editions: readonly Edition[],
  policies: readonly Policy[] | undefined,
  lang: Language,
): Listing<CoverageRow> {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const chosen = notices
    .filter((notice) => !policies || policies.includes(notice))
    .flatMap((notice) => editions.filter((edition) => edition.notice === notice));
  const byEdition = chosen.map((edition) => ({ edition, rows: rowsOf(edition, lang) }));
  return {
    rows: byEdition.flatMap(({ rows }) => rows),
    columns: [
      { title: word('通知', 'notice'), cell: ({ policy }) => policy },
      { title: word('版本', 'edition'), cell: ({ edition }) => edition },
      { title: word('条款', 'clause'), cell: ({ clause }) => clause },
      { title: word('说的是什么', 'what it says'), cell: ({ summary }) => summary },
      { title: word('由谁落实', 'owed by'), cell: ({ owedBy }) => owedBy },
      { title: word('判定的规则', 'rules'), cell: ({ rules }) => rules.join(' ') },
      { title: word('不判定的原因', 'why not judged'), cell: ({ reason }) => reason ?? '' },
    ],
    notes: [
      ...byEdition.map(({ edition, rows }) =>
        countLine(`${edition.document[lang]}${word('，版本 ', ', edition ')}${edition.edition}`, rows, lang),
      ),
      ...(byEdition.length > 1
        ? [
            countLine(
              word('合计', 'In all'),
              byEdition.flatMap(({ rows }) => rows),
              lang,
            ),
          ]
        : []),
    ],
  };
}

const rowsOf = (edition: Edition, lang: Language): CoverageRow[] =>
  judgedParagraphsOf(edition).map(({ clause, summary, owedBy, rules = [], reason }) => ({
    policy: edition.notice,
    edition: edition.edition,
    clause,
    summary: summary[lang],
    owedBy: owedBy[lang],
    rules,
    ...(rules.length === 0 && reason ? { reason: reason[lang] } : {}),
  }));

function countLine(name: string, rows: readonly CoverageRow[], lang: Language): string {
  const judged = rows.filter(({ rules }) => rules.length > 0).length;
  const reasoned = rows.filter(({ reason }) => reason !== undefined).length;
  const accounted = rows.length === 0 ? 100 : Math.floor(((judged + reasoned) * 100) / rows.length);
  return lang === 'zh'
    ? `${name}：共 ${rows.length} 段，${judged} 段由规则判定，${reasoned} 段说明了不判定的原因，${accounted}% 有交代。`
    : `${name}: ${counted(rows.length, 'paragraph')}, ${judged} judged by rules, ${reasoned} with the reason why not, ${accounted} % accounted for.`;
}
