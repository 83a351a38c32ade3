import bundled from '../generated/clauses.json' with { type: 'json' };
import type { Words } from '../model/finding.ts';
import type { Clause } from '../model/record-types.ts';
import { type Edition, isAsked } from '../notices/edition.ts';

/** Every paragraph of an edition, in the order of the notice. */
export const paragraphsOf = ({ notice, edition, clauses }: Edition): readonly Clause[] =>
  clauses ?? bundled.find((each) => each.notice === notice && each.edition === edition)?.clauses ?? [];

/** What is said of a rule that an edition does not ask. */
export const NOT_ASKED: Words = { zh: '这一版没有这项要求', en: 'not asked by this edition' };

/** Every paragraph of an edition with the rules that judge it there, or why none does. */
export const judgedParagraphsOf = (edition: Edition): Clause[] =>
  paragraphsOf(edition).map((paragraph) => {
    const { rules: named = [], ...rest } = paragraph;
    const rules = named.filter((id) => isAsked(edition, id));
    if (rules.length === named.length) return paragraph;
    return rules.length > 0 ? { ...rest, rules } : { reason: NOT_ASKED, ...rest };
  });

/** What a value of an edition is called: as the edition says, else as the bundled edition of its notice does. */
export function titleOf({ notice, values }: Pick<Edition, 'notice' | 'values'>, name: string): Words {
  const titles = bundled.filter((each) => each.notice === notice).map((each) => each.titles as Record<string, Words>);
  return values[name]?.title ?? titles.find((each) => each[name])?.[name] ?? { zh: name, en: name };
}
