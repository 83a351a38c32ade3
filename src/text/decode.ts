import misread from '../generated/misread.json' with { type: 'json' };

/** Encodings that text is read from. */
export type Encoding = 'utf-8' | 'utf-16' | 'gb18030';

/** Text read from bytes, with the encoding it was in; or the reason why it is no text. */
export type Decoded =
  | { text: string; encoding: Encoding }
  | { problem: 'binary' | 'neither' | Garbled | OtherFile }
  | { problem: 'damaged'; line: number };

/**
 * What a program made of Chinese that it took for something else: characters of GBK, of a Western encoding, or a sign (U+FFFD or
 * a question mark) for each that it could not read or write.
 */
export type Garbled = 'misread' | 'western' | 'replaced' | 'question-marks';

/** A file of another program that was only named like a text. */
export type OtherFile = 'excel' | 'word' | 'office' | 'pdf' | 'zip' | 'web' | 'rtf';

/**
 * Reads bytes as text: UTF-16 where they begin with its byte-order mark; UTF-8 where they are valid as a whole; else
 * GB18030, of which GBK is a part, where they are valid as that. A byte-order mark is dropped. Text that lost its Chinese on
 * the way here is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherFile(bytes);
  if (other) return { problem: other };
  const decoded = wide(bytes) ?? (bytes.includes(0) ? { problem: 'binary' } : narrow(bytes));
  if ('problem' in decoded) return decoded;
  const problem = garbled(decoded.text);
  return problem ? { problem } : decoded;
}

/** Text in UTF-16; undefined where no mark says that it is. */
function wide(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (label === undefined) return undefined;
  const text = textIn(label, bytes);
  return text === undefined || text.includes('\0') ? { problem: 'binary' } : { text, encoding: 'utf-16' };
}

function narrow(bytes: Uint8Array): Decoded {
  const utf8 = textIn('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const lenient = new TextDecoder().decode(bytes);
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
  const chinese = countOf(lenient, /[\u0800-\ufffc\ufffe\uffff]/g);
  const beyondAscii = bytes.reduce((count, byte) => count + (byte >> 7), 0);
  // Chinese in UTF-8 with one byte gone may be valid GB18030 too, and nonsense. In GB18030 text hardly any three bytes are a
  // character of UTF-8, so that three quarters of all that is not ASCII never are, but in one of a few characters.
  if (chinese >= FEW && chinese * 3 >= beyondAscii * 0.75) return { problem: 'damaged', line };
  const gb18030 = textIn('gb18030', bytes);
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030' };
  return chinese * 3 >= beyondAscii / 2 ? { problem: 'damaged', line } : { problem: 'neither' };
}

/** Fewer characters than this tell nothing. */
const FEW = 3;

function textIn(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How a text was garbled on its way here; undefined where it was not. */
function garbled(text: string): Garbled | undefined {
  const counts = beyondAscii(text);
  if (counts.all === 0) return isQuestionMarks(text) ? 'question-marks' : undefined;
  if (isMisread(counts)) return 'misread';
  return counts.western > 0 ? otherReader(text) : undefined;
}

/** By code unit, whether it is what a Chinese character in UTF-8 begins with for a reader of GBK. */
const misreadUnits = new Uint8Array(0x10000);
for (let at = 0; at < misread.characters.length; at += 1) misreadUnits[misread.characters.charCodeAt(at)] = 1;

/** How many characters of a text are not ASCII, how many of these are of misreadUnits, and how many are below U+0100 or U+FFFD. */
interface BeyondAscii {
  all: number;
  misread: number;
  western: number;
}

function beyondAscii(text: string): BeyondAscii {
  const counts = { all: 0, misread: 0, western: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a character of two units counts with the first.
    if (unit <= 0x7f || (unit & 0xfc00) === 0xdc00) continue;
    counts.all += 1;
    counts.misread += misreadUnits[unit] ?? 0;
    if (unit <= 0xff || unit === 0xfffd) counts.western += 1;
  }
  return counts;
}

/**
 * Whether a text is Chinese in UTF-8 that some program took for GBK. A third of its characters are then such as begin a
 * character of UTF-8; of Chinese as it is written, one in three hundred is.
 */
const isMisread = ({ all, misread }: BeyondAscii): boolean => all >= 20 && misread > all * 0.2;

/** Text that no rule reads, sound or not: comments, notes and what is the author's own. */
const BESIDE = /(?:^|[ \t])#.*$|^[ \t-]*(?:notes|备注|说明|x-[^:\n]*):.*$/gm;

/** What the bytes of Chinese are to a reader of a Western encoding (Latin-1, or Windows-1252 with more signs), and U+FFFD. */
const WESTERN =
  /[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\ufffd]+/g;

/** Letters of these. No language has one among four such characters in a row; signs alone (××××, ……) stand in Chinese too. */
const WESTERN_LETTER = /[À-ÖØ-öø-ÿ]/;

/**
 * Whether a text lost its Chinese to a reader of another encoding: a third of what is not ASCII is then Western, or U+FFFD. GBK
 * read as UTF-8 has over half; in sound text at most a character here and there is damaged.
 */
function otherReader(text: string): 'western' | 'replaced' | undefined {
  if (text.search(/\ufffd|[\x80-\xff]{2}/) < 0) return undefined;
  const read = text.replace(BESIDE, '');
  let western = 0;
  let replaced = 0;
  for (const [run] of read.matchAll(WESTERN)) {
    if (run.length >= 4 && WESTERN_LETTER.test(run)) western += run.length;
    else replaced += countOf(run, /\ufffd/g);
  }
  const lost = western + replaced;
  if (lost < FEW || lost * 3 < countOf(read, /[^\0-\x7f]/g)) return undefined;
  return western > replaced ? 'western' : 'replaced';
}

/** Whether a text of ASCII alone had question marks put in place of its Chinese: as a key, or as each of several values. */
function isQuestionMarks(text: string): boolean {
  return /^[ \t]*(?:- )?\?{2,}:/m.test(text) || countOf(text, /: \?{2,}[ \t\r]*$/gm) >= FEW;
}

/** What program a file belongs to, told from its first bytes and, in a zip, the names of the files within. */
function otherFile(bytes: Uint8Array): OtherFile | undefined {
  const start = latin1(bytes.subarray(0, 8));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^\s*(?:<!DOCTYPE|<html|<\?xml|MIME-Version:)/i.test(latin1(bytes.subarray(0, 100)).replace(/^\xef\xbb\xbf/, '')))
    return 'web';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'office';
  if (!start.startsWith('PK\x03\x04')) return undefined;
  const names = latin1(bytes);
  return names.includes('xl/workbook.xml') ? 'excel' : names.includes('word/document.xml') ? 'word' : 'zip';
}

/** Bytes as the characters of the same numbers; a decoder takes long to make for a few. */
const latin1 = (bytes: Uint8Array): string =>
  bytes.length <= 100 ? String.fromCharCode(...bytes) : new TextDecoder('latin1').decode(bytes);
