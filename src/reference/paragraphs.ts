import bundled from '../generated/clauses.json' with { type: 'json' };
import type { Clause } from '../model/record-types.ts';
import type { Edition } from '../notices/edition.ts';

/** Every paragraph of an edition, in the order of the notice. */
export const paragraphsOf = ({ notice, edition, clauses }: Edition): readonly Clause[] =>
  clauses ?? bundled.find((each) => each.notice === notice && each.edition === edition)?.clauses ?? [];
