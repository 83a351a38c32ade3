import { present } from '../model/present.ts';
import { isAnyKey, isFreeText, itemShape, type Shape } from '../schema/vocabulary/shape.ts';
import { columnInside, distance, isAlong, isOutOfPlace, type Line, mayBeAlong } from './column.ts';
import { keyAt } from './key-at.ts';
import { isKey, listShape, propertyOf } from './keys.ts';
import { type Level, mayHaveAnyWord, STEP } from './level.ts';
import type { Passage } from './passage.ts';
import type { Slip } from './slip.ts';

/** Keys whose texts are written in sentences, over as many lines as they take. */
const PROSE: ReadonlySet<string> = new Set(['notes', 'reason', 'communication']);

/** A list: the column of its dashes, as written and as it should be, its shape, and the slip that it is out of place by. */
interface List {
  written: number;
  mended: number;
  shape: Shape | undefined;
  slip?: Slip | undefined;
}

/** A key without a dash that looks for its level: where it stands, and in which column. */
interface Key {
  word: string;
  at: number;
  column: number;
  line: Line;
}

/** Which of the open levels a key may belong to, by their places; -1 for none. */
interface Candidates {
  /** The innermost level in its column that takes it, and does not have it yet. */
  free: number;
  /** The same, or else one that has it already. */
  along: number;
  /** The innermost level that stands in its column by right, where another inside it is out of place there. */
  around: number;
  /** The levels in whatever column that have such a key, the nearest first. */
  others: readonly Level[];
}

/** A level whose keys are the items of a list. */
type Item = Level & { list: NonNullable<Level['list']> };

/**
 * The levels of a record that are open, from the record itself to the innermost: tells where each line belongs, and lists
 * as slips the lines that stand elsewhere.
 */
export class Levels {
  readonly #passage: Passage;
  readonly #text: string;
  #levels: Level[] = [];
  /** The last slip of indentation, with the column it was met in and the level it belongs to. */
  #shifted: { slip: Slip; written: number; level: Level } | undefined;
  #keyed = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#text = passage.text;
  }

  /** How many keys were taken so far, in whatever document. */
  get keyed(): number {
    return this.#keyed;
  }

  /** Begins a document of a kind. */
  begin(shape: Shape | undefined): void {
    this.#levels = [];
    this.#shifted = undefined;
    this.#push(0, 0, shape);
  }

  /** The innermost level. */
  get top(): Level {
    return present(this.#levels.at(-1), 'level of the record itself');
  }

  #push(written: number, mended: number, shape: Shape | undefined, more: Partial<Level> = {}): Level {
    const level: Level = {
      written,
      mended,
      isTabbed: false,
      shape: itemShape(shape),
      isOutermost: this.#levels.length === 0,
      seen: new Set(),
      list: undefined,
      isDashed: false,
      slip: undefined,
      awaited: undefined,
      last: written,
      hasOtherColon: this.#levels.at(-1)?.hasOtherColon ?? false,
      isText: false,
      isProse: false,
      goesOn: false,
      first: 0,
      firstWord: undefined,
      lines: 0,
      ...more,
    };
    this.#levels.push(level);
    return level;
  }

  /** Opens the level of an item behind a dash; `first` is where its line begins to say something. */
  openItem(list: List, dash: number, column: number, { isTabbed }: Line, first: number): void {
    this.#push(column, column + list.mended - dash, list.shape, { isTabbed, list, slip: list.slip, last: dash, first });
  }

  /** Closes the level of an item that stands on the next lines, in whatever column. */
  awaitItem(list: List): void {
    this.#levels.pop();
    this.top.awaited = { shape: itemShape(list.shape), list };
  }

  /** Whether a list is open or awaited in a column. */
  isListAt(column: number): boolean {
    return (
      listShape(this.top.awaited?.shape) !== undefined ||
      this.#levels.some(({ list }) => list && list.written === column)
    );
  }

  /** Whether a dash stands before a key of an object, or before a further one of it; `at` and `column` are those of the key. */
  isDashedKey({ at: dash, dashes, end }: Line, at: number, column: number): boolean {
    const [first, ...more] = dashes;
    if (first === undefined || more.length > 0 || this.#text[dash] !== '-') return false;
    const key = keyAt(this.#text, at, end, mayHaveAnyWord(this.top));
    if (!key) return false;
    const { awaited, written } = this.top;
    const isFirst =
      awaited?.shape?.type === 'object' &&
      !listShape(awaited.shape) &&
      isKey(key.word, awaited.shape) &&
      first >= written &&
      !this.#isItemAgain(key.word, first, end);
    return (
      isFirst ||
      this.#levels.some((level) => level.isDashed && level.written === column && isKey(key.word, level.shape))
    );
  }

  /** Whether the item behind the one on a line, in the list whose dashes stand in a column, begins with a word too. */
  #isItemAgain(word: string, dash: number, line: number): boolean {
    for (let end = this.#passage.lineEnd(line); end < this.#text.length; ) {
      const start = end + 1;
      end = this.#passage.lineEnd(start);
      const [blanks = '', sign] = /^(?:[^\S\n]*- +|[^\S\n]*)(?=([^\s#]))/.exec(this.#text.slice(start, end)) ?? [];
      if (sign === undefined || blanks.search(/-|$/) > dash) continue;
      return (
        blanks.indexOf('-') === dash &&
        keyAt(this.#text, start + blanks.length, end, mayHaveAnyWord(this.top))?.word === word
      );
    }
    return false;
  }

  /** Whether a word in a column is a key of a level there, or of the one that the last key waits for. */
  isKeyAt(word: string, column: number): boolean {
    const inner = itemShape(this.top.awaited?.shape);
    const isInner = inner !== undefined && column > this.top.written && isKey(word, inner);
    return isInner || this.#levels.some(({ written, shape }) => shape && written === column && isKey(word, shape));
  }

  /** The list of texts whose dashes stand in a column. */
  textsAt(column: number): Level['list'] {
    return this.#levels.findLast(({ list }) => list?.written === column && itemShape(list.shape)?.type === 'text')
      ?.list;
  }

  /** Whether a line in a column goes on with the text of the line before. */
  isContinuation(column: number): boolean {
    const { awaited, last } = this.top;
    return awaited === undefined && column > last && (this.#keyed > 0 || this.#levels.length > 1);
  }

  /** Whether a key that the innermost level does not have yet stands one blank further in than the last one there, which has its value, and no text goes on below. */
  isOneTooDeep(word: string, column: number, line: Line): boolean {
    const { shape, seen, last, awaited, isProse, goesOn } = this.top;
    const property = propertyOf(word, shape);
    if (!property || seen.has(property.name) || column !== last + 1) return false;
    if (awaited || isProse || goesOn) return false;
    const below = this.#passage.below(this.#passage.lineEnd(line.end));
    if (!below || below.column <= last || below.sign === '-') return true;
    return isAnyKey(this.#keyBelow(line)?.word ?? '');
  }

  /** Takes a key into the level that is open, and tells what its value is to be. */
  take(word: string, column: number, isEmpty: boolean): Shape | undefined {
    const level = this.top;
    const property = propertyOf(word, level.shape);
    this.#keyed += 1;
    level.last = column;
    level.firstWord ??= word;
    level.lines += 1;
    level.seen.add(property?.name ?? word);
    level.awaited = isEmpty ? { shape: property?.shape } : undefined;
    level.isText = isFreeText(property?.shape);
    level.isProse = PROSE.has(property?.name ?? '');
    level.goesOn = false;
    return property?.shape;
  }

  /** The list that a dash in a column belongs to; levels inside its last item are closed. */
  place(column: number, line: Line, word: string | undefined): List {
    const top = this.top;
    const inner = listShape(top.awaited?.shape);
    const isInner = inner !== undefined && fits(word, inner);
    const isApart = ({ isTabbed }: Level) => isInner && line.isTabbed && !isTabbed;
    const open = this.#levels.filter(isItem).filter((level) => level.list.written === column && !isApart(level));
    const own = open.findLast(({ list }) => fits(word, list.shape)) ?? open.at(-1);
    const isAlongKey = column >= top.last && (own !== undefined || column < top.written);
    if (isInner && (isAlongKey || (own ? !fits(word, own.list.shape) : isApart(top)))) {
      // An item of the list within: no further in than those of the list without, yet none of these, or along with its key, which is out of line itself.
      top.awaited = undefined;
      const mended = top.mended + STEP;
      const slip = this.#indent(line, mended, top.slip ?? this.#slipOfLast(top));
      return { written: column, mended, shape: inner, slip };
    }
    const isText = isItem(top) && itemShape(top.list.shape)?.type === 'text' && word === undefined;
    if (isText && (own === undefined || (line.isTabbed && !own.isTabbed && !fits(word, own.list.shape)))) {
      // A further text of the list, out of line with the one before.
      this.#levels.pop();
      const slip = this.#indent(line, top.list.mended, undefined, top);
      if (slip && column < this.top.written) slip.applicability = 'likely';
      return { ...top.list, written: column, slip };
    }
    if (own) {
      const { list, slip } = own;
      this.#levels.length = this.#levels.indexOf(own);
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
    const off = ({ list }: { list: List }) => Math.abs(list.written - column);
    const [level, other] = this.#levels
      .filter(isItem)
      .filter(({ list }) => word !== undefined && isKey(word, itemShape(list.shape)))
      .sort((one, other) => off(one) - off(other));
    // Of several lists that take it, the one whose dashes are nearest.
    if (!level || (other && off(other) === off(level)))
      return { written: column, mended: column, shape: undefined, slip: undefined };
    this.#levels.length = this.#levels.indexOf(level);
    const slip = this.#indent(line, level.list.mended, undefined, level);
    // A key that the item before lacks may be one of it, with a dash too many.
    const { firstWord } = level;
    const isOfItem = word !== undefined && firstWord !== undefined && word !== firstWord && !isSeen(level, word);
    if (slip && isOfItem) slip.applicability = 'likely';
    return { ...level.list, written: column, slip };
  }

  /** Opens or returns to the level that a key without a dash belongs to, by the surest sign of it; false where none can be told. */
  enter(key: Key): boolean {
    const { top } = this;
    if (this.#isOfTop(key)) {
      this.#indent(key.line, top.mended, top.slip);
      return true;
    }
    if (key.line.isOneTooDeep) {
      if (!this.#rebase(key)) this.#indent(key.line, top.mended, top.slip, top);
      return true;
    }
    const candidates = this.#candidatesFor(key);
    return (
      this.#enterOutdented(key, candidates) ||
      this.#enterAwaited(key, candidates) ||
      this.#enterNextItem(key, candidates) ||
      this.#enterAlong(key, candidates) ||
      (!key.line.isTabbed && this.#rebase(key)) ||
      this.#enterNearest(key, candidates)
    );
  }

  /** Whether a key is a further one of the innermost level, where nearly every line belongs. */
  #isOfTop(key: Key): boolean {
    const { top } = this;
    return top.awaited === undefined && !isOutOfPlace(top) && this.#takesNew(top, key);
  }

  /** Whether a level takes a key that stands in its column. */
  #takes(level: Level, key: Key): boolean {
    const { line } = key;
    if (!mayBeAlong(level, line) || !mayTake(level, key)) return false;
    // With tabs already, an open level goes on with them, however wide they are.
    const isAmongTabs = () =>
      this.#levels.some((each) => each.isTabbed && mayTake(each, key) && !isSeen(each, key.word));
    return isAlong(level, line) || !line.isTabbed || !isAmongTabs();
  }

  #takesNew(level: Level, key: Key): boolean {
    return this.#takes(level, key) && !isSeen(level, key.word);
  }

  #candidatesFor(key: Key): Candidates {
    const { word, line } = key;
    const innermost = this.#levels.findLastIndex((level) => this.#takesNew(level, key));
    // Where a level around stands in this column by right, a key of both may be of either; not under a key that is out of line itself.
    const isMovedAlong = this.#shifted && this.#levels[innermost]?.slip === this.#shifted.slip;
    const around =
      !isMovedAlong && isOutOfPlace(this.#levels[innermost])
        ? this.#levels.findLastIndex(
            (level) => !isOutOfPlace(level) && isAlong(level, line) && this.#takesNew(level, key),
          )
        : -1;
    const free = around >= 0 && isFreeText(propertyOf(word, this.#levels[around]?.shape)?.shape) ? around : innermost;
    return {
      around,
      free,
      along: free >= 0 ? free : this.#levels.findLastIndex((level) => this.#takes(level, key)),
      others: this.#levels
        .filter((level) => isKey(word, level.shape) && !isSeen(level, key.word))
        .sort((one, other) => distance(one, line) - distance(other, line) || other.mended - one.mended),
    };
  }

  /** Enters the level that goes on in the line below a key, which does not have it yet: written twice at its own column, it has lost its indentation. */
  #enterOutdented({ line }: Key, { free, along, others }: Candidates): boolean {
    const below = free < 0 && along >= 0 ? this.#keyBelow(line) : undefined;
    const within = others.find(
      (level) =>
        level.written === below?.column && isKey(below.word, level.shape) && this.#levels.indexOf(level) > along,
    );
    if (!within) return false;
    this.#levels.length = this.#levels.indexOf(within) + 1;
    const slip = this.#indent(line, within.mended, within.slip, within);
    if (slip) slip.applicability = 'likely';
    return true;
  }

  /** Opens the level that the last key waits for, further in than that, or where it would be lost elsewhere. */
  #enterAwaited(key: Key, { others }: Candidates): boolean {
    const { word, column, line } = key;
    const { top } = this;
    const inner = itemShape(top.awaited?.shape);
    const isDeeper = top.awaited !== undefined && column > top.written;
    const isBelow = column === top.written || column === top.last;
    const isOfInner = inner !== undefined && isKey(word, inner);
    const isInside =
      isOfInner &&
      isBelow &&
      (column > top.last || !isKey(word, top.shape) || isSeen(top, word) || this.#goesOnInside(line, column, inner));
    const isLost = isOfInner && !this.#levels.some((level) => isAlong(level, line) && mayTake(level, key));
    if (!isDeeper && !isInside && !isLost) return false;
    const slip = this.#open(key, isDeeper);
    if (slip && !line.odd && !isDeeper && !isInside && others.length > 0) slip.applicability = 'likely';
    return true;
  }

  /** Begins a further item with the key that the item before begins with, pasted without its dash. */
  #enterNextItem({ word, at, line }: Key, { along, others }: Candidates): boolean {
    const item = this.#levels.filter(isItem).findLast(({ firstWord }) => firstWord === word);
    if (along >= 0 || others.length > 0 || !item) return false;
    this.#nextItem(item, at, item.written, line);
    return true;
  }

  /** Returns to the level in the column of a key: one that has such a key, else where it may be a word of its author's own. */
  #enterAlong(key: Key, { along, around, others }: Candidates): boolean {
    const { word, column, at, line } = key;
    const aligned = this.#levels.findLastIndex(({ written }) => written === column);
    // Along with the keys of a level inside all that have it, or around the lists that all are in.
    const isOwn = () =>
      !isOutOfPlace(this.#levels[aligned]) &&
      (others.every(
        (level) => this.#levels.indexOf(level) < aligned && !this.#beginsObject(line, word, column, level),
      ) ||
        others.every((level) => this.#isAround(aligned, level, line) && this.#isSound(key, level)));
    const place = along >= 0 || (others.some(({ shape }) => shape) && !isOwn()) ? along : aligned;
    if (place < 0) return false;
    this.#levels.length = place + 1;
    const level = this.top;
    if (isItem(level) && level.firstWord === word && isSeen(level, key.word)) {
      this.#nextItem(level, at, column, line);
      return true;
    }
    const slip = this.#indent(line, level.mended, level.slip);
    if (slip && around >= 0 && around < place) slip.applicability = 'likely';
    return true;
  }

  /** Whether a level stands around the list that another one is in, which has more than its first line and none in the column of this one. */
  #isAround(place: number, inner: Level, line: Line): boolean {
    const outer = this.#levels[place];
    if (!outer || !isAlong(outer, line) || inner.lines < 2) return false;
    const isGoingOn = this.#shifted?.level === inner && this.#shifted.written === outer.written;
    return !isGoingOn && this.#levels.slice(place + 1, this.#levels.indexOf(inner) + 1).some(isItem);
  }

  /** Whether YAML can have a key where it stands, outside a level that has such a key: the lines below are its value, or stand no further in. */
  #isSound({ word, line }: Key, { shape }: Level): boolean {
    const { column } = line;
    const inner = itemShape(propertyOf(word, shape)?.shape);
    const isEmpty = /^\s*(?:#|$)/.test(this.#keyIn(line)?.value ?? '');
    let first: ReturnType<Passage['below']>;
    let below = this.#passage.below(this.#passage.lineEnd(line.end));
    while (below && (below.column > column || (below.sign === '-' && below.column === column))) {
      first ??= below;
      const end = this.#passage.lineEnd(below.at);
      const isBeside = below.column === first.column && (below.sign === '-') !== (first.sign === '-');
      if (!isEmpty || below.column < first.column || isBeside) return false;
      const [dash = ''] = /^(?:- +)?/.exec(this.#text.slice(below.at, end)) ?? [];
      const next = keyAt(this.#text, below.at + dash.length, end, true)?.word;
      // What the list goes on with is no value of the key.
      if (next !== undefined && isKey(next, shape) && !isKey(next, inner)) return false;
      below = this.#passage.below(end);
    }
    return true;
  }

  /** Returns to the nearest level that has such a key. */
  #enterNearest({ column, line }: Key, { others: [level, second] }: Candidates): boolean {
    if (!level) return false;
    this.#levels.length = this.#levels.indexOf(level) + 1;
    const slip = this.#indent(line, level.mended, level.slip, level);
    const isUncertain = second && distance(second, line) <= distance(level, line) + STEP;
    if (slip && !line.odd && column !== level.mended && isUncertain) slip.applicability = 'likely';
    return true;
  }

  /** Whether the object begins in a line that a level has under a word, or the list of objects: so much is meant there, and no word of the author's own. */
  #beginsObject(line: Line, word: string, column: number, { shape }: Level): boolean {
    const property = propertyOf(word, shape);
    const within = property?.shape;
    const object = itemShape(within);
    // A waiver excuses what it stands in: moved further out, it would excuse more.
    if (object?.type !== 'object' || property?.name === 'waivers') return false;
    if (/^(?:\[\s*)?\{/.test(this.#keyIn(line)?.value.trimStart() ?? '')) return true;
    return (
      (within?.type === 'object' && this.#isFollowedBy(object, line, column)) || this.#isItemBelow(object, line, column)
    );
  }

  /** Whether an item with a key of an object stands in the line behind one, no further out than a column. */
  #isItemBelow(object: Shape, { end }: Line, column: number): boolean {
    const below = this.#passage.below(this.#passage.lineEnd(end));
    if (below?.sign !== '-' || below.column < column) return false;
    const lineEnd = this.#passage.lineEnd(below.at);
    const [dash = ''] = /^-\s*[{｛]?\s*/.exec(this.#text.slice(below.at, lineEnd)) ?? [];
    const key = keyAt(this.#text, below.at + dash.length, lineEnd, mayHaveAnyWord(this.top));
    return key !== undefined && isKey(key.word, object);
  }

  /** Whether a line with a key and its value is followed by keys of the level within, further in than it can have any. */
  #goesOnInside(line: Line, column: number, inner: Shape): boolean {
    const key = this.#keyIn(line);
    if (!key || /^\s*(?:#|$)/.test(key.value)) return false;
    return this.#isFollowedBy(inner, line, column) && !isFreeText(propertyOf(key.word, this.top.shape)?.shape);
  }

  /** Whether a key of an object stands in the line behind one, further in than a column. */
  #isFollowedBy(object: Shape, line: Line, column: number): boolean {
    const below = this.#keyBelow(line);
    return below !== undefined && below.column > column && isKey(below.word, object);
  }

  /** The key that a line begins with, and what stands behind its colon. */
  #keyIn({ at, end }: Line): { word: string; value: string } | undefined {
    const key = keyAt(this.#text, at, end, mayHaveAnyWord(this.top));
    return key && { word: key.word, value: this.#text.slice(key.colon + key.sign.length, end) };
  }

  /** The key that the next line begins with that says something, and its column. */
  #keyBelow({ end }: Line): { word: string; column: number } | undefined {
    const below = this.#passage.below(this.#passage.lineEnd(end));
    const key = below && keyAt(this.#text, below.at, this.#passage.lineEnd(below.at), mayHaveAnyWord(this.top));
    return key && { word: key.word, column: below.column };
  }

  /** Begins the item behind another one of a list, where the first key of that comes again without its dash. */
  #nextItem(item: Item, at: number, column: number, line: Line): void {
    const { list, mended, slip } = item;
    this.#levels.length = this.#levels.indexOf(item);
    this.noDash(at, line, list.mended);
    this.#push(column, mended, list.shape, { list, slip });
  }

  /** An item without its dash, which belongs in a column. */
  noDash(at: number, line: Line, column: number): Slip {
    return this.#passage.slip('no-dash', at, line.end, [
      { start: line.start, end: at, text: ' '.repeat(column) },
      { start: at, end: at, text: '- ' },
    ]);
  }

  /** Where the first line of a level stands out of its place and the next ones do not, that line is the slip. */
  #rebase({ word, column }: Key): boolean {
    const at = this.#levels.findLastIndex(({ lines, slip, isTabbed, shape }, index) => {
      return index > 0 && lines === 1 && !slip && !isTabbed && shape !== undefined && isKey(word, shape);
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
  #open({ word, column, at, line }: Key, isDeeper: boolean): Slip | undefined {
    const top = this.top;
    const { shape: awaited, list } = top.awaited ?? {};
    top.awaited = undefined;
    if (awaited?.type === 'array' && isKey(word, awaited.items)) {
      // Deep enough for the dash to stand before it, the line has lost just that.
      const isDashLost = isDeeper && column >= top.mended + 2 * STEP;
      const dashes = isDashLost ? column - STEP : isDeeper ? columnInside(top, column, top.mended + 1) : top.mended;
      const slip = this.noDash(at, line, dashes);
      // The item may have begun before, in a remark or beside the key.
      const before = this.#text.slice(0, line.start).trimEnd();
      if (/[#:?]\s*- /.test(before.slice(before.lastIndexOf('\n') + 1))) slip.applicability = 'likely';
      const list = { written: -1, mended: dashes, shape: awaited };
      this.#push(column, dashes + 2, awaited, { isTabbed: line.isTabbed, list, slip, first: at });
      return slip;
    }
    const mended = isDeeper ? columnInside(top, column, top.mended + 1) : top.mended + STEP;
    // Under a key that stands out of line itself, what it holds is out of line with it.
    const slip = this.#indent(
      line,
      mended,
      top.slip ?? (column > top.last && !isDeeper ? this.#slipOfLast(top) : undefined),
    );
    this.#push(column, mended, awaited, {
      isTabbed: line.isTabbed,
      list,
      slip: mended === column ? undefined : slip,
      first: at,
    });
    return slip;
  }

  /** The slip by which the last key of a level is out of line by itself. */
  #slipOfLast(level: Level): Slip | undefined {
    const shifted = this.#shifted;
    return shifted?.level === level && shifted.written === level.last ? shifted.slip : undefined;
  }

  /** Moves a line to a column: with the level that is out of place, else as a slip of its own (or the one of the line before). */
  #indent(line: Line, mended: number, slip: Slip | undefined, level?: Level): Slip | undefined {
    const { start, at, odd, isTabbed } = line;
    const written = at - start;
    const isRight = !odd && written === mended;
    if (isRight) return slip;
    const edit = { start, end: at, text: ' '.repeat(mended) };
    if (odd) {
      const kind = isTabbed ? 'tab' : 'blank';
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
      if (line.isSilent) before.slip.isSilent = true;
      return before.slip;
    }
    const own = this.#passage.slip('indentation', start + Math.min(written, mended), line.end, [edit]);
    if (line.isSilent) own.isSilent = true;
    if (level) this.#shifted = { slip: own, written: line.column, level };
    return own;
  }
}

/** Whether a level can have a key, and whether it has it already. */
const mayTake = ({ shape }: Level, { word }: Key): boolean => !shape || isKey(word, shape);
const isSeen = ({ shape, seen }: Level, word: string): boolean => seen.has(propertyOf(word, shape)?.name ?? word);

const isItem = (level: Level): level is Item => level.list !== undefined;

/** Whether what stands behind a dash can be an item of a list: a key where its items are objects, else none. */
function fits(word: string | undefined, list: Shape | undefined): boolean {
  const items = itemShape(list);
  return items?.type === 'object' ? word !== undefined && isKey(word, items) : word === undefined;
}
