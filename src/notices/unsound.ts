import { isCalendarDate, yearOf } from '../calendar/date.ts';
import known from '../generated/readers.json' with { type: 'json' };
import { same, type Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import type { EditionRecord } from '../model/record-types.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { boundsOf, categoriesOf, type Edition, editionFrom, governedInWords, isAsked, valuesOf } from './edition.ts';
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
  expected?: Words;
  actual?: Words;
}

/** What keeps an edition from judging whose data are as the schema asks; nothing where it is sound. */
export function unsoundIn(data: EditionRecord): Unsound[] {
  const edition = editionFrom(data);
  return [
    ...unknownRules(edition),
    ...leftOut(edition),
    ...noDocument(edition),
    ...ofLastYear(edition),
    ...ofOneYear(edition),
    ...marks(edition),
    ...densities(edition),
    ...(edition.notice === 'training' ? ofTraining(edition) : []),
  ];
}

/**
 * The same of an edition that is used, be it a draft on trial: but for dates that are still those of the edition it was begun
 * from, of which every report says that nobody has looked them over.
 */
export function unsoundInUse(data: EditionRecord): Unsound[] {
  const { drafts } = editionFrom(data);
  return unsoundIn(data).filter(({ rule, path }) => rule !== YEARS || !drafts.includes(path.replace(/\/value$/, '')));
}

const CATEGORY = 'edition/category';
const YEARS = 'edition/years';

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

/** The rules that need a value and are not off. */
const needing = (edition: Edition, name: string): string[] =>
  (rulesOf(edition).readers[name] ?? []).filter((id) => isAsked(edition, id));

/** Values that a rule needs which is not off; a rule is never switched off by what is merely not there. */
function leftOut(edition: Edition): Unsound[] {
  return Object.keys(rulesOf(edition).readers).flatMap((name) => {
    const rules = needing(edition, name);
    if (name in edition.values || rules.length === 0) return [];
    const canBeOff = rules.every((id) => rulesOf(edition).rules.includes(id));
    return {
      rule: 'schema/required',
      path: '/values',
      absent: name,
      message: {
        zh: `缺“values.${name}”，${rules.join('、')} 要用`,
        en: `"values.${name}" is missing, which ${rules.join(', ')} needs`,
      },
      remedy: canBeOff
        ? {
            zh: '照通知补上；通知没有这项要求的，在 rules 里给这些规则写 modality: off',
            en: 'Add it from the notice; where the notice does not ask it, write modality: off for these under "rules"',
          }
        : { zh: '照通知补上', en: 'Add it from the notice' },
    };
  });
}

/** The dates that a rule needs which is not off, by the name of the value. */
const datesOf = (edition: Edition): [name: string, date: string][] =>
  Object.entries(edition.values).flatMap(([name, { value }]): [string, string][] =>
    typeof value === 'string' && isCalendarDate(value) && needing(edition, name).length > 0 ? [[name, value]] : [],
  );

/**
 * Dates before the years governed, or before the notice itself where it names none: nobody could keep them, or everybody
 * would. After these years a notice may well set one, such as the day by which it wants a report of the year.
 */
function ofLastYear(edition: Edition): Unsound[] {
  const { governs, issued } = edition;
  const { from, to } = boundsOf(governs);
  if (from > to) return [];
  const isYearless = governs.from === undefined;
  const governed = governedInWords(governs);
  const than: Words = isYearless
    ? { zh: `印发日期 ${issued}`, en: `${issued}, when the edition was issued` }
    : { zh: `适用年度（${governed.zh}）`, en: `the years that the edition governs (${governed.en})` };
  return datesOf(edition)
    .filter(([, date]) => (isYearless ? date < issued : yearOf(date) < from))
    .map(([name, date]) => ({
      rule: YEARS,
      path: `/values/${name}/value`,
      message: {
        zh: `${date} 早于${than.zh}，多半还是上一版的`,
        en: `${date} is before ${than.en}; it is most likely still that of the last`,
      },
      remedy: {
        zh: `照新通知改；新通知没有这个期限的，在 rules 里给 ${needing(edition, name).join('、')} 写 modality: off`,
        en: `Write that of the new notice; where it has none, write modality: off for ${needing(edition, name).join(', ')} under "rules"`,
      },
      actual: same(date),
    }));
}

/** Training is planned year by year: what has a date of one year cannot judge the plans of another. */
function ofOneYear(edition: Edition): Unsound[] {
  const { governs, notice } = edition;
  const [first] = datesOf(edition);
  if (notice !== 'training' || first === undefined || boundsOf(governs).from >= boundsOf(governs).to) return [];
  const [name, date] = first;
  const governed = governedInWords(governs);
  const year = governs.from ?? yearOf(date);
  return [
    {
      rule: YEARS,
      path: '/governs',
      message: {
        zh: `管的不止一年（${governed.zh || '所有年度'}），可是 ${name} 写的是 ${date}，别的年度的计划没法照它判`,
        en: `It governs more than one year (${governed.en || 'all of them'}), but ${name} is ${date}, by which plans of another year cannot be judged`,
      },
      remedy: {
        zh: `只写一年：governs: { from: ${year}, to: ${year} }；别的年度各写一份版本`,
        en: `Write one year, governs: { from: ${year}, to: ${year} }, and an edition for each other year`,
      },
    },
  ];
}

/** The highest score that a record can hold. */
function highestScore(): number {
  const shape = propertyAt('session', '/participants/0/score')?.shape;
  return present(shape && 'limits' in shape ? shape.limits.maximum : undefined, 'highest score');
}

/** Marks that no score reaches. */
function marks(edition: Edition): Unsound[] {
  const highest = highestScore();
  const { examPassMark, examFullMarks } = valuesOf<'training'>(edition.values);
  const needed = Object.entries({ examFullMarks, examPassMark }).filter(([name]) => needing(edition, name).length > 0);
  const tooHigh = needed.flatMap(([name, value = 0]): Unsound[] =>
    value <= highest
      ? []
      : [
          {
            rule: 'schema/range',
            path: `/values/${name}/value`,
            message: {
              zh: `${value} 分够不着：学员的成绩只记 0–${highest} 分`,
              en: `${value} is out of reach: participants' scores are 0–${highest}`,
            },
            remedy: {
              zh: `满分和合格线都折算成百分制；折算不了的，在 rules 里给 ${needing(edition, name).join('、')} 写 modality: off`,
              en: `Write full and pass marks out of ${highest}; where that cannot be, write modality: off for ${needing(edition, name).join(', ')} under "rules"`,
            },
            expected: same(`≤ ${highest}`),
            actual: same(String(value)),
          },
        ],
  );
  if (tooHigh.length > 0 || needed.length < 2 || examPassMark === undefined || examFullMarks === undefined)
    return tooHigh;
  if (examPassMark <= examFullMarks) return [];
  return [
    {
      rule: 'schema/range',
      path: '/values/examPassMark/value',
      message: {
        zh: `合格线 ${examPassMark} 高于满分 ${examFullMarks}`,
        en: `The pass mark, ${examPassMark}, is above the full marks, ${examFullMarks}`,
      },
      remedy: { zh: '照新通知核对这两项', en: 'Compare both with the new notice' },
      expected: same(`≤ ${examFullMarks}`),
      actual: same(String(examPassMark)),
    },
  ];
}

/** Targets hold from their year until that of the next row, so that rows out of order would never hold. */
function densities(edition: Edition): Unsound[] {
  const { gpDensity = [] } = valuesOf<'haikou'>(edition.values);
  if (needing(edition, 'gpDensity').length === 0) return [];
  return gpDensity.flatMap(({ from }, index): Unsound[] => {
    const before = gpDensity[index - 1]?.from;
    if (before === undefined || from > before) return [];
    return [
      {
        rule: 'schema/range',
        path: `/values/gpDensity/value/${index}/from`,
        message: {
          zh: `起始年度 ${from} 不在上一行的 ${before} 之后`,
          en: `The year ${from} is not after ${before} of the row before`,
        },
        remedy: {
          zh: '各行按起始年度从早到晚排，一年只写一行',
          en: 'Put the rows in order of their years, one row a year',
        },
        expected: same(`> ${before}`),
        actual: same(String(from)),
      },
    ];
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
