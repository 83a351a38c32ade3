import type { Edit } from '../finding.ts';
import type { Kind } from '../records/kinds.ts';
import { kinds, type Property, type Shape, shapeOfKind } from '../vocabulary/shape.ts';
import { isAnyKey, isKey, itemShape, propertyOf } from './keys.ts';
import { closingQuote, opensFlow, readFlow } from './read-flow.ts';
import type { Slip, SlipKind } from './slip.ts';

/** One open level of a record: the keys of an object that stand in one column. */
interface Level {
  /** The column as written, and as it should be. */
  written: number;
  mended: number;
  shape: Shape | undefined;
  seen: Set<string>;
  /** Where its keys are the items of a list: the column of the dashes, as written and as it should be, and the list's shape. */
  list: { written: number; mended: number; shape: Shape | undefined } | undefined;
  /** The slip by which the whole level is out of place, which takes the edits of its further lines. */
  slip: Slip | undefined;
  /** What the last key waits for on the next lines; undefined where its value stands beside it. */
  awaited: { shape: Shape | undefined } | undefined;
  /** The column, as written, of the last line. */
  last: number;
  /** Where its first key stands, and how many lines it has. */
  first: number;
  firstWord: string | undefined;
  lines: number;
}

/** Blanks by which one level stands inside another, where nothing says otherwise. */
const STEP = 2;

/** Longest key that YAML allows, in characters. */
const LONGEST_KEY = 1_024;

/** What an author may put for a dash: other dashes and dots, which are nothing else; stars and numbers, which most likely are. */
const DASHES = /^[－–—−•●·]+/;
const MARKERS =
  /^(?:[*+]|\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)(?=[\s\u3000\u00a0]|[^\d\s])/;

/** What an author may put for a colon after a key. */
const COLONS = /[:：﹕∶]+|[=＝→]|[-=]>/g;
const BLANK = /[\s\u3000\u00a0]/;

/**
 * Reads a text line by line as its author meant it, with the keys of its kind as guide, and tells every place where it
 * slips from YAML. A text without slips gives none; what YAML allows (block texts, quotations and brackets over several
 * lines, comments, anchors) is passed over.
 */
export function slipsIn(text: string): Slip[] {
  return new LineReader(text).run();
}

class LineReader {
  readonly #text: string;
  readonly #slips: Slip[] = [];
  #levels: Level[] = [];
  #at = 0;
  /** The last slip of indentation, with the column it was met in and the level it belongs to. */
  #shifted: { slip: Slip; written: number; level: Level } | undefined;
  #hasAnchors: boolean;
  /** Whether the document has begun: what comes before its first line is directives. */
  #isBegun = false;
  #keyed = 0;
  #stray = 0;

  constructor(text: string) {
    this.#text = text;
    this.#hasAnchors = /(^|[\s[{,])&\S/m.test(text);
  }

  run(): Slip[] {
    const markers = [...this.#text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].map(({ index }) => index);
    this.#openDocument(markers[0]);
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const end = this.#lineEnd(start);
      this.#at = end + 1;
      while ((markers[0] ?? start) < start) markers.shift();
      if (markers[0] === start) this.#openDocument(markers[1]);
      else if (this.#isBegun || this.#text[start] !== '%') this.#line(start, this.#contentEnd(end));
    }
    // A text with hardly a key in it is no record, and its lines are no slips.
    return this.#stray >= this.#keyed ? this.#slips.filter(({ kind }) => kind !== 'stray') : this.#slips;
  }

  #lineEnd(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? this.#text.length : end;
  }

  #contentEnd(end: number): number {
    return this.#text[end - 1] === '\r' ? end - 1 : end;
  }

  /** Begins a document, which goes on to the next marker. */
  #openDocument(end = this.#text.length): void {
    const document = this.#text.slice(this.#at, end);
    const written = /^[ \t\u3000]*["“]?(?:kind|文种)["”]?\s*[:：﹕∶]?\s*["'“]?([^\s"'”#]+)/m.exec(document)?.[1];
    const kind = kinds.find(({ code, title }) => code === written || title === written)?.code as Kind | undefined;
    this.#levels = [];
    this.#isBegun = false;
    this.#shifted = undefined;
    this.#push(0, 0, kind && shapeOfKind(kind));
  }

  #push(written: number, mended: number, shape: Shape | undefined, more: Partial<Level> = {}): Level {
    const level: Level = {
      written,
      mended,
      shape: itemShape(shape),
      seen: new Set(),
      list: undefined,
      slip: undefined,
      awaited: undefined,
      last: written,
      first: 0,
      firstWord: undefined,
      lines: 0,
      ...more,
    };
    this.#levels.push(level);
    return level;
  }

  get #top(): Level {
    return this.#levels.at(-1) as Level;
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    let at = start;
    let column = 0;
    let odd = false;
    for (; at < end && BLANK.test(text[at] as string); at += 1) {
      odd ||= text[at] !== ' ';
      column += text[at] === '\t' || text[at] === '\u3000' ? 2 : 1;
    }
    if (at === end) return;
    if (text[at] === '#') {
      // Behind any other blank than a space or a tab, a comment is none to YAML.
      if (/[^ \t]/.test(text.slice(start, at)))
        this.#slip('blank', start, at, [{ start, end: at, text: ' '.repeat(column) }]);
      return;
    }
    if (text[at] === '＃') {
      this.#sign(at, '#', '＃');
      return;
    }
    if (!this.#isBegun && text[at] === '{') {
      this.#isBegun = true;
      this.#flow(at, this.#top.shape, -1);
      return;
    }
    this.#isBegun = true;
    const line = { start, at, column, end, odd, dashes: [] as number[] };
    for (;;) {
      const dash = this.#dash(at, end, line.dashes.length === 0 && this.#isListHere(column));
      if (!dash) break;
      line.dashes.push(column);
      if (dash.edit) this.#slip('dash', at, dash.end, [dash.edit], dash.repair);
      column += dash.edit ? 2 : dash.end - at;
      at = dash.end;
    }
    if (line.dashes.length > 0) {
      const [dash] = line.dashes as [number];
      const properties = /^(?:[&!]\S*\s+)+/.exec(text.slice(at, end))?.[0].length ?? 0;
      at += properties;
      column += properties;
      const list = this.#place(dash, line, this.#keyAt(at, end)?.word);
      this.#push(column, column + list.mended - dash, list.shape, { list, slip: list.slip, last: dash });
      if (at >= end || text[at] === '#') {
        // The item stands on the next lines, in whatever column.
        this.#levels.pop();
        this.#top.awaited = { shape: itemShape(list.shape) };
        return;
      }
      const items = itemShape(list.shape);
      if (items && items.type !== 'object') {
        this.#value(at, end, items, this.#top);
        return;
      }
    }
    const key = this.#keyAt(at, end);
    if (key) this.#key(key, column, at, end, line);
    else if (this.#isContinuation(column) && line.dashes.length === 0) this.#value(at, end, undefined, this.#top);
    else this.#keyless(at, column, end, line);
  }

  /** A list marker at an offset: a dash and blanks, or what an author may have put for one where a list is. */
  #dash(at: number, end: number, isList: boolean): { end: number; edit?: Edit; repair?: Slip['repair'] } | undefined {
    const rest = this.#text.slice(at, end);
    const plain = /^-(?: +(?!\t)|$)/.exec(rest);
    if (plain) return { end: at + plain[0].length };
    const wide = /^-[ \t\u3000\u00a0]/.exec(rest) ?? (isList ? (DASHES.exec(rest) ?? MARKERS.exec(rest)) : null);
    if (wide) {
      const blanks = /^[\s\u3000\u00a0]*/.exec(rest.slice(wide[0].length))?.[0].length ?? 0;
      const stop = at + wide[0].length + blanks;
      const repair = MARKERS.test(rest) ? 'likely' : 'certain';
      return { end: stop, edit: { start: at, end: stop, text: '- ' }, repair };
    }
    if (isList && /^-[^\s\d-]/.test(rest)) return { end: at + 1, edit: { start: at + 1, end: at + 1, text: ' ' } };
    return undefined;
  }

  #isListHere(column: number): boolean {
    return (
      this.#top.awaited?.shape?.type === 'array' || this.#levels.some(({ list }) => list && list.written === column)
    );
  }

  /** The list that a dash in a column belongs to; levels inside its last item are closed. */
  #place(column: number, line: Line, word: string | undefined): List {
    const top = this.#top;
    const own = this.#levels.findLastIndex(({ list }) => list?.written === column);
    if (own >= 0) {
      const { list, slip } = this.#levels[own] as Level & { list: List };
      this.#levels.length = own;
      this.#indent(line, list.mended, slip);
      return { ...list, slip };
    }
    if (top.awaited && column >= top.written) {
      const { shape } = top.awaited;
      const mended = columnInside(top, column, top.mended);
      top.awaited = undefined;
      this.#indent(line, mended, top.slip);
      return { written: column, mended, shape, slip: top.slip };
    }
    const lists = this.#levels.filter(({ list }) => list && word !== undefined && isKey(word, itemShape(list.shape)));
    const level = lists.length === 1 ? (lists[0] as Level & { list: List }) : undefined;
    if (!level) return { written: column, mended: column, shape: undefined, slip: undefined };
    this.#levels.length = this.#levels.indexOf(level);
    const slip = this.#indent(line, level.list.mended, undefined, level);
    return { ...level.list, written: column, slip };
  }

  /** Moves a line to a column: with the level that is out of place, else as a slip of its own (or the one of the line before). */
  #indent(line: Line, mended: number, slip: Slip | undefined, level?: Level): Slip | undefined {
    const { start, at, odd } = line;
    const written = at - start;
    const isRight = !odd && written === mended;
    if (isRight) return slip;
    const edit = { start, end: at, text: ' '.repeat(mended) };
    if (odd) {
      const kind = this.#text.slice(start, at).includes('\t') ? 'tab' : 'blank';
      this.#slip(kind, start, at, [edit]);
      return slip;
    }
    if (slip) {
      slip.edits.push(edit);
      return slip;
    }
    const before = this.#shifted;
    if (before && level && before.level === level && before.written === line.column) {
      before.slip.edits.push(edit);
      return before.slip;
    }
    const own = this.#slip('indentation', start + Math.min(written, mended), line.end, [edit]);
    if (level) this.#shifted = { slip: own, written: line.column, level };
    return own;
  }

  /** The key that a line has at an offset: the word, where the colon stands, and where the value begins. */
  #keyAt(at: number, end: number): Key | undefined {
    const rest = this.#text.slice(at, end);
    const quoted = /^("[^"]*"|'[^']*')\s*:(?=\s|$)/.exec(rest);
    if (quoted) {
      const word = (quoted[1] as string).slice(1, -1);
      return { word, wordEnd: at + (quoted[1] as string).length, colon: at + quoted[0].length - 1, sign: ':' };
    }
    if (/^["'[{?#]/.test(rest)) return undefined;
    for (const match of rest.matchAll(COLONS)) {
      const written = rest.slice(0, match.index).trimEnd();
      const word = written.replace(/^[“‘]|[”’]$/g, '').trim();
      const [sign] = match;
      const isPlain = sign === ':' && /^(\s|$)/.test(rest.slice(match.index + 1));
      if (isPlain || isAnyKey(word) || (/^[：﹕∶]$/.test(sign) && this.#looksLikeKey(word)))
        return { word, wordEnd: at + written.length, colon: at + match.index, sign };
      if (match.index > LONGEST_KEY || /\s#/.test(rest.slice(0, match.index))) return undefined;
    }
    return undefined;
  }

  /** Whether a word before a full-width colon is most likely a misspelt key: short, of one piece, where keys stand. */
  #looksLikeKey(word: string): boolean {
    return /^[\p{Script=Han}A-Za-z]{2,8}$/u.test(word) && this.#levels.length === 1;
  }

  #key(key: Key, column: number, at: number, end: number, line: Line): void {
    const text = this.#text;
    const isPlain = key.sign === ':';
    if (line.dashes.length === 0) {
      if (!isPlain && !line.odd && this.#isContinuation(column)) return;
      if (!this.#enter(key.word, column, at, line)) return;
    }
    this.#quotedKey(at, key);
    let value = key.colon + key.sign.length;
    while (value < end && BLANK.test(text[value] as string)) value += 1;
    const blanks = text.slice(key.colon + 1, value);
    const isEmpty = value >= end || text[value] === '#';
    if (!isPlain) this.#colon(key, value, isEmpty);
    else if (!isEmpty && blanks === '')
      this.#slip('no-space', at, key.colon + 1, [{ start: value, end: value, text: ' ' }], 'certain', [key.word]);
    else if (/[^ \t]/.test(blanks))
      this.#slip('blank', key.colon + 1, value, [{ start: key.colon + 1, end: value, text: isEmpty ? '' : ' ' }]);
    if (key.word.startsWith('x-')) this.#own(value, column);
    else this.#take(key.word, column, isEmpty ? undefined : value, end);
  }

  /** Passes over what the author keeps under a key of his own. */
  #own(value: number, column: number): void {
    this.#top.last = column;
    this.#top.awaited = undefined;
    if (opensFlow(this.#text[value]))
      this.#at = this.#lineEnd(readFlow(this.#text, value, undefined, () => false).end) + 1;
    while (this.#at < this.#text.length) {
      const line = this.#text.slice(this.#at, this.#lineEnd(this.#at));
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && (indent < column || (indent === column && !line.trimStart().startsWith('- ')))) return;
      this.#at = this.#lineEnd(this.#at) + 1;
    }
  }

  /** Takes a key into the level that is open, and reads its value where that stands beside it. */
  #take(word: string, column: number, value: number | undefined, end: number): void {
    const level = this.#top;
    const property = propertyOf(word, level.shape);
    this.#keyed += 1;
    level.last = column;
    level.firstWord ??= word;
    level.lines += 1;
    level.seen.add(property?.name ?? word);
    level.awaited = value === undefined ? { shape: property?.shape } : undefined;
    if (value !== undefined) this.#value(value, end, property?.shape, level);
  }

  #quotedKey(at: number, { wordEnd }: Key): void {
    if (/[“‘]/.test(this.#text[at] as string)) this.#sign(at, '', this.#text[at] as string);
    if (/[”’]/.test(this.#text[wordEnd - 1] as string)) this.#sign(wordEnd - 1, '', this.#text[wordEnd - 1] as string);
  }

  /** Opens or returns to the level that a key without a dash belongs to; false where none can be told. */
  #enter(word: string, column: number, at: number, line: Line): boolean {
    const top = this.#top;
    const awaited = top.awaited?.shape;
    const inner = itemShape(awaited);
    const isSeen = ({ shape, seen }: Level) => seen.has(propertyOf(word, shape)?.name ?? word);
    const takes = (level: Level) => level.written === column && (!level.shape || isKey(word, level.shape));
    const free = this.#levels.findLastIndex((level) => takes(level) && !isSeen(level));
    const exact = free >= 0 ? free : this.#levels.findLastIndex(takes);
    const others = this.#levels
      .filter((level) => isKey(word, level.shape) && !isSeen(level))
      .sort((one, other) => distance(one, column) - distance(other, column) || other.mended - one.mended);
    const same =
      exact >= 0 || others.some(({ shape }) => shape)
        ? exact
        : this.#levels.findLastIndex(({ written }) => written === column);
    const isDeeper = top.awaited !== undefined && column > top.written;
    const isMeantInside = top.awaited !== undefined && column === top.written && inner && isKey(word, inner);
    if (isDeeper || (isMeantInside && (!isKey(word, top.shape) || isSeen(top)))) {
      this.#open(word, column, at, line, isDeeper);
      return true;
    }
    if (same >= 0) {
      this.#levels.length = same + 1;
      if (this.#top.list && this.#top.firstWord === word && isSeen(this.#top)) {
        this.#nextItem(at, column, line);
        return true;
      }
      this.#indent(line, this.#top.mended, this.#top.slip);
      return true;
    }
    if (this.#rebase(word, column)) return true;
    const [level, second] = others;
    if (!level) return false;
    this.#levels.length = this.#levels.indexOf(level) + 1;
    const slip = this.#indent(line, level.mended, level.slip, level);
    const isUnsure = second && distance(second, column) <= distance(level, column) + STEP;
    if (slip && column !== level.mended && isUnsure) slip.repair = 'likely';
    return true;
  }

  /** Begins the next item of a list where the first key of an item comes again without its dash. */
  #nextItem(at: number, column: number, line: Line): void {
    const { list, mended, slip } = this.#levels.pop() as Level & { list: List };
    this.#noDash(at, line, list.mended);
    this.#push(column, mended, list.shape, { list, slip });
  }

  /** An item without its dash, which belongs in a column. */
  #noDash(at: number, line: Line, column: number): Slip {
    return this.#slip('no-dash', at, line.end, [
      { start: line.start, end: at, text: ' '.repeat(column) },
      { start: at, end: at, text: '- ' },
    ]);
  }

  /** Where the first line of a level stands out of its place and the next ones do not, that line is the slip. */
  #rebase(word: string, column: number): boolean {
    const at = this.#levels.findLastIndex(({ lines, slip, list, shape }, index) => {
      return index > 0 && lines === 1 && !slip && !list && shape !== undefined && isKey(word, shape);
    });
    if (at === -1) return false;
    const [outer, top] = this.#levels.slice(at - 1) as [Level, Level];
    if (top.written - outer.written === STEP || column - outer.written !== STEP) return false;
    this.#levels.length = at + 1;
    const start = this.#text.lastIndexOf('\n', top.first - 1) + 1;
    this.#slip('indentation', start + Math.min(top.written, column), this.#contentEnd(this.#lineEnd(top.first)), [
      { start, end: top.first, text: ' '.repeat(column) },
    ]);
    Object.assign(top, { written: column, mended: column });
    return true;
  }

  /** Opens the level of a key that stands under one without a value, deeper than that or where it should have been. */
  #open(word: string, column: number, at: number, line: Line, isDeeper: boolean): void {
    const top = this.#top;
    const awaited = top.awaited?.shape;
    top.awaited = undefined;
    if (awaited?.type === 'array' && isKey(word, awaited.items)) {
      const dashes = isDeeper ? columnInside(top, column, top.mended + 1) : top.mended;
      const slip = this.#noDash(at, line, dashes);
      const list = { written: -1, mended: dashes, shape: awaited };
      this.#push(column, dashes + 2, awaited, { list, slip, first: at });
      return;
    }
    const mended = isDeeper ? columnInside(top, column, top.mended + 1) : top.mended + STEP;
    const slip = this.#indent(line, mended, top.slip);
    this.#push(column, mended, awaited, { slip: mended === column ? undefined : slip, first: at });
  }

  /** Whether a line in a column goes on with the text of the line before. */
  #isContinuation(column: number): boolean {
    const { awaited, last } = this.#top;
    return awaited === undefined && column > last && (this.#keyed > 0 || this.#levels.length > 1);
  }

  /** A line without a key: one whose colon was forgotten, or one that says nothing a record could hold. */
  #keyless(at: number, column: number, end: number, line: Line): void {
    const rest = this.#text.slice(at, end);
    const [, word = '', blanks = ''] = /^([^\s\u3000#]+)([\s\u3000]*)/.exec(rest) ?? [];
    const inner = itemShape(this.#top.awaited?.shape);
    const isInner = inner !== undefined && column > this.#top.written && isKey(word, inner);
    if (isInner || this.#levels.some(({ written, shape }) => shape && written === column && isKey(word, shape))) {
      const value = at + word.length + blanks.length;
      const isEmpty = value >= end || this.#text[value] === '#';
      if (line.dashes.length === 0) this.#enter(word, column, at, line);
      const edit = { start: at + word.length, end: isEmpty ? at + word.length : value, text: isEmpty ? ':' : ': ' };
      const shape = propertyOf(word, this.#top.shape)?.shape;
      const repair = isEmpty || readsAs(this.#text.slice(value, end), shape) ? 'certain' : 'likely';
      this.#slip('no-colon', at, at + word.length, [edit], repair, [word]);
      this.#take(word, column, isEmpty ? undefined : value, end);
      return;
    }
    if (line.dashes.length > 0) {
      this.#value(at, end, undefined, this.#top);
      return;
    }
    if (this.#top.awaited) {
      // A value on the line after its key.
      const { shape } = this.#top.awaited;
      const { written, mended } = this.#top;
      this.#top.awaited = undefined;
      if (column > written) this.#value(at, end, shape, this.#top);
      else if (shape && itemShape(shape)?.type !== 'object')
        this.#slip('indentation', at, end, [{ start: line.start, end: at, text: ' '.repeat(mended + STEP) }], 'likely');
      return;
    }
    if (/^[[{"'?&*!|>]/.test(rest)) return;
    this.#stray += 1;
    const before = this.#slips.at(-1);
    const edit = { start: at, end: at, text: '# ' };
    if (before?.kind === 'stray' && this.#text.slice(before.end, at).trim() === '') {
      before.edits.push(edit);
      before.end = end;
    } else this.#slip('stray', at, end, [edit], 'none');
  }

  /** Reads the value that begins at an offset of a line, and the lines over which it goes on. */
  #value(from: number, lineEnd: number, shape: Shape | undefined, level: Level): void {
    const text = this.#text;
    const properties = this.#hasAnchors ? /^&[^\s,[\]{}]+\s*/.exec(text.slice(from, lineEnd)) : null;
    const start = from + (properties?.[0].length ?? 0);
    if (start >= lineEnd || text[start] === '#') {
      level.awaited = { shape };
      return;
    }
    const first = text[start] as string;
    const line = text.slice(start, lineEnd);
    const comment = /\s#/.exec(line);
    const plain = line.slice(0, comment ? comment.index : undefined).trimEnd();
    if (/^[|>][+-]?\d?[+-]?\s*(#|$)/.test(line)) {
      this.#blockText(level);
    } else if (first === '"' || first === "'") {
      this.#quotation(start, lineEnd, shape, level);
    } else if (first === '[' || first === '{' || (opensFlow(first) && isCollectionOfObjects(shape))) {
      this.#flow(start, shape, level.last);
    } else if (this.#glued(start, plain, shape)) {
      return;
    } else if (this.#isSpecial(plain, shape)) {
      this.#slip('special-start', start, start + 1, [quote(start, plain)], isFreeText(shape), [first]);
    } else {
      this.#plain(start, plain, shape, level);
    }
  }

  /** Reads a value in brackets, up to a line that begins a key in a column or further out. */
  #flow(start: number, shape: Shape | undefined, column: number): void {
    const { end, slips } = readFlow(this.#text, start, shape, (at) => this.#beginsKey(at, column));
    for (const slip of slips) this.#add(slip);
    if (/[#＃]/.test(this.#text[end] ?? '')) this.#remark(end, end + 1);
    this.#at = Math.max(this.#at, this.#lineEnd(end) + 1);
  }

  #plain(start: number, plain: string, shape: Shape | undefined, level: Level): void {
    const joined = /(?<![，,;；、\s])[，,;；、\s]+([^\s，,;；、:：]+)\s*[:：]\s*/.exec(plain);
    if (joined && level.shape && isKey(joined[1] as string, level.shape) && isFreeText(shape) !== 'certain') {
      const at = start + joined.index;
      const end = at + joined[0].length;
      const text = `${'\n'.padEnd(level.mended + 1)}${joined[1]}: `;
      this.#slip(
        'two-keys',
        end - joined[0].trimStart().length,
        start + plain.length,
        [{ start: at, end, text }],
        'likely',
        [joined[1] as string],
      );
      return;
    }
    const colon = /:(?=\s|$)/.exec(plain);
    if (!colon) return;
    const before = plain.slice(0, colon.index).trim();
    const after = plain.slice(colon.index + 1).trimStart();
    const run = before.split(/[\s\u3000，,;；、]+/).at(-1) as string;
    const glued = keysAtEnd(run, level.shape).find(
      ({ name, shape }) => !level.seen.has(name) && (opensFlow(after[0]) || readsAs(after, shape)),
    );
    const word = glued?.word ?? run;
    const at = start + before.length - word.length;
    const end = start + plain.length;
    if (word === before && isKey(word, itemShape(shape)) && shape?.type !== 'text') {
      const indent = '\n'.padEnd(level.mended + 3);
      this.#slip('two-keys', at, end, [{ start: at, end: at, text: indent }], 'likely', [word]);
    } else if (word !== before && isKey(word, level.shape) && level.shape) {
      const cut = start + before.slice(0, -word.length).replace(/(?<![\s，,;；、])[\s，,;；、]+$/, '').length;
      const indent = '\n'.padEnd(level.mended + 1);
      this.#slip('two-keys', at, end, [{ start: cut, end: at, text: indent }], 'likely', [word]);
    } else {
      const at = start + colon.index;
      const isWhole = keysAtEnd(before, level.shape).length === 0 && !opensFlow(after[0]);
      this.#slip('colon-in-text', at, at + 1, [quote(start, plain)], isWhole ? isFreeText(shape) : 'likely');
    }
  }

  /** A remark that stands right behind a value, or begins with a full-width sign; in a free text it belongs to that. */
  #glued(start: number, plain: string, shape: Shape | undefined): boolean {
    const match = /(?<!\s)\s*[#＃]/.exec(plain);
    if (!match || !readsAs(plain.slice(0, match.index), shape) || isFreeText(shape) === 'certain') return false;
    const at = start + match.index;
    // Between digits it may also be one of them, mistyped.
    const isFigure = /\d$/.test(plain.slice(0, match.index)) && /^[#＃]\d/.test(plain.slice(match.index));
    this.#remark(at, at + match[0].length, isFigure ? 'likely' : 'certain');
    return true;
  }

  #remark(start: number, end: number, repair: Slip['repair'] = 'certain'): void {
    this.#slip('remark', start, end, [{ start, end, text: ' #' }], repair);
  }

  /** Whether plain text begins with a sign that YAML keeps for itself. */
  #isSpecial(plain: string, shape: Shape | undefined): boolean {
    if (/^[@`%]|^[-?] |^[|>]/.test(plain)) return true;
    if (itemShape(shape)?.type !== 'text') return false;
    return /^!(?!!?[\w/])/.test(plain) || (/^[*&]/.test(plain) && !this.#hasAnchors);
  }

  /** Passes over a block text; where its level is out of place, its lines move along. */
  #blockText(level: Level): void {
    while (this.#at < this.#text.length) {
      const end = this.#lineEnd(this.#at);
      const line = this.#text.slice(this.#at, end);
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && indent <= level.last) return;
      const shift = level.mended - level.last;
      if (level.slip && line.trim() !== '' && shift > 0)
        level.slip.edits.push({ start: this.#at, end: this.#at, text: ' '.repeat(shift) });
      this.#at = end + 1;
    }
  }

  #quotation(start: number, lineEnd: number, shape: Shape | undefined, level: Level): void {
    const text = this.#text;
    const mark = text[start] as string;
    const close = closingQuote(text, start);
    if (close !== undefined) {
      const line = text.slice(start, lineEnd);
      const rest = text.slice(close + 1, lineEnd);
      if (/^\s*(#.*)?$/.test(rest)) return;
      const [sign] = /^[,，、;；。](?=\s*$|\s+#)/.exec(rest) ?? [];
      if (sign !== undefined) {
        this.#slip('trailing-sign', close + 1, close + 2, [{ start: close + 1, end: close + 2, text: '' }], 'certain', [
          sign,
        ]);
        return;
      }
      const plain = line.slice(0, /\s#[^'"]*$/.exec(line)?.index).trimEnd();
      this.#slip('quotes-in-text', start, start + plain.length, [quote(start, plain)], isFreeText(shape));
      return;
    }
    // A quotation may go on over further lines, up to one that begins a key.
    for (let next = this.#lineEnd(start) + 1; next < text.length && !this.#beginsKey(next, level.last); ) {
      const end = this.#lineEnd(next);
      if (text.slice(next, end).includes(mark)) {
        this.#at = end + 1;
        return;
      }
      next = end + 1;
    }
    const end = start + text.slice(start, lineEnd).trimEnd().length;
    const isText = !shape || itemShape(shape)?.type === 'text';
    const edit = isText ? { start: end, end, text: mark } : { start, end: start + 1, text: '' };
    this.#slip('open-quote', start, end, [edit], 'likely', [mark]);
  }

  /** Whether a line begins a known key at a column or further out. */
  #beginsKey(lineStart: number, column: number): boolean {
    const line = this.#text.slice(lineStart, this.#lineEnd(lineStart));
    const indent = line.length - line.trimStart().length;
    if (indent > column || line.trim() === '') return false;
    const at = lineStart + indent + (/^(- +)*/.exec(line.trimStart())?.[0].length ?? 0);
    return /^---(\s|$)/.test(line) || this.#keyAt(at, lineStart + line.length) !== undefined;
  }

  #sign(at: number, replacement: string, sign: string): void {
    this.#slip('full-width', at, at + 1, [{ start: at, end: at + 1, text: replacement }], 'certain', [sign]);
  }

  /** What stands for a colon, with the blanks about it put right too. */
  #colon({ word, wordEnd, colon, sign }: Key, value: number, isEmpty: boolean): void {
    const edit = isEmpty
      ? { start: wordEnd, end: colon + sign.length, text: ':' }
      : { start: wordEnd, end: value, text: ': ' };
    const isFullWidth = /^[：﹕∶]$/.test(sign);
    this.#slip(
      isFullWidth ? 'full-width' : 'other-sign',
      colon,
      colon + sign.length,
      [edit],
      'certain',
      isFullWidth ? [sign] : [sign, word],
    );
  }

  #slip(
    kind: SlipKind,
    start: number,
    end: number,
    edits: Edit[],
    repair: Slip['repair'] = 'certain',
    signs: string[] = [],
  ): Slip {
    return this.#add({ kind, start, end, edits, repair, signs });
  }

  /** Signs of one line are one slip; so is what goes wrong in the same way at the start of lines that follow one another. */
  #add(slip: Slip): Slip {
    const before = this.#slips.at(-1);
    const most = JOINED_BREAKS[slip.kind];
    const breaks = most !== undefined && before?.kind === slip.kind ? this.#lineBreaks(before, slip) : undefined;
    if (!before || breaks === undefined || breaks > (most as number)) {
      this.#slips.push(slip);
      return slip;
    }
    if (breaks === 0) before.end = Math.max(before.end, slip.end);
    before.edits.push(...slip.edits);
    for (const sign of slip.signs) if (!before.signs.includes(sign)) before.signs.push(sign);
    return before;
  }

  #lineBreaks({ edits }: Slip, { start }: Slip): number {
    return this.#text.slice(edits.at(-1)?.start, start).split('\n').length - 1;
  }
}

/** How many line breaks may lie between two slips that are one. */
const JOINED_BREAKS: Partial<Record<SlipKind, number>> = { 'full-width': 0, 'no-space': 0, tab: 1, blank: 1, dash: 1 };

interface Key {
  word: string;
  wordEnd: number;
  colon: number;
  /** What stands for the colon. */
  sign: string;
}

interface Line {
  start: number;
  at: number;
  column: number;
  end: number;
  odd: boolean;
  dashes: number[];
}

interface List {
  written: number;
  mended: number;
  shape: Shape | undefined;
  slip?: Slip | undefined;
}

/** How far a column is from where a level stands, or should. */
const distance = ({ written, mended }: Level, column: number): number =>
  Math.min(Math.abs(written - column), Math.abs(mended - column));

/** The column in which a line inside a level's last key should stand: along with a line that is out of place with its level, else as written where that is far enough in. */
function columnInside({ written, mended, last }: Level, column: number, least: number): number {
  if (last === written && column < mended + STEP) return column + mended - written;
  return column >= least ? column : mended + STEP;
}

const isCollectionOfObjects = (shape: Shape | undefined): boolean => itemShape(shape)?.type === 'object';

/** Putting a value in quotation marks is certain only where any text may stand. */
const isFreeText = (shape: Shape | undefined): Slip['repair'] =>
  shape?.type === 'text' && shape.format === 'text' && shape.codes.length === 0 ? 'certain' : 'likely';

/** Whether what stands behind a key without a colon can be its value. */
function readsAs(value: string, shape: Shape | undefined): boolean {
  const [first = ''] = value.trim().split(/\s+#/);
  switch (shape?.type) {
    case 'number':
    case 'integer':
      return /^\d/.test(first);
    case 'boolean':
      return /^(true|false|是|否)$/.test(first);
    case 'array':
      return first.startsWith('[') || (shape.items.type === 'text' && shape.items.forms.has(first));
    case 'text':
      return shape.format === 'date' ? /^\d{4}/.test(first) : shape.codes.length === 0 || shape.forms.has(first);
    default:
      return false;
  }
}

/** The keys of a shape in which a text ends, the longest first. */
const keysAtEnd = (text: string, shape: Shape | undefined): (Property & { word: string })[] =>
  shape?.type === 'object'
    ? [...shape.keys]
        .filter(([word]) => text.endsWith(word))
        .map(([word, property]) => ({ ...property, word }))
        .sort((one, other) => other.word.length - one.word.length)
    : [];

/** Puts a plain text in quotation marks that need no escapes. */
function quote(start: number, plain: string): Edit {
  const text = /["\\]/.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"`;
  return { start, end: start + plain.length, text };
}
