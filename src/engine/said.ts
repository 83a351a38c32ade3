import type { Words } from '../model/finding.ts';

/** Most texts that are remembered. */
const MOST_SAID = 10_000;

/** What was said already: of a large set or file the same is said thousands of times, and kept once. */
export class Said {
  readonly #known = new Map<string, Words>();

  /** The same words, as they were said before. */
  once<Text extends Words | null>(words: Text): Text {
    if (words === null) return words;
    const { zh, en } = words;
    // By one language alone, the other compared: to join the two for each costs more than to keep some words twice.
    const known = this.#known.get(zh);
    if (known?.en === en) return known as Text;
    if (this.#known.size >= MOST_SAID) this.#known.clear();
    this.#known.set(zh, words);
    return words;
  }
}
