import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type ScalarTag,
  Schema,
  visit,
} from 'yaml';
import type { Kind } from '../records/kinds.ts';
import { MAXIMUM_DEPTH, type YamlDocument } from '../source/parse.ts';
import { type Positions, PositionsBuilder, pointerTo } from '../source/positions.ts';
import { kinds, type Property, type Shape, shapeOfKind } from './shape.ts';
import { isChinese, suggestNamed } from './suggest.ts';

/** Most values that aliases (`*name`) may add to one document. */
const MAXIMUM_ALIASED = 20_000;

/** A mistake met while translating: what, where (offsets), at which path, and the key concerned as written. */
export interface TranslationProblem {
  rule:
    | 'yaml/duplicate-key'
    | 'yaml/limit'
    | 'yaml/syntax'
    | 'schema/unknown-key'
    | 'schema/kind'
    | 'schema/type'
    | 'schema/required';
  path: string;
  start: number;
  end: number;
  /** The key or value at fault as the author wrote it. */
  written: string;
  /** The keys or values that could stand there. */
  known: { name: string; title: string }[];
  /** For a key that stands twice: the offset of the first. */
  first?: number;
  /** For an unknown key: the path of the key that was most likely meant. */
  meant?: string;
}

/** A document as a plain record with English names. */
export interface Translated {
  kind: Kind | undefined;
  record: Record<string, unknown>;
  positions: Positions;
  problems: TranslationProblem[];
  /** The language in which most keys are written; suggestions follow it. */
  writes: 'zh' | 'en';
}

type Node = ParsedNode | null | undefined;

const HAN = /\p{Script=Han}/u;

/** Translates one YAML document, key by key, along the shape of its kind. Nothing is guessed: what does not fit is left for the validator or reported. */
export function translate(document: YamlDocument): Translated {
  return new Translation(document).run();
}

class LimitReached extends Error {}

/** Every anchor (`&name`) of a document, in order; those under keys that no record has count too. */
function anchorsIn(document: YamlDocument): { name: string; node: ParsedNode; start: number }[] {
  const anchors: ReturnType<typeof anchorsIn> = [];
  visit(document, {
    Value: (_, node) => {
      if (node.anchor)
        anchors.push({ name: node.anchor, node: node as ParsedNode, start: rangeOf(node as ParsedNode)[0] });
    },
  });
  return anchors;
}

class Translation {
  readonly #positions = new PositionsBuilder();
  readonly #problems: TranslationProblem[] = [];
  #anchors: { name: string; node: ParsedNode; start: number }[] | undefined;
  readonly #document: YamlDocument;
  #aliased = 0;
  #insideAlias = 0;
  #chinese = 0;
  #english = 0;

  constructor(document: YamlDocument) {
    this.#document = document;
  }

  run(): Translated {
    const contents = this.#document.contents;
    let kind: Kind | undefined;
    let record: Record<string, unknown> = {};
    const root = this.#resolve(contents);
    if (!isMap(root)) {
      this.#positions.add(-1, -1, ...rangeOf(contents));
      this.#report('schema/type', '', rangeOf(contents), '');
    } else {
      kind = this.#kindOf(root as ParsedNode);
      try {
        if (kind) record = this.#value(contents, shapeOfKind(kind), '', [-1, -1], 0) as Record<string, unknown>;
      } catch (error) {
        if (!(error instanceof LimitReached)) throw error;
        record = {};
      }
    }
    return { kind, record, positions: this.#positions.build(), problems: this.#problems, writes: this.#writes() };
  }

  #writes(): 'zh' | 'en' {
    return this.#chinese > this.#english ? 'zh' : 'en';
  }

  #resolve(node: Node): Node {
    if (!isAlias(node)) return node;
    const [start, end] = rangeOf(node);
    this.#anchors ??= anchorsIn(this.#document);
    const anchor = this.#anchors.findLast(({ name, start: at }) => name === node.source && at < start);
    if (!anchor) this.#report('yaml/syntax', '', [start, end], `*${node.source}`);
    return anchor?.node ?? null;
  }

  #kindOf(root: ParsedNode): Kind | undefined {
    if (!isMap(root)) return undefined;
    for (const pair of root.items) {
      const key = textOf(this.#resolve(pair.key as Node))?.trim();
      if (key !== 'kind' && key !== '文种') continue;
      const value = this.#resolve(pair.value as Node);
      if (isEmptyNode(value)) break;
      const written = textOf(value) ?? '';
      const kind = kinds.find(({ code, title }) => code === written || title === written);
      if (kind) return kind.code as Kind;
      if (HAN.test(key)) this.#chinese += 1;
      this.#report('schema/kind', '/kind', rangeOf(pair.value as Node), written, kinds.map(nameAndTitle));
      return undefined;
    }
    const firstKey = textOf(this.#resolve(root.items[0]?.key as Node)) ?? '';
    if (HAN.test(firstKey)) this.#chinese += 1;
    this.#report('schema/required', '', rangeOf(root), '', [{ name: 'kind', title: '文种' }]);
    return undefined;
  }

  /** Builds the value of a node; undefined means "not given". */
  #value(node: Node, shape: Shape, path: string, key: [number, number], depth: number): unknown {
    const target = this.#resolve(node);
    if (isEmptyNode(target)) return undefined;
    if (depth > MAXIMUM_DEPTH) this.#stop(node);
    if (this.#insideAlias > 0 && ++this.#aliased > MAXIMUM_ALIASED) this.#stop(node);
    const enters = target !== node ? 1 : 0;
    this.#insideAlias += enters;
    try {
      if (shape.type === 'array') return this.#list(node, target, shape.items, path, key, depth);
      this.#positions.add(...key, ...rangeOf(node));
      if (shape.type === 'object')
        return isMap(target) ? this.#object(target as ParsedNode, shape, path, depth) : wrongType(target);
      if (!isScalar(target)) return wrongType(target);
      return shape.type === 'text' ? this.#text(target, shape) : scalarValue(target);
    } finally {
      this.#insideAlias -= enters;
    }
  }

  #object(node: ParsedNode, shape: Shape & { type: 'object' }, path: string, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const firstKeys = new Map<string, number>();
    const unknown: { written: string; range: [number, number]; at: string }[] = [];
    for (const pair of (isMap(node) ? node.items : []) as Pair<ParsedNode, Node>[]) {
      const key = this.#resolve(pair.key);
      const written = textOf(key)?.trim();
      if (written?.startsWith('x-')) continue;
      const range = rangeOf(pair.key);
      const property = written === undefined ? undefined : shape.keys.get(written);
      if (written !== undefined && HAN.test(written)) this.#chinese += 1;
      else this.#english += 1;
      const name = property?.name ?? written ?? '?';
      const at = pointerTo(path, name);
      const first = firstKeys.get(name);
      if (first !== undefined) {
        this.#report('yaml/duplicate-key', at, range, written ?? '', [], { first });
      } else if (property) {
        const value = this.#value(pair.value, property.shape, at, range, depth + 1);
        if (value !== undefined) object[name] = value;
      } else {
        unknown.push({ written: written ?? '', range, at });
      }
      if (first === undefined) firstKeys.set(name, range[0]);
    }
    for (const { written, range, at } of unknown) {
      const near = suggestNamed(written, shape.properties, isChinese(written, this.#writes()));
      const meant = near && !firstKeys.has(near.name) ? { meant: pointerTo(path, near.name) } : {};
      this.#report('schema/unknown-key', at, range, written, shape.properties.map(nameAndTitle), meant);
    }
    return object;
  }

  #list(node: Node, target: Node, items: Shape, path: string, key: [number, number], depth: number): unknown {
    if (isSeq(target)) {
      const given = target.items.filter((item) => !isEmptyNode(this.#resolve(item as Node)));
      if (given.length === 0) return undefined;
      this.#positions.add(...key, ...rangeOf(node));
      return given.map((item, index) => this.#value(item as Node, items, pointerTo(path, index), [-1, -1], depth + 1));
    }
    this.#positions.add(...key, ...rangeOf(node));
    if (!isScalar(target) || items.type === 'object') return isScalar(target) ? scalarValue(target) : {};
    return [this.#value(node, items, pointerTo(path, 0), [-1, -1], depth + 1)];
  }

  #text(node: Scalar, shape: Shape & { type: 'text' }): string {
    const text = textOf(node as ParsedNode) as string;
    return shape.forms.get(text.trim()) ?? text;
  }

  #report(
    rule: TranslationProblem['rule'],
    path: string,
    [start, end]: [number, number],
    written: string,
    known: TranslationProblem['known'] = [],
    more: Pick<TranslationProblem, 'first' | 'meant'> = {},
  ): void {
    this.#problems.push({ rule, path, start, end, written, known, ...more });
  }

  #stop(node: Node): never {
    this.#report('yaml/limit', '', rangeOf(node), '');
    throw new LimitReached();
  }
}

const nameAndTitle = (entry: Property | { code: string; title: string }) => ({
  name: 'name' in entry ? entry.name : entry.code,
  title: entry.title,
});

const rangeOf = (node: Node): [number, number] => (node?.range ? [node.range[0], node.range[1]] : [0, 0]);

/** The text of a scalar: as written where it is plain (`007`, `true`), its content where it is quoted or a block. */
const textOf = (node: Node): string | undefined => (isScalar(node) ? String(node.value ?? '') : undefined);

const coreTags = (new Schema({ schema: 'core' }).tags as ScalarTag[]).filter(({ test }) => test !== undefined);

/** A scalar's value by YAML's core schema: a plain one may be a number, a boolean or null. Numbers that JSON lacks (.inf, .nan) stay text. */
function scalarValue(node: Scalar): unknown {
  const text = node.value;
  if (node.type !== 'PLAIN' || node.tag || typeof text !== 'string') return text;
  const tag = coreTags.find(({ test }) => test?.test(text));
  const value = tag?.resolve(text, () => {}, {}) ?? text;
  const plain = isScalar(value) ? value.value : value;
  return typeof plain === 'number' && !Number.isFinite(plain) ? text : plain;
}

/** Stands in for a list or map where something else is asked, so that the validator reports the type. */
const wrongType = (node: Node): unknown => (isSeq(node) ? [] : isMap(node) ? {} : scalarValue(node as Scalar));

const NULL = /^(?:~|[Nn]ull|NULL)?$/;

/** Whether a node says nothing: left empty, null, or empty quotes. */
const isEmptyNode = (node: Node): boolean =>
  node === null ||
  node === undefined ||
  (isScalar(node) &&
    (node.value === '' ||
      node.value === null ||
      (node.type === 'PLAIN' && !node.tag && NULL.test(String(node.value)))));
