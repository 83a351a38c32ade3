import type { Edit } from '../../model/finding.ts';
import { applyEdits } from '../../text/edits.ts';
import { width } from '../../text/width.ts';
import { xmlText } from '../../text/xml.ts';
import { cellText } from './cell-text.ts';
import { columnLetters } from './cells.ts';
import { appendEdit, childOf, childrenOf, type PlacedElement, prefixOf, rootOf } from './elements.ts';
import { noteShape } from './note-shape.ts';

/** By whom the notes are, and what leads what is added to somebody's own: both tell them from others. */
const AUTHOR = 'hn-gp';
const LEAD = '【hn-gp】';

const EMPTY_NOTES = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`;

const EMPTY_SHAPES = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

/** A cell by its row and column, counted from 1. */
export interface Place {
  row: number;
  column: number;
}

/**
 * The two parts that hold a sheet's notes, their texts and the boxes in which these show (VML, which Excel still asks for),
 * with the notes of an earlier check taken out and new ones put in. A note that somebody wrote stays, and what is found
 * follows in it.
 */
export function withNotes(
  parts: { notes: string | undefined; shapes: string | undefined },
  notes: ReadonlyMap<string, { place: Place; text: string }>,
  namespace: string,
): { notes: string; shapes: string } {
  const source = parts.notes ?? EMPTY_NOTES(namespace);
  const root = rootOf(source);
  const prefix = prefixOf(source, root);
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  if (!authors || !list) return withNotes({ ...parts, notes: undefined }, notes, namespace);
  const names = childrenOf(authors, 'author').map(({ inner, innerEnd }) => source.slice(inner, innerEnd));
  const isOwn = ({ attributes }: PlacedElement) => names[Number(attributes.authorId)] === AUTHOR;
  const own = list.children.filter(isOwn);
  const others = new Map(
    list.children.filter((each) => !isOwn(each)).map((each) => [each.attributes.ref ?? '', each] as const),
  );
  const edits: Edit[] = own.map(({ start, end }) => ({ start, end, text: '' }));
  for (const [ref, note] of others) edits.push(...added(source, prefix, note, notes.get(ref)?.text));
  const fresh = [...notes].filter(([ref]) => !others.has(ref));
  if (fresh.length > 0) {
    const author = names.indexOf(AUTHOR) < 0 ? names.length : names.indexOf(AUTHOR);
    if (author === names.length)
      edits.push(appendEdit(source, authors, `<${prefix}author>${AUTHOR}</${prefix}author>`));
    const texts = fresh.map(([ref, { text }]) => noteText(prefix, ref, author, text));
    edits.push(appendEdit(source, list, texts.join('')));
  }
  return {
    notes: applyEdits(source, edits),
    shapes: withShapes(
      parts.shapes ?? EMPTY_SHAPES,
      own.map(({ attributes }) => attributes.ref ?? ''),
      fresh.map(([, note]) => note),
    ),
  };
}

const noteText = (prefix: string, ref: string, author: number, text: string): string =>
  xmlText({
    [`${prefix}comment`]: {
      '@ref': ref,
      '@authorId': String(author),
      [`${prefix}text`]: runOf(prefix, text),
    },
  });

/** A piece of a note's text. */
const runOf = (prefix: string, text: string): object => ({
  [`${prefix}r`]: { [`${prefix}t`]: { '@xml:space': 'preserve', '#text': cellText(text) } },
});

/** The edits that take out of somebody's note what an earlier check added, and add what is found now. */
function added(source: string, prefix: string, note: PlacedElement, text: string | undefined): Edit[] {
  const body = childOf(note, 'text');
  if (!body) return [];
  const earlier = childrenOf(body, 'r').filter(({ start, end }) => source.slice(start, end).includes(`>\n${LEAD}`));
  const edits = earlier.map(({ start, end }) => ({ start, end, text: '' }));
  if (text === undefined) return edits;
  return [...edits, appendEdit(source, body, xmlText(runOf(prefix, `\n${LEAD}${text}`)))];
}

// Older versions of Excel write boxes that are no XML, so that they are taken as text.
const SHAPE = /<v:shape\b[\s\S]*?<\/v:shape>\s*/g;

/** The boxes without those of some cells, and with those of others. */
function withShapes(source: string, gone: readonly string[], notes: readonly { place: Place; text: string }[]): string {
  const isGone = (shape: string) => {
    const [, row] = /<x:Row>\s*(\d{1,7})\s*</.exec(shape) ?? [];
    const [, column] = /<x:Column>\s*(\d{1,5})\s*</.exec(shape) ?? [];
    // A box of another kind, or one that is damaged, is of no cell.
    if (row === undefined || column === undefined) return false;
    return gone.includes(`${columnLetters(Number(column) + 1)}${Number(row) + 1}`);
  };
  const left = source.replace(SHAPE, (shape) => (isGone(shape) ? '' : shape));
  let number = Math.max(1024, ...[...left.matchAll(/_x0000_s(\d+)/g)].map(([, given]) => Number(given)));
  const shapes = notes.map(({ place, text }) => {
    number += 1;
    return shapeOf(number, place, text);
  });
  const at = left.lastIndexOf('</xml>');
  return left.slice(0, at) + shapes.join('') + left.slice(at);
}

/** Columns that a box is wide, and characters of Latin letters that go on a line of it. */
const COLUMNS = 4;
const CHARACTERS = 34;

function shapeOf(number: number, { row, column }: Place, text: string): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / CHARACTERS)), 0);
  const anchor = [column, 12, Math.max(0, row - 2), 4, column + COLUMNS, 12, Math.max(0, row - 2) + lines + 1, 4];
  return xmlText({ 'v:shape': noteShape(number, { row, column }, anchor) });
}
