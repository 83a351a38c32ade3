import type { Language, Unreadable, Words } from '../model/finding.ts';
import { inert, visible } from '../text/visible.ts';
import { ERROR, write } from './standard-streams.ts';

/** Says something on standard error, a line of its own that no terminal and no log takes for more than text. */
export function tell(words: Words, lang: Language): void {
  void write(ERROR, [inert(`hn-gp: ${visible(words[lang])}\n`)]);
}

/** Names on standard error what could not be read; whether there was any. */
export function tellUnreadable(unreadable: readonly Unreadable[], lang: Language): boolean {
  for (const { file, reason } of unreadable)
    tell({ zh: `读不了 ${file}：${reason.zh}`, en: `cannot read ${file}: ${reason.en}` }, lang);
  return unreadable.length > 0;
}
