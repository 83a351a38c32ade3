import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type ScalarTag,
  Schema,
  visit,
} from 'yaml';
import { isDay, isExact } from '../../calendar/day.ts';
import type { Kind } from '../../model/kinds.ts';
import { hasChinese } from '../../text/chinese.ts';
import { BULLETS, bareName, hasInvisible, knownParts, QUOTED, REMARK } from '../../text/typography.ts';
import { MAXIMUM_DEPTH, MAXIMUM_FINDINGS, MAXIMUM_MISTAKES, type Tree } from '../../tree/yaml/parse.ts';
import { type Offsets, type Positions, PositionsBuilder, pointerOf } from '../../tree/yaml/positions.ts';
import { readCode } from '../values/code.ts';
import { partedCodes } from '../values/list.ts';
import { NOTHING } from '../values/nothing.ts';
import { Forms, type HoursPerDay, LONGEST_CODE, type OtherForm } from './forms.ts';
import type { Named } from './named.ts';
import { noneUnder, takesAnyText } from './none-under.ts';
import {
  type Code,
  isFreeText,
  isPart,
  kinds,
  type ListShape,
  type ObjectShape,
  type Property,
  propertyAt,
  type Shape,
  shapeOfKind,
  type TextShape,
} from './shape.ts';
import { FULL_WIDTH, MERGE, type Suggestion, suggestNamed } from './suggest.ts';
import { type Home, homeOf, homesOf, isKeyIn, nearKey } from './unknown-key.ts';
import { unlikeDates } from './unlike-dates.ts';

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
    | 'schema/enum'
    | 'schema/type'
    | 'schema/required';
  path: string;
  start: number;
  end: number;
  /** The key or value at fault as the author wrote it. */
  written: string;
  /** Whether it is a slip that was read as it was meant. */
  isSlip?: boolean;
  /** What could stand there: the kinds, or the keys that are missing. */
  known: Named[];
  /** For a key that stands twice: the offset of the first. */
  first?: number;
  /** For an unknown key: whether it is one of the author's own, which is passed over; else a mistake. */
  isOwn?: boolean;
  /** For a misspelt key: the one that it stands for. */
  near?: Suggestion<Named> | undefined;
  /** For a misspelt key: whether that one is not given as well. */
  isFree?: boolean;
  /** For a misspelt key: the paths of the keys that it most likely stands for. */
  meant?: string[];
  /** For an unknown key: the keys under which it can stand. */
  homes?: Home[];
  /** For codes run together: each of them. */
  parts?: string[];
}

/** A document as a plain record with English names. */
export interface Translated {
  kind: Kind | undefined;
  record: Record<string, unknown>;
  positions: Positions;
  problems: TranslationProblem[];
  /** What is read as meant and written otherwise than in its first form. */
  otherForms: OtherForm[];
  /** Dates that are given twice and differ: the paths of the span, and of the first or last day that is another. */
  unlikeDates: [string, string][];
  /** Dates written as the rules write one that is not known, which is no form of theirs: the path, and whether a span may stand there. */
  foreignDates: { path: string; isSpan: boolean }[];
  /** What is written and says nothing, such as `[]`: its path, where it stands with its key, and in which word it says so. */
  emptied: { path: string; start: number; end: number; said: string | undefined }[];
  /** Whether all of it was read, up to its end. */
  isWhole: boolean;
  /** Whether there were more mistakes or findings than are looked for, and reading stopped there. */
  isFull: boolean;
  /** The language in which most keys are written; suggestions follow it. */
  writes: 'zh' | 'en';
}

type Node = ParsedNode | null | undefined;

/** Keys whose texts name somebody or something, and are compared with other names. */
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'base', 'host', 'helper', 'helped', 'city']);

/**
 * Translates one YAML document, key by key, along the shape of its kind, and reads each value in whatever form it is written.
 * Nothing is guessed: what does not fit is left for the validator or reported. Behind more than `most` findings nothing is
 * read. Keys that are whole, as those that stand in a cell each, are none that were run together with others or with values.
 */
export function translate(
  document: Tree,
  hoursPerDay: HoursPerDay,
  most = MAXIMUM_FINDINGS,
  areKeysWhole = false,
): Translated {
  return new Translation(document, hoursPerDay, most, areKeysWhole).run();
}

/** Thrown where a record cannot be read on; what is wrong was reported. */
class Stopped extends Error {}

/** What every alias (`*name`) of a document stands for: the nearest anchor (`&name`) before it, under whatever key. */
function aliasTargets(document: Tree): Map<unknown, ParsedNode> {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<unknown, ParsedNode>();
  visit(document.contents, (_, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
    } else if (isNode(node) && node.anchor) anchors.set(node.anchor, node as ParsedNode);
  });
  return targets;
}

const WIDE_BLANK = /^[\u3000\u00a0]/;

/** Where the key of a record or of an item of a list stands: it has none. */
const NO_KEY: Offsets = [-1, -1];

const NOWHERE: Offsets = [0, 0];

class Translation {
  readonly #positions = new PositionsBuilder();
  readonly #problems: TranslationProblem[] = [];
  readonly #forms: Forms;
  readonly #unlikeDates: [string, string][] = [];
  readonly #foreignDates: Translated['foreignDates'] = [];
  readonly #emptied: Translated['emptied'] = [];
  readonly #blankParts = new Map<Node, boolean>();
  /** The keys and places in lists that lead to what is being read: a JSON pointer is made of them only where something is said. */
  readonly #path: (string | number)[] = [];
  #kind: Kind | undefined;
  #aliases: Map<unknown, ParsedNode> | undefined;
  readonly #document: Tree;
  readonly #most: number;
  readonly #areKeysWhole: boolean;
  #aliased = 0;
  #insideAlias = 0;
  #mistakes = 0;
  #isFull = false;
  #chinese = 0;
  #english = 0;

  constructor(document: Tree, hoursPerDay: HoursPerDay, most: number, areKeysWhole: boolean) {
    this.#document = document;
    this.#most = most;
    this.#areKeysWhole = areKeysWhole;
    this.#forms = new Forms(document, hoursPerDay);
  }

  run(): Translated {
    const contents = this.#document.contents;
    let kind: Kind | undefined;
    let record: Record<string, unknown> = {};
    let isWhole = true;
    try {
      if (isMap(contents)) {
        kind = this.#kindOf(contents as ParsedNode);
        this.#kind = kind;
        if (kind) {
          record = this.#value(contents, shapeOfKind(kind), NO_KEY) as Record<string, unknown>;
          // Misspelt, it is reported already.
          record.kind = kind;
        }
      } else {
        this.#report('schema/type', '', rangeOf(contents), '');
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      isWhole = false;
    }
    const positions = this.#positions.build();
    return {
      kind,
      record,
      positions,
      problems: this.#problems,
      otherForms: this.#forms.met,
      unlikeDates: this.#unlikeDates,
      foreignDates: this.#foreignDates,
      emptied: this.#emptied,
      isWhole,
      isFull: this.#isFull,
      writes: this.#writes(),
    };
  }

  #writes(): 'zh' | 'en' {
    return this.#chinese > this.#english ? 'zh' : 'en';
  }

  /** What a node stands for: itself, but for an alias whose name something has. */
  #resolve(node: Node): Node {
    if (!isAlias(node)) return node;
    this.#aliases ??= aliasTargets(this.#document);
    return this.#aliases.get(node) ?? node;
  }

  #kindOf(root: ParsedNode): Kind | undefined {
    if (!isMap(root)) return undefined;
    for (const pair of root.items) {
      const key = textOf(this.#resolve(pair.key as Node))?.trim();
      if (!isKindKey(key)) continue;
      const value = this.#resolve(pair.value as Node);
      if (isEmptyNode(value)) break;
      const written = textOf(value)?.trim() ?? '';
      const kind = written.length > LONGEST_CODE ? undefined : readCode(written, kindForms)?.value;
      if (kind) return kind as Kind;
      const known = kinds.map(nameAndTitle);
      const meant = suggestNamed(written, known);
      this.#report('schema/kind', '/kind', rangeOf(pair.value as Node), written, known);
      if (meant) return meant.entry.name as Kind;
      if (hasChinese(key)) this.#chinese += 1;
      return undefined;
    }
    const firstKey = textOf(this.#resolve(root.items[0]?.key as Node)) ?? '';
    if (hasChinese(firstKey)) this.#chinese += 1;
    this.#report('schema/required', '', rangeOf(root), '', [{ name: 'kind', title: '文种' }]);
    return undefined;
  }

  /** The JSON pointer of what is being read, or of something in it. */
  #at(...inside: string[]): string {
    return pointerOf([...this.#path, ...inside]);
  }

  /** Builds the value of a node under a key, or at a place of a list. */
  #within(segment: string | number, node: Node, shape: Shape, key: Offsets): unknown {
    this.#path.push(segment);
    const value = this.#value(node, shape, key);
    this.#path.pop();
    return value;
  }

  /** Builds the value of a node; undefined means "not given". */
  #value(node: Node, shape: Shape, key: Offsets): unknown {
    const target = this.#resolve(node);
    if (isAlias(target)) {
      this.#report('yaml/syntax', this.#at(), rangeOf(node), `*${target.source}`);
      this.#positions.add(key, rangeOf(node));
      return `*${target.source}`;
    }
    const sign = signTakenForYaml(target, shape);
    if (sign === undefined && this.#isNothing(target, shape)) return undefined;
    if (this.#path.length > MAXIMUM_DEPTH) this.#stop(node);
    const enters = target !== node ? 1 : 0;
    this.#insideAlias += enters;
    if (this.#insideAlias > 0 && ++this.#aliased > MAXIMUM_ALIASED) this.#stop(node);
    const value = this.#given(node, target, shape, key, sign);
    this.#insideAlias -= enters;
    return value;
  }

  /** Builds the value of a node that stands for a target, or of the sign that is left of it. */
  #given(node: Node, target: Node, shape: Shape, key: Offsets, sign: string | undefined): unknown {
    if (shape.type === 'array' || (isPart(shape) && isSeq(target))) return this.#list(node, target, shape, key);
    const range = rangeOf(node);
    this.#positions.add(key, range);
    if (shape.type === 'object') return isMap(target) ? this.#object(target as ParsedNode, shape) : wrongType(target);
    if (!isScalar(target)) return wrongType(target);
    if (sign !== undefined) return sign;
    if (shape.type === 'text' && shape.format === 'text') return this.#text(target as Scalar.Parsed, shape, range);
    const code = 'codes' in shape && shape.codes.length > 0 && this.#forms.code(target as Scalar.Parsed, shape.forms);
    const written = shape.type === 'text' ? textOf(target) : scalarValue(target);
    const value = code || this.#forms.value(written, target, shape, this.#kind);
    // 2024-05-01/2024-05-10 means all of these days to whoever writes it, and to the rules one of them.
    if (shape.type === 'text' && typeof value === 'string' && value === written && !isExact(value) && isDay(value))
      this.#foreignDates.push({ path: this.#at(), isSpan: shape.format === 'span' });
    return value;
  }

  /** Whether a node says nothing where a shape is asked: left empty, or a part that has keys at most, and nothing under any. */
  #isNothing(target: Node, shape: Shape): boolean {
    if (isEmptyNode(target)) return true;
    if (!isPart(shape) || !isMap(target)) return false;
    // A list may have aliases of one part by the thousand.
    const known = this.#blankParts.get(target);
    if (known !== undefined) return known;
    const isBlankPart = (target.items as Pair<ParsedNode, Node>[]).every((pair) => this.#isLeftBlank(pair, shape));
    this.#blankParts.set(target, isBlankPart);
    return isBlankPart;
  }

  /** Whether a key has no value. What stands without a colon and is no key, as in `{ 学时 8 }`, may hold its own. */
  #isLeftBlank({ key, value }: Pair<ParsedNode, Node>, { keys }: ObjectShape): boolean {
    const property = keys.get(textOf(this.#resolve(key))?.trim() ?? '');
    if (!value) return property !== undefined;
    const target = this.#resolve(value);
    if (isSeq(target) && property?.shape.type === 'array')
      return target.items.every((item) => isEmptyNode(this.#resolve(item as Node)));
    return isEmptyNode(target) && !target?.anchor;
  }

  #emptiedAt(name: string, [start]: Offsets, [from, end]: Offsets, said: string | undefined): void {
    if (end > from) this.#emptied.push({ path: this.#at(name), start, end, said });
  }

  #object(node: ParsedNode, shape: ObjectShape): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const firstKeys = new Map<string, number>();
    const unknown: Unknown[] = [];
    let before: Property | undefined;
    for (const pair of (isMap(node) ? node.items : []) as Pair<ParsedNode, Node>[]) {
      const key = this.#resolve(pair.key);
      const text = textOf(key);
      const known = text === undefined ? undefined : shape.keys.get(text);
      // Blanks that are none to YAML were to indent the key: it stands further out than its author meant.
      const isIndented = !known && isMap(node) && !node.flow && WIDE_BLANK.test(text ?? '');
      const written = known || isIndented ? text : text?.trim();
      if (!known && written?.startsWith('x-')) continue;
      const range = rangeOf(pair.key ?? pair.value);
      const property = known ?? (written === undefined ? undefined : shape.keys.get(written));
      if (!property && written !== undefined && shape.kept.has(written)) continue;
      if (written !== undefined && hasChinese(written)) this.#chinese += 1;
      else this.#english += 1;
      const name = property?.name ?? written ?? '?';
      const first = written === undefined ? undefined : firstKeys.get(name);
      if (first !== undefined) {
        const at = this.#at(name);
        this.#report('yaml/duplicate-key', at, range, written ?? '', [], { first });
        // With it a second record begins.
        if (at === '/kind') break;
      } else if (property) {
        const target = this.#resolve(pair.value);
        const none = noneUnder(property, shape);
        const isNone = none !== undefined && isNoText(target, none);
        const isLacking = isNone || (property.required && isBlank(target));
        const value = isLacking ? undefined : this.#within(name, pair.value, property.shape, range);
        if (value !== undefined) object[name] = value;
        else this.#emptiedAt(name, range, rangeOf(pair.value), isNone ? textOf(target) : undefined);
      } else unknown.push({ written: written ?? '', value: pair.value, range, name, before });
      if (property) before = property;
      if (first === undefined) firstKeys.set(name, range[0]);
    }
    for (const { written, value, range, name, before } of unknown) {
      const joined = this.#areKeysWhole ? [] : keysJoinedIn(written, shape);
      const near = joined.length > 0 ? undefined : nearKey(written, shape, firstKeys);
      const isFree = near !== undefined && !firstKeys.has(near.entry.name);
      // Its value is read too, so that what is wrong there is not hidden behind the key.
      if (isFree) {
        firstKeys.set(near.entry.name, range[0]);
        const read = this.#within(near.entry.name, value, near.entry.shape, range);
        if (read !== undefined) object[near.entry.name] = read;
      }
      const others = shape.properties.filter(({ name }) => !Object.hasOwn(object, name));
      // { 单选题 10 } and { 人数: 1,0000 }: YAML takes for a key what is one with its value, or the rest of a value.
      const isAlone = !this.#areKeysWhole && isMap(node) && node.flow && isEmptyNode(value);
      const torn = isAlone
        ? (others.find(begins(written)) ?? (isRest(written, before) ? before : undefined))
        : undefined;
      const named = near?.entry ?? torn;
      const isMerge = !this.#areKeysWhole && written === MERGE;
      const meant = (named ? [named] : isMerge ? others : joined).map((property) => this.#at(property.name));
      const isOwn = meant.length === 0 && !isMerge && written !== '';
      const homes = isOwn ? this.#homesOf(written, shape) : [];
      this.#report('schema/unknown-key', this.#at(name), range, written, [], { isOwn, near, isFree, meant, homes });
    }
    const unlike = unlikeDates(object);
    if (unlike) this.#unlikeDates.push([this.#at('dates'), this.#at(unlike)]);
    return object;
  }

  #list(node: Node, target: Node, shape: ListShape | ObjectShape, key: Offsets): unknown {
    const items = shape.type === 'array' ? shape.items : shape.alone();
    if (isSeq(target)) {
      const given = target.items.filter((item) => {
        const member = this.#resolve(item as Node);
        return !this.#isNothing(member, shape) && !(takesAnyText(items) && isNoText(member, NOTHING));
      });
      if (given.length === 0) return undefined;
      this.#positions.add(key, rangeOf(node));
      return given.map((item, index) => this.#within(index, item as Node, items, NO_KEY));
    }
    const range = rangeOf(node);
    this.#positions.add(key, range);
    if (items.type === 'object') return isMap(target) ? [this.#within(0, node, items, NO_KEY)] : wrongType(target);
    // The lists of a record hold objects or texts.
    if (!isScalar(target) || items.type !== 'text') return {};
    return this.#listed(target, items, range);
  }

  /** The items of a list that is written as one text, each of them at its place; the text itself where it is none. */
  #listed(node: Scalar.Parsed, shape: TextShape, range: Offsets): string[] | string {
    const text = String(node.value).trim();
    // A list whose dashes are none would be read as one text.
    if (LISTED.test(text)) return text;
    const items = this.#forms.list(node, shape);
    if (!items && shape.closed) {
      this.#reportJoined(text, shape, range);
      return text;
    }
    const isOne = !items || (items.length === 1 && items[0] === text);
    for (const _ of isOne ? [text] : items) this.#positions.add(NO_KEY, range);
    return isOne ? [this.#text(node, shape, range)] : items;
  }

  #text(node: Scalar.Parsed, shape: TextShape, range: Offsets): string {
    const text = String(node.value);
    if (shape.codes.length > 0) {
      const code = this.#forms.code(node, shape.forms);
      if (code !== undefined) return code;
      this.#reportJoined(text, shape, range);
    }
    if (
      this.#isName() &&
      (QUOTED.test(text.trim()) || REMARK.test(text) || (node.type === 'PLAIN' && hasInvisible(text)))
    ) {
      this.#report('yaml/syntax', this.#at(), range, text, [], { isSlip: true });
      return bareName(text);
    }
    return text;
  }

  /** Whether what is being read names somebody or something, alone or in a list. */
  #isName(): boolean {
    const key = this.#path.findLast((segment) => typeof segment === 'string');
    return key !== undefined && NAMES.has(key);
  }

  /** The keys under which a key would be read: of the object that is being read, else of those around it the innermost. */
  #homesOf(written: string, shape: ObjectShape): Home[] {
    const inside = homesOf(written, shape);
    for (let depth = this.#path.length - 1; depth > 0 && inside.length === 0; depth -= 1) {
      const around = this.#kind && propertyAt(this.#kind, pointerOf(this.#path.slice(0, depth)));
      if (around && isKeyIn(written, around.shape)) return [homeOf(around)];
    }
    return inside;
  }

  /** Reports a text of several known codes, or one in brackets, which would be kept as one unknown item. */
  #reportJoined(text: string, shape: TextShape, range: Offsets): void {
    if (text.length > LONGEST_CODE) return;
    // Where any text may stand, two codes in a row are a word of its own: 中医内科 is neither 中医 nor 内科.
    const parts = partedCodes(text, shape.forms) ?? knownParts(text, shape.forms, !shape.closed);
    if (parts) this.#report('schema/enum', this.#at(), range, text, [], { parts });
  }

  #report(
    rule: TranslationProblem['rule'],
    path: string,
    [start, end]: Offsets,
    written: string,
    known: TranslationProblem['known'] = [],
    more: Pick<TranslationProblem, 'first' | 'isOwn' | 'isSlip' | 'near' | 'isFree' | 'meant' | 'homes' | 'parts'> = {},
  ): void {
    this.#problems.push({ rule, path, start, end, written, known, ...more });
    if (!more.isOwn) this.#mistakes += 1;
    this.#isFull = this.#mistakes > MAXIMUM_MISTAKES || this.#problems.length > this.#most;
    if (this.#isFull) throw new Stopped();
  }

  #stop(node: Node): never {
    this.#report('yaml/limit', '', rangeOf(node), '');
    throw new Stopped();
  }
}

/** A key that an object does not have, with what stands under it. */
interface Unknown {
  written: string;
  value: Node;
  range: Offsets;
  name: string;
  /** The last key before it that is known. */
  before: Property | undefined;
}

/**
 * The keys that full-width marks join: nothing but keys, as in `日期、学时`, or one with its value before others, as in
 * `日期：5月8日，学时`. Anything else with such a mark in it is one key, and its author's own.
 */
function keysJoinedIn(written: string, { keys, properties }: ObjectShape): Property[] {
  if (!FULL_WIDTH.test(written)) return [];
  const pieces = written.split(/[，、]|(?<=：)/).filter((piece) => /[^\s：]/.test(piece));
  const named = pieces.map((piece) => keys.get(piece.replace('：', '').trim()));
  const valued = pieces.map(
    (piece, at) => (piece.endsWith('：') && at + 1 < pieces.length && named[at]) || properties.find(begins(piece)),
  );
  const isJoined = named.every((key) => key !== undefined) || valued.some((key) => key !== undefined);
  return isJoined ? properties.filter((key) => named.includes(key) || valued.includes(key)) : [];
}

/** Whether a text begins with a key, behind which a value stands without a colon. */
const begins =
  (written: string) =>
  ({ name, title, synonyms }: Property): boolean =>
    [name, title, ...synonyms].some(
      (key) => written.startsWith(key) && /^(?:[\s=＝]+\S|\d)/.test(written.slice(key.length)),
    );

/** Whether a text may be the rest of the figure or date before it, which a comma parts from it. */
function isRest(written: string, before: Property | undefined): boolean {
  if (!before || !/^\d[^\p{L}]*\p{L}?$/u.test(written)) return false;
  const { shape } = before;
  return shape.type === 'number' || shape.type === 'integer' || (shape.type === 'text' && shape.format !== 'text');
}

/** The kinds by all their forms. */
const kindForms = new Map(kinds.flatMap(({ code, title }) => [[code, code] as const, [title, code] as const]));

/** A text that is a list with bullets or numbers for its dashes, or in wide brackets. */
const LISTED = new RegExp(
  `^[【［〔].*[】］〕]$|^[${BULLETS}]|^(?:1[.、)）]|[(（][1一][)）]|①|一、).+\\s(?:2[.、)）]|[(（][2二][)）]|②|二、)`,
  's',
);

/** Whether a key names the kind, whatever its width and case. */
const isKindKey = (key: string | undefined): key is string =>
  key !== undefined &&
  (KIND_KEYS.includes(key) || KIND_KEYS.includes(key.normalize('NFKC').toLowerCase().replace(/\s/g, '')));

const KIND_KEYS: readonly string[] = ['kind', '文种'];

const nameAndTitle = (entry: Property | Code): Named => ({
  name: 'name' in entry ? entry.name : entry.code,
  title: entry.title,
});

const rangeOf = (node: Node): Offsets => {
  if (!node?.range) return NOWHERE;
  const end = endOf(node);
  return end === node.range[1] ? node.range : [node.range[0], end];
};

/** Where a node ends: a block of several lines with its last value, not with the comment behind that. */
function endOf(node: ParsedNode): number {
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (!last) return node.range[1];
  return endOf((isPair(last) ? (last.value ?? last.key) : last) as ParsedNode);
}

/** The text of a scalar: as written where it is plain (`007`, `true`), its content where it is quoted or a block. */
const textOf = (node: Node): string | undefined => (isScalar(node) ? String(node.value ?? '') : undefined);

const coreTags = (new Schema({ schema: 'core' }).tags as ScalarTag[]).filter(({ test }) => test !== undefined);

/** What most numbers are, of which YAML's schema need not be asked. */
const USUAL_NUMBER = /^\d{1,9}$/;

/** A scalar's value by YAML's core schema: a plain one may be a number, a boolean or null. Numbers that JSON lacks (.inf, .nan) stay text. */
function scalarValue(node: Scalar): unknown {
  const text = node.value;
  if (node.type !== 'PLAIN' || node.tag || typeof text !== 'string') return text;
  if (USUAL_NUMBER.test(text)) return Number(text);
  const tag = coreTags.find(({ test }) => test?.test(text));
  const value = tag?.resolve(text, () => {}, {}) ?? text;
  const plain = isScalar(value) ? value.value : value;
  return typeof plain === 'number' && !Number.isFinite(plain) ? text : plain;
}

/** Stands in for a list or map where something else is asked, so that the validator reports the type. */
const wrongType = (node: Node): unknown =>
  isSeq(node) ? [] : isMap(node) ? {} : isScalar(node) ? scalarValue(node) : undefined;

const isNull = (text: string): boolean => text.length <= 4 && /^(?:~|[Nn]ull|NULL)?$/.test(text);

/** What a scalar says whose sign YAML keeps for itself, so that nothing is left of it: `>3` for a number, `&甲` for a text. */
function signTakenForYaml(node: Node, shape: Shape): string | undefined {
  if (!isScalar(node) || (node.value !== '' && node.value !== null)) return undefined;
  if (node.anchor) return `&${node.anchor}`;
  if (isFreeText(shape) || shape.type === 'array' || shape.type === 'object') return undefined;
  return node.type === 'BLOCK_FOLDED' ? '>' : node.type === 'BLOCK_LITERAL' ? '|' : undefined;
}

/** Whether a node is a text of blanks alone, which names nothing where a name or a reason must stand. */
const isBlank = (node: Node): boolean => /^\s+$/.test(textOf(node) ?? '');

/** Whether a node is such a text, or a list of nothing else. */
const isNoText = (node: Node, none: RegExp): boolean =>
  (isSeq(node) ? node.items : [node]).every((each) => isScalar(each) && none.test(String(each.value)));

/** Whether a node says nothing: left empty, null, empty quotes, or an empty list. */
const isEmptyNode = (node: Node): boolean =>
  node === null ||
  node === undefined ||
  (isSeq(node) && node.items.length === 0) ||
  (isScalar(node) &&
    (node.value === '' || node.value === null || (node.type === 'PLAIN' && !node.tag && isNull(String(node.value)))));
