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
import { CONTROL, type ParsedTrees } from './parse.ts';

/** Longest text that is read quickly, in UTF-16 units: it stays far below every limit of the careful reader. */
const LONGEST = 200_000;

/** Deepest nesting that is read quickly. */
const DEEPEST = 20;

/** Longest key that is read quickly, in UTF-16 units; beyond a thousand YAML forbids it. */
const LONGEST_KEY = 500;

/** How many lexemes the careful reader finds, about, where the quick one meets an event. */
const LEXEMES_OF_EVENT = 4;

/** Signs on which readers of YAML differ: tabs, byte order marks, marks of documents and directives, keys behind a ?. */
const DOUBTFUL = /[\t\ufeff]|^(?:---|\.\.\.|%)|\?(?=\s|$)/m;

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
  readonly value: QuickNode;

  constructor(key: QuickScalar, value: QuickNode) {
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
  const root = treeOf(events, text);
  if (!root) return undefined;
  const tree = { contents: root as unknown as ParsedNode, range: [0, text.length, text.length] as Range };
  return { documents: [tree], problems: [], errors: 0, lexemes: LEXEMES_OF_EVENT * events.length };
}

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: DEEPEST });
  } catch {
    return undefined;
  }
}

/** The tree of the only document of a text. */
function treeOf(events: readonly Event[], text: string): QuickMap | undefined {
  const open: (QuickMap | QuickSeq)[] = [];
  let root: QuickNode | undefined;
  for (const event of events) {
    let node: QuickNode | undefined;
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (root) return undefined;
        continue;
      case EVENT_ID.SCALAR:
        node = scalarOf(event, text);
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
    if (!node) return undefined;
    const around = open.at(-1);
    if (around) {
      if (!put(node, around)) return undefined;
    } else root = node;
  }
  return root instanceof QuickMap ? root : undefined;
}

/** A scalar that stands on one line as it is, without escapes, tags or anchors. */
function scalarOf(event: ScalarEvent, text: string): QuickScalar | undefined {
  const { fast, valueStart: start, valueEnd: end, style } = event;
  if (!fast || start < 0 || hasProperties(event)) return undefined;
  const value = text.slice(start, end);
  if (style === SCALAR_STYLE.PLAIN) return new QuickScalar(value, 'PLAIN', start, end);
  return new QuickScalar(
    value,
    style === SCALAR_STYLE.SINGLE_QUOTED ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE',
    start - 1,
    end + 1,
  );
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
function put(node: QuickNode, into: QuickMap | QuickSeq): boolean {
  into.range[1] = node.range[1];
  if (into instanceof QuickSeq) into.items.push(node);
  else if (into.key) {
    into.items.push(new QuickPair(into.key, node));
    into.key = undefined;
  } else if (node instanceof QuickScalar && node.value.length <= LONGEST_KEY) into.key = node;
  else return false;
  return true;
}
