import known from '../generated/readers.json' with { type: 'json' };
import type { Words } from '../model/finding.ts';
import type { EditionRecord } from '../model/record-types.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { categoriesOf, type Edition, editionFrom, isAsked, valuesOf } from './edition.ts';
import { ANY_OTHER, monthsOf } from './value-kinds.ts';

/** Why an edition cannot judge: where in it (a JSON pointer), what is wrong, and what to write instead. */
export interface Unsound {
  /** The kind of mistake, as `edition check` calls it. */
  rule: string;
  path: string;
  /** Whether it is the key that is wrong; else the value. */
  atKey?: boolean;
  /** The value that is left out, where this is what is wrong. */
  absent?: string;
  message: Words;
  remedy: Words;
}

/** What keeps an edition from judging whose data are as the schema asks; nothing where it is sound. */
export function unsoundIn(data: EditionRecord): Unsound[] {
  const edition = editionFrom(data);
  return [
    ...unknownRules(edition),
    ...leftOut(edition),
    ...noDocument(edition),
    ...(edition.notice === 'training' ? ofTraining(edition) : []),
  ];
}

const CATEGORY = 'edition/category';

const rulesOf = ({ notice }: Edition) => known[notice] as { rules: string[]; readers: Record<string, string[]> };

/** Rules of which it says something although there are none such, so that what it says would have no effect. */
function unknownRules(edition: Edition): Unsound[] {
  const { rules } = rulesOf(edition);
  const near = (id: string): Words => {
    const meant = suggest(id, rules);
    return meant === undefined
      ? { zh: '删去它；hn-gp rules 列出全部规则', en: 'Delete it; hn-gp rules lists them all' }
      : { zh: `是不是想写“${meant}”？`, en: `Did you mean "${meant}"?` };
  };
  return Object.keys(edition.rules)
    .filter((id) => !rules.includes(id))
    .map((id) => ({
      rule: 'edition/rule',
      path: pointerTo('/rules', id),
      atKey: true,
      message: { zh: `这份通知没有“${id}”这条规则`, en: `The notice has no rule "${id}"` },
      remedy: near(id),
    }));
}

/** What is said to stand in a document that the edition does not name. */
function noDocument({ documents = [], values, rules, clauses = [] }: Edition): Unsound[] {
  const within = (list: string, entries: object): Unsound[] =>
    Object.entries(entries).flatMap(([name, { document = 1 }]: [string, { document?: number }]) =>
      document <= documents.length + 1
        ? []
        : {
            rule: 'edition/document',
            path: `${pointerTo(`/${list}`, name)}/document`,
            message: { zh: `没有第 ${document} 份文件`, en: `There is no document ${document}` },
            remedy: {
              zh: 'document 是第 1 份，documents 里依次是第 2 份、第 3 份……，在那里补上文号和标题',
              en: '"document" is the first; add the number and title of each further one to "documents"',
            },
          },
    );
  return [...within('values', values), ...within('rules', rules), ...within('clauses', clauses)];
}

/** Values that a rule needs which is not off; a rule is never switched off by what is merely not there. */
function leftOut(edition: Edition): Unsound[] {
  return Object.entries(rulesOf(edition).readers).flatMap(([name, readers]) => {
    const needing = readers.filter((id) => isAsked(edition, id));
    if (name in edition.values || needing.length === 0) return [];
    return {
      rule: 'schema/required',
      path: '/values',
      absent: name,
      message: {
        zh: `缺“values.${name}”，${needing.join('、')} 要用`,
        en: `"values.${name}" is missing, which ${needing.join(', ')} needs`,
      },
      remedy: {
        zh: '照通知补上；通知没有这项要求的，在 rules 里给这些规则写 modality: off',
        en: 'Add it from the notice; where the notice does not ask it, write modality: off for these under "rules"',
      },
    };
  });
}

/** What is wrong in the tables that have a row for each category of sessions. */
function ofTraining(edition: Edition): Unsound[] {
  const {
    categories = [],
    annex = [],
    appropriations = [],
    provinceCategories = [],
  } = valuesOf<'training'>(edition.values);
  const all = categoriesOf(edition);
  const named = (code: string, path: string): Unsound[] => {
    if (all.find(code)) return [];
    const codes = all.all.map((row) => row.code);
    const meant = suggest(code, codes);
    return [
      {
        rule: CATEGORY,
        path,
        message: { zh: `categories 里没有“${code}”这一类`, en: `"categories" has no category "${code}"` },
        remedy:
          meant === undefined
            ? {
                zh: `先在 categories 里补上；已有：${codes.join('、')}`,
                en: `Add it to "categories" first; there are: ${codes.join(', ')}`,
              }
            : {
                zh: `是不是想写“${meant}”？新增的类别，先在 categories 里补上`,
                en: `Did you mean "${meant}"? Add a new category to "categories" first`,
              },
      },
    ];
  };
  return [
    ...categories.flatMap(({ code, audience, roles, specialties }, index): Unsound[] => {
      const path = `/values/categories/value/${index}`;
      const isAgain = categories.findIndex((row) => row.code === code) < index;
      const [key, other] = audience === 'managers' ? ['specialties', specialties] : ['roles', roles];
      return [
        ...(isAgain || code === ANY_OTHER
          ? [
              {
                rule: CATEGORY,
                path: `${path}/code`,
                message: { zh: `类别代码“${code}”已经用过`, en: `The code "${code}" is taken already` },
                remedy: { zh: '每一类写一个自己的代码', en: 'Give each category a code of its own' },
              },
            ]
          : []),
        ...(other
          ? [
              {
                rule: CATEGORY,
                path: `${path}/${key}`,
                message: {
                  zh: '管理人员只按岗位（roles）分，师资只按专业（specialties）分',
                  en: 'Managers are told apart by roles alone, faculty by specialties alone',
                },
                remedy: { zh: `删去 ${key}`, en: `Take ${key} out` },
              },
            ]
          : []),
      ];
    }),
    ...provinceCategories.flatMap((code, index) => named(code, `/values/provinceCategories/value/${index}`)),
    ...annex.flatMap(({ category, month }, index) => {
      const path = `/values/annex/value/${index}`;
      const { first, last } = monthsOf(month ?? 1);
      return [
        ...named(category, `${path}/category`),
        ...(first > last
          ? [
              {
                rule: CATEGORY,
                path: `${path}/month`,
                message: {
                  zh: `月份从 ${first} 到 ${last}，先后反了`,
                  en: `Months ${first} to ${last} are the wrong way round`,
                },
                remedy: { zh: `写 [${last}, ${first}]`, en: `Write [${last}, ${first}]` },
              },
            ]
          : []),
      ];
    }),
    ...appropriations.flatMap(({ category, amount, perHead }, index) => {
      const path = `/values/appropriations/value/${index}`;
      const isAgain = appropriations.findIndex((row) => row.category === category) < index;
      return [
        ...(category === ANY_OTHER ? [] : named(category, `${path}/category`)),
        ...(isAgain
          ? [
              {
                rule: CATEGORY,
                path: `${path}/category`,
                message: { zh: `“${category}”写了两行`, en: `"${category}" has two rows` },
                remedy: { zh: '每一类只写一行', en: 'Write one row for each category' },
              },
            ]
          : []),
        ...(amount !== undefined && perHead !== undefined
          ? [
              {
                rule: CATEGORY,
                path: `${path}/perHead`,
                message: { zh: 'amount 和 perHead 只能写一样', en: 'Both amount and perHead are given' },
                remedy: {
                  zh: '按每期算的写 amount，按人数算的写 perHead',
                  en: 'Write amount for a sum a session, perHead for so much a participant',
                },
              },
            ]
          : []),
      ];
    }),
  ];
}
