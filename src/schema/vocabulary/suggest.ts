import { distance } from 'fastest-levenshtein';
import { withoutInvisible } from '../../text/typography.ts';

/** Words that turn what they stand before into its contrary. */
const DENIAL = /[未不非无]/;

/**
 * The known form that a misspelt one most likely meant, or undefined where none is near: at most a third of the letters
 * differ, or one form contains the other (开始时间 for 开始).
 */
export function suggest(written: string, known: readonly string[]): string | undefined {
  const text = written.toLowerCase();
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const form of known) {
    const candidate = form.toLowerCase();
    // 未完成 is near 完成, and its contrary.
    if (DENIAL.test(text) !== DENIAL.test(candidate)) continue;
    const edits = isSwap(text, candidate) ? 1 : distance(text, candidate);
    const contained = text.length > 1 && candidate.length > 1 && (text.includes(candidate) || candidate.includes(text));
    // Of two Latin letters one is half the word: cn is no slip for en.
    const least = /^[a-z]{2}$/.test(candidate) ? 0 : 1;
    const allowed = Math.max(least, Math.floor(Math.max(text.length, candidate.length) / 3));
    const score = contained ? Math.min(edits, 1) + edits / 100 : edits;
    if ((contained || edits <= allowed) && score < bestScore) {
      best = form;
      bestScore = score;
    }
  }
  return bestScore < Math.max(text.length, 2) ? best : undefined;
}

/** Whether two neighbouring letters changed places (yaer for year), which counts as one slip. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at < one.length && one === other.slice(0, at) + other.charAt(at + 1) + other.charAt(at) + other.slice(at + 2);
}

/** A key or code by both its names. */
export interface Named {
  name: string;
  title: string;
}

/** YAML 1.1's key for merging maps; YAML 1.2 has none. */
export const MERGE = '<<';

/** Full-width marks that join what should be two keys, or a key and its value. */
export const FULL_WIDTH = /[：，、]/;

const HAN = /\p{Script=Han}/u;

/** The names of keys or codes in the language in which the author wrote. */
export const formsOf = (known: readonly Named[], chinese: boolean): string[] =>
  known.map(({ name, title }) => (chinese ? title : name));

/** Whether a word is to be answered in Chinese: as it is written, or as the record is where the word does not tell. */
export const isChinese = (written: string, writes: 'zh' | 'en'): boolean =>
  HAN.test(written) || (!/[a-z]/i.test(written) && writes === 'zh');

/** A key or code that a misspelt one most likely meant, and by what the two differ. */
export interface Suggestion<Entry> {
  entry: Entry;
  /**
   * Width, case, blanks and quotation marks alone; one slip of the pen in a word long enough to be still known, and near no
   * other; or more. Of a short word one letter makes another: 天数 is near 人数, cost near host.
   */
  differs: 'form' | 'slip' | 'more';
}

/** The key or code that a misspelt one most likely meant, compared in the author's language. */
export function suggestNamed<Entry extends Named>(
  written: string,
  known: readonly Entry[],
  chinese: boolean,
): Suggestion<Entry> | undefined {
  const forms = formsOf(known, chinese);
  const bare = bareForm(written);
  const same = known.find(({ name, title }) => bareForm(name) === bare || bareForm(title) === bare);
  if (same) return { entry: same, differs: 'form' };
  const near = suggest(written, forms);
  if (near === undefined) return undefined;
  const slips = forms.filter((form) => isSwap(bare, bareForm(form)) || distance(bare, bareForm(form)) === 1);
  return {
    entry: known[forms.indexOf(near)] as Entry,
    // A sign before a key may have been put there to leave the line out.
    differs:
      slips.length === 1 && slips[0] === near && isLong(near, bare) && /^\p{L}\D*$/u.test(bare) ? 'slip' : 'more',
  };
}

/** Whether a word is long enough to be known with one slip in it; letters that changed places are known in any. */
const isLong = (form: string, bare: string): boolean =>
  form.length >= (HAN.test(form) ? 3 : 5) || isSwap(bare, bareForm(form));

/** A form without what typing adds to it: full width, capitals, blanks, hyphens within, quotation marks, what is invisible. */
const bareForm = (form: string): string =>
  withoutInvisible(form.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_"'“”‘’「」]|(?<=.)-/g, '');
