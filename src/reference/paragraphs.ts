import bundled from '../generated/clauses.json' with { type: 'json' };
import type { Words } from '../model/finding.ts';
import type { Clause } from '../model/record-types.ts';
import type { Edition } from '../notices/edition.ts';

/** Every paragraph of an edition, in the order of the notice. */
export const paragraphsOf = ({ notice, edition, clauses }: Edition): readonly Clause[] =>
  clauses ?? bundled.find((each) => each.notice === notice && each.edition === edition)?.clauses ?? [];

/** What a value of an edition is called: as the edition says, else as the bundled edition of its notice does. */
export function titleOf({ notice, values }: Pick<Edition, 'notice' | 'values'>, name: string): Words {
  const titles = bundled.filter((each) => each.notice === notice).map((each) => each.titles as Record<string, Words>);
  return values[name]?.title ?? titles.find((each) => each[name])?.[name] ?? { zh: name, en: name };
}
