import {
  category,
  code,
  codes,
  count,
  days,
  locator,
  month,
  names,
  type RowOf,
  type SaidOf,
  table,
  text,
} from './value-kinds.ts';

const annexColumns = {
  category: { zh: '类别', en: 'Category', kind: category },
  host: { zh: '承办单位', en: 'Host', kind: text },
  month: { zh: '月份', en: 'Month', kind: month },
  days: { zh: '线下天数', en: 'Offline days', kind: days },
  headcount: { zh: '人数', en: 'Headcount', kind: count },
  stages: { zh: '师资类别', en: 'Stages', kind: codes('session', '/stages'), optional: true },
} as const;

/** The annex's plan of provincial sessions. */
export const annexTable = table(annexColumns);
export type AnnexRow = RowOf<typeof annexColumns>;
export type SaidAnnex = SaidOf<typeof annexTable>;

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
