import { counted, type Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { kinds } from '../schema/vocabulary/shape.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { type Sheet, textOf } from '../tree/workbook/cells.ts';
import type { Workbook } from '../tree/workbook/read-xlsx.ts';
import type { Tree } from '../tree/yaml/parse.ts';
import { headersAt } from './headers.ts';
import { isBeside, layoutFor, type SheetLayout } from './layout.ts';
import { type Origins, OriginsBuilder } from './origins.ts';
import type { CellProblem } from './problems.ts';
import * as problems from './problems.ts';
import type { LeftOut, OwnHeader } from './told.ts';
import { RecordTree } from './tree.ts';

/** A record of a workbook, as a tree whose offsets are those of the workbook's text. */
export interface SheetsRecord {
  /** Undefined where the sheets of none make it up. */
  kind: Kind | undefined;
  tree: Tree;
  counts: { list: Words; count: number }[];
  ownHeaders: OwnHeader[];
  /** Whether nothing is filled in. */
  isEmpty: boolean;
}

/** The records of a workbook. */
export interface SheetsRead {
  records: SheetsRecord[];
  /** What its cells show, and from which cell each stretch of it comes. */
  text: string;
  origins: Origins;
  problems: CellProblem[];
  /** What was left unread. */
  notes: Words[];
  /** The names of all its sheets. */
  names: string[];
}

const everySheet = (): { kind: Kind; layout: SheetLayout }[] =>
  kinds.flatMap(({ code: kind }) => layoutFor(kind).map((layout) => ({ kind, layout })));

let names: string[] | undefined;

/** Whether a sheet of this name may hold something of a record, be the name misspelt. */
export function isOurs(name: string): boolean {
  names ??= [...new Set(everySheet().flatMap(({ layout }) => Object.values(layout.name)))];
  return !name.startsWith('x-') && suggest(plainName(name), names) !== undefined;
}

/** A name without the number that Excel gives the copy of a sheet: 结对帮扶 (2). */
const plainName = (name: string): string => name.trim().replace(COPY, '').trimEnd();

const COPY = /[（(](\d{1,4})[）)]$/;

const copyOf = (name: string): number => Number(COPY.exec(name.trim())?.[1] ?? 1);

const isNamed = (layout: SheetLayout, sheet: Sheet): boolean =>
  Object.values(layout.name).includes(plainName(sheet.name));

const fits = (kind: Kind, layout: SheetLayout, sheet: Sheet): boolean =>
  isNamed(layout, sheet) && headersAt(layout, layoutFor(kind), sheet) !== undefined;

/**
 * The records that the sheets of a workbook make up: one for each sheet of a record, with the lists that belong to it; sheets with
 * the same number behind their names, 结对帮扶 (2) and 会议 (2), belong together. Undefined where no sheet is one of a record.
 */
export function recordsIn({ sheets, others }: Workbook): SheetsRead | undefined {
  if (
    !sheets.some(
      (sheet) => everySheet().some(({ layout }) => isNamed(layout, sheet)) || renamedRecord(sheet) !== undefined,
    )
  )
    return undefined;
  const origins = new OriginsBuilder();
  const read: SheetsRead = {
    records: [],
    text: '',
    origins: origins.origins,
    problems: [],
    notes: [],
    names: [...sheets.map(({ name }) => name), ...others],
  };
  const leftOut: LeftOut[] = [];
  const found = copiesOf(sheets).flatMap(kindsIn);
  const taken = new Set(found.flatMap(({ found, shared }) => [...found.values(), ...shared.map(({ sheet }) => sheet)]));
  for (const [record, { kind, found: own, shared }] of found.entries()) {
    const renamed = misspelt(kind, own, sheets, taken);
    for (const sheet of renamed.values()) taken.add(sheet);
    const tree = new RecordTree(kind, record, layoutFor(kind), own, new Set(renamed.keys()), origins);
    for (const problem of tree.told.problems) read.problems.push(problem);
    const lose = (layout: SheetLayout, sheet: Sheet, words: { message: Words; remedy: Words }) => {
      const stretch = corner(origins, sheet);
      const lost = layout.list ? tree.lists(layout.list) : [layout.pointer];
      read.problems.push({
        rule: 'schema/unknown-key',
        record,
        path: tree.around(layout.list),
        stretch,
        ...words,
        lost,
      });
    };
    for (const { layout, sheet, kinds } of shared) lose(layout, sheet, problems.sharedSheet(sheet.name, kinds));
    for (const [layout, sheet] of renamed) lose(layout, sheet, problems.misspeltSheet(sheet.name, layout.name));
    leftOut.push(...tree.told.leftOut);
    const { counts, isEmpty, told } = tree;
    read.records.push({ kind, tree: tree.tree(), counts, ownHeaders: told.ownHeaders, isEmpty });
  }
  const orphans = sheets.filter((sheet) => !taken.has(sheet) && sheet.rows.length > 1);
  const lists = orphans.filter((sheet) => recordsOf([sheet]).length > 0);
  const record = orphans.find((sheet) => renamedRecord(sheet) !== undefined);
  const [first] = record ? [record] : lists;
  if (first) {
    for (const sheet of [first, ...lists]) taken.add(sheet);
    const meant = renamedRecord(first);
    read.problems.push({
      rule: 'schema/required',
      record: read.records.length,
      path: '',
      stretch: corner(origins, first),
      ...(meant
        ? problems.misspeltSheet(first.name, meant)
        : problems.orphanSheets(
            lists.map(({ name }) => name),
            recordsOf(lists),
          )),
      lost: [''],
    });
    const tree: Tree = { contents: null, range: [0, 0, 0] };
    read.records.push({ kind: undefined, tree, counts: [], ownHeaders: [], isEmpty: false });
  }
  read.text = origins.text();
  const unread = [...sheets.filter((sheet) => !taken.has(sheet)).map(({ name }) => name), ...others].filter(
    (name) => !isBeside(name) && !name.startsWith('x-'),
  );
  read.notes = [...unread.map((name) => ({ zh: `“${name}”表`, en: `sheet "${name}"` })), ...grouped(leftOut)];
  return read;
}

const corner = (origins: OriginsBuilder, sheet: Sheet): [number, number] => {
  const [first] = sheet.rows[0] ?? [];
  return first ? origins.stretch(sheet, first, textOf(first.value)) : origins.stretch(sheet, { row: 1, column: 1 }, '');
};

/** Sheets by the number behind their names, those without one first. */
function copiesOf(sheets: readonly Sheet[]): Sheet[][] {
  const copies = [...new Set(sheets.map(({ name }) => copyOf(name)))].sort((one, other) => one - other);
  return copies.map((copy) => sheets.filter(({ name }) => copyOf(name) === copy));
}

/** The name of a record's sheet that a sheet has nearly, with its headers. */
function renamedRecord(sheet: Sheet): Words | undefined {
  return everySheet().find(
    ({ kind, layout }) =>
      !layout.list &&
      isOurs(sheet.name) &&
      suggest(plainName(sheet.name), Object.values(layout.name)) !== undefined &&
      headersAt(layout, layoutFor(kind), sheet) !== undefined,
  )?.layout.name;
}

/** The sheets of the records that have lists by the names of all of some sheets; of any of them where none has them all. */
function recordsOf(sheets: readonly Sheet[]): Words[] {
  const having = (sheet: Sheet) =>
    kinds
      .map(({ code }) => code)
      .filter((kind) => layoutFor(kind).some((layout) => layout.list && isNamed(layout, sheet)));
  const all = sheets.map(having);
  const common = (all[0] ?? []).filter((kind) => all.every((each) => each.includes(kind)));
  return [...new Set(common.length > 0 ? common : all.flat())].map(
    (kind) => present(layoutFor(kind)[0], 'sheet of the record').name,
  );
}

interface Found {
  kind: Kind;
  found: Map<SheetLayout, Sheet>;
  /** Sheets that lists of several kinds that are there have the name of. */
  shared: { layout: SheetLayout; sheet: Sheet; kinds: Words[] }[];
}

/** The kinds whose own sheet is among the sheets, each with the sheets of its lists. */
function kindsIn(sheets: readonly Sheet[]): Found[] {
  const records = kinds.map(({ code: kind }) => ({ kind, layout: present(layoutFor(kind)[0], 'sheet of the record') }));
  const whole = records.filter(({ kind, layout }) => sheets.some((sheet) => fits(kind, layout, sheet)));
  const isList = (sheet: Sheet) => everySheet().some(({ kind, layout }) => layout.list && fits(kind, layout, sheet));
  // Without its headers a sheet may be that of a list by the same name.
  const broken = records.filter(
    ({ kind, layout }) =>
      !whole.some((each) => each.kind === kind) &&
      sheets.some(
        (sheet) =>
          isNamed(layout, sheet) &&
          !isList(sheet) &&
          !whole.some((each) => layoutFor(each.kind).some((other) => isNamed(other, sheet))),
      ),
  );
  const found = [...whole, ...broken].map(({ kind }): Found => {
    const own = new Map<SheetLayout, Sheet>();
    for (const layout of layoutFor(kind)) {
      const sheet = sheets.find((each) => fits(kind, layout, each)) ?? sheets.find((each) => isNamed(layout, each));
      if (sheet && ![...own.values()].includes(sheet)) own.set(layout, sheet);
    }
    return { kind, found: own, shared: [] };
  });
  const claims = new Map<Sheet, Found[]>();
  for (const each of found)
    for (const [layout, sheet] of each.found) {
      const isRecord = (one: Found) => [...one.found].some(([other, its]) => its === sheet && !other.list);
      // The sheet of a record is no other's list.
      if (layout.list && found.some((one) => one !== each && isRecord(one))) each.found.delete(layout);
      else claims.set(sheet, [...(claims.get(sheet) ?? []), each]);
    }
  for (const [sheet, by] of claims) {
    if (by.length < 2 || sheet.rows.length < 2) continue;
    const names = by.map(({ kind }) => present(layoutFor(kind)[0], 'sheet of the record').name);
    for (const each of by) {
      const [layout] = [...each.found].find(([, its]) => its === sheet) ?? [];
      if (!layout) continue;
      each.found.delete(layout);
      each.shared.push({ layout, sheet, kinds: names });
    }
  }
  return found;
}

/** For lists that are missing, sheets that have their headers and nearly their name. */
function misspelt(
  kind: Kind,
  found: ReadonlyMap<SheetLayout, Sheet>,
  sheets: readonly Sheet[],
  taken: ReadonlySet<Sheet>,
): Map<SheetLayout, Sheet> {
  const layout = layoutFor(kind);
  const meant = new Map<SheetLayout, Sheet>();
  for (const sheet of sheets) {
    if (taken.has(sheet)) continue;
    const list = layout.find(
      (each) =>
        each.list &&
        !found.has(each) &&
        !meant.has(each) &&
        suggest(sheet.name, Object.values(each.name)) !== undefined &&
        headersAt(each, layout, sheet) !== undefined,
    );
    if (list) meant.set(list, sheet);
  }
  return meant;
}

/** What was left unread, by sheet and reason. */
function grouped(leftOut: readonly LeftOut[]): Words[] {
  const groups = new Map<string, LeftOut[]>();
  for (const each of leftOut) {
    const key = `${each.sheet} ${each.why.zh}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => {
    const [{ sheet, why }] = group as [LeftOut];
    const shown = group.slice(0, SHOWN).map(({ address }) => address);
    const more = group.length - shown.length;
    return {
      zh: `${sheet}!${shown.join('、')}${more > 0 ? ` 等 ${group.length} 处` : ''}（${why.zh}）`,
      en: `${sheet}!${shown.join(', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''} (${why.en})`,
    };
  });
}

/** How many cells of one reason are named. */
const SHOWN = 5;
