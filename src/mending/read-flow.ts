import type { Edit } from '../finding.ts';
import type { Property, Shape } from '../vocabulary/shape.ts';
import { isFreeText, isKey, itemShape, propertyOf } from './keys.ts';
import type { Slip, SlipKind } from './slip.ts';

/** What was read of a value in brackets: where it ends, and the slips in it. */
interface FlowRead {
  end: number;
  slips: Slip[];
}

const OPENING: Record<string, '[' | '{'> = { '[': '[', '{': '{', '【': '[', '［': '[', '｛': '{' };
const CLOSING: Record<string, '[' | '{'> = { ']': '[', '}': '{', '】': '[', '］': '[', '）': '[', ')': '[', '｝': '{' };
const PLAIN: Record<string, string> = { '[': ']', '{': '}' };

/** Whether a value opens with a bracket, plain or full-width. */
export const opensFlow = (character: string | undefined): boolean => character !== undefined && character in OPENING;

/** Longest key with the blanks around it, in UTF-16 units. */
const LONGEST_KEY = 80;

interface Open {
  bracket: '[' | '{';
  shape: Shape | undefined;
  /** The key whose value comes next. */
  property: Property | undefined;
  /** Whether what comes next is a value and no key. */
  value: boolean;
}

/**
 * Reads a value in brackets from its opening on, over several lines where it goes on; `isNextKey` tells whether a line's
 * offset begins a key of an outer level, at which a bracket must have been left open.
 */
export function readFlow(
  text: string,
  start: number,
  shape: Shape | undefined,
  isNextKey: (lineStart: number) => boolean,
): FlowRead {
  const slips: Slip[] = [];
  const open: Open[] = [];
  const slip = (kind: SlipKind, start: number, end: number, edit: Edit, signs: string[], repair: Slip['repair']) =>
    slips.push({ kind, start, end, edits: [edit], repair, signs });
  const sign = (at: number, text: string, sign: string) =>
    slip('full-width', at, at + 1, { start: at, end: at + 1, text }, [sign], 'certain');
  let run = start;
  let isBlank = true;
  /** Whether the entry has come to its end, with a bracket or a quotation mark. */
  let isEnded = false;
  /** Brackets that belong to a text and wait for their closing one. */
  let inText = 0;
  let last = start;
  const begin = (at: number) => {
    run = at;
    isBlank = true;
    isEnded = false;
    inText = 0;
  };
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] as string;
    const top = open.at(-1);
    const isFirst = isBlank;
    isBlank &&= /\s/.test(character);
    if (character === '\n' && isNextKey(at + 1)) break;
    if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const end = text.indexOf('\n', at);
      at = (end === -1 ? text.length : end) - 1;
      begin(at + 1);
      continue;
    }
    if (top && /[\]})]/.test(character) && !(character === ')' && inText > 0)) {
      const isOpen = open.some(({ bracket }) => bracket === CLOSING[character]);
      if (isOpen && CLOSING[character] !== top.bracket) {
        // An inner bracket was left open.
        slip('open-bracket', run, last, { start: last, end: last, text: PLAIN[top.bracket] as string }, [], 'likely');
        open.pop();
        at -= 1;
        continue;
      }
    }
    if (!/\s/.test(character)) last = at + 1;
    if ((character === '"' || character === "'") && isFirst) {
      const end = closingQuote(text, at) ?? openQuoteEnd(text, at);
      if (text[end] !== character)
        slip('open-quote', at, end + 1, { start: end + 1, end: end + 1, text: character }, [character], 'likely');
      at = end;
      last = at + 1;
      isEnded = true;
      continue;
    }
    if (character in OPENING && isFirst && (character === OPENING[character] || !top || mayOpen(top))) {
      const bracket = OPENING[character] as '[' | '{';
      if (character !== bracket) sign(at, bracket, character);
      const inside = top ? (top.bracket === '{' ? top.property?.shape : itemShape(top.shape)) : shape;
      const own = bracket === '{' ? itemShape(inside) : inside;
      if (top?.bracket === '[' && bracket === '[' && isScalar(itemShape(top.shape))) {
        slip('extra-sign', at, at + 1, { start: at, end: at + 1, text: '' }, [character], 'certain');
        begin(at + 1);
        continue;
      }
      open.push({ bracket, shape: own, property: undefined, value: false });
      begin(at + 1);
    } else if (/[【（(]/.test(character)) {
      inText += 1;
    } else if (/[】）)]/.test(character) && inText > 0) {
      inText -= 1;
    } else if (character in CLOSING && top) {
      const plain = PLAIN[top.bracket] as string;
      const isOther = character !== plain && /[\]})]/.test(character);
      if (isOther ? !/^[ \t，。；;、]*(?:#|\r?\n|$)/.test(text.slice(at + 1)) : CLOSING[character] !== top.bracket)
        continue;
      if (character !== plain) {
        if (isOther)
          slip('bracket', at, at + 1, { start: at, end: at + 1, text: plain }, [character, plain], 'certain');
        else sign(at, plain, character);
      }
      open.pop();
      begin(at + 1);
      isEnded = true;
      if (open.length === 0) return { end: at + 1, slips };
    } else if (character === ',' && top && isFirst && !isEnded && !top.value) {
      slip('extra-sign', at, at + 1, { start: at, end: at + 1, text: '' }, [character], 'certain');
    } else if (character === ',') {
      if (top) Object.assign(top, { property: undefined, value: false });
      begin(at + 1);
    } else if (/[，、；;]/.test(character) && top && (isEnded || partsEntries(text, at + 1, top))) {
      sign(at, text[at + 1] === ' ' ? ',' : ', ', character);
      Object.assign(top, { property: undefined, value: false });
      begin(at + 1);
    } else if (
      /[:：﹕∶]/.test(character) &&
      top?.bracket === '{' &&
      !top.value &&
      at - run <= LONGEST_KEY &&
      isKey(bareWord(text.slice(run, at)), top.shape)
    ) {
      const word = bareWord(text.slice(run, at));
      const next = text[at + 1] ?? '\n';
      if (character !== ':') sign(at, /\s/.test(next) ? ':' : ': ', character);
      else if (!/[\s,\]}]/.test(next))
        slip('no-space', at, at + 1, { start: at + 1, end: at + 1, text: ' ' }, [word], 'certain');
      Object.assign(top, { property: propertyOf(word, top.shape), value: true });
      begin(at + 1);
    } else if (/[:：﹕∶]/.test(character) && top?.bracket === '{' && top.value && !isFirst) {
      // In a text, a key is told from a word by the colon of YAML alone.
      const isText = isFreeText(top.property?.shape);
      if (isText && !/^:[\s,\]}]/.test(text.slice(at, at + 2))) continue;
      const from = Math.max(run, at - LONGEST_KEY);
      const [, value = '', blanks = '', word = ''] = /^(.*\S)(\s+)(\S+)$/s.exec(text.slice(from, at)) ?? [];
      if (!isKey(word, top.shape)) continue;
      const comma = from + value.length;
      const edit = { start: comma, end: comma, text: ',' };
      slip('no-comma', comma - 1, comma, edit, [word], isText ? 'likely' : 'certain');
      at = comma + blanks.length - 1;
      Object.assign(top, { property: undefined, value: false });
      begin(at + 1);
    }
  }
  const closers = open
    .map(({ bracket }) => PLAIN[bracket])
    .reverse()
    .join('');
  // Where one value is asked the bracket itself is the mistake.
  const isOne = isScalar(shape);
  const edit = isOne ? { start, end: start + 1, text: '' } : { start: last, end: last, text: closers };
  slip('open-bracket', start, last, edit, isOne ? [text[start] as string] : [], 'likely');
  return { end: last, slips };
}

/** Where a quotation that is not closed on its line most likely ends: before the next comma or closing bracket. */
function openQuoteEnd(text: string, start: number): number {
  const [entry = ''] = /^[^,，\]}】\n]*/.exec(text.slice(start)) ?? [];
  return start + Math.max(entry.trimEnd().length, 1) - 1;
}

/** Whether a single value is asked. */
const isScalar = (shape: Shape | undefined): boolean =>
  shape !== undefined && shape.type !== 'array' && shape.type !== 'object';

/** Whether a full-width comma parts two entries: in a map before the next key, in a list before the next map; in a free text it is one of its signs. */
function partsEntries(text: string, at: number, { bracket, shape, property }: Open): boolean {
  const rest = text.slice(at, at + 60);
  if (bracket === '[') return itemShape(shape)?.type === 'object' && /^\s*[{｛]/.test(rest);
  if (property?.name === 'notes') return false;
  const key = /^\s*([^\s:：﹕∶,，、；;{}[\]]+)\s*[:：﹕∶]/.exec(rest)?.[1];
  return key !== undefined && isKey(bareWord(key), shape);
}

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
