import type { Language, Words } from '../model/finding.ts';
import { inert, visible } from '../text/visible.ts';
import { ERROR, write } from './standard-streams.ts';

/** Says something on standard error, a line of its own that no terminal and no log takes for more than text. */
export function tell(words: Words, lang: Language): void {
  void write(ERROR, [inert(`hn-gp: ${visible(words[lang])}\n`)]);
}
