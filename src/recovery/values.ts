import type { Edit } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { isAnyKey, isFreeText, itemShape, type Property, type Shape } from '../schema/vocabulary/shape.ts';
import { STOPS } from '../text/typography.ts';
import { readSignsAbout } from './about-value.ts';
import { keyAt } from './key-at.ts';
import { isCollectionOfObjects, isKey, listShape } from './keys.ts';
import { type Level, mayHaveAnyWord } from './level.ts';
import { Passage } from './passage.ts';
import { closingQuote, opensFlow, readFlow } from './read-flow.ts';
import type { Slip } from './slip.ts';

/** The escapes of YAML's double quotes. */
const ESCAPES = /\\(?:[0abtnvfre "/\\N_LP\t]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/g;

/** One stop behind a quotation, and nothing else but a remark. */
const STOP_ALONE = new RegExp(`^[${STOPS}](?=\\s*$|\\s+#)`);

/** Whether nothing in a value can be a sign of YAML, nor be taken for one. */
const isSimple = (value: string): boolean =>
  /^[\p{Script=Han}\w](?:[\p{Script=Han}\w.-]*[\p{Script=Han}\w-])?$/u.test(value);

/** How far back from its end a text is looked at for a key of whatever level, in UTF-16 units. */
const LONGEST_KEY = 40;

/** Reads values with what their keys ask as guide: plain texts, quotations, block texts and what stands in brackets. */
export class ValueReader {
  readonly #passage: Passage;
  /** Whether anything in the text is named, to be referred to elsewhere. */
  readonly #hasAnchors: boolean;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#hasAnchors = /(^|[\s[{,])&\S/m.test(passage.text);
  }

  /** Reads the value that begins at an offset of a line, and the lines over which it goes on. */
  value(from: number, lineEnd: number, shape: Shape | undefined, level: Level): void {
    const text = this.#passage.text;
    if (!isCollectionOfObjects(shape) && isSimple(text.slice(from, lineEnd))) return;
    const properties = this.#hasAnchors ? /^&[^\s,[\]{}]+\s*/.exec(text.slice(from, lineEnd)) : null;
    const start = from + (properties?.[0].length ?? 0);
    if (start >= lineEnd || text[start] === '#') {
      level.awaited = { shape };
      return;
    }
    const first = text.charAt(start);
    const line = text.slice(start, lineEnd);
    const comment = /\s#/.exec(line);
    const plain = line.slice(0, comment ? comment.index : undefined).trimEnd();
    if (/^(?:[!&]\S*\s+)*[|>][+-]?\d?[+-]?\s*(#|$)/.test(line)) {
      this.#blockText(level);
    } else if (first === '"' || first === "'") {
      this.#quotation(start, lineEnd, shape, level);
    } else if (plain === '-') {
      this.#passage.slip('dash-alone', start, start + 1, [{ start, end: start + 1, text: '' }]);
    } else if (isFreeText(shape) && /^[[{]/.test(first) && !/^(?:\[[^[\]]*\]|\{[^{}]*\})$/.test(plain)) {
      const applicability = /^(?:\[.*\]|\{.*\})/.test(plain) ? 'certain' : 'likely';
      this.#passage.slip('special-start', start, start + 1, [quote(start, plain)], applicability, [first]);
    } else if (first === '[' || first === '{' || (opensFlow(first) && isCollectionOfObjects(shape))) {
      this.flow(start, shape, level, level.last);
    } else if (/[\]}]/.test(first) && !isFreeText(shape)) {
      const [signs = first] = /^[\]}]+/.exec(line) ?? [];
      this.#passage.extraSign(start, start + signs.length, signs);
    } else if (this.#glued(start, plain, shape)) {
      return;
    } else if (isCollectionOfObjects(shape) && this.#hasBlock(start, lineEnd, level, shape)) {
      this.#passage.slip('beside-block', start, start + plain.length, [{ start, end: start, text: '# ' }], 'likely', [
        plain,
      ]);
      level.awaited = { shape };
    } else if (this.#isSpecial(plain, shape)) {
      this.#passage.slip('special-start', start, start + 1, [quote(start, plain)], quoting(shape), [first]);
    } else {
      readSignsAbout(this.#passage, start, plain, shape);
      this.#plain(start, plain, shape, level);
    }
  }

  /** Whether the next line that says something stands inside the last key of a level. */
  #hasBlock(start: number, lineEnd: number, level: Level, shape: Shape | undefined): boolean {
    if (isKey(keyAt(this.#passage.text, start, lineEnd, mayHaveAnyWord(level))?.word ?? '', itemShape(shape)))
      return false;
    const { column = 0, sign } = this.#passage.below(this.#passage.lineEnd(lineEnd)) ?? {};
    return column > level.last || (sign === '-' && column === level.last && listShape(shape) !== undefined);
  }

  /** Reads a value in brackets, up to a line that begins a key in a column or further out. */
  flow(start: number, shape: Shape | undefined, level: Level, column: number): void {
    const before = this.#passage.slips.length;
    const end = readFlow(this.#passage, start, shape, (at) => this.#beginsKey(at, column, level));
    const lineEnd = this.#passage.lineEnd(end);
    const rest = this.#passage.text.slice(end, lineEnd).trimEnd();
    const isOpen = this.#passage.slips.slice(before).some(({ kind }) => kind === 'open-bracket');
    const isListEnd = listShape(shape) && /^\s*(?:,\s*\{.*\}\s*)?\]\s*(?:#.*)?$/.test(rest);
    if (isListEnd && this.#passage.text[start] === '{')
      this.#passage.slip('open-bracket', start, end, [{ start, end: start, text: '[' }]);
    else this.#behindFlow(end, rest, isOpen ? 'likely' : 'certain');
    this.#passage.at = Math.max(this.#passage.at, lineEnd + 1);
  }

  /** What stands behind a value in brackets: nothing but a remark can; `applicability` tells how sure it is that the value has ended. */
  #behindFlow(at: number, rest: string, applicability: Slip['applicability']): void {
    if (/^(?:\s+#|$)/.test(rest)) return;
    const signs = /^\s*[,，、;；.。\]}】）)]+(?=\s+#|$)/.exec(rest)?.[0];
    if (signs !== undefined) this.#passage.extraSign(at, at + signs.length, signs.trim(), applicability);
    else if (/^\s*[#＃]/.test(rest)) this.#remark(at, at + (/^\s*./.exec(rest)?.[0].length ?? 0));
    else this.#passage.slip('remark', at, at + rest.length, [{ start: at, end: at, text: ' #' }], 'likely');
  }

  #plain(start: number, plain: string, shape: Shape | undefined, level: Level): void {
    const joined = /(?<![，,;；、\s])[，,;；、\s]+([^\s，,;；、:：]+)\s*[:：]\s*/.exec(plain);
    const next = joined?.[1];
    if (joined && next !== undefined && level.shape && isKey(next, level.shape) && !isFreeText(shape)) {
      const at = start + joined.index;
      const end = at + joined[0].length;
      const text = `${'\n'.padEnd(level.mended + 1)}${next}: `;
      this.#passage.slip(
        'two-keys',
        end - joined[0].trimStart().length,
        start + plain.length,
        [{ start: at, end, text }],
        'likely',
        [next],
      );
      return;
    }
    const colon = /:(?=\s|$)/.exec(plain);
    if (!colon) return;
    const before = plain.slice(0, colon.index).trim();
    const after = plain.slice(colon.index + 1).trimStart();
    const run = present(before.split(/[\s\u3000，,;；、]+/).at(-1), 'word before the colon');
    const glued = keysAtEnd(run, level.shape).find(
      ({ name, shape }) => !level.seen.has(name) && (opensFlow(after[0]) || readsAs(after, shape)),
    );
    const word = glued?.word ?? run;
    const at = start + before.length - word.length;
    const end = start + plain.length;
    if (word === before && isKey(word, itemShape(shape)) && shape?.type !== 'text') {
      if (this.unopened(start, plain, shape, level) || this.#withoutBraces(start, plain, shape)) return;
      const indent = '\n'.padEnd(level.mended + 3);
      this.#passage.slip('two-keys', at, end, [{ start: at, end: at, text: indent }], 'likely', [word]);
    } else if (word !== before && isKey(word, level.shape) && level.shape) {
      const cut = start + before.slice(0, -word.length).replace(/(?<![\s，,;；、])[\s，,;；、]+$/, '').length;
      const indent = '\n'.padEnd(level.mended + 1);
      this.#passage.slip('two-keys', at, end, [{ start: cut, end: at, text: indent }], 'likely', [word]);
    } else {
      const at = start + colon.index;
      const isWhole = !endsInKey(before) && !opensFlow(after[0]) && !isQuotedOddly(plain);
      this.#passage.slip('colon-in-text', at, at + 1, [quote(start, plain)], isWhole ? quoting(shape) : 'likely');
    }
  }

  /** Several keys with their values on one line, where only the brackets are missing. */
  #withoutBraces(start: number, plain: string, shape: Shape | undefined): boolean {
    const keys = [...plain.matchAll(/(?<![^\s:：,，、;；])([^\s:：,，、;；]+)\s*[:：]/g)];
    if (keys.length < 2 || !keys.every(([, word = '']) => isKey(word, itemShape(shape)))) return false;
    const [open, close] = shape?.type === 'array' ? ['[{ ', ' }]'] : ['{ ', ' }'];
    const end = start + plain.length;
    const braced = new Passage(`{${plain}}`);
    readFlow(braced, 0, itemShape(shape), () => false);
    const inner = braced.slips.flatMap(({ edits }) => edits);
    this.#passage.slip('no-braces', start, end, [
      { start, end: start, text: open },
      ...inner.map((edit) => ({ ...edit, start: edit.start + start - 1, end: edit.end + start - 1 })),
      { start: end, end, text: close },
    ]);
    return true;
  }

  /** Keys with their values on one line, where the opening bracket alone is missing. */
  unopened(start: number, plain: string, shape: Shape | undefined, { last }: Level): boolean {
    const brackets = plain.replace(/[^{}]/g, '');
    const isClosed = brackets.replaceAll('{', '').length === brackets.replaceAll('}', '').length + 1;
    if (!isClosed || !/\}[\s\]]*$/.test(plain)) return false;
    const end = start + plain.length;
    if ((this.#passage.below(this.#passage.lineEnd(end))?.column ?? 0) > last) return false;
    const isList = shape?.type === 'array';
    const edits = [{ start, end: start, text: isList ? '[{ ' : '{ ' }];
    if (isList && !plain.endsWith(']')) edits.push({ start: end, end, text: ']' });
    this.#passage.slip('open-bracket', start, end, edits);
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

  #remark(start: number, end: number, applicability: Slip['applicability'] = 'certain'): void {
    this.#passage.slip('remark', start, end, [{ start, end, text: ' #' }], applicability);
  }

  /** Whether plain text begins with a sign that YAML keeps for itself. */
  #isSpecial(plain: string, shape: Shape | undefined): boolean {
    if (/^[@`%,\]}]|^[-?] |^[|>]/.test(plain)) return true;
    if (itemShape(shape)?.type !== 'text') return false;
    return /^!(?!!?[\w/])/.test(plain) || (/^[*&]/.test(plain) && !this.#hasAnchors);
  }

  /** Passes over a block text; where its level is out of place, its lines move along. */
  #blockText(level: Level): void {
    while (this.#passage.at < this.#passage.text.length) {
      const end = this.#passage.lineEnd(this.#passage.at);
      const line = this.#passage.text.slice(this.#passage.at, end);
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && indent <= level.last) return;
      const shift = level.mended - level.last;
      if (level.slip && line.trim() !== '' && shift > 0)
        level.slip.edits.push({ start: this.#passage.at, end: this.#passage.at, text: ' '.repeat(shift) });
      this.#passage.at = end + 1;
    }
  }

  #quotation(start: number, lineEnd: number, shape: Shape | undefined, level: Level): void {
    const text = this.#passage.text;
    const mark = text.charAt(start);
    const close = closingQuote(text, start);
    if (close !== undefined) {
      const line = text.slice(start, lineEnd);
      const rest = text.slice(close + 1, lineEnd);
      if (/^\s*(#.*)?$/.test(rest)) {
        const inside = text.slice(start + 1, close);
        if (mark === '"' && inside.replace(ESCAPES, '').includes('\\')) {
          const raw = `'${inside.replaceAll("'", "''")}'`;
          this.#passage.slip('escape', start, close + 1, [{ start, end: close + 1, text: raw }], 'likely');
        }
        return;
      }
      const [sign] = STOP_ALONE.exec(rest) ?? [];
      if (sign !== undefined) {
        this.#passage.extraSign(close + 1, close + 2, sign);
        return;
      }
      const unquoted = Math.max(line.lastIndexOf('"'), line.lastIndexOf("'")) + 1;
      const remark = line.slice(unquoted).search(/\s#/);
      const plain = line.slice(0, remark === -1 ? undefined : unquoted + remark).trimEnd();
      const applicability = /[:：#＃]/.test(rest) || isQuotedOddly(plain) ? 'likely' : quoting(shape);
      this.#passage.slip('quotes-in-text', start, start + plain.length, [quote(start, plain)], applicability);
      return;
    }
    // A quotation may go on over further lines, up to one that begins a key.
    for (
      let next = this.#passage.lineEnd(start) + 1;
      next < text.length && !this.#beginsKey(next, level.last, level);
    ) {
      const end = this.#passage.lineEnd(next);
      if (text.slice(next, end).includes(mark)) {
        this.#passage.at = end + 1;
        return;
      }
      next = end + 1;
    }
    const end = start + text.slice(start, lineEnd).trimEnd().length;
    const isText = !shape || itemShape(shape)?.type === 'text';
    const edit = isText ? { start: end, end, text: mark } : { start, end: start + 1, text: '' };
    this.#passage.slip('open-quote', start, end, [edit], 'likely', [mark]);
  }

  /** Whether a line begins a known key at a column or further out. */
  #beginsKey(lineStart: number, column: number, level: Level): boolean {
    const line = this.#passage.text.slice(lineStart, this.#passage.lineEnd(lineStart));
    const indent = line.length - line.trimStart().length;
    if (indent > column || line.trim() === '') return false;
    const at = lineStart + indent + (/^(- +)*/.exec(line.trimStart())?.[0].length ?? 0);
    return (
      /^---(\s|$)/.test(line) ||
      keyAt(this.#passage.text, at, lineStart + line.length, mayHaveAnyWord(level)) !== undefined
    );
  }
}

/** Putting a value in quotation marks is certain only where any text may stand. */
const quoting = (shape: Shape | undefined): Slip['applicability'] => (isFreeText(shape) ? 'certain' : 'likely');

/** Whether what stands behind a key without a colon can be its value. */
export function readsAs(value: string, shape: Shape | undefined): boolean {
  const [first = ''] = value.trim().split(/(?<!\s)\s+#/);
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

/** Whether a quotation mark has no other to it. */
const isQuotedOddly = (text: string): boolean =>
  text.split('"').length % 2 === 0 || text.split('“').length !== text.split('”').length;

/** Whether a text ends in a key of any level, which may have begun a line of its own. */
const endsInKey = (text: string): boolean => {
  const [word = ''] =
    /(?<!\p{Script=Han})\p{Script=Han}+$|(?<![A-Za-z-])[A-Za-z-]+$/u.exec(text.slice(-LONGEST_KEY)) ?? [];
  return /^[A-Za-z]/.test(word) ? isAnyKey(word) : [...word].some((_, at) => isAnyKey(word.slice(at)));
};

/** Puts a plain text in quotation marks that need no escapes. */
function quote(start: number, plain: string): Edit {
  const text = /["\\]/.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"`;
  return { start, end: start + plain.length, text };
}
