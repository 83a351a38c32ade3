import type { Edit } from '../../model/finding.ts';
import { applyEdits } from '../../text/edits.ts';
import { ArchiveProblem, needed } from './archive.ts';
import { attributeEdit, childOf, childrenOf, type PlacedElement, prefixOf, rootOf } from './elements.ts';
import { cellEdits, type Mark, targetsOf } from './marked-cells.ts';
import { MarkedStyles } from './marked-styles.ts';
import { CONTENT, emptyWorkbook, WorkbookPackage } from './package.ts';
import { SheetList } from './sheet-list.ts';
import { legacyDrawing, noteParts } from './sheet-notes.ts';
import { type TableSheet, tableSheetPart } from './table-sheet.ts';

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
  const list = new SheetList(needed(parts.text(parts.main)));
  const relations = parts.relations(parts.main);
  const stylesPart = relations.find(({ type }) => type === 'styles')?.target;
  const styles = new MarkedStyles(stylesPart === undefined ? undefined : parts.text(stylesPart));
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const own = new Set(list.own.values());
  for (const [tab, { name, relation }] of list.sheets.entries()) {
    const part = needed(targets.get(relation));
    // A new sheet would take the place, or the relation, of one that is not there.
    if (!parts.has(part)) throw new ArchiveProblem('damaged');
    const ofSheet = marks.filter((mark) => mark.tab === tab);
    if (own.has(name)) continue;
    const isNoted = parts.relations(part).some(({ type }) => type === 'comments');
    if (ofSheet.length > 0 || isNoted || tab === list.active)
      markSheet(parts, part, ofSheet, styles, list.namespace, isNoted);
  }
  for (const [index, sheet] of sheets.entries()) {
    const text = tableSheetPart(sheet, (look) => styles.look(look), list.namespace, index === 0);
    const earlier = list.own.get(index);
    const known = list.sheets.find(({ name }) => name === earlier);
    const part = known && targets.get(known.relation);
    if (part !== undefined) {
      parts.write(part, text);
      continue;
    }
    const name = parts.freeName('xl/worksheets/sheet', '.xml');
    parts.write(name, text, `${CONTENT}.worksheet+xml`);
    list.add(index, sheet.name, parts.relate(parts.main, 'worksheet', name));
  }
  parts.write(parts.main, list.text());
  const text = styles.text();
  if (stylesPart !== undefined) parts.write(stylesPart, text);
  else {
    parts.write('xl/styles.xml', text, `${CONTENT}.styles+xml`);
    parts.relate(parts.main, 'styles', 'xl/styles.xml');
  }
  return parts.bytes();
}

/** Colours a sheet's cells and writes their notes. */
function markSheet(
  parts: WorkbookPackage,
  part: string,
  marks: readonly Mark[],
  styles: MarkedStyles,
  namespace: string,
  isNoted: boolean,
): void {
  const source = needed(parts.text(part));
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

/** The edits by which a sheet is no longer one of those selected: typing would go into all of these. */
const unselected = (source: string, root: PlacedElement): Edit[] =>
  childrenOf(childOf(root, 'sheetViews'), 'sheetView')
    .filter(({ attributes }) => attributes.tabSelected !== undefined)
    .flatMap((view) => attributeEdit(source, view, 'tabSelected', undefined));
