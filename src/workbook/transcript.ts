import { stringify } from 'yaml';
import { present } from '../model/present.ts';
import { cellComment } from '../tree/yaml/cell-comment.ts';

/** A value as it is to stand in YAML; a list is one of codes or texts. */
export type Written = string | number | boolean | readonly string[];

/** A value with the cell that it was taken from. */
export interface Leaf {
  cell: string;
  value: Written;
}

/** An object: its keys as they are to be written. */
export interface Branch {
  members: Map<string, Leaf | Branch | Branch[]>;
}

const isLeaf = (node: Leaf | Branch | Branch[]): node is Leaf => 'cell' in node;

/** A record as YAML, each line ending with the cell that it, or the first value below it, was taken from. */
export const transcript = (record: Branch): string => linesOf(record, '').join('');

function linesOf({ members }: Branch, indent: string): string[] {
  return [...members].flatMap(([key, node]) => {
    if (isLeaf(node)) return [`${indent}${keyLine(key, node.value)}${cellComment(node.cell)}\n`];
    const head = `${indent}${keyLine(key)}${cellComment(firstCell(node))}\n`;
    if (!Array.isArray(node)) return [head, ...linesOf(node, `${indent}  `)];
    return [head, ...node.flatMap((item) => linesOf(item, `${indent}    `).map(asItem(`${indent}  - `)))];
  });
}

/** Puts the dash of a list's item before its first line. */
const asItem = (dash: string) => (line: string, index: number) => (index === 0 ? dash + line.slice(dash.length) : line);

function firstCell(node: Leaf | Branch | Branch[]): string {
  if (isLeaf(node)) return node.cell;
  const [first] = Array.isArray(node) ? node : node.members.values();
  return firstCell(present(first, 'value of a branch'));
}

// Line breaks, control characters that YAML does not take raw, and what could hide other text.
const UNSAFE = /[\n\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/** A text in double quotes, on one line and visible whatever it holds. */
const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(
    new RegExp(UNSAFE, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A text, number or boolean as it stands after a key. */
const afterKey = (value: Written): string =>
  typeof value === 'string' && UNSAFE.test(value)
    ? inQuotes(value)
    : stringify({ _: value }, { lineWidth: 0 }).trimEnd().slice('_: '.length);

/** A text as it stands in a list between brackets. */
const inBrackets = (text: string): string =>
  UNSAFE.test(text)
    ? inQuotes(text)
    : stringify([text], { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd().slice(1, -1);

// A header of an author's own with a full-width colon in it would be taken for a key and its value.
const PLAIN_KEY = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}·_ -]*$/u;

/** A key on its line, with its value where there is one to stand on the same line. */
function keyLine(key: string, value?: Written): string {
  const name = PLAIN_KEY.test(key)
    ? stringify({ [key]: 0 })
        .trimEnd()
        .slice(0, -': 0'.length)
    : inQuotes(key);
  if (value === undefined) return `${name}:`;
  return `${name}: ${Array.isArray(value) ? `[${value.map(inBrackets).join(', ')}]` : afterKey(value)}`;
}
