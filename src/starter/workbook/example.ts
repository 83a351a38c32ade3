import isEqual from 'fast-deep-equal';
import filled from '../../generated/filled.json' with { type: 'json' };
import type { Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { type Edition, Editions, noticeOf } from '../../notices/edition.ts';
import type { Property } from '../../schema/vocabulary/shape.ts';
import { exampleName, layoutOf, type SheetLayout } from '../../workbook/layout.ts';
import { namesWidth } from './column-width.ts';
import { type Speech, separator } from './entry.ts';
import type { CellStyle, NewCell, NewSheet } from './new-sheet.ts';
import { choicesOf, headerOf, isForOthers, type Slot, slotsIn, TICK, valueShape } from './slots.ts';

/** Most items of a list that are shown beside one another. */
const MOST_SHOWN = 3;

/** A value as it is written in an example: keys and codes may be Chinese. */
type Written = string | number | boolean | readonly Written[] | { readonly [key: string]: Written } | undefined;

const examples = filled as unknown as Record<Kind, { [key: string]: Written }>;

/**
 * The sheet that shows a record filled in well, value by value under the headers of the other sheets, so that it fits a page.
 * None where another edition governs than the one by which the example is good.
 */
export function exampleSheet(kind: Kind, edition: Edition | undefined, speech: Speech, footer: string): NewSheet[] {
  const example = examples[kind];
  const [year, city] = [example.年度, example.城市];
  const of = new Editions().governing(noticeOf(kind), year as number | undefined, city as string | undefined);
  if (!of || !isEqual(of.values, edition?.values)) return [];
  const layout = layoutOf(kind);
  const rows: { cells: string[]; style: CellStyle }[] = [{ cells: [title[speech.lang]], style: 'heading' }];
  for (const sheet of layout) {
    const items = itemsOf(sheet, example).slice(0, MOST_SHOWN);
    const owner = sheet.list?.owner;
    const lines = [
      ...(owner ? [[owner.header[speech.keys], ...items.map(({ owner: name }) => name)]] : []),
      ...slotsIn(sheet).map((slot) => [
        headerOf(slot)[speech.keys],
        ...items.map(({ item }) => shown(valueAt(item, slot.field.path), slot, speech)),
      ]),
    ].filter(([, ...values]) => values.some((value) => value !== ''));
    if (lines.length === 0) continue;
    rows.push({ cells: [''], style: 'plain' }, { cells: [sheet.name[speech.keys]], style: 'heading' });
    rows.push(...lines.map((cells): (typeof rows)[number] => ({ cells, style: 'plain' })));
  }
  const names = rows.filter(({ style }) => style === 'plain').map(({ cells: [name = ''] }) => name);
  return [
    {
      name: exampleName[speech.keys],
      columns: [{ width: namesWidth(names), style: 'plain' }, ...Array.from({ length: MOST_SHOWN }, () => SHOWN)],
      cells: rows.flatMap(({ cells, style }, index) =>
        cells.map(
          (value, column): NewCell => ({
            row: index + 1,
            column: column + 1,
            value,
            style: style === 'plain' && column === 0 && value !== '' ? 'header' : style,
          }),
        ),
      ),
      prompts: [],
      frozen: { rows: 0, columns: 0 },
      pagesAcross: 1,
      footer,
    },
  ];
}

const SHOWN = { width: 38, style: 'plain' } as const;

const title: Words = {
  zh: '这是一份填好的，竖着列出来供对照；检查时不读这张表。填到自己的表里，左边这一列就是表头。',
  en: 'A record filled in, listed downwards; this sheet is not read. The first column has the headers of the other sheets.',
};

/** The items of a sheet's list, or the record itself, each with the name of the item that it belongs to. */
function itemsOf({ list }: SheetLayout, example: Written): { item: Written; owner: string }[] {
  if (!list) return [{ item: example, owner: '' }];
  const { owner, path } = list;
  const around = owner ? itemsOf(owner.sheet, example).slice(0, MOST_SHOWN) : [{ item: example, owner: '' }];
  return around.flatMap(({ item }) => {
    const name = owner ? String(valueAt(item, owner.by.path) ?? '') : '';
    const items = valueAt(item, path);
    return [items ?? []].flat().map((each) => ({ item: each as Written, owner: name }));
  });
}

/** The value that keys lead to, by whichever of their names it is written. */
const valueAt = (item: Written, path: readonly Property[]): Written =>
  path.reduce((value: Written, { name, title, synonyms }) => {
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    const held = value as { readonly [key: string]: Written };
    return held[[title, name, ...synonyms].find((key) => key in held) ?? name];
  }, item);

/** A value as it is to be typed into a cell. */
function shown(value: Written, slot: Slot, { keys }: Speech): string {
  const { field, code: ticked } = slot;
  const { shape, codes } = valueShape(field);
  if (value === undefined) return '';
  if (typeof value === 'boolean') return choicesOf(field, keys)[value ? 0 : 1] ?? '';
  const codeOf = (text: string) => (shape.type === 'text' ? shape.forms.get(text) : undefined);
  const texts = [value].flat().map(String);
  if (ticked) return texts.some((text) => codeOf(text) === ticked.code) ? TICK : '';
  const own = isForOthers(slot) ? texts.filter((text) => codeOf(text) === undefined) : texts;
  const named = own.map((text) => {
    const known = codes.find((one) => one.code === codeOf(text));
    return known === undefined ? text : keys === 'zh' ? known.title : known.code;
  });
  return named.join(codes.length > 0 && !isForOthers(slot) ? separator(keys) : '\n');
}
