import type { Edit, Severity } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { applyEdits } from '../../text/edits.ts';
import { ArchiveProblem } from './archive.ts';
import { columnLetters, columnOf } from './cells.ts';
import {
  appendEdit,
  attributeEdit,
  childOf,
  childrenOf,
  type PlacedElement,
  prefixOf,
  rootOf,
  sourceOf,
} from './elements.ts';
import { MarkedStyles } from './marked-styles.ts';
import { withNotes } from './notes.ts';
import { emptyWorkbook, WorkbookPackage } from './package.ts';
import { type TableSheet, tableSheetPart } from './table-sheet.ts';

/** What is to be shown at a cell: how bad it is, which colours the cell, and the text of its note. */
export interface Mark {
  /** The sheet, by its place among all sheets, counted from 0. */
  tab: number;
  /** Such as `F7`. */
  address: string;
  severity: Severity;
  text: string;
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * A workbook with cells coloured and noted, and with sheets of text: the first before its own, the others behind them. Marks
 * and sheets of an earlier call are replaced; all else stays as it is, byte by byte. Undefined where a part that is needed is
 * damaged or too large.
 */
export function markedWorkbook(
  bytes: Uint8Array,
  marks: readonly Mark[],
  sheets: readonly TableSheet[],
): Uint8Array | undefined {
  try {
    return marked(bytes, marks, sheets);
  } catch (error) {
    if (error instanceof ArchiveProblem) return undefined;
    throw error;
  }
}

/** A workbook of sheets of text alone. */
export const newWorkbook = (sheets: readonly TableSheet[]): Uint8Array => marked(emptyWorkbook(), [], sheets);

function marked(bytes: Uint8Array, marks: readonly Mark[], sheets: readonly TableSheet[]): Uint8Array {
  const parts = new WorkbookPackage(bytes);
  const workbook = present(parts.text(parts.main), 'list of sheets');
  const namespace = namespaceOf(workbook);
  const relations = parts.relations(parts.main);
  const stylesPart = relations.find(({ type }) => type === 'styles')?.target;
  const styles = new MarkedStyles(stylesPart === undefined ? undefined : parts.text(stylesPart));
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const listed = childrenOf(childOf(rootOf(workbook), 'sheets'), 'sheet');
  const ownNames = ownSheets(workbook);
  const active = activeTab(workbook);
  for (const [tab, sheet] of listed.entries()) {
    const part = targets.get(relationOf(sheet));
    const own = marks.filter((mark) => mark.tab === tab);
    if (part === undefined || ownNames.has(sheet.attributes.name ?? '')) continue;
    const isNoted = parts.relations(part).some(({ type }) => type === 'comments');
    if (own.length > 0 || isNoted || tab === active) markSheet(parts, part, own, styles, namespace, isNoted);
  }
  addSheets(parts, sheets, styles, namespace);
  const text = styles.text();
  if (stylesPart !== undefined) parts.write(stylesPart, text);
  else {
    parts.write('xl/styles.xml', text, `${CONTENT}.styles+xml`);
    parts.relate(parts.main, 'styles', 'xl/styles.xml');
  }
  return parts.bytes();
}

const namespaceOf = (source: string): string => {
  const root = rootOf(source, () => false);
  const prefix = prefixOf(source, root).slice(0, -1);
  return root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
};

/** The id of the relation by which a list of sheets refers to one. */
const relationOf = ({ attributes }: PlacedElement): string =>
  Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';

const activeTab = (workbook: string): number => {
  const view = childOf(childOf(rootOf(workbook), 'bookViews'), 'workbookView');
  return Number(view?.attributes.activeTab ?? 0);
};

/** A row as it is addressed, or one after the last where it is not. */
const rowOf = ({ attributes }: PlacedElement, last: number): number => Number(attributes.r ?? last + 1);

interface Target {
  row: number;
  column: number;
  severity: Severity;
  text: string;
}

/** What is shown at each cell of a sheet, the worst and all that is said. */
function targetsOf(marks: readonly Mark[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { address, severity, text } of marks) {
    const known = targets.get(address);
    const [, row = ''] = /^[A-Z]+(\d+)$/.exec(address) ?? [];
    targets.set(address, {
      row: Number(row),
      column: present(columnOf(address), 'column of a mark'),
      severity: SEVERITIES.find((each) => each === severity || each === known?.severity) ?? severity,
      text: known ? `${known.text}\n\n${text}` : text,
    });
  }
  return targets;
}

function markSheet(
  parts: WorkbookPackage,
  part: string,
  marks: readonly Mark[],
  styles: MarkedStyles,
  namespace: string,
  isNoted: boolean,
): void {
  const source = present(parts.text(part), 'sheet');
  const root = rootOf(source);
  const prefix = prefixOf(source, root);
  const targets = targetsOf(marks);
  const edits = [...cellEdits(source, root, prefix, targets, styles), ...unselected(source, root)];
  if (targets.size > 0 || isNoted) {
    const link = noteParts(parts, part, root, targets, namespace);
    if (link !== undefined) edits.push(legacyDrawing(source, root, prefix, link, namespace));
  }
  parts.write(part, applyEdits(source, edits));
}

/** The edits that colour cells, and take the colour of an earlier check away; rows and cells that are not there are put in. */
function cellEdits(
  source: string,
  root: PlacedElement,
  prefix: string,
  targets: ReadonlyMap<string, Target>,
  styles: MarkedStyles,
): Edit[] {
  const data = childOf(root, 'sheetData');
  if (!data) return [];
  const edits: Edit[] = [];
  const wanted = new Map<number, Target[]>();
  for (const target of targets.values()) wanted.set(target.row, [...(wanted.get(target.row) ?? []), target]);
  const columnStyles = childrenOf(childOf(root, 'cols'), 'col');
  const newCell = ({ row, column, severity }: Target, rowStyle: string | undefined): string => {
    const ofColumn = columnStyles.find(
      ({ attributes: { min, max } }) => Number(min) <= column && column <= Number(max),
    );
    const style = Number(rowStyle ?? ofColumn?.attributes.style ?? 0);
    return `<${prefix}c r="${columnLetters(column)}${row}" s="${styles.styled(style, severity)}"/>`;
  };
  let last = 0;
  const insertedBefore = (offset: number, upTo: number) => {
    const rows = [...wanted].filter(([row]) => row > last && row < upTo).sort(([one], [other]) => one - other);
    const text = rows.map(
      ([row, cells]) =>
        `<${prefix}row r="${row}">${byColumn(cells)
          .map((cell) => newCell(cell, undefined))
          .join('')}</${prefix}row>`,
    );
    return rows.length > 0 ? [{ start: offset, end: offset, text: text.join('') }] : [];
  };
  for (const element of data.children) {
    const row = rowOf(element, last);
    edits.push(...insertedBefore(element.start, row));
    edits.push(...rowEdits(source, element, byColumn(wanted.get(row) ?? []), styles, newCell));
    last = row;
  }
  const rest = insertedBefore(data.innerEnd, Number.POSITIVE_INFINITY);
  if (rest[0]) edits.push(appendEdit(source, data, rest[0].text));
  return edits;
}

const byColumn = (cells: readonly Target[]): Target[] => [...cells].sort((one, other) => one.column - other.column);

function rowEdits(
  source: string,
  row: PlacedElement,
  targets: readonly Target[],
  styles: MarkedStyles,
  newCell: (target: Target, rowStyle: string | undefined) => string,
): Edit[] {
  const edits: Edit[] = [];
  const rowStyle = row.attributes.customFormat === '1' ? row.attributes.s : undefined;
  const put = (cells: readonly Target[]) => cells.map((cell) => newCell(cell, rowStyle)).join('');
  let last = 0;
  for (const cell of childrenOf(row, 'c')) {
    const column = columnOf(cell.attributes.r) ?? last + 1;
    const between = put(targets.filter((target) => target.column > last && target.column < column));
    if (between !== '') edits.push({ start: cell.start, end: cell.start, text: between });
    const style = Number(cell.attributes.s ?? 0);
    const severity = targets.find((target) => target.column === column)?.severity;
    if (severity || styles.isMarked(style)) {
      const styled = styles.styled(style, severity);
      if (styled !== style) edits.push(...attributeEdit(source, cell, 's', String(styled)));
    }
    last = column;
  }
  const behind = put(targets.filter((target) => target.column > last));
  const lastCell = childrenOf(row, 'c').at(-1);
  if (behind !== '')
    edits.push(lastCell ? { start: lastCell.end, end: lastCell.end, text: behind } : appendEdit(source, row, behind));
  return edits;
}

/** The edits by which a sheet is no longer one of those selected: typing would go into all of these. */
const unselected = (source: string, root: PlacedElement): Edit[] =>
  childrenOf(childOf(root, 'sheetViews'), 'sheetView')
    .filter(({ attributes }) => attributes.tabSelected !== undefined)
    .flatMap((view) => attributeEdit(source, view, 'tabSelected', undefined));

/** Writes a sheet's notes; the relation to their boxes where the sheet has to be told of it. */
function noteParts(
  parts: WorkbookPackage,
  sheet: string,
  root: PlacedElement,
  targets: ReadonlyMap<string, Target>,
  namespace: string,
): string | undefined {
  const relations = parts.relations(sheet);
  const drawing = childOf(root, 'legacyDrawing');
  const shapesPart = drawing && relations.find(({ id }) => id === relationOf(drawing))?.target;
  const notesPart = relations.find(({ type }) => type === 'comments')?.target;
  const places = new Map(
    [...targets].map(([address, { row, column, text }]) => [address, { place: { row, column }, text }]),
  );
  const { notes, shapes } = withNotes(
    {
      notes: notesPart === undefined ? undefined : parts.text(notesPart),
      shapes: shapesPart === undefined ? undefined : parts.text(shapesPart),
    },
    places,
    namespace,
  );
  if (notesPart !== undefined) parts.write(notesPart, notes);
  else {
    const name = parts.freeName('xl/comments', '.xml');
    parts.write(name, notes, `${CONTENT}.comments+xml`);
    parts.relate(sheet, 'comments', name);
  }
  if (shapesPart !== undefined) {
    parts.write(shapesPart, shapes);
    return undefined;
  }
  const name = parts.freeName('xl/drawings/vmlDrawing', '.vml');
  parts.write(name, shapes, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  return parts.relate(sheet, 'vmlDrawing', name);
}

/** What follows the boxes of the notes in a sheet, by the order of its parts. */
const AFTER_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function legacyDrawing(source: string, root: PlacedElement, prefix: string, id: string, namespace: string): Edit {
  const relationships = namespace.includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const text = `<${prefix}legacyDrawing xmlns:r="${relationships}" r:id="${id}"/>`;
  const next = root.children.find(({ name }) => AFTER_DRAWING.has(name));
  return next ? { start: next.start, end: next.start, text } : appendEdit(source, root, text);
}

/** Names by which a workbook knows the sheets that an earlier call put in, however they are called now. */
const OWN = '_hn_gp_sheet_';

/** The sheets that an earlier call put in: by their name now, which one of them it is. */
function ownSheets(workbook: string): Map<string, number> {
  const names = childrenOf(childOf(rootOf(workbook), 'definedNames'), 'definedName');
  return new Map(
    names
      .filter(({ attributes }) => attributes.name?.startsWith(OWN))
      .map((each) => {
        const text = sourceOf(workbook, { ...each, start: each.inner, end: each.innerEnd });
        const name = /^'?(.*?)'?!\$?A\$?1$/.exec(text)?.[1] ?? '';
        return [name.replaceAll("''", "'"), Number(each.attributes.name?.slice(OWN.length))] as const;
      }),
  );
}

/** Puts sheets in, or in the place of those of an earlier call, and opens the workbook at the first of them. */
function addSheets(
  parts: WorkbookPackage,
  sheets: readonly TableSheet[],
  styles: MarkedStyles,
  namespace: string,
): void {
  let workbook = present(parts.text(parts.main), 'list of sheets');
  const earlier = new Map([...ownSheets(workbook)].map(([name, index]) => [index, name]));
  for (const [index, sheet] of sheets.entries()) {
    const text = tableSheetPart(sheet, (look) => styles.look(look), namespace, index === 0);
    const root = rootOf(workbook);
    const list = present(childOf(root, 'sheets'), 'sheets');
    const known = childrenOf(list, 'sheet').find(({ attributes }) => attributes.name === earlier.get(index));
    const part = known && parts.relations(parts.main).find(({ id }) => id === relationOf(known))?.target;
    if (part !== undefined) {
      parts.write(part, text);
      continue;
    }
    const name = parts.freeName('xl/worksheets/sheet', '.xml');
    parts.write(name, text, `${CONTENT}.worksheet+xml`);
    workbook = withSheet(workbook, sheet.name, index, parts.relate(parts.main, 'worksheet', name));
  }
  parts.write(parts.main, opened(workbook));
}

/** The list of sheets with one more, the first of them before all others. */
function withSheet(workbook: string, wanted: string, index: number, relation: string): string {
  const root = rootOf(workbook);
  const prefix = prefixOf(workbook, root);
  const list = present(childOf(root, 'sheets'), 'sheets');
  const there = childrenOf(list, 'sheet');
  const taken = new Set(there.map(({ attributes }) => attributes.name?.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  const id = 1 + Math.max(0, ...there.map(({ attributes }) => Number(attributes.sheetId ?? 0)));
  const link = relationAttribute(there[0]);
  const source = `<${prefix}sheet name="${name}" sheetId="${id}" ${link}="${relation}"/>`;
  const first = index === 0 ? there[0]?.start : undefined;
  const edits: Edit[] = [
    first === undefined ? appendEdit(workbook, list, source) : { start: first, end: first, text: source },
  ];
  const defined = `<${prefix}definedName name="${OWN}${index}" hidden="1">'${name}'!$A$1</${prefix}definedName>`;
  const names = childOf(root, 'definedNames');
  // Names that are of one sheet tell it by its place.
  const shifted = childrenOf(names, 'definedName').flatMap((each) =>
    index === 0 && each.attributes.localSheetId !== undefined
      ? attributeEdit(workbook, each, 'localSheetId', String(Number(each.attributes.localSheetId) + 1))
      : [],
  );
  if (names) {
    edits.push(...shifted, appendEdit(workbook, names, defined));
  } else {
    const before = ['sheets', 'functionGroups', 'externalReferences'];
    const after = root.children.filter((each) => before.includes(each.name)).at(-1)?.end ?? list.end;
    const text = `<${prefix}definedNames>${defined}</${prefix}definedNames>`;
    edits.push({ start: after, end: after, text });
  }
  return applyEdits(workbook, edits);
}

/** The attribute by which sheets are related, with the prefix that the workbook uses. */
const relationAttribute = (sheet: PlacedElement | undefined): string =>
  Object.keys(sheet?.attributes ?? {}).find((name) => /:id$/.test(name)) ?? 'r:id';

/** The workbook so that it opens at its first sheet. */
function opened(workbook: string): string {
  const root = rootOf(workbook);
  const view = childOf(childOf(root, 'bookViews'), 'workbookView');
  if (!view) return workbook;
  const edits = ['activeTab', 'firstSheet'].flatMap((name) => attributeEdit(workbook, view, name, undefined));
  return applyEdits(workbook, edits);
}
