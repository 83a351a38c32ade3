import { load } from '../load/load.ts';
import { OF_MENDING } from '../load/reading.ts';
import type { Edit, Finding } from '../model/finding.ts';
import { classHoursBy, classHoursGoverning, classHoursIn, Editions } from '../notices/edition.ts';
import { decode } from '../text/decode.ts';
import { applyEdits } from '../text/edits.ts';
import { otherForms, type Rewritten } from './forms.ts';

/** What came of fixing one file. */
export interface Fixed {
  /** Its text before and after; both undefined where it is no text. */
  before: string | undefined;
  after: string | undefined;
  /** The encoding that it was in, where that is not UTF-8. */
  encoding: 'GBK' | 'UTF-16' | undefined;
  /** The file's bytes as they should be; undefined where nothing is to change. */
  bytes: Uint8Array | undefined;
  /** What was mended. */
  mended: Finding[];
  /** What was read as meant and is now written in the first of its forms. */
  rewritten: Rewritten[];
  /** yaml/ and schema/ errors that are left for the author. */
  remaining: Finding[];
}

/** How often what is rewritten is mended again, so that no two ways of writing can take turns for ever. */
const MOST_ROUNDS = 5;

/**
 * Mends what is certain in a file's bytes and nothing else: comments, order and layout stay, byte for byte. A mended
 * file has no yaml/ or schema/ finding that it had not before, and mending it again changes nothing. With `style`, what is
 * no mistake but written in another form than the first is written so, too; without, days in digits alone are. Days are read
 * as class hours by `classHours`, as the check reads them, and stay written as days where no edition governs the year.
 */
export async function fix(
  file: string,
  bytes: Uint8Array,
  { style = false, classHours = classHoursBy(new Editions()) } = {},
): Promise<Fixed> {
  const { encoding, utf8 } = inUtf8(bytes);
  const decoded = decode(utf8);
  // In an encoding that is not certain, nothing is: the file is left as it is.
  const isCertain = 'text' in decoded && decoded.encoding === 'utf-8';
  const mark = utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? '\ufeff' : '';
  const read = (utf8: Uint8Array) => load(file, utf8, classHoursIn(classHours), OF_MENDING);
  const { findings } = await read(utf8);
  if (!isCertain) {
    return {
      before: undefined,
      after: undefined,
      encoding,
      bytes: undefined,
      mended: [],
      rewritten: [],
      remaining: findings,
    };
  }
  let text = decoded.text;
  let remaining = findings;
  const mended: Finding[] = [];
  const rewritten: Rewritten[] = [];
  const edit = async (edits: readonly Edit[]): Promise<void> => {
    text = applyEdits(text, edits);
    remaining = (await read(new TextEncoder().encode(text))).findings;
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Mending one slip may bring another to light. It comes to an end: what is certain was proved to leave fewer findings.
    for (;;) {
      const certain = remaining.filter(({ fix }) => fix?.applicability === 'certain');
      if (certain.length === 0) break;
      for (const finding of certain) mended.push(finding);
      await edit(certain.flatMap(({ fix }) => fix?.edits ?? []));
    }
    // So may writing a value in another form.
    const others = otherForms(text, style, classHoursGoverning(classHours));
    if (others.length === 0) break;
    for (const other of others) rewritten.push(other);
    await edit(others.map((other) => other.edit));
  }
  const before = mark + decoded.text;
  const after = mark + text;
  const isChanged = encoding !== undefined || after !== before;
  const written = isChanged ? new TextEncoder().encode(after) : undefined;
  return { before, after, encoding, bytes: written, mended, rewritten, remaining };
}

/** The bytes in UTF-8, and the encoding that they were in where it was another for certain. */
function inUtf8(bytes: Uint8Array): { encoding: Fixed['encoding']; utf8: Uint8Array } {
  const decoded = decode(bytes);
  // Other encodings of East Asia read as GBK too, but not as our words.
  if ('problem' in decoded || decoded.encoding === 'utf-8') return { encoding: undefined, utf8: bytes };
  const { encoding, text } = decoded;
  if (encoding === 'gb18030' && !/^[^\S\r\n\u2028\u2029]*(?:文种|kind)/m.test(text))
    return { encoding: undefined, utf8: bytes };
  return { encoding: encoding === 'utf-16' ? 'UTF-16' : 'GBK', utf8: new TextEncoder().encode(text) };
}
