import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { ParsedNode } from 'yaml';
import { present } from '../../model/present.ts';
import { CONTROL, MAXIMUM_DOCUMENTS, type ParsedTrees } from './parse.ts';

/** Longest text that is read quickly, in UTF-16 units: it stays far below every limit of the careful reader. */
const LONGEST = 200_000;

/** Deepest nesting that is read quickly. */
const DEEPEST = 20;

/** Longest key that is read quickly, in UTF-16 units; beyond a thousand YAML forbids it. */
const LONGEST_KEY = 500;

/** How many lexemes the careful reader finds, about, where the quick one meets an event. */
const LEXEMES_OF_EVENT = 4;

/** Signs on which readers of YAML differ: tabs, byte order marks, what marks documents but a line between two, directives, keys behind a ?. */
const DOUBTFUL = /[\t\ufeff]|^(?:(?!--- *\r?$) *---|\.\.\.|%)|\?(?=\s|$)/m;

/** A line between two documents. */
const BETWEEN = /^---(?= *\r?$)/gm;

// Nodes as the yaml package has them, by the sign that its isMap, isSeq, isPair and isScalar look at. Its own classes define that sign anew on
// every node, which takes as long as all the rest of quick reading.
const SIGN = Symbol.for('yaml.node.type');

type Range = [number, number, number];

class QuickScalar {
  readonly value: string;
  readonly type: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE';
  readonly range: Range;
  readonly anchor = undefined;
  readonly tag = undefined;

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
  readonly anchor = undefined;
  /** The key that waits for its value. */
  key: QuickScalar | undefined = undefined;

  constructor(flow: boolean, start: number) {
    this.flow = flow;
    this.range = [start, start + 1, start + 1];
  }
}

class QuickSeq {
  readonly items: QuickNode[] = [];
  readonly flow: boolean;
  readonly range: Range;
  readonly anchor = undefined;

  constructor(flow: boolean, start: number) {
    this.flow = flow;
    this.range = [start, start + 1, start + 1];
  }
}

Object.assign(QuickScalar.prototype, { [SIGN]: Symbol.for('yaml.scalar') });
Object.assign(QuickPair.prototype, { [SIGN]: Symbol.for('yaml.pair') });
Object.assign(QuickMap.prototype, { [SIGN]: Symbol.for('yaml.map') });
Object.assign(QuickSeq.prototype, { [SIGN]: Symbol.for('yaml.seq') });

type QuickNode = QuickScalar | QuickMap | QuickSeq;

/**
 * Reads a text of plain YAML as `parseYaml` under `failsafe` does, several times faster: the same tree with the same ranges,
 * comments apart. Undefined for whatever is not plain, null for a text that is at fault: only `parseYaml` tells what is wrong.
 */
export function parseQuickly(text: string): ParsedTrees | undefined | null {
  if (text.length > LONGEST || DOUBTFUL.test(text) || CONTROL.test(text)) return undefined;
  const events = eventsOf(text);
  if (!events) return null;
  const roots = treesOf(events, text);
  const ends = endsOf(text);
  // What is empty before, between or behind the lines is a document for one reader and none for the other.
  if (roots && ends.length === roots.length + 1) ends.shift();
  if (!roots || ends.length !== roots.length || roots.length >= MAXIMUM_DOCUMENTS) return undefined;
  const documents = roots.map((root, index) => {
    const end = present(ends[index], 'end of a document');
    return { contents: root as unknown as ParsedNode, range: [ends[index - 1] ?? 0, end, end] as Range };
  });
  let written = 0;
  for (const event of events) if (isWritten(event)) written += 1;
  return { documents, problems: [], errors: 0, lexemes: LEXEMES_OF_EVENT * written };
}

/** Whether anything stands in the text for an event; nothing does for a value left empty. */
const isWritten = (event: Event): boolean => event.type !== EVENT_ID.SCALAR || event.valueStart >= 0;

/** Where documents of a text end: each at the line before the next. */
const endsOf = (text: string): number[] => [...Array.from(text.matchAll(BETWEEN), ({ index }) => index), text.length];

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: DEEPEST });
  } catch {
    return undefined;
  }
}

/** The trees of a text's documents. */
function treesOf(events: readonly Event[], text: string): QuickMap[] | undefined {
  const open: (QuickMap | QuickSeq)[] = [];
  const roots: QuickMap[] = [];
  for (const event of events) {
    let node: QuickNode | null | undefined;
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        continue;
      case EVENT_ID.SCALAR:
        node = event.valueStart < 0 ? emptyIn(open.at(-1), event, text) : scalarOf(event, text);
        break;
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const opened = collectionOf(event, text);
        if (!opened) return undefined;
        open.push(opened);
        continue;
      }
      case EVENT_ID.POP: {
        const closed = open.pop();
        // The last one closes the document.
        if (!closed) continue;
        node = close(closed, text);
        break;
      }
    }
    if (node === undefined) return undefined;
    const around = open.at(-1);
    if (around) {
      if (!put(node, around)) return undefined;
    } else if (node instanceof QuickMap) roots.push(node);
    else return undefined;
  }
  return roots;
}

/** A scalar that stands on one line as it is, without escapes, tags or anchors. */
function scalarOf(event: ScalarEvent, text: string): QuickScalar | undefined {
  const { fast, valueStart: start, valueEnd: end, style } = event;
  if (!fast || hasProperties(event)) return undefined;
  const value = text.slice(start, end);
  if (style === SCALAR_STYLE.PLAIN) return new QuickScalar(value, 'PLAIN', start, end);
  return new QuickScalar(
    value,
    style === SCALAR_STYLE.SINGLE_QUOTED ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE',
    start - 1,
    end + 1,
  );
}

/** What stands between a key and its value on one line, and what ends a key in brackets that has not even a colon. */
const COLON = / *: */y;
const UNVALUED = / *(?=[,}])/y;

/** The value that a key waits for and has not, right behind its colon; null where it has no colon. */
function emptyIn(
  around: QuickMap | QuickSeq | undefined,
  event: ScalarEvent,
  text: string,
): QuickScalar | null | undefined {
  if (!(around instanceof QuickMap) || !around.key || hasProperties(event)) return undefined;
  const [, end] = around.key.range;
  COLON.lastIndex = end;
  if (COLON.test(text)) return new QuickScalar('', 'PLAIN', COLON.lastIndex, COLON.lastIndex);
  UNVALUED.lastIndex = end;
  return around.flow && UNVALUED.test(text) ? null : undefined;
}

function collectionOf(event: SequenceEvent | MappingEvent, text: string): QuickMap | QuickSeq | undefined {
  const { start, style, type } = event;
  const isFlow = style === COLLECTION_STYLE.FLOW;
  const isMap = type === EVENT_ID.MAPPING;
  // A pair alone in a list is a map without brackets.
  if (hasProperties(event) || (isFlow && text[start] !== (isMap ? '{' : '['))) return undefined;
  return isMap ? new QuickMap(isFlow, start) : new QuickSeq(isFlow, start);
}

const hasProperties = ({ anchorStart, tagStart }: ScalarEvent | SequenceEvent | MappingEvent): boolean =>
  anchorStart >= 0 || tagStart >= 0;

const CLOSING = /(?:[\s,]|#[^\n]*\n)*[\]}]/y;

/** Ends a list or map: behind its bracket where it has one. */
function close(node: QuickMap | QuickSeq, text: string): QuickNode | undefined {
  if (node instanceof QuickMap && node.key) return undefined;
  if (!node.flow) return node;
  CLOSING.lastIndex = node.range[1];
  if (!CLOSING.test(text)) return undefined;
  node.range[1] = CLOSING.lastIndex;
  return node;
}

/** Puts a node into a list or, as a key or the value of one, into a map; false where it cannot be a key. */
function put(node: QuickNode | null, into: QuickMap | QuickSeq): boolean {
  if (node) into.range[1] = node.range[1];
  if (into instanceof QuickSeq) {
    if (!node) return false;
    into.items.push(node);
  } else if (into.key) {
    into.items.push(new QuickPair(into.key, node));
    into.key = undefined;
  } else if (node instanceof QuickScalar && node.value.length <= LONGEST_KEY) into.key = node;
  else return false;
  return true;
}
