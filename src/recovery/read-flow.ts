import type { Applicability } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { AT_LEAST } from '../schema/values/figure.ts';
import { partedCodes } from '../schema/values/list.ts';
import { halfWidth } from '../schema/values/plain.ts';
import { isFreeText, itemShape, type Property, type Shape } from '../schema/vocabulary/shape.ts';
import { readSignsAbout } from './about-value.ts';
import { looksLikeKey } from './key-at.ts';
import { isKey, isMarkedOwn, listShape, propertyOf } from './keys.ts';
import type { Passage } from './passage.ts';

type Bracket = '[' | '{';

const OPENING: Record<string, Bracket> = { '[': '[', '{': '{', '【': '[', '［': '[', '｛': '{' };
const CLOSING: Record<string, Bracket> = { ']': '[', '}': '{', '】': '[', '］': '[', '）': '[', ')': '[', '｝': '{' };
const PLAIN: Record<Bracket, string> = { '[': ']', '{': '}' };

/** Whether a value opens with a bracket, plain or full-width. */
export const opensFlow = (character: string | undefined): boolean => character !== undefined && character in OPENING;

/** A figure up to one of its commas, behind the sign of money or of a promise that it may have. */
const FIGURE_BEGUN = new RegExp(`^\\s*(?:¥|${AT_LEAST})?\\s*\\d{1,3}(?:,\\d{3})*$`);

/** Longest key with the blanks around it, in UTF-16 units. */
const LONGEST_KEY = 80;

interface Open {
  at: number;
  bracket: Bracket;
  /** What is asked where it stands, and the shape of what is in it. */
  asked: Shape | undefined;
  shape: Shape | undefined;
  /** The key whose value comes next. */
  property: Property | undefined;
  /** Whether what comes next is a value and no key. */
  value: boolean;
}

/**
 * Reads a value in brackets from its opening on, over several lines where it goes on, and gives back where it ends;
 * `isNextKey` tells whether a line's offset begins a key of an outer level, at which a bracket must have been left open.
 */
export const readFlow = (
  passage: Passage,
  start: number,
  shape: Shape | undefined,
  isNextKey: (lineStart: number) => boolean,
): number => new FlowReader(passage, start, shape).run(isNextKey);

class FlowReader {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #start: number;
  readonly #shape: Shape | undefined;
  /** The brackets that are open, the innermost last. */
  readonly #open: Open[] = [];
  /** How many of each are open. */
  readonly #opened = { '[': 0, '{': 0 };
  #at: number;
  /** Where the entry begins. */
  #run: number;
  /** Whether the entry has nothing but blanks so far. */
  #isBlank = true;
  /** Whether the entry has come to its end, with a bracket or a quotation mark. */
  #isEnded = false;
  /** Brackets that belong to a text and wait for their closing one. */
  #inText = 0;
  /** The end of what was read last and is no blank. */
  #last: number;

  constructor(passage: Passage, start: number, shape: Shape | undefined) {
    this.#passage = passage;
    this.#text = passage.text;
    this.#start = start;
    this.#shape = shape;
    this.#at = start;
    this.#run = start;
    this.#last = start + 1;
  }

  run(isNextKey: (lineStart: number) => boolean): number {
    const opening = this.#text.charAt(this.#at);
    this.#opens(opening, present(OPENING[opening], 'bracket that a value begins with'), this.#shape);
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (character === '\n' && isNextKey(this.#at + 1)) break;
      this.#read(character, this.#top);
      if (this.#open.length === 0) return this.#at + 1;
    }
    this.#leftOpen();
    return this.#last;
  }

  get #top(): Open {
    return present(this.#open.at(-1), 'bracket that is open');
  }

  #read(character: string, top: Open): void {
    const opening = OPENING[character];
    const isFirst = this.#isBlank;
    const isBlank = /\s/.test(character);
    this.#isBlank &&= isBlank;
    if (character === '#' && /\s/.test(this.#text.charAt(this.#at - 1))) {
      this.#at = this.#passage.lineEnd(this.#at) - 1;
      this.#begin();
      return;
    }
    if (/[\]}]/.test(character) || (character === ')' && this.#inText === 0)) {
      if (character !== PLAIN[top.bracket] && isMisopened(top)) this.#reopen(top);
      this.#closeInner(character);
    }
    if (!isBlank) this.#last = this.#at + 1;
    if (isFirst && /["']/.test(character)) this.#quotation(character);
    else if (isFirst && opening && (character === opening || mayOpen(top)))
      this.#opens(character, opening, top.bracket === '{' ? top.property?.shape : itemShape(top.shape));
    else if (/[【（(]/.test(character)) this.#inText += 1;
    else if (/[】）)]/.test(character) && this.#inText > 0) this.#inText -= 1;
    else if (character in CLOSING) this.#closes(character);
    else if (character === ',' && isFirst && !this.#isEnded && !top.value)
      this.#passage.extraSign(this.#at, this.#at + 1, character);
    else if (character === ',' && this.#partsFigure(top)) this.#passage.extraSign(this.#at, this.#at + 1, character);
    else if (character === ',') {
      this.#plainValue(top);
      this.#nextEntry();
    } else if (/[，、；;]/.test(character)) {
      const parts = this.#isEnded || this.#partsCodes(top) ? 'certain' : partsEntries(this.#text, this.#at + 1, top);
      if (!parts) return;
      this.#plainValue(top);
      this.#comma(character, parts);
      this.#nextEntry();
    } else if (/[:：﹕∶]/.test(character) && top.bracket === '{') {
      if (!top.value) this.#colon(character, top);
      else if (!isFirst && !this.#innerKey(character, top)) this.#keyWithoutComma(top);
    }
  }

  /** A sign in whose place a comma belongs; where that is not certain, it may be one of the text before it, which is at fault then. */
  #comma(character: string, applicability: Applicability): void {
    const at = this.#at;
    const edit = { start: at, end: at + 1, text: this.#text[at + 1] === ' ' ? ',' : ', ' };
    const written = this.#text.slice(this.#run, at);
    const [start, end] =
      applicability === 'certain'
        ? [at, at + 1]
        : [at - written.trimStart().length, this.#run + written.trimEnd().length];
    this.#passage.slip('full-width', start, end, [edit], applicability, [character]);
  }

  /** Begins an entry, or what is in brackets, behind the offset. */
  #begin(): void {
    this.#run = this.#at + 1;
    this.#isBlank = true;
    this.#isEnded = false;
    this.#inText = 0;
  }

  /** Whether a comma stands between the digits of one figure, as in 1,000. */
  #partsFigure({ value, property }: Open): boolean {
    const isNumber = property?.shape.type === 'number' || property?.shape.type === 'integer';
    if (!value || !isNumber) return false;
    const before = halfWidth(this.#text.slice(Math.max(this.#run, this.#at - LONGEST_KEY), this.#at));
    const behind = halfWidth(this.#text.slice(this.#at + 1, this.#at + 5));
    return FIGURE_BEGUN.test(before) && /^\d{3}(?!\d)/.test(behind);
  }

  /** Whether all that signs of prose part in the entry of a list are codes that it asks for. */
  #partsCodes({ bracket, shape }: Open): boolean {
    const items = itemShape(shape);
    if (bracket !== '[' || items?.type !== 'text' || this.#at - this.#run > LONGEST_LIST) return false;
    const [rest = ''] = /^(?:[^,\]】］}\s]|\s(?!#))*/.exec(this.#text.slice(this.#at, this.#at + LONGEST_LIST)) ?? [];
    return partedCodes(`${this.#text.slice(this.#run, this.#at)}${rest}`, items.forms) !== undefined;
  }

  /** Reads the plain value that ends before the offset. */
  #plainValue({ bracket, shape, property, value }: Open): void {
    if (this.#isEnded || (bracket === '{' && !value)) return;
    const written = this.#text.slice(this.#run, this.#at);
    const start = this.#run + written.length - written.trimStart().length;
    readSignsAbout(this.#passage, start, written.trim(), bracket === '{' ? property?.shape : itemShape(shape));
  }

  #nextEntry(): void {
    Object.assign(this.#top, { property: undefined, value: false });
    this.#begin();
  }

  #quotation(mark: string): void {
    const text = this.#text;
    const end = closingQuote(text, this.#at) ?? openQuoteEnd(text, this.#at);
    if (text[end] !== mark) {
      const edit = { start: end + 1, end: end + 1, text: mark };
      this.#passage.slip('open-quote', this.#at, end + 1, [edit], 'likely', [mark]);
    }
    this.#at = end;
    this.#last = end + 1;
    this.#isEnded = true;
  }

  /** Takes a sign for the bracket that it stands for. */
  #opens(character: string, bracket: Bracket, inside: Shape | undefined): void {
    const outer = this.#open.at(-1);
    const at = this.#at;
    if (bracket === '{' && outer?.bracket === '{' && !outer.value && outer.asked?.type === 'array') {
      this.#reopen(outer);
      this.#opens(character, bracket, itemShape(outer.shape));
      return;
    }
    if (character !== bracket) this.#passage.sign(at, bracket, character);
    if (outer?.bracket === bracket && isRepeated(outer) && !(bracket === '[' && isListClosed(this.#text, at)))
      this.#passage.extraSign(at, at + 1, character);
    else this.#push(at, bracket, inside);
    this.#begin();
  }

  #push(at: number, bracket: Bracket, asked: Shape | undefined): void {
    const asList =
      bracket === '[' && /^\s*[{｛\]]/.test(this.#text.slice(at + 1, at + LONGEST_KEY)) && listShape(asked);
    const shape = bracket === '{' ? itemShape(asked) : asList || asked;
    this.#open.push({ at, bracket, asked, shape, property: undefined, value: false });
    this.#opened[bracket] += 1;
  }

  #pop(): void {
    const open = this.#open.pop();
    if (open) this.#opened[open.bracket] -= 1;
  }

  /** Puts another bracket in place of one that cannot have opened what stands in it. */
  #reopen(top: Open): void {
    const { at, asked } = top;
    const plain = top.bracket === '[' ? '{' : '[';
    const signs = [this.#text.charAt(at), plain];
    this.#passage.slip('bracket', at, at + 1, [{ start: at, end: at + 1, text: plain }], 'certain', signs);
    this.#opened[top.bracket] -= 1;
    this.#opened[plain] += 1;
    Object.assign(top, { bracket: plain, shape: plain === '{' ? itemShape(asked) : asked });
  }

  /** Closes inner brackets that were left open, at the closing one of an outer bracket. */
  #closeInner(character: string): void {
    const wanted = CLOSING[character];
    if (!wanted || this.#opened[wanted] === 0) return;
    for (; this.#top.bracket !== wanted; this.#pop()) {
      const edit = { start: this.#last, end: this.#last, text: PLAIN[this.#top.bracket] };
      this.#passage.slip('open-bracket', this.#run, this.#last, [edit], 'likely');
    }
  }

  #closes(character: string): void {
    const { bracket } = this.#top;
    const at = this.#at;
    const plain = PLAIN[bracket];
    const isOther = character !== plain && /[\]})]/.test(character);
    if (isOther ? !/^[ \t，。；;、]*(?:#|\r?\n|$)/.test(this.#text.slice(at + 1)) : CLOSING[character] !== bracket)
      return;
    if (isOther)
      this.#passage.slip('bracket', at, at + 1, [{ start: at, end: at + 1, text: plain }], 'certain', [
        character,
        plain,
      ]);
    else if (character !== plain) this.#passage.sign(at, plain, character);
    this.#plainValue(this.#top);
    this.#pop();
    this.#begin();
    this.#isEnded = true;
  }

  /** A colon behind a key. */
  #colon(character: string, top: Open): void {
    const at = this.#at;
    if (at - this.#run > LONGEST_KEY) return;
    const word = bareWord(this.#text.slice(this.#run, at));
    // In braces a word with a full-width colon is no text, though the key may be one of the author's own.
    const mayBeKey =
      /^[：﹕∶]$/.test(character) && top.shape?.type === 'object' && (isMarkedOwn(word) || looksLikeKey(word));
    if (!mayBeKey && !isKey(word, top.shape)) return;
    const next = this.#text[at + 1] ?? '\n';
    if (character !== ':') this.#passage.sign(at, /\s/.test(next) ? ':' : ': ', character);
    else if (!/[\s,\]}]/.test(next))
      this.#passage.slip('no-space', at, at + 1, [{ start: at + 1, end: at + 1, text: ' ' }], 'certain', [word]);
    Object.assign(top, { property: propertyOf(word, top.shape), value: true });
    this.#begin();
  }

  /** A colon behind the first key of an object that was not opened; whether it is one. */
  #innerKey(character: string, top: Open): boolean {
    const at = this.#at;
    const inner = itemShape(top.property?.shape);
    if (inner?.type !== 'object' || at - this.#run > LONGEST_KEY) return false;
    const written = this.#text.slice(this.#run, at);
    if (!isKey(bareWord(written), inner)) return false;
    const begins = at - written.trimStart().length;
    this.#passage.slip('open-bracket', begins, at, [{ start: begins, end: begins, text: '{ ' }], 'likely');
    this.#push(begins, '{', inner);
    this.#colon(character, this.#top);
    return true;
  }

  /** A colon behind a value: the word before it may be the next key, with no comma to part them. */
  #keyWithoutComma(top: Open): void {
    const at = this.#at;
    // In a text, a key is told from a word by the colon of YAML alone.
    const isText = isFreeText(top.property?.shape);
    if (isText && !/^:[\s,\]}]/.test(this.#text.slice(at, at + 2))) return;
    const from = Math.max(this.#run, at - LONGEST_KEY);
    const [, value = '', blanks = '', word = ''] = /^(.*\S)(\s+)(\S+)$/s.exec(this.#text.slice(from, at)) ?? [];
    if (!isKey(word, top.shape)) return;
    const comma = from + value.length;
    const edit = { start: comma, end: comma, text: ',' };
    this.#passage.slip('no-comma', comma - 1, comma, [edit], isText ? 'likely' : 'certain', [word]);
    // The key is read once more, as one.
    this.#at = comma + blanks.length - 1;
    this.#nextEntry();
  }

  /** The text has ended, or another key begun, with brackets still open. */
  #leftOpen(): void {
    const [start, last] = [this.#start, this.#last];
    const closers = this.#open
      .map(({ bracket }) => PLAIN[bracket])
      .reverse()
      .join('');
    // Where one value is asked the bracket itself is the mistake.
    const isOne = isScalar(this.#shape);
    const edit = isOne ? { start, end: start + 1, text: '' } : { start: last, end: last, text: closers };
    this.#passage.slip('open-bracket', start, last, [edit], 'likely', isOne ? [this.#text.charAt(start)] : []);
  }
}

/** Where a quotation that is not closed on its line most likely ends: before the next comma or closing bracket. */
function openQuoteEnd(text: string, start: number): number {
  const [entry = ''] = /^[^,，\]}】\n]*/.exec(text.slice(start)) ?? [];
  return start + Math.max(entry.trimEnd().length, 1) - 1;
}

/** Whether a single value is asked. */
const isScalar = (shape: Shape | undefined): boolean =>
  shape !== undefined && shape.type !== 'array' && shape.type !== 'object';

/** Whether a list was opened where an object is asked, or the other way round. */
const isMisopened = ({ bracket, shape }: Open): boolean =>
  shape !== undefined && (bracket === '[' ? shape.type === 'object' : shape.type !== 'object');

/** Whether a bracket can hold none of its own kind, unless closed as often: a list in a list without items of that kind, an object where a key belongs. */
const isRepeated = ({ bracket, shape, value }: Open): boolean => {
  const items = itemShape(shape);
  return bracket === '[' ? items !== undefined && items.type !== 'array' : !value;
};

/** How far ahead the end of a list is looked for, in UTF-16 units. */
const LONGEST_LIST = 400;

/** Whether the list that is open where another opens is closed too, on the same line and within what both stand in. */
function isListClosed(text: string, at: number): boolean {
  const stop = Math.min(at + LONGEST_LIST, text.length);
  let lists = 1;
  let objects = 0;
  // More than can be closed in what is left are not.
  for (let next = at; lists <= stop - next; next += 1) {
    const character = text[next];
    if (character === '\n') return false;
    if (character === '[') lists += 1;
    else if (character === ']') lists -= 1;
    else if (character === '{') objects += 1;
    else if (character === '}') objects -= 1;
    if (lists === 0) return true;
    if (objects < 0) return false;
  }
  return false;
}

/**
 * How sure it is that a full-width comma parts two entries: in a map before the next key, be it one of the author's own, in a list before the next
 * map; undefined where it is one of the signs of a text.
 */
function partsEntries(text: string, at: number, { bracket, shape, property }: Open): Applicability | undefined {
  const rest = text.slice(at, at + 60);
  if (bracket === '[') return itemShape(shape)?.type === 'object' && /^\s*[{｛]/.test(rest) ? 'certain' : undefined;
  const [key, written = ''] = /^\s*([^\s:：﹕∶,，、；;{}[\]]+)\s*[:：﹕∶]/.exec(rest) ?? [];
  if (key === undefined) return undefined;
  const word = bareWord(written);
  // No text in braces goes on behind a plain colon and a blank: something is wrong in any case.
  const isOfYaml = /^:\s/.test(rest.slice(key.length - 1));
  const isNotes = property?.name === 'notes';
  if (isNotes && !isOfYaml) return undefined;
  if (isMarkedOwn(word) || (isKey(word, shape) && !isNotes)) return 'certain';
  const isOfText = property !== undefined && mayBeProse(property);
  if (isOfYaml) return isOfText ? 'likely' : 'certain';
  return property && !isOfText && looksLikeKey(word) ? 'certain' : undefined;
}

/** Whether a value may be a text with commas and colons of its own; an id is none. */
const mayBeProse = ({ name, shape }: Property): boolean => {
  const items = itemShape(shape);
  return items?.type === 'text' && items.format === 'text' && !items.closed && name !== 'id';
};

/** A key without the blanks and quotation marks around it. */
const bareWord = (written: string): string => written.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Whether a full-width bracket can open a list or map here: not where a text is asked, which may begin with one. */
const mayOpen = ({ bracket, shape, property }: Open): boolean =>
  itemShape(bracket === '{' ? property?.shape : shape)?.type === 'object';

/** The offset of the quotation mark that closes the one at an offset; undefined where none does on the same line. */
export function closingQuote(text: string, start: number): number | undefined {
  const mark = text[start];
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\' && mark === '"') at += 1;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at += 1;
      else return at;
    }
  }
  return undefined;
}
