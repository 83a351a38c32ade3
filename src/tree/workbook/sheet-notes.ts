import type { Edit } from '../../model/finding.ts';
import { appendEdit, childOf, type PlacedElement } from './elements.ts';
import type { Target } from './marked-cells.ts';
import { withNotes } from './notes.ts';
import { CONTENT, type WorkbookPackage } from './package.ts';
import { relationOf } from './relations.ts';

/** Writes a sheet's notes; the relation to their boxes where the sheet has to be told of it. */
export function noteParts(
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

export function legacyDrawing(
  source: string,
  root: PlacedElement,
  prefix: string,
  id: string,
  namespace: string,
): Edit {
  const relationships = namespace.includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const text = `<${prefix}legacyDrawing xmlns:r="${relationships}" r:id="${id}"/>`;
  const next = root.children.find(({ name }) => AFTER_DRAWING.has(name));
  return next ? { start: next.start, end: next.start, text } : appendEdit(source, root, text);
}
