import { SaxesParser } from 'saxes';
import type { Edit } from '../../model/finding.ts';
import { ArchiveProblem } from './archive.ts';

/** An element of an XML text by the places where it stands, so that the text around it can stay as it is. Offsets count UTF-16 units. */
export interface PlacedElement {
  /** Without its prefix. */
  name: string;
  attributes: Record<string, string>;
  children: PlacedElement[];
  /** What is written right inside it. */
  text: string;
  start: number;
  /** Right behind its first tag, which is the end where it has no other. */
  inner: number;
  /** Where its last tag begins. */
  innerEnd: number;
  end: number;
}

/** Whether an element, read to its end, was made use of and need not be kept in the one around it. */
export type IsTaken = (element: PlacedElement, parent: PlacedElement) => boolean;

/**
 * The root element of an XML text, but for what is taken out while it is read. Throws an ArchiveProblem where the text is no
 * XML, or defines entities, which no office program does and which could only make it grow.
 */
export function rootOf(xml: string, isTaken: IsTaken = () => false): PlacedElement {
  const parser = new SaxesParser();
  const open: PlacedElement[] = [];
  let root: PlacedElement | undefined;
  parser.on('error', (cause) => {
    throw new ArchiveProblem('damaged', { cause });
  });
  parser.on('doctype', () => {
    throw new ArchiveProblem('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const inner = parser.position;
    const start = xml.lastIndexOf('<', inner - 1);
    const element = {
      name: local(name),
      attributes,
      children: [],
      text: '',
      start,
      inner,
      innerEnd: inner,
      end: inner,
    };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  const add = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (!element) return;
    if (!isSelfClosing) {
      element.end = parser.position;
      element.innerEnd = xml.lastIndexOf('<', element.end - 1);
    }
    const parent = open.at(-1);
    if (parent && isTaken(element, parent)) parent.children.pop();
  });
  parser.write(xml).close();
  if (!root) throw new ArchiveProblem('damaged');
  return root;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The child of a name, and all of them. */
export const childOf = (element: PlacedElement | undefined, name: string): PlacedElement | undefined =>
  element?.children.find((child) => child.name === name);
export const childrenOf = (element: PlacedElement | undefined, name: string): PlacedElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The prefix with which an XML text names its root element and so its kin, with the colon; empty for none. */
export const prefixOf = (xml: string, root: PlacedElement): string =>
  /^<([^\s/>:]+:)/.exec(xml.slice(root.start, root.inner))?.[1] ?? '';

/** An element's source. */
export const sourceOf = (xml: string, { start, end }: PlacedElement): string => xml.slice(start, end);

/** The edit that gives an attribute a value, or takes it away (undefined). */
export function attributeEdit(xml: string, element: PlacedElement, name: string, value: string | undefined): Edit[] {
  const tag = xml.slice(element.start, element.inner);
  const pattern = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
  const nameEnd = tag.search(/[\s/>]/);
  const replacement = value === undefined ? '' : ` ${name}="${value}"`;
  pattern.lastIndex = nameEnd;
  for (let found = pattern.exec(tag); found; found = pattern.exec(tag)) {
    const start = element.start + found.index;
    if (found[1] === name) return [{ start, end: start + found[0].length, text: replacement }];
  }
  const at = element.start + nameEnd;
  return value === undefined ? [] : [{ start: at, end: at, text: replacement }];
}

/** The edit that puts a source in as the last child. */
export function appendEdit(xml: string, element: PlacedElement, text: string): Edit {
  if (element.end !== element.inner) return { start: element.innerEnd, end: element.innerEnd, text };
  const name = /^<([^\s/>]+)/.exec(xml.slice(element.start, element.end))?.[1] ?? element.name;
  const slash = xml.lastIndexOf('/', element.end);
  return { start: slash, end: element.end, text: `>${text}</${name}>` };
}
