import type { ParsedNode } from 'yaml';
import { present } from '../../model/present.ts';
import { CONTROL, MAXIMUM_DOCUMENTS, type ParsedTrees } from './parse.ts';

/** Longest text that is read quickly, in UTF-16 units: it stays far below every limit of the careful reader. */
const LONGEST = 200_000;

/** Deepest nesting that is read quickly. */
const DEEPEST = 20;

/** Longest key that is read quickly, in UTF-16 units; beyond a thousand YAML forbids it. */
const LONGEST_KEY = 500;

/** How many lexemes the careful reader finds, about, for a value, and for a list or map. */
const LEXEMES_OF_SCALAR = 4;
const LEXEMES_OF_COLLECTION = 8;

/** Signs on which readers of YAML differ: tabs, byte order marks, what marks documents but a line between two, directives, keys behind a ?. */
const DOUBTFUL = /[\t\ufeff]|^(?:(?!--- *\r?$) *---|\.\.\.|%)|\?(?=\s|$)/m;

// Nodes as the yaml package has them, by the sign that its isMap, isSeq, isPair and isScalar look at. Its own classes define that sign anew on
// every node, which takes as long as all the rest of quick reading.
const SIGN = Symbol.for('yaml.node.type');

type Range = [number, number, number];

class QuickScalar {
  readonly value: string;
  readonly type: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE';
  readonly range: Range;

  constructor(value: string, type: QuickScalar['type'], start: number, end: number) {
    this.value = value;
    this.type = type;
    this.range = [start, end, end];
  }
}

class QuickPair {
  readonly key: QuickScalar;
  /** None where a key in brackets has not even a colon. */
  readonly value: QuickNode | null;

  constructor(key: QuickScalar, value: QuickNode | null) {
    this.key = key;
    this.value = value;
  }
}

/** A list or a map; while it is read, `range[1]` is where its last child ends. */
class QuickMap {
  readonly items: QuickPair[] = [];
  readonly flow: boolean;
  readonly range: Range;
  /** The key that waits for its value. */
  key: QuickScalar | undefined = undefined;

  constructor(flow: boolean, start: number) {
    this.flow = flow;
    this.range = [start, start, start];
  }

  get waits(): boolean {
    return this.key !== undefined;
  }

  put(node: QuickNode): void {
    this.items.push(new QuickPair(present(this.key, 'key of a value'), node));
    this.range[1] = node.range[1];
    this.key = undefined;
  }
}

class QuickSeq {
  readonly items: QuickNode[] = [];
  readonly flow: boolean;
  readonly range: Range;
  /** Whether a hyphen waits for its item. */
  waits = false;

  constructor(flow: boolean, start: number) {
    this.flow = flow;
    this.range = [start, start, start];
  }

  put(node: QuickNode): void {
    this.items.push(node);
    this.range[1] = node.range[1];
    this.waits = false;
  }
}

Object.assign(QuickScalar.prototype, { [SIGN]: Symbol.for('yaml.scalar') });
Object.assign(QuickPair.prototype, { [SIGN]: Symbol.for('yaml.pair') });
Object.assign(QuickMap.prototype, { [SIGN]: Symbol.for('yaml.map') });
Object.assign(QuickSeq.prototype, { [SIGN]: Symbol.for('yaml.seq') });

type QuickNode = QuickScalar | QuickMap | QuickSeq;

/** Thrown at what is not plain. */
class NotPlain {}

/** Thrown at what no reader of YAML takes. */
class AtFault {}

// What stands on a line, each pattern from where the one before ended. YAML's blanks and ends of lines are fewer than JavaScript's.
/** Lines that say nothing, and the blanks before what does. */
const TO_CONTENT = /(?: *(?:#[^\n]*)?\r?\n)* */y;
/** The line between two documents. */
const BETWEEN = /---(?= *\r?(?:\n|$))/y;
const HYPHEN = /- */y;
const COLON = / *: */y;
/** The end of a line, with a remark or none. */
const END = /(?: +#[^\n]*| *)(?:\r?\n|$)/y;
const BLANKS = / */y;
/** Ends of lines in brackets, with remarks or none, and the blanks before what comes next. */
const LINES = /(?: *(?: #[^\n]*)?\r?\n)+ */y;
/** Of a key in brackets that has not even a colon, what is behind it. */
const UNVALUED = / *(?=[,}])/y;
const QUOTED = /"[^"\\\n\r]*"|'[^'\n\r]*'(?!')/y;

// A plain text begins with none of the signs that mean something there, and ends before a colon or # that does; in brackets, before a comma or
// bracket too. A key has no colon inside.
/** What a plain text begins with. */
const FIRST = '[^ \n\r\\-?:,[\\]{}#&*!|>\'"%@`]';
const KEY = new RegExp(`(?:${QUOTED.source}|${plainKey('')})(?= *:(?: |\r?\n|$))`, 'y');
const FLOW_KEY = new RegExp(`(?:${QUOTED.source})(?= *:)|${plainKey(',[\\]{}')}(?= *:[ ,}])`, 'y');
const PLAIN = plainUpTo('');
const FLOW_PLAIN = plainUpTo(',[\\]{}');

function plainKey(signs: string): string {
  return `${FIRST}(?:[^:#\n\r${signs}]*[^ :#\n\r${signs}])?`;
}

function plainUpTo(signs: string): RegExp {
  const next = `(?=[^ \n\r${signs}])`;
  const inside = `[^:#\n\r${signs}]*`;
  return new RegExp(`(?:${FIRST}|-${next})${inside}(?:(?::${next}|(?<! )#)${inside})*`, 'y');
}

const [NEWLINE, RETURN, BLANK, HASH, COMMA, HYPHEN_SIGN, COLON_SIGN] = [10, 13, 32, 35, 44, 45, 58];
const [DOUBLE_QUOTE, SINGLE_QUOTE, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [34, 39, 91, 93, 123, 125];

/**
 * Reads a text of plain YAML as `parseYaml` under `failsafe` does, many times faster: the same tree with the same ranges,
 * comments apart. Undefined for whatever is not plain, null for a text that is surely at fault: only `parseYaml` tells what is wrong.
 */
export function parseQuickly(text: string): ParsedTrees | undefined | null {
  if (text.length > LONGEST || DOUBTFUL.test(text) || CONTROL.test(text)) return undefined;
  try {
    return new QuickReader(text).run();
  } catch (error) {
    if (error instanceof AtFault) return null;
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Reads a text line by line. */
class QuickReader {
  readonly #text: string;
  #at = 0;
  /** The lists and maps in blocks that are not at their end, the innermost last, and how far each is indented. */
  readonly #open: (QuickMap | QuickSeq)[] = [];
  readonly #indents: number[] = [];
  /** The one that holds all of a document. */
  #root: QuickMap | undefined;
  readonly #documents: { contents: ParsedNode; range: Range }[] = [];
  #lexemes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): ParsedTrees {
    const text = this.#text;
    let isBehindLine = false;
    while (this.#isMore()) {
      const start = this.#lineStart();
      if (this.#at === start && this.#takes(BETWEEN)) {
        this.#endDocument(start, isBehindLine);
        isBehindLine = true;
        this.#endLine();
      } else this.#line(start);
    }
    this.#endDocument(text.length, isBehindLine);
    if (this.#documents.length >= MAXIMUM_DOCUMENTS) throw new NotPlain();
    return { documents: this.#documents, problems: [], errors: 0, lexemes: this.#lexemes };
  }

  #endDocument(end: number, isBehindLine: boolean): void {
    while (this.#open.length > 0) this.#close();
    if (this.#root) {
      const start = this.#documents.at(-1)?.range[1] ?? 0;
      this.#documents.push({ contents: this.#root as unknown as ParsedNode, range: [start, end, end] });
      this.#root = undefined;
      // What is empty between two lines or behind the last is a document for one reader and none for the other.
    } else if (isBehindLine) throw new NotPlain();
  }

  /** Whether a line follows that says something; goes to what it says. */
  #isMore(): boolean {
    this.#takes(TO_CONTENT);
    const code = this.#code();
    return !Number.isNaN(code) && code !== HASH;
  }

  /** The UTF-16 unit to be read next; NaN at the end. */
  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #lineStart(): number {
    return this.#text.lastIndexOf('\n', this.#at - 1) + 1;
  }

  /** Whether nothing but a remark is left of a line whose blanks were passed; goes back to the blank that a remark has before it. */
  #isAtEnd(): boolean {
    const code = this.#code();
    if (code === HASH) this.#at -= 1;
    return code === HASH || code === NEWLINE || code === RETURN || Number.isNaN(code);
  }

  #endLine(): void {
    // A # right behind a value begins a remark for one reader and none for the other.
    if (!this.#takes(END)) throw this.#code() === HASH ? new NotPlain() : new AtFault();
  }

  /** Whether nothing but a remark stands behind a hyphen or a colon; goes to the next line if so. */
  #isLineOver(): boolean {
    return this.#isAtEnd() && this.#takes(END);
  }

  /** Reads a line of a block: hyphens, and a key with its value or a value. */
  #line(start: number): void {
    let indent = this.#at - start;
    let isBehindHyphen = false;
    this.#closeTo(indent);
    while (this.#isHyphen()) {
      this.#item(indent, isBehindHyphen);
      this.#takes(HYPHEN);
      if (this.#isLineOver()) return;
      indent = this.#at - start;
      isBehindHyphen = true;
    }
    const at = this.#at;
    const isKey = this.#takes(KEY);
    if (isKey) {
      this.#key(this.#scalar(at), indent, isBehindHyphen);
      this.#takes(COLON);
      if (this.#isLineOver()) return;
    } else if (!isBehindHyphen && !this.#isBracketed(indent))
      throw this.#isBesideKeys(indent) && this.#isNoKey() ? new AtFault() : new NotPlain();
    const value = this.#value(PLAIN, this.#open.length);
    this.#put(value);
    // What is in brackets or quotes may itself be a key.
    const isPlain = value instanceof QuickScalar && value.type === 'PLAIN';
    if (!(isKey && isPlain) && this.#code() === COLON_SIGN) throw new NotPlain();
    this.#endLine();
  }

  /** Whether something in brackets begins on a line of its own: a document, or what a key or hyphen above waits for. */
  #isBracketed(indent: number): boolean {
    const code = this.#code();
    const isBracket = code === OPEN_BRACE || code === OPEN_BRACKET;
    return isBracket && this.#isAwaited(false) && indent > (this.#indents.at(-1) ?? -1);
  }

  #isHyphen(): boolean {
    if (this.#code() !== HYPHEN_SIGN) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === BLANK || next === NEWLINE || next === RETURN || Number.isNaN(next);
  }

  /** Whether a line stands as far in as the keys of the map around it. */
  #isBesideKeys(indent: number): boolean {
    return this.#open.at(-1) instanceof QuickMap && this.#indents.at(-1) === indent;
  }

  /** Whether a line is a text that no colon follows, on this line or the next. */
  #isNoKey(): boolean {
    if (!this.#takes(PLAIN) || !this.#takes(END)) return false;
    this.#takes(TO_CONTENT);
    return this.#code() !== COLON_SIGN;
  }

  /** Whether a list or map may begin here, which stands further in than what waits for it, or behind its hyphen. */
  #isAwaited(isBehindHyphen: boolean): boolean {
    const around = this.#open.at(-1);
    return around ? isBehindHyphen || around.waits : this.#root === undefined;
  }

  /** A hyphen, of the list around it or of one that begins. */
  #item(indent: number, isBehindHyphen: boolean): void {
    let list = this.#open.at(-1);
    if (isBehindHyphen || !(list instanceof QuickSeq) || this.#indents.at(-1) !== indent) {
      // Further in, it may go on with the text above.
      if (!this.#isAwaited(isBehindHyphen)) throw this.#isBesideKeys(indent) ? new AtFault() : new NotPlain();
      list = new QuickSeq(false, this.#at);
      this.#begin(list, indent);
    } else if (list.waits) throw new NotPlain();
    list.waits = true;
  }

  /** A key, of the map around it or of one that begins. */
  #key(key: QuickScalar, indent: number, isBehindHyphen: boolean): void {
    let map = this.#open.at(-1);
    if (isBehindHyphen || !(map instanceof QuickMap) || this.#indents.at(-1) !== indent) {
      if (!this.#isAwaited(isBehindHyphen)) throw new AtFault();
      map = new QuickMap(false, key.range[0]);
      this.#begin(map, indent);
    } else if (map.key) this.#putEmpty(map, map.key);
    this.#wait(map, key);
  }

  #wait(map: QuickMap, key: QuickScalar): void {
    if (key.value.length > LONGEST_KEY) throw new NotPlain();
    map.key = key;
  }

  #begin(node: QuickMap | QuickSeq, indent: number): void {
    if (this.#open.length >= DEEPEST) throw new NotPlain();
    this.#open.push(node);
    this.#indents.push(indent);
    this.#lexemes += LEXEMES_OF_COLLECTION;
  }

  /** Closes what a line that is indented so far is no part of. */
  #closeTo(indent: number): void {
    while (true) {
      const own = this.#indents.at(-1) ?? -1;
      // The items of a key may stand as far in as the key does.
      const isBesideKey = own === indent && this.#indents.at(-2) === indent && !this.#isHyphen();
      if (own <= indent && !isBesideKey) return;
      this.#close();
    }
  }

  #close(): void {
    const node = present(this.#open.at(-1), 'list or map that is not at its end');
    if (node instanceof QuickMap) {
      if (node.key) this.#putEmpty(node, node.key);
    } else if (node.waits) throw new NotPlain();
    this.#open.pop();
    this.#indents.pop();
    this.#put(node);
  }

  /** Puts what a key has not: it is empty right behind the colon. */
  #putEmpty(map: QuickMap, { range }: QuickScalar): void {
    COLON.lastIndex = range[1];
    COLON.test(this.#text);
    map.put(new QuickScalar('', 'PLAIN', COLON.lastIndex, COLON.lastIndex));
  }

  #put(node: QuickNode): void {
    const around = this.#open.at(-1);
    if (around) around.put(node);
    else if (node instanceof QuickMap) this.#root = node;
    else throw new NotPlain();
  }

  /** The value that begins here, so deep inside others; `plain` reads what is neither in quotes nor in brackets. */
  #value(plain: RegExp, depth: number): QuickNode {
    const start = this.#at;
    switch (this.#code()) {
      case OPEN_BRACE:
        return this.#inBrackets(new QuickMap(true, start), CLOSE_BRACE, depth);
      case OPEN_BRACKET:
        return this.#inBrackets(new QuickSeq(true, start), CLOSE_BRACKET, depth);
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        if (!this.#takes(QUOTED)) throw new NotPlain();
        break;
      default:
        if (!this.#takes(plain)) throw new NotPlain();
        while (this.#text.charCodeAt(this.#at - 1) === BLANK) this.#at -= 1;
    }
    return this.#scalar(start);
  }

  /** The text from a start up to here, in quotes or plain. */
  #scalar(start: number): QuickScalar {
    this.#lexemes += LEXEMES_OF_SCALAR;
    const text = this.#text;
    const end = this.#at;
    const first = text.charCodeAt(start);
    if (first !== DOUBLE_QUOTE && first !== SINGLE_QUOTE)
      return new QuickScalar(text.slice(start, end), 'PLAIN', start, end);
    const type = first === DOUBLE_QUOTE ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
    return new QuickScalar(text.slice(start + 1, end - 1), type, start, end);
  }

  #inBrackets<Collection extends QuickMap | QuickSeq>(node: Collection, closing: number, depth: number): Collection {
    if (depth >= DEEPEST) throw new NotPlain();
    this.#lexemes += LEXEMES_OF_COLLECTION;
    do {
      this.#at += 1;
      this.#passApart();
      if (this.#code() === closing) break;
      if (node instanceof QuickMap) this.#pair(node, depth);
      else node.items.push(this.#value(FLOW_PLAIN, depth + 1));
      this.#passApart();
    } while (this.#code() === COMMA);
    if (this.#code() !== closing) throw new NotPlain();
    this.#at += 1;
    node.range[1] = this.#at;
    return node;
  }

  /** A key in brackets with its value, where it has one. */
  #pair(map: QuickMap, depth: number): void {
    const start = this.#at;
    if (!this.#takes(FLOW_KEY)) {
      const key = this.#value(FLOW_PLAIN, depth + 1);
      UNVALUED.lastIndex = this.#at;
      if (!(key instanceof QuickScalar) || key.value.length > LONGEST_KEY || !UNVALUED.test(this.#text))
        throw new NotPlain();
      map.items.push(new QuickPair(key, null));
      return;
    }
    const key = this.#scalar(start);
    this.#wait(map, key);
    this.#takes(COLON);
    const code = this.#code();
    if (code === COMMA || code === CLOSE_BRACE) this.#putEmpty(map, key);
    else map.put(this.#value(FLOW_PLAIN, depth + 1));
  }

  /** Passes what may stand between the parts of what is in brackets, all further in than the key before it. */
  #passApart(): void {
    this.#takes(BLANKS);
    if (!this.#isAtEnd()) return;
    if (!this.#takes(LINES)) throw new NotPlain();
    if (this.#at - this.#lineStart() <= (this.#indents.at(-1) ?? -1)) throw new NotPlain();
  }
}
