import type { Language } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { kinds } from '../schema/vocabulary/shape.ts';
import { choose } from './language.ts';

/** The kinds by both names, for the description of an argument. */
export const kindNames = (lang: Language): string =>
  lang === 'zh'
    ? kinds.map(({ code, title }) => `${title} ${code}`).join('、')
    : kinds.map(({ code, title }) => `${code} ${title}`).join(', ');

/** The kind by either of its names; throws a UsageError for any other. */
export function kindNamed(given: string, lang: Language): Kind {
  const names = kinds.flatMap(({ code, title }) => (lang === 'zh' ? [title, code] : [code, title]));
  const name = choose(lang === 'zh' ? '文种' : 'kind', given, names);
  return present(
    kinds.find(({ code, title }) => code === name || title === name),
    `kind ${name}`,
  ).code;
}
