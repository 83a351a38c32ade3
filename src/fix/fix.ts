import { load } from '../load/load.ts';
import type { Finding } from '../model/finding.ts';
import { decode } from '../text/decode.ts';
import { applyEdits } from '../text/edits.ts';

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
  /** yaml/ and schema/ errors that are left for the author. */
  remaining: Finding[];
}

/** Most rounds: mending one slip may bring another to light, such as a date inside brackets that were not closed. */
const MAXIMUM_ROUNDS = 10;

/**
 * Mends what is certain in a file's bytes and nothing else: comments, order and layout stay, byte for byte. A mended
 * file has no yaml/ or schema/ finding that it had not before, and mending it again changes nothing.
 */
export async function fix(file: string, bytes: Uint8Array): Promise<Fixed> {
  const { encoding, utf8 } = inUtf8(bytes);
  const decoded = decode(utf8);
  // In an encoding that is not certain, nothing is: the file is left as it is.
  const isCertain = 'text' in decoded && decoded.encoding === 'utf-8';
  const mark = utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? '\ufeff' : '';
  const { findings } = await load(file, utf8);
  if (!isCertain) {
    return { before: undefined, after: undefined, encoding, bytes: undefined, mended: [], remaining: findings };
  }
  let text = decoded.text;
  let remaining = findings;
  const mended: Finding[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const step = await mendOnce(file, text, remaining);
    if (!step) break;
    mended.push(...step.mended);
    text = step.text;
    remaining = step.remaining;
  }
  const before = mark + decoded.text;
  const after = mark + text;
  const isChanged = encoding !== undefined || after !== before;
  const written = isChanged ? new TextEncoder().encode(after) : undefined;
  return { before, after, encoding, bytes: written, mended, remaining };
}

/** The bytes in UTF-8, and the encoding that they were in where it was another for certain. */
function inUtf8(bytes: Uint8Array): { encoding: Fixed['encoding']; utf8: Uint8Array } {
  const decoded = decode(bytes);
  // Other encodings of East Asia read as GBK too, but not as our words.
  if ('problem' in decoded || decoded.encoding === 'utf-8') return { encoding: undefined, utf8: bytes };
  const { encoding, text } = decoded;
  if (encoding === 'gb18030' && !/^\s*(?:文种|kind)/m.test(text)) return { encoding: undefined, utf8: bytes };
  return { encoding: encoding === 'utf-16' ? 'UTF-16' : 'GBK', utf8: new TextEncoder().encode(text) };
}

interface Step {
  text: string;
  mended: Finding[];
  remaining: Finding[];
}

/** One round of mending: all that is certain at once; where that would bring a new finding, without the part that does. */
async function mendOnce(file: string, text: string, findings: readonly Finding[]): Promise<Step | undefined> {
  let kept: Step | undefined;
  const add = async (some: Finding[]): Promise<void> => {
    const step = await tried(file, text, [...(kept?.mended ?? []), ...some], findings);
    if (step) kept = step;
    else if (some.length > 1) {
      const half = some.length >> 1;
      await add(some.slice(0, half));
      await add(some.slice(half));
    }
  };
  const certain = findings.filter(({ fix }) => fix?.certain);
  if (certain.length > 0) await add(certain);
  return kept;
}

async function tried(
  file: string,
  text: string,
  mended: Finding[],
  before: readonly Finding[],
): Promise<Step | undefined> {
  const changed = applyEdits(
    text,
    mended.flatMap(({ fix }) => fix?.edits ?? []),
  );
  if (changed === text) return undefined;
  const { findings } = await load(file, new TextEncoder().encode(changed));
  const known = count(before);
  const isNew = [...count(findings)].some(([said, times]) => times > (known.get(said) ?? 0));
  return isNew ? undefined : { text: changed, mended, remaining: findings };
}

/** How often each thing is said; places move when a file is mended. */
function count(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    const said = `${rule} ${message.zh}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}
