import { askedAmong, ruleAcross, saidAcross } from '../engine/in-edition.ts';
import type { Language, Modality, Policy, Severity, Words } from '../model/finding.ts';
import { counted } from '../model/finding.ts';
import { modalityNames, severityNames } from '../model/names.ts';
import type { Edition } from '../notices/edition.ts';
import { type FileRule, fileRules } from '../rules/file-rules.ts';
import { rules } from '../rules/index.ts';
import type { Listing } from './listing.ts';
import { NOT_ASKED } from './paragraphs.ts';

/** One rule as `hn-gp rules` lists it, in one language. */
export interface CatalogueRow {
  id: string;
  policy: Policy | null;
  /** Clause locators, parted by ", ". */
  clause: string | null;
  /** How strictly it binds in the newest edition that asks it, from which follow the next two; null where no notice asks it. */
  modality: Modality | null;
  severity: Severity;
  waivable: boolean;
  /** How strictly it binds in each edition that asks it, the newest first, where they differ. */
  modalities?: { edition: string; modality: Modality }[];
  title: string;
  asks: string;
}

/** How a rule binds in an edition. */
type Bound = Pick<CatalogueRow, 'modality' | 'severity'>;

const waived = ({ modality }: Bound): Words =>
  modality === 'in-principle' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };

/** Whether a rule can be waived in any edition. */
const canBeWaived = ({ waivable, modalities = [] }: CatalogueRow): boolean =>
  waivable || modalities.some(({ modality }) => modality === 'in-principle');

/** Every rule by id, as the editions have it; those of some notices alone where policies are given. */
export function catalogue(
  editions: readonly Edition[],
  policies: readonly Policy[] | undefined,
  lang: Language,
): Listing<CatalogueRow> {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const noticeRules = rules.map((rule) => {
    const all = ruleAcross(rule, editions);
    const asked = askedAmong(all);
    const { modality, severity } = asked[0] ?? { ...rule, modality: null };
    const clauses = [...new Set(asked.flatMap((each) => each.clauses))];
    const title = saidAcross(all, ({ words }) => words.title);
    const asks = saidAcross(all, ({ words }) => words.asks);
    const modalities = asked.flatMap(({ edition, modality }) =>
      edition && modality ? [{ edition: edition.edition, modality }] : [],
    );
    const differ = modalities.some((each) => each.modality !== modality);
    return {
      ...row({ id: rule.id, severity, title, asks }, { policy: rule.policy, clauses, modality }),
      ...(differ ? { modalities } : {}),
    };
  });
  const ofFiles = fileRules().map((rule) => row(rule, { policy: null, clauses: [], modality: null }));
  const rows = [...noticeRules, ...ofFiles]
    .filter(({ policy }) => !policies || (policy !== null && policies.includes(policy)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const waivable = rows.filter(canBeWaived).length;
  return {
    rows,
    columns: [
      { title: word('规则', 'rule'), cell: ({ id }) => id },
      { title: word('条款', 'clause'), cell: ({ clause }) => clause ?? '' },
      { title: word('约束力', 'modality'), cell: boundBy },
      { title: word('级别', 'severity'), cell: (each) => across(each, ({ severity }) => severityNames[severity]) },
      { title: word('可豁免', 'waivable'), cell: (each) => (canBeWaived(each) ? across(each, waived) : '') },
      { title: word('要求', 'duty'), cell: ({ title }) => title },
    ],
    notes: [
      word(
        `共 ${rows.length} 条规则，其中 ${waivable} 条可以豁免。hn-gp explain 规则 查看详情。`,
        `${counted(rows.length, 'rule')}, ${waivable} of which can be waived. See hn-gp explain RULE.`,
      ),
    ],
  };

  /** What is said of how a rule binds, in each edition where they differ. */
  function across({ id, severity, modality }: CatalogueRow, of: (bound: Bound) => Words): string {
    const rule = rules.find((each) => each.id === id);
    return (rule ? saidAcross(ruleAcross(rule, editions), of) : of({ severity, modality }))[lang];
  }

  function boundBy(each: CatalogueRow): string {
    if (each.modality === null) return each.policy === null ? '' : NOT_ASKED[lang];
    return across(each, ({ modality }) => (modality ? modalityNames[modality] : NOT_ASKED));
  }

  function row(
    { id, severity, title, asks }: Omit<FileRule, 'cost' | 'remedy'>,
    { policy, clauses, modality }: { policy: Policy | null; clauses: readonly string[]; modality: Modality | null },
  ): CatalogueRow {
    const said = (words: Words) => words[lang];
    return {
      id,
      policy,
      clause: clauses.length > 0 ? clauses.join(', ') : null,
      modality,
      severity,
      waivable: modality === 'in-principle',
      title: said(title),
      asks: said(asks),
    };
  }
}
