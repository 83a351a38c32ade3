import { distance } from 'fastest-levenshtein';
import { hasChinese } from '../../text/chinese.ts';
import { bareForm } from './bare-form.ts';
import type { Named } from './named.ts';
import { hasOtherMeaning } from './other-meaning.ts';
import { everyWord } from './shape.ts';

/** Words that turn what they stand before into its contrary. */
const DENIAL = /[未不非无]/;

/**
 * The name that a misspelt one most likely meant, or undefined where none is near: at most a third of the letters differ,
 * or one contains the other. For names that a person chooses from and sees (options, ids of rules, sheets); the words of
 * records are asked for more strictly, by `suggestNamed`.
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

/** YAML 1.1's key for merging maps; YAML 1.2 has none. */
export const MERGE = '<<';

/** Full-width marks that join what should be two keys, or a key and its value. */
export const FULL_WIDTH = /[：，、]/;

/** The names of keys or codes in the language in which the author wrote. */
export const formsOf = (known: readonly Named[], chinese: boolean): string[] =>
  known.map(({ name, title }) => (chinese ? title : name));

/** Whether a word is to be answered in Chinese: as the record is written, or the word itself. `N/A` in a Chinese record is no English. */
export const isChinese = (written: string, writes: 'zh' | 'en'): boolean => writes === 'zh' || hasChinese(written);

/** A key or code that a misspelt one can only have meant, and by what the two differ. */
export interface Suggestion<Entry> {
  entry: Entry;
  /** The name, or synonym, that is nearest to what is written. */
  form: string;
  /** Width, case, blanks, quotation marks and traditional characters alone; what a hand does unawares; or one letter. */
  differs: 'form' | 'typing' | 'letter';
}

/** Longest word that may be a misspelt key or code, in UTF-16 units. */
const LONGEST = 80;

/**
 * The key or code that a misspelt one can only have meant: the same but for its form, or one edit away from no other, with no
 * meaning of its own. Of several that it is near to, what `isGiven` already is not meant again.
 */
export function suggestNamed<Entry extends Named>(
  written: string,
  known: readonly Entry[],
  isGiven: (entry: Entry) => boolean = () => false,
): Suggestion<Entry> | undefined {
  if (written.length > LONGEST) return undefined;
  const bare = bareForm(written);
  const near = new Map<Entry, Suggestion<Entry>>();
  for (const { entry, form, candidate } of candidatesIn(known)) {
    if (candidate === bare) return { entry, form, differs: 'form' };
    if (near.has(entry) || !isSlip(bare, candidate)) continue;
    if (isWordElsewhere(bare) && !isPlural(bare, candidate)) return undefined;
    near.set(entry, { entry, form, differs: isTyping(bare, candidate) ? 'typing' : 'letter' });
  }
  const all = [...near.values()];
  if (all.length < 2) return all[0];
  const [left, ...others] = all.filter(({ entry }) => !isGiven(entry));
  // Likely, not certain: it may be the given one written twice.
  return left && others.length === 0 ? { ...left, differs: 'letter' } : undefined;
}

/** A form that an entry may be written in, and that form without what typing adds to it. */
interface Candidate<Entry> {
  entry: Entry;
  form: string;
  candidate: string;
}

// Of one list thousands of words may be asked for.
const candidates = new WeakMap<readonly Named[], readonly Candidate<Named>[]>();

/** Every form of a list of entries, in order. */
function candidatesIn<Entry extends Named>(known: readonly Entry[]): readonly Candidate<Entry>[] {
  const made =
    candidates.get(known) ??
    known.flatMap((entry) =>
      [entry.name, entry.title, ...(entry.synonyms ?? [])].map((form) => ({
        entry,
        form,
        candidate: bareFormOf(form),
      })),
    );
  candidates.set(known, made);
  return made as readonly Candidate<Entry>[];
}

let words: ReadonlySet<string> | undefined;

/** Whether a word is a key or code somewhere, and means just that. */
function isWordElsewhere(bare: string): boolean {
  words ??= new Set(everyWord().map(bareForm));
  return words.has(bare);
}

/** Whether a word is another in the plural, or the other way round. */
const isPlural = (word: string, other: string): boolean =>
  /[a-z]/.test(word) && (`${word}s` === other || `${other}s` === word);

const bareForms = new Map<string, string>();

/** The bare form of one of the vocabulary, which is asked for again and again. */
function bareFormOf(form: string): string {
  const bare = bareForms.get(form) ?? bareForm(form);
  bareForms.set(form, bare);
  return bare;
}

/** Characters that are taken for one another by the eye. */
const LOOK_ALIKES = new Set(
  ['敉数', '末未', '己已', '曰日', '土士', '千干', '人入'].flatMap(([one = '', other = '']) => [
    one + other,
    other + one,
  ]),
);

/** Whether two words differ in one character, and the two are look-alikes. */
function isLookAlike(word: string, form: string): boolean {
  if (word.length !== form.length) return false;
  let at = 0;
  while (at < word.length && word[at] === form[at]) at += 1;
  return word.slice(at + 1) === form.slice(at + 1) && LOOK_ALIKES.has(word.charAt(at) + form.charAt(at));
}

/** Whether a word is one edit away from a known one, long enough for that to be told, and no other word. */
function isSlip(word: string, form: string): boolean {
  if (Math.abs(word.length - form.length) > 1) return false;
  const isLong = form.length >= (hasChinese(form) ? 3 : 4);
  if (!isLong) return isLookAlike(word, form);
  return isSwap(word, form) || isLookAlike(word, form) || (distance(word, form) === 1 && !hasOtherMeaning(word, form));
}

/** Whether a hand does such a slip unawares, so that nobody can have meant it: letters that changed places, one typed twice or once instead, a look-alike, a letter of a long English word. */
const isTyping = (word: string, form: string): boolean =>
  isSwap(word, form) ||
  isLookAlike(word, form) ||
  isDoubled(word, form) ||
  isDoubled(form, word) ||
  (/^[a-z]{5,}$/.test(form) && /^[a-z]+$/.test(word));

/** Whether a word is another with one of its letters typed twice. */
function isDoubled(word: string, form: string): boolean {
  if (word.length !== form.length + 1) return false;
  let at = 0;
  while (at < form.length && word[at] === form[at]) at += 1;
  return at > 0 && word[at] === word[at - 1] && word.slice(at + 1) === form.slice(at);
}
