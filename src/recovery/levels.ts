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
    this.top.awaited = { shape: itemShape(list.shape) };
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
    const own = this.#levels.filter(isItem).findLast((level) => level.list.written === column && !isApart(level));
    if (isInner && (own ? !fits(word, own.list.shape) : isApart(top))) {
      // An item of the list within, no further in than the items of the list without.
      top.awaited = undefined;
      const mended = top.mended + STEP;
      return { written: column, mended, shape: inner, slip: this.#indent(line, mended, top.slip) };
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
    return { ...level.list, written: column, slip };
  }

  /** Opens or returns to the level that a key without a dash belongs to; false where none can be told. */
  enter(word: string, column: number, at: number, line: Line): boolean {
    const top = this.top;
    const isSeen = ({ shape, seen }: Level) => seen.has(propertyOf(word, shape)?.name ?? word);
    const mayTake = ({ shape }: Level) => !shape || isKey(word, shape);
    // With tabs already, an open level goes on with them, however wide they are.
    const isAmongTabs =
      line.isTabbed && this.#levels.some((level) => level.isTabbed && mayTake(level) && !isSeen(level));
    const takes = (level: Level) => (isAmongTabs ? isAlong : mayBeAlong)(level, line) && mayTake(level);
    const takesNew = (level: Level) => takes(level) && !isSeen(level);
    // Where nearly every line belongs.
    if (top.awaited === undefined && !isOutOfPlace(top) && takesNew(top)) {
      this.#indent(line, top.mended, top.slip);
      return true;
    }
    if (line.isOneTooDeep) {
      if (!this.#rebase(word, column)) this.#indent(line, top.mended, top.slip, top);
      return true;
    }
    const awaited = top.awaited?.shape;
    const inner = itemShape(awaited);
    const innermost = this.#levels.findLastIndex(takesNew);
    // Where a level around stands in this column by right, a key of both may be of either; not under a key that is out of line itself.
    const isMovedAlong = this.#shifted && this.#levels[innermost]?.slip === this.#shifted.slip;
    const around =
      !isMovedAlong && isOutOfPlace(this.#levels[innermost])
        ? this.#levels.findLastIndex((level) => !isOutOfPlace(level) && isAlong(level, line) && takesNew(level))
        : -1;
    const free = around >= 0 && isFreeText(propertyOf(word, this.#levels[around]?.shape)?.shape) ? around : innermost;
    const exact = free >= 0 ? free : this.#levels.findLastIndex(takes);
    const others = this.#levels
      .filter((level) => isKey(word, level.shape) && !isSeen(level))
      .sort((one, other) => distance(one, line) - distance(other, line) || other.mended - one.mended);
    // Written twice at its column, and not yet in the level that goes on below, it has lost its indentation.
    const below = free < 0 && exact >= 0 ? this.#keyBelow(line) : undefined;
    const within = others.find(
      (level) =>
        level.written === below?.column && isKey(below.word, level.shape) && this.#levels.indexOf(level) > exact,
    );
    if (within) {
      this.#levels.length = this.#levels.indexOf(within) + 1;
      const slip = this.#indent(line, within.mended, within.slip, within);
      if (slip) slip.applicability = 'likely';
      return true;
    }
    const aligned = this.#levels.findLastIndex(({ written }) => written === column);
    // Along with the keys of a level inside all that have it, it may be a word of its author's own there.
    const isOwn = () =>
      !isOutOfPlace(this.#levels[aligned]) &&
      others.every((level) => this.#levels.indexOf(level) < aligned && !this.#beginsObject(line, word, column, level));
    const same = exact >= 0 || (others.some(({ shape }) => shape) && !isOwn()) ? exact : aligned;
    const isDeeper = top.awaited !== undefined && column > top.written;
    const isBelow = column === top.written || column === top.last;
    const isOfInner = inner !== undefined && isKey(word, inner);
    const isInside =
      isOfInner &&
      isBelow &&
      (column > top.last || !isKey(word, top.shape) || isSeen(top) || this.#goesOnInside(line, column, inner));
    // Under a key without a value, what stands in the column of no level that has such a key.
    const isLost = isOfInner && !this.#levels.some((level) => isAlong(level, line) && mayTake(level));
    if (isDeeper || isInside || isLost) {
      const slip = this.#open(word, column, at, line, isDeeper);
      if (slip && !line.odd && !isDeeper && !isInside && others.length > 0) slip.applicability = 'likely';
      return true;
    }
    const item = this.#levels.filter(isItem).findLast(({ firstWord }) => firstWord === word);
    if (exact === -1 && others.length === 0 && item) {
      // The first line of an item, pasted without its dash.
      this.#nextItem(item, at, item.written, line);
      return true;
    }
    if (same >= 0) {
      this.#levels.length = same + 1;
      const level = this.top;
      if (isItem(level) && level.firstWord === word && isSeen(level)) {
        this.#nextItem(level, at, column, line);
        return true;
      }
      const slip = this.#indent(line, level.mended, level.slip);
      if (slip && around >= 0 && around < same) slip.applicability = 'likely';
      return true;
    }
    if (!line.isTabbed && this.#rebase(word, column)) return true;
    const [level, second] = others;
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
  #rebase(word: string, column: number): boolean {
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
  #open(word: string, column: number, at: number, line: Line, isDeeper: boolean): Slip | undefined {
    const top = this.top;
    const awaited = top.awaited?.shape;
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
    const shifted = this.#shifted?.level === top && this.#shifted.written === top.last ? this.#shifted.slip : undefined;
    const slip = this.#indent(line, mended, top.slip ?? (column > top.last && !isDeeper ? shifted : undefined));
    this.#push(column, mended, awaited, {
      isTabbed: line.isTabbed,
      slip: mended === column ? undefined : slip,
      first: at,
    });
    return slip;
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

const isItem = (level: Level): level is Item => level.list !== undefined;

/** Whether what stands behind a dash can be an item of a list: a key where its items are objects, else none. */
function fits(word: string | undefined, list: Shape | undefined): boolean {
  const items = itemShape(list);
  return items?.type === 'object' ? word !== undefined && isKey(word, items) : word === undefined;
}
