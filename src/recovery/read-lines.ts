import type { Edit } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { isAnyKey, isFreeText, itemShape, kinds, type Shape, shapeOfKind } from '../schema/vocabulary/shape.ts';
import { BULLETS } from '../text/typography.ts';
import { hiddenSigns } from './hidden.ts';
import { type Key, keyAt, NUMBERING } from './key-at.ts';
import { isCollectionOfObjects, isKey, isOwn, propertyOf } from './keys.ts';
import type { Level } from './level.ts';
import { mend } from './mend.ts';
import { Passage } from './passage.ts';
import { opensFlow, readFlow } from './read-flow.ts';
import type { Slip } from './slip.ts';
import { tableAt } from './table.ts';
import { readsAs, ValueReader } from './values.ts';

/** Blanks by which one level stands inside another, where nothing says otherwise. */
const STEP = 2;

/** What an author may put for a dash: other dashes and dots, which are nothing else; stars and numbers, which most likely are. */
const DASHES = new RegExp(`^(?:[${BULLETS}]+|-{2,}(?=\\s))`);
const MARKERS = new RegExp(`^[*+](?=\\s|[^\\d\\s*])|${NUMBERING.source}`);

/** Where a record ends: three hyphens or dots, or another line drawn just before the kind of the next. */
const MARKER =
  /^(?:---|\.\.\.)(?=\s|$)|(?<=\n)(?:[-–—－_=*]{2,}|- - -)[ \t]*(?=\r?\n(?:[ \t]*\r?\n)*(?:文种|kind)\s*[:：])/gm;

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

class LineReader {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #values: ValueReader;
  #levels: Level[] = [];
  /** The last slip of indentation, with the column it was met in and the level it belongs to. */
  #shifted: { slip: Slip; written: number; level: Level } | undefined;
  /** Whether the document has begun: what comes before its first line is directives. */
  #isBegun = false;
  #keyed = 0;
  #stray = 0;

  constructor(text: string) {
    this.#text = text;
    this.#passage = new Passage(text);
    this.#values = new ValueReader(this.#passage);
  }

  run(): Slip[] {
    const first = /^(?:文种|kind)\s*[:：]/m.exec(this.#text)?.index ?? 0;
    const markers = [...this.#text.matchAll(MARKER)]
      .filter(({ 0: line, index }) => index > first || /^(?:---|\.\.\.)$/.test(line))
      .map(({ index }) => index);
    this.#openDocument(markers[0]);
    while (this.#passage.at < this.#text.length) {
      const start = this.#passage.at;
      const end = this.#passage.lineEnd(start);
      this.#passage.at = end + 1;
      while ((markers[0] ?? start) < start) markers.shift();
      if (markers[0] === start) {
        this.#openDocument(markers[1]);
        this.#marker(start, this.#passage.contentEnd(end));
      } else if (this.#isBegun || this.#text[start] !== '%') this.#line(start, this.#passage.contentEnd(end));
    }
    // A text with hardly a key in it is no record, and its lines are no slips.
    return this.#stray >= this.#keyed
      ? this.#passage.slips.filter(({ kind }) => kind !== 'stray')
      : this.#passage.slips;
  }

  /** A line between two records, which may be drawn with other signs than three hyphens. */
  #marker(start: number, end: number): void {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(this.#text.slice(start, end))) return;
    this.#passage.slip('separator', start, end, [{ start, end, text: '---' }]);
  }

  /** Begins a document, which goes on to the next marker. */
  #openDocument(end = this.#text.length): void {
    const document = this.#text.slice(this.#passage.at, end);
    const written = /^[ \t\u3000{｛]*["“]?(?:kind|文种)["”]?\s*(?:[:：﹕∶]\s*)?["'“]?([^\s"'”#,，}]+)/m.exec(
      document,
    )?.[1];
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
      isOutermost: this.#levels.length === 0,
      seen: new Set(),
      list: undefined,
      isDashed: false,
      slip: undefined,
      awaited: undefined,
      last: written,
      hasOtherColon: false,
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
        this.#passage.slip('blank', start, at, [{ start, end: at, text: at === end ? '' : ' '.repeat(column) }]);
      return;
    }
    if (text[at] === '＃') {
      this.#passage.sign(at, '#', '＃');
      return;
    }
    if (!this.#isBegun && text[at] === '{') {
      this.#isBegun = true;
      this.#values.flow(at, this.#top.shape, this.#top, -1);
      return;
    }
    this.#isBegun = true;
    const line: Line = { start, at, column, end, odd, dashes: [], isDashed: false };
    for (;;) {
      const dash = this.#dash(at, end, line.dashes.length === 0 && this.#isListHere(column));
      if (!dash) break;
      line.dashes.push(column);
      if (dash.edit) this.#passage.slip('dash', at, dash.end, [dash.edit], dash.repair);
      column += dash.edit ? 2 : dash.end - at;
      at = dash.end;
    }
    if (this.#isDashedKey(line, at, column)) {
      this.#passage.slip('extra-dash', line.at, line.at + 1, [{ start: line.at, end: line.at + 1, text: ' ' }]);
      Object.assign(line, { at, column, dashes: [], isDashed: true });
    }
    if (line.dashes.length > 0) {
      const [dash] = line.dashes as [number];
      const properties = /^(?:[&!]\S*\s+)+/.exec(text.slice(at, end))?.[0].length ?? 0;
      at += properties;
      column += properties;
      const list = this.#place(dash, line, keyAt(this.#text, at, end, this.#top)?.word);
      const first = line.dashes.length === 1 ? line.at : 0;
      this.#push(column, column + list.mended - dash, list.shape, { list, slip: list.slip, last: dash, first });
      if (at >= end || text[at] === '#') {
        // The item stands on the next lines, in whatever column.
        this.#levels.pop();
        this.#top.awaited = { shape: itemShape(list.shape) };
        return;
      }
      const items = itemShape(list.shape);
      if (items && (items.type !== 'object' || opensFlow(this.#text[at]))) {
        this.#values.value(at, end, items, this.#top);
        return;
      }
    }
    const key = keyAt(this.#text, at, end, this.#top);
    if (key && line.dashes.length > 0) {
      const plain = this.#text.slice(at, end).replace(/\s#.*/, '').trimEnd();
      if (this.#values.unopened(at, plain, this.#top.shape, this.#top)) return;
    }
    if (key) this.#key(key, column, at, end, line);
    else if (this.#isContinuation(column) && line.dashes.length === 0)
      this.#values.value(at, end, undefined, this.#top);
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

  /** Whether a dash stands before a key of an object, or before a further one of it; `at` and `column` are those of the key. */
  #isDashedKey({ at: dash, dashes, end }: Line, at: number, column: number): boolean {
    const key = dashes.length === 1 && this.#text[dash] === '-' ? keyAt(this.#text, at, end, this.#top) : undefined;
    if (!key) return false;
    const { awaited, written } = this.#top;
    const isFirst =
      awaited?.shape?.type === 'object' && isKey(key.word, awaited.shape) && (dashes[0] as number) >= written;
    return (
      isFirst ||
      this.#levels.some((level) => level.isDashed && level.written === column && isKey(key.word, level.shape))
    );
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
      this.#passage.slip(kind, start, at, [edit]);
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
    const own = this.#passage.slip('indentation', start + Math.min(written, mended), line.end, [edit]);
    if (level) this.#shifted = { slip: own, written: line.column, level };
    return own;
  }

  #key(key: Key, column: number, at: number, end: number, line: Line): void {
    const text = this.#text;
    const isPlain = key.sign === ':';
    if (line.dashes.length === 0) {
      if (this.#isContinuation(column)) {
        const isOurs = this.#top.hasOtherColon && isKey(key.word, this.#top.shape);
        if (!isPlain && !line.odd && !isOurs) return;
        if (isPlain && this.#top.isText && (!isAnyKey(key.word) || NUMBERING.test(text.slice(at)))) {
          const edit = { start: key.colon, end: key.colon + 1, text: '：' };
          this.#passage.slip('colon-in-text', key.colon, key.colon + 1, [edit], 'certain', ['：']);
          return;
        }
      }
      if (this.#isHeading(key, column, end)) {
        this.#strayLine(at, end);
        return;
      }
      if (!this.#enter(key.word, column, at, line)) return;
      this.#top.isDashed ||= line.isDashed;
    }
    this.#bareKey(at, key);
    this.#top.hasOtherColon = !isPlain;
    let value = key.colon + key.sign.length;
    while (value < end && BLANK.test(text[value] as string)) value += 1;
    const blanks = text.slice(key.colon + 1, value);
    const isEmpty = value >= end || text[value] === '#';
    if (!isPlain) this.#colon(key, value, end);
    else if (value < end && blanks === '')
      this.#passage.slip('no-space', at, value, [{ start: value, end: value, text: ' ' }], this.#asRemark(value), [
        key.word,
      ]);
    else if (/[^ \t]/.test(blanks))
      this.#passage.slip('blank', key.colon + 1, value, [
        { start: key.colon + 1, end: value, text: value < end ? ' ' : '' },
      ]);
    if (isOwn(key.word, this.#top.shape)) this.#own(value, column);
    else this.#take(key.word, column, isEmpty ? undefined : value, end);
  }

  /** Whether a key without a value is none, but a heading: over the items of a list of objects, or with a full-width colon and nothing under it. */
  #isHeading({ word, colon, sign }: Key, column: number, end: number): boolean {
    const { awaited } = this.#top;
    const isEmpty = /^\s*(#|$)/.test(this.#text.slice(colon + sign.length, end));
    if (!isEmpty || word.startsWith('x-') || isAnyKey(word)) return false;
    if (awaited?.shape?.type === 'array' && isCollectionOfObjects(awaited.shape)) return true;
    return sign !== ':' && (this.#passage.below(this.#passage.lineEnd(end))?.column ?? 0) <= column;
  }

  /** Passes over what the author keeps under a key of his own. */
  #own(value: number, column: number): void {
    this.#top.last = column;
    this.#top.awaited = undefined;
    if (opensFlow(this.#text[value]))
      this.#passage.at = this.#passage.lineEnd(readFlow(new Passage(this.#text), value, undefined, () => false)) + 1;
    while (this.#passage.at < this.#text.length) {
      const line = this.#text.slice(this.#passage.at, this.#passage.lineEnd(this.#passage.at));
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && (indent < column || (indent === column && !line.trimStart().startsWith('- ')))) return;
      this.#passage.at = this.#passage.lineEnd(this.#passage.at) + 1;
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
    if (value !== undefined) this.#values.value(value, end, property?.shape, level);
  }

  /** Takes quotation marks, emphasis or numbering off a key. */
  #bareKey(at: number, { word, wordEnd }: Key): void {
    const written = this.#text.slice(at, wordEnd);
    if (written === word || /^["']/.test(written)) return;
    this.#passage.slip('key-signs', at, wordEnd, [{ start: at, end: wordEnd, text: word }], 'certain', [written, word]);
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
    return this.#passage.slip('no-dash', at, line.end, [
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
    this.#passage.slip(
      'indentation',
      start + Math.min((list ?? top).written, place),
      this.#passage.contentEnd(this.#passage.lineEnd(top.first)),
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
      // The item may have begun before, in a remark or beside the key.
      const before = this.#text.slice(0, line.start).trimEnd();
      if (/[#:?]\s*- /.test(before.slice(before.lastIndexOf('\n') + 1))) slip.repair = 'likely';
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
      const wordEnd = at + word.length;
      const edit =
        value >= end || (isEmpty && blanks.startsWith(' '))
          ? { start: wordEnd, end: wordEnd, text: ':' }
          : { start: wordEnd, end: value, text: ': ' };
      const shape = propertyOf(word, this.#top.shape)?.shape;
      const repair = isEmpty || readsAs(this.#text.slice(value, end), shape) ? 'certain' : 'likely';
      this.#passage.slip('no-colon', at, wordEnd, [edit], repair, [word]);
      this.#take(word, column, isEmpty ? undefined : value, end);
      return;
    }
    if (line.dashes.length > 0) {
      this.#values.value(at, end, this.#top.shape, this.#top);
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
      if (column > written) this.#values.value(at, end, shape, this.#top);
      else if (shape)
        this.#passage.slip(
          'indentation',
          at,
          end,
          [{ start: line.start, end: at, text: ' '.repeat(mended + STEP) }],
          'likely',
        );
      return;
    }
    if (/^[[{]/.test(rest) && this.#top.awaited) {
      this.#values.value(at, end, this.#top.awaited.shape, this.#top);
      return;
    }
    if (/^[[{"'?&!]/.test(rest)) return;
    this.#strayLine(at, end);
  }

  /** A table pasted under the key of a list. */
  #table(at: number, end: number, line: Line): boolean {
    const { awaited, mended } = this.#top;
    if (awaited?.shape?.type !== 'array') return false;
    const table = tableAt(this.#passage, at, end, itemShape(awaited.shape), mended + STEP);
    if (!table) return false;
    this.#passage.slip('table', at, end, [{ start: line.start, end: table.end, text: table.items }], 'likely');
    this.#top.awaited = undefined;
    this.#passage.at = this.#passage.lineEnd(table.end) + 1;
    return true;
  }

  /** Takes a line out that says nothing a record could hold; such lines in a row are one slip. */
  #strayLine(at: number, end: number): void {
    this.#stray += 1;
    const before = this.#passage.slips.at(-1);
    const edit = { start: at, end: at, text: '# ' };
    if (before?.kind === 'stray' && this.#text.slice(before.end, at).trim() === '') {
      before.edits.push(edit);
      before.end = end;
    } else this.#passage.slip('stray', at, end, [edit], 'none');
  }

  /** What stands for a colon, with the blanks about it put right too. */
  #colon({ word, wordEnd, colon, sign }: Key, value: number, lineEnd: number): void {
    const behind = colon + sign.length;
    const edit =
      value === lineEnd || /^ [^\S\n]*#/.test(this.#text.slice(behind, value + 1))
        ? { start: wordEnd, end: behind, text: ':' }
        : { start: wordEnd, end: value, text: ': ' };
    const isFullWidth = /^[：﹕∶]$/.test(sign);
    this.#passage.slip(
      isFullWidth ? 'full-width' : 'other-sign',
      colon,
      colon + sign.length,
      [edit],
      value === behind ? this.#asRemark(value) : 'certain',
      isFullWidth ? [sign] : [sign, word],
    );
  }

  /** How sure it is that what stands right behind a colon is a value or a remark: a # and a text without a blank may be either. */
  #asRemark(value: number): Slip['repair'] {
    return /^#\S/.test(this.#text.slice(value, value + 2)) ? 'likely' : 'certain';
  }
}

interface Line {
  start: number;
  at: number;
  column: number;
  end: number;
  odd: boolean;
  dashes: number[];
  /** Whether a dash too many was taken away before its key. */
  isDashed: boolean;
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
