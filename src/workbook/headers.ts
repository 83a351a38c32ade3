import type { Words } from '../model/finding.ts';
import { readCode } from '../schema/values/code.ts';
import type { Property } from '../schema/vocabulary/shape.ts';
import { withoutStar } from '../text/lines.ts';
import { type Cell, type Sheet, textOf } from '../tree/workbook/cells.ts';
import { type Field, listedTexts, recordHeaders, type SheetLayout } from './layout.ts';
import { BRACKETS } from './units.ts';

/** What a header stands for: a field, the item of another sheet that the row belongs to, a key that is not known, or nothing that a cell can hold. */
export type Meaning =
  | { type: 'field'; field: Field }
  /** A column for one value of a list, which a tick in it puts there: as the header names it, and its code. */
  | { type: 'tick'; field: Field; item: string; code: string }
  | { type: 'owner' }
  /** The objects around it, then the key as written. */
  | { type: 'unknown'; around: readonly Property[]; key: string }
  | { type: 'refused'; path: readonly Property[]; why: Words };

/** Longest unknown header that is carried over, in characters. */
const LONGEST = 80;

/** The header of a list, and one of its values behind a colon. */
const TICK = /^([^:：]+)[:：]\s*(\S.*)$/s;

/** A header as it is compared: without what a new workbook adds to names (a star, the unit) and what an author may (blanks, another dot, another star, a colon, capitals). */
const plain = (header: string): string =>
  header
    .replace(/[\s*＊★☆※·•・.．]/g, '')
    .replace(/[:：]$/, '')
    .replace(BRACKETS, '')
    .toLowerCase();

/** Whether two headers are written alike. */
export const isAlike = (one: string, other: string): boolean => plain(one) === plain(other);

/** Whether a header is a name, in either language. */
const isHeader = (header: string, { zh, en }: Words): boolean => isAlike(header, zh) || isAlike(header, en);

/** The headers that one sheet may have. */
class HeaderNames {
  readonly #sheet: SheetLayout;
  readonly #known = new Map<string, Meaning>();

  /** Of a sheet among those of its workbook. */
  constructor(sheet: SheetLayout, sheets: readonly SheetLayout[]) {
    this.#sheet = sheet;
    const meanings: [readonly Property[], Meaning][] = [];
    // Backwards, so that the first of an object's fields is its example.
    for (const { path, header } of sheet.fields.toReversed()) {
      for (let depth = 1; depth < path.length; depth += 1) {
        const around = path.slice(0, depth);
        const why = { zh: `要分成几列填，例如“${header.zh}”`, en: `takes several columns, such as "${header.en}"` };
        meanings.push([around, { type: 'refused', path: around, why }]);
      }
    }
    for (const { name, list } of sheets) {
      if (!list || (list.owner?.sheet ?? sheets[0]) !== sheet) continue;
      const why = { zh: `请填在“${name.zh}”表里`, en: `is filled in on the sheet "${name.en}"` };
      meanings.push([list.path, { type: 'refused', path: list.path, why }]);
    }
    for (const field of sheet.fields) meanings.push([field.path, { type: 'field', field }]);
    // A name of one is no synonym of another.
    for (const namesOf of [synonymsOf, titlesOf])
      for (const [path, meaning] of meanings) for (const name of namesOf(path)) this.#known.set(name, meaning);
    if (sheet.list?.owner)
      for (const name of Object.values(sheet.list.owner.header)) this.#known.set(plain(name), { type: 'owner' });
  }

  /** Whether a header is one of a column of the sheet. */
  knows(header: string): boolean {
    return ['field', 'owner', 'tick'].includes(this.#named(header)?.type ?? '');
  }

  meaningOf(header: string): Meaning {
    const known = this.#named(header);
    if (known) return known;
    const parts = header
      .replace(/[\s*＊]+/g, ' ')
      .trim()
      .split(/[·•・.．]/);
    const around = this.#objects(parts.slice(0, -1));
    const key = ((around && parts.at(-1)) ?? parts.join('·')).trim().replace(/[:：]$/, '');
    return { type: 'unknown', around: around ?? [], key: [...key.trim()].slice(0, LONGEST).join('') };
  }

  /** What a header stands for that has the name of a column, or of a list and one of its values: `内容：教学方法`. */
  #named(header: string): Meaning | undefined {
    const known = this.#known.get(plain(header));
    const [, list, item] = TICK.exec(withoutStar(header)) ?? [];
    if (known || list === undefined || item === undefined) return known;
    const of = this.#known.get(plain(list));
    const shape = of?.type === 'field' ? listedTexts(of.field) : undefined;
    if (of?.type !== 'field' || !shape) return undefined;
    return { type: 'tick', field: of.field, item, code: readCode(item, shape.forms)?.value ?? item };
  }

  /** The objects, each inside the one before, that go by the names; undefined where there are none such. */
  #objects(names: readonly string[]): readonly Property[] | undefined {
    const field = this.#sheet.fields.find(
      ({ path }) =>
        path.length > names.length &&
        names.every((name, depth) =>
          [synonymsOf, titlesOf].some((of) => of(path.slice(depth, depth + 1)).includes(plain(name))),
        ),
    );
    return field?.path.slice(0, names.length);
  }
}

/** What the keys that lead to something are called in both languages, as headers are compared. */
const titlesOf = (path: readonly Property[]): string[] =>
  [path.map(({ title }) => title), path.map(({ name }) => name)].map((names) => plain(names.join('')));

/** The same with what any of the keys is called besides. */
const synonymsOf = (path: readonly Property[]): string[] =>
  path
    .reduce(
      (before, { title, synonyms }) => before.flatMap((above) => [title, ...synonyms].map((name) => above + name)),
      [''],
    )
    .map(plain);

const namesOf = new WeakMap<SheetLayout, HeaderNames>();

/** The headers that a sheet among those of its workbook may have, made once. */
export function headerNames(sheet: SheetLayout, sheets: readonly SheetLayout[]): HeaderNames {
  const known = namesOf.get(sheet) ?? new HeaderNames(sheet, sheets);
  namesOf.set(sheet, known);
  return known;
}

/** Rows among which the headers of a list are looked for. */
const HEADERS_WITHIN = 20;

/** The column of a header among the cells of a row. */
export const columnIn = (cells: readonly Cell[], names: Words): number | undefined =>
  cells.find(({ value }) => isHeader(textOf(value), names))?.column;

/** The place of a sheet's headers among its rows; undefined where there are none. */
export function headersAt(layout: SheetLayout, all: readonly SheetLayout[], sheet: Sheet): number | undefined {
  if (!layout.list) {
    const start = sheet.rows.findIndex(
      (cells) => columnIn(cells, recordHeaders.field) && columnIn(cells, recordHeaders.value),
    );
    return start === -1 ? undefined : start;
  }
  const names = headerNames(layout, all);
  const known = sheet.rows
    .slice(0, HEADERS_WITHIN)
    .map((cells) => cells.filter(({ value }) => names.knows(textOf(value))).length);
  // An author may put a title above the headers; no other row has as many of them.
  const most = Math.max(0, ...known);
  // One each on row after row are the lines of a record.
  const areLines = most === 1 && known.indexOf(1) !== known.lastIndexOf(1);
  return most === 0 || areLines ? undefined : known.indexOf(most);
}
