import { knownParts } from '../../text/typography.ts';
import { type ReadCode, readCode } from './code.ts';
import { halfWidth } from './plain.ts';

/** What may stand in a list: the forms of codes, and whether a text of the author's own may stand there too. */
export interface ListContext {
  forms: ReadonlyMap<string, string>;
  isOpen: boolean;
}

/** Longest text, in UTF-16 units, that may be all of an enum's codes in one. */
const LONGEST = 200;

/** What parts the codes in one text. Some stand inside a code too (教师职责和要求). */
const BETWEEN_CODES = /([、;,和与及])/;

/** What parts texts of the author's own, which may have a comma or an "and" inside. */
const BETWEEN_TEXTS = /[、;；]/;

/** What an author may put for the comma of a list. */
const SIGNS = /[，、；;]/;

/**
 * Reads a list that is one text: `管理人员、师资`, `新进和骨干`. A comma and "and" part it only where every piece is a code; in
 * a list of free texts only 、 and ； do. Undefined where a piece is no code but has to be one, or is empty; `forms` are the
 * items as they were written.
 */
export function readList(
  written: string,
  { forms, isOpen }: ListContext,
): { value: string[]; forms: string[] } | undefined {
  const code = forms.get(written);
  if (code !== undefined) return { value: [code], forms: [written] };
  const codes = written.length > LONGEST ? undefined : codesIn(halfWidth(written).split(BETWEEN_CODES), forms);
  if (codes) return listOf(codes);
  if (!isOpen) return undefined;
  const pieces = written.split(BETWEEN_TEXTS).map((piece) => piece.trim());
  return pieces.includes('') ? undefined : listOf(pieces.map((piece) => itemOf(piece, forms)));
}

const itemOf = (piece: string, forms: ReadonlyMap<string, string>): ReadCode =>
  (piece.length > LONGEST ? undefined : readCode(piece, forms)) ?? { value: piece, form: piece };

const listOf = (items: readonly ReadCode[]): { value: string[]; forms: string[] } => ({
  value: items.map(({ value }) => value),
  forms: items.map(({ form }) => form),
});

/** The codes that pieces and the signs between them make up, the longest first; undefined where they are anything else. */
function codesIn(parts: readonly string[], forms: ReadonlyMap<string, string>): ReadCode[] | undefined {
  for (let end = parts.length; end > 0; end -= 2) {
    const code = readCode(parts.slice(0, end).join(''), forms);
    const rest = !code ? undefined : end === parts.length ? [] : codesIn(parts.slice(end + 1), forms);
    if (code && rest) return [code, ...rest];
  }
  return undefined;
}

/** The forms of the codes that signs of prose part in a text; undefined where one of its pieces is no code. */
export function partedCodes(text: string, forms: ReadonlyMap<string, string>): string[] | undefined {
  const codes = text.split(SIGNS).map((piece) => readCode(piece, forms)?.form);
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

/** Longest text, in UTF-16 units, whose pieces are looked at one by one. */
const LONGEST_PARTED = 1000;

/** A piece of a text that is to name codes, up to a sign outside brackets: a remark in them is of the piece before it. */
const PIECE = /(?:[^,，、；;（(]|[（(][^（()）]*[）)]|[（(])+/g;

/** A text whose items are numbered, or on lines of their own: it is not by the signs in it that they are parted. */
const PARTED_OTHERWISE = /\n|^\s*(?:\d{1,2}[.、)）]|[(（]\d|①|一、)/;

/** The pieces of a text that are neither a code nor several of them; none where it is too long to be a list, or parted otherwise. */
export const piecesNotKnown = (text: string, forms: ReadonlyMap<string, string>): string[] =>
  text.length > LONGEST_PARTED || PARTED_OTHERWISE.test(text)
    ? []
    : (text.match(PIECE) ?? [])
        .map((piece) => piece.trim())
        .filter((piece) => piece !== '' && !codesIn(halfWidth(piece).split(BETWEEN_CODES), forms));

/** Whether a text that is no code may be several in one: parted in some way, or run together. */
export const maySayMore = (text: string, forms: ReadonlyMap<string, string>): boolean =>
  BETWEEN_CODES.test(halfWidth(text)) || (knownParts(text, forms)?.length ?? 0) > 1;

/** A list as its items in brackets. */
export const writeList = (items: readonly string[]): string => `[${items.map(quoted).join(', ')}]`;

const quoted = (item: string): string => (isPlain(item) ? item : JSON.stringify(item));

/** Whether YAML needs no quotes for an item, in brackets or not. */
const isPlain = (item: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}（）()+-]*(?: [\p{L}\p{N}（）()+-]+)*$/u.test(item);
