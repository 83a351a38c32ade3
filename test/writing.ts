import type { Kind } from '../src/model/kinds.ts';
import { type Property, type Shape, shapeOfKind } from '../src/schema/vocabulary/shape.ts';

/** A record in the making: every key with both its names, every value with both its forms. */
export type Node =
  | { type: 'map'; shape: Shape; entries: Entry[] }
  | { type: 'list'; shape: Shape; items: Node[] }
  | { type: 'scalar'; shape: Shape; zh: string; en: string };

export interface Entry {
  /** Segment of the JSON pointer. */
  name: string;
  zh: string;
  en: string;
  value: Node;
}

export type Style = 'block' | 'flow' | 'aliased';
export type Place = [line: number, column: number];

/** A record as text, and where every key and value stands in it, by JSON pointer. */
export interface Written {
  text: string;
  keys: Map<string, Place>;
  values: Map<string, Place>;
}

const numbers: Record<string, string> = { year: '2024' };

const full = new Map<Kind, Node>();

/** A valid record of a kind with every key that the vocabulary has. */
export function fullRecord(kind: Kind): Node {
  const made = full.get(kind) ?? sample(shapeOfKind(kind), kind);
  full.set(kind, made);
  return made;
}

function sample(shape: Shape, name: string): Node {
  const scalar = (zh: string, en = zh): Node => ({ type: 'scalar', shape, zh, en });
  switch (shape.type) {
    case 'object':
      return {
        type: 'map',
        shape,
        entries: shape.properties.map((property: Property) => ({
          name: property.name,
          zh: property.title,
          en: property.name,
          value: sample(property.shape, property.name),
        })),
      };
    case 'array':
      return { type: 'list', shape, items: [sample(shape.items, name)] };
    case 'text': {
      const [first] = shape.codes;
      if (first) return scalar(first.title, first.code);
      return scalar(shape.format === 'text' ? '一段文字' : '2024-05-08');
    }
    case 'boolean':
      return scalar('true');
    default:
      return scalar(numbers[name] ?? '1');
  }
}

const isScalar = (node: Node): boolean =>
  node.type === 'scalar' || (node.type === 'list' && node.items.every((item) => item.type === 'scalar'));

/**
 * A record cut down to the value at a path, what holds it, and what is required beside it; the object at `whole` keeps
 * every text, number and list of such.
 */
export function around(node: Node, path: string, whole?: string, at = ''): Node {
  if (node.type === 'list')
    return { ...node, items: node.items.map((item, index) => around(item, path, whole, `${at}/${index}`)) };
  if (node.type === 'scalar' || at === path) return node;
  const { shape } = node;
  const isNeeded = ({ name, value }: Entry) =>
    `${path}/`.startsWith(`${at}/${name}/`) ||
    (shape.type === 'object' && shape.keys.get(name)?.required) ||
    (at === whole && isScalar(value));
  return {
    ...node,
    entries: node.entries
      .filter(isNeeded)
      .map((entry) => ({ ...entry, value: around(entry.value, path, whole, `${at}/${entry.name}`) })),
  };
}

/** Writes a record in a language and style, noting where everything stands; columns count code points. */
export function write(root: Node, lang: 'zh' | 'en', style: Style): Written {
  const lines = [''];
  const keys = new Map<string, Place>();
  const values = new Map<string, Place>();
  const here = (): Place => [lines.length, [...(lines.at(-1) as string)].length + 1];
  const put = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const startLine = (text = '') => lines.push(text);

  const flow = (node: Node, path: string, at = true): void => {
    if (at) values.set(path, here());
    if (node.type === 'scalar') put(node[lang]);
    else if (node.type === 'list') {
      put('[');
      for (const [index, item] of node.items.entries()) {
        if (index > 0) put(', ');
        flow(item, `${path}/${index}`);
      }
      put(']');
    } else {
      put('{');
      for (const [index, entry] of node.entries.entries()) {
        if (index > 0) put(', ');
        keys.set(`${path}/${entry.name}`, here());
        put(`${entry[lang]}: `);
        flow(entry.value, `${path}/${entry.name}`);
      }
      put('}');
    }
  };

  const block = (node: Node, path: string, indent: number): void => {
    values.set(path, here());
    if (node.type === 'scalar') put(node[lang]);
    else if (node.type === 'list') {
      for (const [index, item] of node.items.entries()) {
        if (index > 0) startLine(' '.repeat(indent));
        put('- ');
        block(item, `${path}/${index}`, indent + 2);
      }
    } else {
      for (const [index, entry] of node.entries.entries()) {
        if (index > 0) startLine(' '.repeat(indent));
        keys.set(`${path}/${entry.name}`, here());
        put(`${entry[lang]}:`);
        if (entry.value.type === 'scalar') put(' ');
        else startLine(' '.repeat(indent + 2));
        block(entry.value, `${path}/${entry.name}`, indent + 2);
      }
    }
  };

  if (style === 'block') block(root, '', 0);
  else if (style === 'flow' || root.type !== 'map') flow(root, '');
  else {
    values.set('', here());
    const isShared = ({ value }: Entry) => value.type !== 'scalar';
    for (const [index, entry] of root.entries.entries()) {
      if (!isShared(entry)) continue;
      put(`x-${index}: &a${index} `);
      flow(entry.value, `/${entry.name}`, false);
      startLine();
    }
    for (const [index, entry] of root.entries.entries()) {
      const path = `/${entry.name}`;
      keys.set(path, here());
      put(`${entry[lang]}: `);
      values.set(path, here());
      if (isShared(entry)) put(`*a${index}`);
      else flow(entry.value, path);
      startLine();
    }
  }
  return { text: `${lines.join('\n')}\n`, keys, values };
}

/** Every value of a record with its JSON pointer, the map that holds it and its place there. */
export function* walk(
  node: Node,
  path = '',
): Generator<{ node: Node; path: string; holder?: Entry[]; index?: number }> {
  yield { node, path };
  if (node.type === 'map') {
    for (const [index, entry] of node.entries.entries()) {
      for (const found of walk(entry.value, `${path}/${entry.name}`))
        yield found.node === entry.value ? { ...found, holder: node.entries, index } : found;
    }
  } else if (node.type === 'list') {
    for (const [index, item] of node.items.entries()) yield* walk(item, `${path}/${index}`);
  }
}

/** The JSON pointer of the map or list that holds a value. */
export const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** A text in place of a value. */
export const scalar = (node: Node, text: string): Node => ({ type: 'scalar', shape: node.shape, zh: text, en: text });

/** A record with another value at a path. */
export function replaced(record: Node, path: string, change: (node: Node) => Node): Node {
  const swap = (node: Node, at: string): Node => {
    if (at === path) return change(node);
    if (node.type === 'map')
      return {
        ...node,
        entries: node.entries.map((entry) => ({ ...entry, value: swap(entry.value, `${at}/${entry.name}`) })),
      };
    if (node.type === 'list') return { ...node, items: node.items.map((item, index) => swap(item, `${at}/${index}`)) };
    return node;
  };
  return swap(record, '');
}

/** A record with one entry changed, or left out. */
export function withEntry(record: Node, path: string, change: (entry: Entry) => Entry[]): Node {
  const owner = parentOf(path);
  return replaced(record, owner, (node) =>
    node.type === 'map'
      ? { ...node, entries: node.entries.flatMap((e) => (`${owner}/${e.name}` === path ? change(e) : [e])) }
      : node,
  );
}

const gbkCodes = new Map<string, [number, number]>();
const gbk = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const character = gbk.decode(Uint8Array.of(high, low));
    if (character.length === 1 && character !== '\ufffd') gbkCodes.set(character, [high, low]);
  }
}

/** A text in GBK; characters that it lacks are an error. */
export const encodeGbk = (text: string): Uint8Array => encoded(text, () => undefined);

/** A text in GB18030, in which everything can be written. */
export const encodeGb18030 = (text: string): Uint8Array => encoded(text, (character) => fourBytes().get(character));

function encoded(text: string, further: (character: string) => readonly number[] | undefined): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const code = gbkCodes.get(character) ?? further(character);
      if (!code) throw new Error(`not to be written: ${character}`);
      return code;
    }),
  );
}

let four: Map<string, number[]> | undefined;

/** The characters of GB18030 that take four bytes, up to the last of the basic plane. */
function fourBytes(): Map<string, number[]> {
  if (four) return four;
  four = new Map();
  const gb18030 = new TextDecoder('gb18030');
  for (let index = 0; index < 39_420; index += 1) {
    const code = [
      0x81 + Math.floor(index / 12_600),
      0x30 + (Math.floor(index / 1260) % 10),
      0x81 + (Math.floor(index / 10) % 126),
      0x30 + (index % 10),
    ];
    four.set(gb18030.decode(Uint8Array.from(code)), code);
  }
  return four;
}
