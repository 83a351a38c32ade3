import type { Edit } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { isAnyKey, itemShape, kinds, shapeOfKind } from '../schema/vocabulary/shape.ts';
import { BULLETS } from '../text/typography.ts';
import type { Line } from './column.ts';
import { hiddenSigns } from './hidden.ts';
import { type Key, keyAt, NUMBERING } from './key-at.ts';
import { isCollectionOfObjects, isKey, isMarkedOwn, isOwn, listShape, propertyOf } from './keys.ts';
import { type Level, mayHaveAnyWord, STEP } from './level.ts';
import { Levels } from './levels.ts';
import { mend } from './mend.ts';
import { Passage } from './passage.ts';
import { opensFlow, readFlow } from './read-flow.ts';
import type { Slip } from './slip.ts';
import { tableAt } from './table.ts';
import { readsAs, ValueReader } from './values.ts';

/** What an author may put for a dash: other dashes and dots, which are nothing else; stars and numbers, which most likely are. */
const DASHES = new RegExp(`^(?:[${BULLETS}]+|-{2,}(?=\\s))`);
const MARKERS = new RegExp(`^[*+](?=\\s|[^\\d\\s*])|${NUMBERING.source}`);

/** Where a record ends: three hyphens or dots, or another line drawn just before the kind of the next. */
const MARKER =
  /^(?:---|\.\.\.)(?=\s|$)|(?<=\n)(?:[-–—－_=*]{2,}|- - -)[ \t]*(?=\r?\n(?:[ \t]*\r?\n)*(?:文种|kind)\s*[:：])/gm;

const isBlank = (sign: string): boolean => sign === ' ' || /[\s\u3000\u00a0]/.test(sign);

/**
 * Reads a text line by line as its author meant it, with the keys of its kind as guide, and tells every place where it
 * slips from YAML. A text without slips gives none; what YAML allows (block texts, quotations and brackets over several
 * lines, comments, anchors) is passed over. Once there are more than `most`, the rest is not read.
 */
export function slipsIn(text: string, most = Number.POSITIVE_INFINITY): Slip[] {
  const hidden = hiddenSigns(text);
  if (hidden.length === 0) return new LineReader(text).run(most);
  const shown = mend(text, hidden);
  const moved = <Stretch extends { start: number; end: number }>(stretch: Stretch): Stretch => ({
    ...stretch,
    start: shown.written(stretch.start),
    end: shown.written(stretch.end),
  });
  // What begins where a sign is taken away begins behind it: of two edits that overlap one would be lost.
  const behind = new Map(
    hidden.flatMap(({ edits }) => edits.map(({ start, end, text }) => [start, text ? start : end])),
  );
  const apartFromHidden = (edit: Edit): Edit => {
    const { start, end } = moved(edit);
    const from = behind.get(start) ?? start;
    return { ...edit, start: from, end: Math.max(from, end) };
  };
  const slips = new LineReader(shown.text)
    .run(most)
    .map((slip) => ({ ...moved(slip), edits: slip.edits.map(apartFromHidden) }));
  return [...hidden, ...slips].sort((one, other) => one.start - other.start);
}

class LineReader {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #values: ValueReader;
  readonly #levels: Levels;
  /** Whether the document has begun: what comes before its first line is directives. */
  #isBegun = false;
  #stray = 0;

  constructor(text: string) {
    this.#text = text;
    this.#passage = new Passage(text);
    this.#values = new ValueReader(this.#passage);
    this.#levels = new Levels(this.#passage);
  }

  run(most: number): Slip[] {
    const first = /^(?:文种|kind)\s*[:：]/m.exec(this.#text)?.index ?? 0;
    const markers = [...this.#text.matchAll(MARKER)]
      .filter(({ 0: line, index }) => index > first || /^(?:---|\.\.\.)$/.test(line))
      .map(({ index }) => index);
    this.#openDocument(markers[0]);
    while (this.#passage.at < this.#text.length && this.#passage.slips.length <= most) {
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
    return this.#stray >= this.#levels.keyed
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
    const written = /^[ \t\u3000{｛]*["“]?(?:kind|文种)["”]?\s*(?:[:：﹕∶]\s*)?["'“]?([^\s"'”#,，、;；。.．}]+)/m.exec(
      document,
    )?.[1];
    const kind = kinds.find(({ code, title }) => code === written || title === written)?.code as Kind | undefined;
    this.#isBegun = false;
    this.#levels.begin(kind && shapeOfKind(kind));
  }

  /** The innermost level that is open. */
  get #top(): Level {
    return this.#levels.top;
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    let at = start;
    let column = 0;
    let odd = false;
    let isTabbed = false;
    for (; at < end && isBlank(text.charAt(at)); at += 1) {
      odd ||= text[at] !== ' ';
      isTabbed ||= text[at] === '\t';
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
    const line: Line = {
      start,
      at,
      column,
      end,
      odd,
      isTabbed,
      dashes: [],
      isDashed: false,
      isOneTooDeep: false,
      isSilent: false,
    };
    for (;;) {
      const dash = this.#dash(at, end, column, line.dashes.length === 0);
      if (!dash) break;
      line.dashes.push(column);
      if (dash.edit) this.#passage.slip('dash', at, dash.end, [dash.edit], dash.applicability);
      column += dash.edit ? 2 : dash.end - at;
      at = dash.end;
    }
    if (this.#levels.isDashedKey(line, at, column)) {
      this.#passage.slip('extra-dash', line.at, line.at + 1, [{ start: line.at, end: line.at + 1, text: ' ' }]);
      Object.assign(line, { at, column, dashes: [], isDashed: true });
    }
    if (line.dashes.length > 0) {
      const [dash] = line.dashes as [number];
      const properties = /^(?:[&!]\S*\s+)+/.exec(text.slice(at, end))?.[0].length ?? 0;
      at += properties;
      column += properties;
      // The item's first key, be it in braces.
      const inside = at + (/^[{｛]\s*/.exec(text.slice(at, end))?.[0].length ?? 0);
      const list = this.#levels.place(dash, line, keyAt(text, inside, end, mayHaveAnyWord(this.#top))?.word);
      const first = line.dashes.length === 1 ? line.at : 0;
      this.#levels.openItem(list, dash, column, line, first);
      if (at >= end || text[at] === '#') {
        this.#levels.awaitItem(list);
        return;
      }
      const items = itemShape(list.shape);
      if (items && (items.type !== 'object' || opensFlow(this.#text[at]))) {
        this.#values.value(at, end, items, this.#top);
        return;
      }
    }
    // A line that is no further in than the key before goes on with no text.
    const isOfKeys = line.dashes.length === 0 && !this.#levels.isContinuation(column);
    const key = keyAt(this.#text, at, end, isOfKeys || mayHaveAnyWord(this.#top));
    if (key && line.dashes.length > 0) {
      const plain = this.#text.slice(at, end).replace(/\s#.*/, '').trimEnd();
      if (this.#values.unopened(at, plain, this.#top.shape, this.#top)) return;
    }
    if (key) this.#key(key, column, at, end, line);
    else if (this.#levels.isContinuation(column) && line.dashes.length === 0) {
      this.#top.goesOn = true;
      this.#values.value(at, end, undefined, this.#top);
    } else this.#keyless(at, column, end, line);
  }

  /** A list marker at an offset: a dash and blanks, or what an author may have put for one where a list is. */
  #dash(
    at: number,
    end: number,
    column: number,
    isFirst: boolean,
  ): { end: number; edit?: Edit; applicability?: Slip['applicability'] } | undefined {
    const rest = this.#text.slice(at, end);
    const plain = /^-(?: +(?!\t)|$)/.exec(rest);
    if (plain) return { end: at + plain[0].length };
    const isList = isFirst && this.#levels.isListAt(column);
    if (!isList && rest[0] !== '-') return undefined;
    const wide = /^-[ \t\u3000\u00a0]/.exec(rest) ?? (isList ? (DASHES.exec(rest) ?? MARKERS.exec(rest)) : null);
    if (wide) {
      const blanks = /^[\s\u3000\u00a0]*/.exec(rest.slice(wide[0].length))?.[0].length ?? 0;
      const stop = at + wide[0].length + blanks;
      const applicability = MARKERS.test(rest) ? 'likely' : 'certain';
      return { end: stop, edit: { start: at, end: stop, text: '- ' }, applicability };
    }
    if (isList && /^-[^\s\d-]/.test(rest)) return { end: at + 1, edit: { start: at + 1, end: at + 1, text: ' ' } };
    return undefined;
  }

  #key(key: Key, column: number, at: number, end: number, line: Line): void {
    const text = this.#text;
    const isPlain = key.sign === ':';
    if (line.dashes.length === 0) {
      line.isOneTooDeep = this.#levels.isOneTooDeep(key.word, column, line);
      line.isSilent = line.isOneTooDeep && this.#mayGoOn(line);
      if (this.#levels.isContinuation(column)) {
        const isOurs = line.isOneTooDeep || (this.#top.hasOtherColon && isKey(key.word, this.#top.shape));
        if (!isPlain && !line.odd && !isOurs) {
          this.#top.goesOn = true;
          return;
        }
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
      if (!this.#levels.enter({ word: key.word, at, column, line })) return;
      this.#top.isDashed ||= line.isDashed;
    }
    this.#bareKey(at, key);
    this.#top.hasOtherColon = !isPlain;
    let value = key.colon + key.sign.length;
    while (value < end && isBlank(text.charAt(value))) value += 1;
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

  /** Whether a text may go on from the line before one: no bracket, quotation or remark ends there. */
  #mayGoOn({ start }: Line): boolean {
    const before = this.#text.slice(this.#text.lastIndexOf('\n', start - 2) + 1, start);
    return !/[\]}"']$|(?:^|\s)#/.test(before.trimEnd());
  }

  /** Whether a key without a value is none, but a heading: over the items of a list of objects, or with a full-width colon and nothing under it. */
  #isHeading({ word, colon, sign }: Key, column: number, end: number): boolean {
    if (isAnyKey(word) || isMarkedOwn(word)) return false;
    if (!/^\s*(#|$)/.test(this.#text.slice(colon + sign.length, end))) return false;
    const { awaited } = this.#top;
    if (awaited?.shape?.type === 'array' && isCollectionOfObjects(awaited.shape)) return true;
    return sign !== ':' && (this.#passage.below(this.#passage.lineEnd(end))?.column ?? 0) <= column;
  }

  /** Passes over what the author keeps under a key of his own. */
  #own(value: number, column: number): void {
    this.#top.last = column;
    this.#top.awaited = undefined;
    if (opensFlow(this.#text[value]))
      this.#passage.at = this.#passage.lineEnd(readFlow(this.#passage, value, undefined, () => false)) + 1;
    while (this.#passage.at < this.#text.length) {
      const line = this.#text.slice(this.#passage.at, this.#passage.lineEnd(this.#passage.at));
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && (indent < column || (indent === column && !line.trimStart().startsWith('- ')))) return;
      this.#passage.at = this.#passage.lineEnd(this.#passage.at) + 1;
    }
  }

  /** Takes a key into the level that is open, and reads its value where that stands beside it. */
  #take(word: string, column: number, value: number | undefined, end: number): void {
    const shape = this.#levels.take(word, column, value === undefined);
    if (value !== undefined) this.#values.value(value, end, shape, this.#top);
  }

  /** Takes quotation marks, emphasis or numbering off a key. */
  #bareKey(at: number, { word, wordEnd }: Key): void {
    const written = this.#text.slice(at, wordEnd);
    if (written === word || /^["']/.test(written)) return;
    this.#passage.slip('key-signs', at, wordEnd, [{ start: at, end: wordEnd, text: word }], 'certain', [written, word]);
  }

  /** A line without a key: one whose colon was forgotten, or one that says nothing a record could hold. */
  #keyless(at: number, column: number, end: number, line: Line): void {
    if (this.#table(at, end, line)) return;
    const rest = this.#text.slice(at, end);
    const [, word = '', blanks = ''] = /^([^\s\u3000#]+)([\s\u3000]*)/.exec(rest) ?? [];
    if (this.#levels.isKeyAt(word, column)) {
      const value = at + word.length + blanks.length;
      const isEmpty = value >= end || this.#text[value] === '#';
      if (line.dashes.length === 0) this.#levels.enter({ word, at, column, line });
      const wordEnd = at + word.length;
      const edit =
        value >= end || (isEmpty && blanks.startsWith(' '))
          ? { start: wordEnd, end: wordEnd, text: ':' }
          : { start: wordEnd, end: value, text: ': ' };
      const shape = propertyOf(word, this.#top.shape)?.shape;
      const applicability = isEmpty || readsAs(this.#text.slice(value, end), shape) ? 'certain' : 'likely';
      this.#passage.slip('no-colon', at, wordEnd, [edit], applicability, [word]);
      this.#take(word, column, isEmpty ? undefined : value, end);
      return;
    }
    if (line.dashes.length > 0) {
      this.#values.value(at, end, this.#top.shape, this.#top);
      return;
    }
    const texts = this.#levels.textsAt(column);
    if (texts && !this.#top.awaited) {
      const slip = this.#levels.noDash(at, line, texts.mended);
      if (!readsAs(rest, texts.shape)) slip.applicability = 'likely';
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
    const list = listShape(awaited?.shape);
    if (!list) return false;
    const table = tableAt(this.#passage, at, end, list.items, mended + STEP);
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
  #asRemark(value: number): Slip['applicability'] {
    return /^#\S/.test(this.#text.slice(value, value + 2)) ? 'likely' : 'certain';
  }
}
