import type { Edit } from '../finding.ts';
import type { Kind } from '../records/kinds.ts';
import { kinds, type Property, type Shape, shapeOfKind } from '../vocabulary/shape.ts';
import { BULLETS, INVISIBLE } from '../vocabulary/typography.ts';
import { isAnyKey, isFreeText, isKey, itemShape, propertyOf } from './keys.ts';
import { mend } from './mend.ts';
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
  /** Whether the value of its last key is text that may go on over further lines. */
  isText: boolean;
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
const DASHES = new RegExp(`^(?:[${BULLETS}]+|-{2,}(?=\\s))`);
const NUMBERING =
  /^(?:\d{1,2}[.、)）]|[（(][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)(?=[\s\u3000\u00a0]|[^\d\s])/;
const MARKERS = new RegExp(`^[*+](?=\\s|[^\\d\\s*])|${NUMBERING.source}`);

/** Where a record ends: three hyphens or dots, or another line drawn just before the kind of the next. */
const MARKER =
  /^(?:---|\.\.\.)(?=\s|$)|(?<=\n)(?:[-–—－_=*]{2,}|- - -)[ \t]*(?=\r?\n(?:[ \t]*\r?\n)*(?:文种|kind)\s*[:：])/gm;

/** What breaks a line in a word processor alone. */
const LINE_BREAK = /[\v\f\u0085\u2028\u2029]|\r(?!\n)/;

/** Signs without a shape: breaks of a kind that YAML has not, control characters, signs of no width. */
const HIDDEN = new RegExp(
  `${INVISIBLE.source}|(?:${LINE_BREAK.source})|(?:\\x1b\\[[\\d;]*m)|[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]+`,
  'gu',
);

/** The escapes of YAML's double quotes. */
const ESCAPES = /\\(?:[0abtnvfre "/\\N_LP\t]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/g;

/** What an author may put for a colon after a key. */
const COLONS = /[:：﹕∶]+|[=＝→]|[-=]>/g;
const BLANK = /[\s\u3000\u00a0]/;

/**
 * Reads a text line by line as its author meant it, with the keys of its kind as guide, and tells every place where it
 * slips from YAML. A text without slips gives none; what YAML allows (block texts, quotations and brackets over several
 * lines, comments, anchors) is passed over.
 */
export function slipsIn(text: string): Slip[] {
  const hidden = hiddenSigns(text);
  if (hidden.length === 0) return new LineReader(text).run();
  const shown = mend(text, hidden);
  const moved = <Stretch extends { start: number; end: number }>(stretch: Stretch): Stretch => ({
    ...stretch,
    start: shown.written(stretch.start),
    end: shown.written(stretch.end),
  });
  const slips = new LineReader(shown.text).run().map((slip) => ({ ...moved(slip), edits: slip.edits.map(moved) }));
  return [...hidden, ...slips].sort((one, other) => one.start - other.start);
}

/** Signs that nobody sees, which come along when text is pasted: those of one line are one slip. */
function hiddenSigns(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const { 0: signs, index: start } of text.matchAll(HIDDEN)) {
    const end = start + signs.length;
    const isBreak = LINE_BREAK.test(signs);
    // A line break of a word processor: before a key it was meant as one, inside a text as a blank.
    const isLine = signs === '\r' || /^\s*(?:- +)?[^\s:：]{1,20}[:：]/.test(text.slice(end, end + 40));
    const instead = isBreak ? (isLine ? '\n' : ' ') : '';
    const edit = { start, end, text: instead };
    const before = slips.at(-1);
    const kind = isBreak ? 'soft-break' : 'hidden';
    if (before?.kind === kind && !text.slice(before.end, start).includes('\n')) {
      before.edits.push(edit);
      before.end = end;
    } else
      slips.push({
        kind,
        start,
        end,
        edits: [edit],
        repair: INVISIBLE.test(signs) || signs === '\r' ? 'certain' : 'likely',
        signs: [],
      });
  }
  return slips;
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
    const first = /^(?:文种|kind)\s*[:：]/m.exec(this.#text)?.index ?? 0;
    const markers = [...this.#text.matchAll(MARKER)]
      .filter(({ 0: line, index }) => index > first || /^(?:---|\.\.\.)$/.test(line))
      .map(({ index }) => index);
    this.#openDocument(markers[0]);
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const end = this.#lineEnd(start);
      this.#at = end + 1;
      while ((markers[0] ?? start) < start) markers.shift();
      if (markers[0] === start) {
        this.#openDocument(markers[1]);
        this.#marker(start, this.#contentEnd(end));
      } else if (this.#isBegun || this.#text[start] !== '%') this.#line(start, this.#contentEnd(end));
    }
    // A text with hardly a key in it is no record, and its lines are no slips.
    return this.#stray >= this.#keyed ? this.#slips.filter(({ kind }) => kind !== 'stray') : this.#slips;
  }

  /** A line between two records, which may be drawn with other signs than three hyphens. */
  #marker(start: number, end: number): void {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(this.#text.slice(start, end))) return;
    this.#slip('separator', start, end, [{ start, end, text: '---' }]);
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
      isText: false,
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
    if (at === end || text[at] === '#') {
      // YAML takes neither a line of other blanks than these for empty, nor a # behind one for a comment.
      if (/[^ \t\v\f]/.test(text.slice(start, at)))
        this.#slip('blank', start, at, [{ start, end: at, text: at === end ? '' : ' '.repeat(column) }]);
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
      const first = line.dashes.length === 1 ? line.at : 0;
      this.#push(column, column + list.mended - dash, list.shape, { list, slip: list.slip, last: dash, first });
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
    const inner = top.awaited?.shape;
    if (own >= 0 && inner?.type === 'array' && fits(word, inner) && !fits(word, this.#levels[own]?.list?.shape)) {
      // An item of the list within, no further in than the items of the list without.
      top.awaited = undefined;
      const mended = top.mended + STEP;
      return { written: column, mended, shape: inner, slip: this.#indent(line, mended, top.slip) };
    }
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
      const word = bareKey(written);
      const [sign] = match;
      const isPlain = sign === ':' && /^(\s|$)/.test(rest.slice(match.index + 1));
      // The colon of a value in brackets, whose key has none.
      if (isPlain && /^\S+\s+[[{]/.test(word)) return undefined;
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
      if (this.#isContinuation(column)) {
        if (!isPlain && !line.odd) return;
        if (isPlain && this.#top.isText && (!isAnyKey(key.word) || NUMBERING.test(text.slice(at)))) {
          const edit = { start: key.colon, end: key.colon + 1, text: '：' };
          this.#slip('colon-in-text', key.colon, key.colon + 1, [edit], 'certain', ['：']);
          return;
        }
      }
      if (this.#isHeading(key, end)) {
        this.#strayLine(at, end);
        return;
      }
      if (!this.#enter(key.word, column, at, line)) return;
    }
    this.#bareKey(at, key);
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

  /** Whether a key without a value is none, but a heading over the items of a list of objects. */
  #isHeading({ word, colon, sign }: Key, end: number): boolean {
    const { awaited } = this.#top;
    const isEmpty = /^\s*(#|$)/.test(this.#text.slice(colon + sign.length, end));
    if (!isEmpty || awaited?.shape?.type !== 'array' || !isCollectionOfObjects(awaited.shape)) return false;
    return !word.startsWith('x-') && !isAnyKey(word);
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
    level.isText = isFreeText(property?.shape);
    if (value !== undefined) this.#value(value, end, property?.shape, level);
  }

  /** Takes quotation marks, emphasis or numbering off a key. */
  #bareKey(at: number, { word, wordEnd }: Key): void {
    const written = this.#text.slice(at, wordEnd);
    if (written === word || /^["']/.test(written)) return;
    this.#slip('key-signs', at, wordEnd, [{ start: at, end: wordEnd, text: word }], 'certain', [written, word]);
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
    const isBelow = column === top.written || column === top.last;
    const isMeantInside = top.awaited !== undefined && isBelow && inner && isKey(word, inner);
    if (isDeeper || (isMeantInside && (!isKey(word, top.shape) || isSeen(top)))) {
      this.#open(word, column, at, line, isDeeper);
      return true;
    }
    const item = this.#levels.findLastIndex(({ list, firstWord }) => list && firstWord === word);
    if (exact === -1 && others.length === 0 && item >= 0) {
      // The first line of an item, pasted without its dash.
      this.#levels.length = item + 1;
      this.#nextItem(at, this.#top.written, line);
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
    const at = this.#levels.findLastIndex(({ lines, slip, shape }, index) => {
      return index > 0 && lines === 1 && !slip && shape !== undefined && isKey(word, shape);
    });
    if (at === -1) return false;
    const [outer, top] = this.#levels.slice(at - 1) as [Level, Level];
    const { list } = top;
    // The first line of an item stands two columns further out, with its dash.
    const place = list ? column - STEP : column;
    const steps = [list ? [0, STEP] : [], STEP].flat();
    if (steps.includes((list ?? top).written - outer.written) || !steps.includes(place - outer.written)) return false;
    if (list && top.first === 0) return false;
    this.#levels.length = at + 1;
    const start = this.#text.lastIndexOf('\n', top.first - 1) + 1;
    this.#slip(
      'indentation',
      start + Math.min((list ?? top).written, place),
      this.#contentEnd(this.#lineEnd(top.first)),
      [{ start, end: top.first, text: ' '.repeat(place) }],
    );
    Object.assign(top, { written: column, mended: column });
    if (list) Object.assign(list, { written: place, mended: place });
    return true;
  }

  /** Opens the level of a key that stands under one without a value, deeper than that or where it should have been. */
  #open(word: string, column: number, at: number, line: Line, isDeeper: boolean): void {
    const top = this.#top;
    const awaited = top.awaited?.shape;
    top.awaited = undefined;
    if (awaited?.type === 'array' && isKey(word, awaited.items)) {
      // Deep enough for the dash to stand before it, the line has lost just that.
      const isDashLost = isDeeper && column >= top.mended + 2 * STEP;
      const dashes = isDashLost ? column - STEP : isDeeper ? columnInside(top, column, top.mended + 1) : top.mended;
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
    if (this.#table(at, end, line)) return;
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
    const items = this.#levels.findLast(
      ({ list }) => list?.written === column && itemShape(list.shape)?.type === 'text',
    );
    if (items && !this.#top.awaited) {
      const slip = this.#noDash(at, line, items.list?.mended as number);
      if (!readsAs(rest, items.list?.shape)) slip.repair = 'likely';
      return;
    }
    if (this.#top.awaited && !isCollectionOfObjects(this.#top.awaited.shape)) {
      // A value on the line after its key.
      const { shape } = this.#top.awaited;
      const { written, mended } = this.#top;
      this.#top.awaited = undefined;
      if (column > written) this.#value(at, end, shape, this.#top);
      else if (shape)
        this.#slip('indentation', at, end, [{ start: line.start, end: at, text: ' '.repeat(mended + STEP) }], 'likely');
      return;
    }
    if (/^[[{]/.test(rest) && this.#top.awaited) {
      this.#value(at, end, this.#top.awaited.shape, this.#top);
      return;
    }
    if (/^[[{"'?&!]/.test(rest)) return;
    this.#strayLine(at, end);
  }

  /** A table pasted under the key of a list: heads that are keys of its items, cells parted by tabs or strokes. */
  #table(at: number, end: number, line: Line): boolean {
    const shape = itemShape(this.#top.awaited?.shape);
    const heads = cellsOf(this.#text.slice(at, end));
    if (this.#top.awaited?.shape?.type !== 'array' || heads.length < 2 || !heads.every((head) => isKey(head, shape)))
      return false;
    const indent = ' '.repeat(this.#top.mended + STEP);
    const items: string[] = [];
    let stop = end;
    for (let next = this.#lineEnd(at) + 1; next < this.#text.length; ) {
      const lineEnd = this.#lineEnd(next);
      const row = this.#text.slice(next, this.#contentEnd(lineEnd)).replace(/^ +/, '');
      const cells = cellsOf(row);
      if (cells.length < 2 || cells.length > heads.length) break;
      const entries = cells.flatMap((cell, index) => (cell === '' ? [] : [`${heads[index]}: ${flowText(cell)}`]));
      if (!/^[\s|:-]+$/.test(row)) items.push(`${indent}- { ${entries.join(', ')} }`);
      stop = this.#contentEnd(lineEnd);
      next = lineEnd + 1;
    }
    if (items.length === 0) return false;
    this.#slip('table', at, end, [{ start: line.start, end: stop, text: items.join('\n') }], 'likely');
    this.#top.awaited = undefined;
    this.#at = this.#lineEnd(stop) + 1;
    return true;
  }

  /** Takes a line out that says nothing a record could hold; such lines in a row are one slip. */
  #strayLine(at: number, end: number): void {
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
    } else if (plain === '-') {
      this.#slip('dash-alone', start, start + 1, [{ start, end: start + 1, text: '' }]);
    } else if (isFreeText(shape) && /^[[{]/.test(first) && !/^(?:\[[^[\]]*\]|\{[^{}]*\})$/.test(plain)) {
      const repair = /^(?:\[.*\]|\{.*\})/.test(plain) ? 'certain' : 'likely';
      this.#slip('special-start', start, start + 1, [quote(start, plain)], repair, [first]);
    } else if (first === '[' || first === '{' || (opensFlow(first) && isCollectionOfObjects(shape))) {
      this.#flow(start, shape, level.last);
    } else if (/[\]}]/.test(first) && !isFreeText(shape)) {
      this.#slip('extra-sign', start, start + 1, [{ start, end: start + 1, text: '' }], 'certain', [first]);
    } else if (this.#glued(start, plain, shape)) {
      return;
    } else if (isCollectionOfObjects(shape) && this.#hasBlock(start, lineEnd, level, shape)) {
      this.#slip('beside-block', start, start + plain.length, [{ start, end: start, text: '# ' }], 'likely', [plain]);
      level.awaited = { shape };
    } else if (this.#isSpecial(plain, shape)) {
      this.#slip('special-start', start, start + 1, [quote(start, plain)], quoting(shape), [first]);
    } else {
      this.#plain(start, plain, shape, level);
    }
  }

  /** Whether the next line that says something stands inside the last key of a level. */
  #hasBlock(start: number, lineEnd: number, { last }: Level, shape: Shape | undefined): boolean {
    if (isKey(this.#keyAt(start, lineEnd)?.word ?? '', itemShape(shape))) return false;
    const [, blanks = '', sign] = /^(?:\s*(?:#.*)?\n)*([ \t]*)(\S)/.exec(this.#text.slice(lineEnd + 1)) ?? [];
    return blanks.length > last || (sign === '-' && blanks.length === last && shape?.type === 'array');
  }

  /** Reads a value in brackets, up to a line that begins a key in a column or further out. */
  #flow(start: number, shape: Shape | undefined, column: number): void {
    const { end, slips } = readFlow(this.#text, start, shape, (at) => this.#beginsKey(at, column));
    const lineEnd = this.#lineEnd(end);
    for (const slip of slips) this.#add(slip);
    this.#behindFlow(end, this.#text.slice(end, lineEnd).trimEnd());
    this.#at = Math.max(this.#at, lineEnd + 1);
  }

  /** What stands behind a value in brackets: nothing but a remark can. */
  #behindFlow(at: number, rest: string): void {
    if (/^(?:\s+#|$)/.test(rest)) return;
    const signs = /^\s*[,，、;；.。\]}】）)]+(?=\s+#|$)/.exec(rest)?.[0];
    if (signs !== undefined) {
      const edit = { start: at, end: at + signs.length, text: '' };
      this.#slip('extra-sign', at, at + signs.length, [edit], 'certain', [signs.trim()]);
    } else if (/^\s*[#＃]/.test(rest)) this.#remark(at, at + (/^\s*./.exec(rest)?.[0].length ?? 0));
    else this.#slip('remark', at, at + rest.length, [{ start: at, end: at, text: ' #' }], 'likely');
  }

  #plain(start: number, plain: string, shape: Shape | undefined, level: Level): void {
    const joined = /(?<![，,;；、\s])[，,;；、\s]+([^\s，,;；、:：]+)\s*[:：]\s*/.exec(plain);
    if (joined && level.shape && isKey(joined[1] as string, level.shape) && !isFreeText(shape)) {
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
      if (this.#withoutBraces(start, plain, shape)) return;
      const indent = '\n'.padEnd(level.mended + 3);
      this.#slip('two-keys', at, end, [{ start: at, end: at, text: indent }], 'likely', [word]);
    } else if (word !== before && isKey(word, level.shape) && level.shape) {
      const cut = start + before.slice(0, -word.length).replace(/(?<![\s，,;；、])[\s，,;；、]+$/, '').length;
      const indent = '\n'.padEnd(level.mended + 1);
      this.#slip('two-keys', at, end, [{ start: cut, end: at, text: indent }], 'likely', [word]);
    } else {
      const at = start + colon.index;
      const isWhole = keysAtEnd(before, level.shape).length === 0 && !opensFlow(after[0]);
      this.#slip('colon-in-text', at, at + 1, [quote(start, plain)], isWhole ? quoting(shape) : 'likely');
    }
  }

  /** Several keys with their values on one line, where only the brackets are missing. */
  #withoutBraces(start: number, plain: string, shape: Shape | undefined): boolean {
    const keys = [...plain.matchAll(/([^\s:：,，、;；]+)\s*[:：]/g)];
    if (keys.length < 2 || !keys.every(([, word = '']) => isKey(word, itemShape(shape)))) return false;
    const [open, close] = shape?.type === 'array' ? ['[{ ', ' }]'] : ['{ ', ' }'];
    const end = start + plain.length;
    const inner = readFlow(`{${plain}}`, 0, itemShape(shape), () => false).slips.flatMap(({ edits }) => edits);
    this.#slip('no-braces', start, end, [
      { start, end: start, text: open },
      ...inner.map((edit) => ({ ...edit, start: edit.start + start - 1, end: edit.end + start - 1 })),
      { start: end, end, text: close },
    ]);
    return true;
  }

  /** A remark that stands right behind a value, or begins with a full-width sign; in a free text it belongs to that. */
  #glued(start: number, plain: string, shape: Shape | undefined): boolean {
    const match = /(?<!\s)\s*[#＃]/.exec(plain);
    if (!match || !readsAs(plain.slice(0, match.index), shape) || isFreeText(shape)) return false;
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
    if (/^[@`%,\]}]|^[-?] |^[|>]/.test(plain)) return true;
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
      if (/^\s*(#.*)?$/.test(rest)) {
        const inside = text.slice(start + 1, close);
        if (mark === '"' && inside.replace(ESCAPES, '').includes('\\')) {
          const raw = `'${inside.replaceAll("'", "''")}'`;
          this.#slip('escape', start, close + 1, [{ start, end: close + 1, text: raw }], 'likely');
        }
        return;
      }
      const [sign] = /^[,，、;；。](?=\s*$|\s+#)/.exec(rest) ?? [];
      if (sign !== undefined) {
        const edit = { start: close + 1, end: close + 2, text: '' };
        this.#slip('extra-sign', close + 1, close + 2, [edit], 'certain', [sign]);
        return;
      }
      const plain = line.slice(0, /\s#[^'"]*$/.exec(line)?.index).trimEnd();
      this.#slip('quotes-in-text', start, start + plain.length, [quote(start, plain)], quoting(shape));
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
const JOINED_BREAKS: Partial<Record<SlipKind, number>> = {
  'full-width': 0,
  'no-space': 0,
  'no-comma': 1,
  tab: 1,
  blank: 1,
  dash: 1,
};

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

/** Whether what stands behind a dash can be an item of a list: a key where its items are objects, else none. */
function fits(word: string | undefined, list: Shape | undefined): boolean {
  const items = itemShape(list);
  return items?.type === 'object' ? word !== undefined && isKey(word, items) : word === undefined;
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
const quoting = (shape: Shape | undefined): Slip['repair'] => (isFreeText(shape) ? 'certain' : 'likely');

/** Whether what stands behind a key without a colon can be its value. */
function readsAs(value: string, shape: Shape | undefined): boolean {
  const [first = ''] = value.trim().split(/\s+#/);
  switch (shape?.type) {
    case 'number':
    case 'integer':
      return /^\d/.test(first);
    case 'boolean':
      return /^(true|false|是|否)$/.test(first);
    case 'object':
      return first.startsWith('{');
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

/** The cells of a table's row, as a spreadsheet or Markdown parts them. */
const cellsOf = (row: string): string[] =>
  row
    .trimEnd()
    .replace(/^\||\|$/g, '')
    .split(/\t|\|/)
    .map((cell) => cell.trim());

/** A text as it may stand inside brackets. */
const flowText = (text: string): string => (/[,:#"'{}[\]&*!|>%@`]|^[-?] /.test(text) ? JSON.stringify(text) : text);

/** A key without the quotation marks, emphasis or numbering about it. */
function bareKey(written: string): string {
  const quoted = written.replace(/^[“‘]|[”’]$/g, '').trim();
  const word = quoted.replace(NUMBERING, '').replace(/^[\s*_`【]+|[\s*_`】]+$/g, '');
  return isAnyKey(word) ? word : quoted;
}
