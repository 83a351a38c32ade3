import {
  category,
  categoryCode,
  code,
  codes,
  count,
  days,
  definition,
  document,
  locator,
  money,
  monthSpan,
  nameOrNames,
  names,
  type RowOf,
  type SaidOf,
  table,
  text,
} from './value-kinds.ts';

const categoryColumns = {
  code: { zh: '代码', en: 'Code', kind: categoryCode },
  name: { zh: '名称', en: 'Name', kind: document },
  audience: { zh: '对象', en: 'Audience', kind: code('session', '/audience') },
  specialties: { zh: '专业', en: 'Specialties', kind: codes('session', '/specialty'), optional: true },
  roles: { zh: '岗位', en: 'Roles', kind: codes('session', '/roles'), optional: true },
} as const;

/** The categories that sessions fall into: of managers by their roles, of faculty by their specialties. */
export const categoriesTable = definition(table(categoryColumns));
export type CategoryRow = RowOf<typeof categoryColumns>;

const annexColumns = {
  category: { zh: '类别', en: 'Category', kind: category },
  host: { zh: '承办单位', en: 'Host', kind: nameOrNames },
  month: { zh: '月份', en: 'Month', kind: monthSpan, optional: true },
  days: { zh: '线下天数', en: 'Offline days', kind: days, optional: true },
  headcount: { zh: '人数', en: 'Headcount', kind: count, optional: true },
  stages: { zh: '师资类别', en: 'Stages', kind: codes('session', '/stages'), optional: true },
} as const;

/** The annex's plan of provincial sessions. */
export const annexTable = table(annexColumns);
export type AnnexRow = RowOf<typeof annexColumns>;
export type SaidAnnex = SaidOf<typeof annexTable>;

const appropriationColumns = {
  category: { zh: '类别', en: 'Category', kind: category },
  fund: { zh: '经费', en: 'Fund', kind: code('session', '/funding/0/source') },
  amount: { zh: '金额（元）', en: 'Amount in yuan', kind: money, optional: true },
  perHead: { zh: '每人金额（元）', en: 'Amount in yuan for each participant', kind: money, optional: true },
} as const;

/** What provincial sessions are given: a sum, so much a head, or any amount. */
export const appropriationsTable = table(appropriationColumns);
export type Appropriation = RowOf<typeof appropriationColumns>;
export type SaidAppropriations = SaidOf<typeof appropriationsTable>;

/** Who helps whom. */
export const pairsTable = table({
  helper: { zh: '培训基地', en: 'Helper', kind: text },
  helped: { zh: '对口帮扶基地', en: 'Helped', kind: names },
});

/** What help is about, area by area. */
export const areasTable = table({
  area: { zh: '领域', en: 'Area', kind: code('pairing', '/tasks/0/area') },
  items: { zh: '要点', en: 'Items', kind: codes('pairing', '/tasks/0/items') },
  clause: { zh: '条款', en: 'Clause', kind: locator },
});
