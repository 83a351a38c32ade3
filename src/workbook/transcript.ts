import { stringify } from 'yaml';
import { cellComment } from '../source/cell.ts';

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
    if (isLeaf(node)) return [`${indent}${scalarLine(key, node.value)}${cellComment(node.cell)}\n`];
    const head = `${indent}${scalarLine(key, null)}${cellComment(firstCell(node))}\n`;
    if (!Array.isArray(node)) return [head, ...linesOf(node, `${indent}  `)];
    return [head, ...node.flatMap((item) => linesOf(item, `${indent}    `).map(asItem(`${indent}  - `)))];
  });
}

/** Puts the dash of a list's item before its first line. */
const asItem = (dash: string) => (line: string, index: number) => (index === 0 ? dash + line.slice(dash.length) : line);

function firstCell(node: Leaf | Branch | Branch[]): string {
  if (isLeaf(node)) return node.cell;
  const [first] = Array.isArray(node) ? node : node.members.values();
  return firstCell(first as Leaf | Branch);
}

// Control characters that YAML does not take raw, and what could hide other text.
const UNSAFE = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `key: value` on one line, whatever the texts are. */
function scalarLine(key: string, value: Written | null): string {
  const options = {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    nullStr: '',
  } as const;
  const scalar = (each: Written | null): string => {
    if (typeof each === 'string' && each.search(UNSAFE) >= 0) return JSON.stringify(each).replace(UNSAFE, escaped);
    return stringify(each, options).trimEnd();
  };
  const text = Array.isArray(value) ? `[${value.map(inList).join(', ')}]` : scalar(value);
  return `${scalar(key)}:${text && ' '}${text}`;

  function inList(each: string): string {
    // Written as the only item, so that what a list gives a meaning to is in quotes.
    return each.search(UNSAFE) >= 0 ? scalar(each) : stringify([each], options).trimEnd().slice(1, -1);
  }
}
