import { ruleIn } from '../engine/in-edition.ts';
import type { Hint, Rule } from '../engine/rule.ts';
import type { Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Edition } from '../notices/edition.ts';
import type { Subject } from '../records/set.ts';
import { rules } from '../rules/index.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';

/** Where the paths of a subject's hints begin in a record of a kind. */
const roots: Record<Kind, Partial<Record<Subject['kind'], string>>> = {
  plan: { base: '', session: '/sessions/*' },
  session: { session: '' },
  province: { province: '', session: '/sessions/*' },
  pairing: { pairing: '', network: '' },
  'city-program': { city: '' },
};

/** A rule's hint with its place in a record and its clause. */
interface Placed {
  path: string;
  hint: Hint;
  clause: string;
}

/** What a rule would have an author know of the fields of a record of a kind. */
function hintsOf(rule: Rule, kind: Kind, edition: Edition): Placed[] {
  if (!rule.hints || rule.policy !== edition.notice) return [];
  const inEdition = ruleIn(rule, edition);
  if (inEdition.isOff) return [];
  const subjects = [rule.subject].flat() as Subject['kind'][];
  return inEdition.hints.flatMap(({ path, hint, clause }) => {
    const at = subjects
      .map((subject) => roots[kind][subject])
      .flatMap((root) => (root === undefined ? [] : `${root}${path}`))
      .find((full) => propertyAt(kind, full));
    return at === undefined ? [] : { path: at, hint, clause };
  });
}

/**
 * What to know of a field before filling it in, with the numbers of the edition in force and their clause: hints by JSON
 * pointer with English names and `*` for list places, such as `/sessions/*\/online/hours`. A field that no rule has a hint
 * for has none; its schema describes it. With a `level`, what concerns sessions of the other level alone is left out.
 */
export function guidance(
  kind: Kind,
  edition: Edition | undefined,
  level?: 'hospital' | 'provincial',
): ReadonlyMap<string, Words> {
  if (!edition) return new Map();
  const byPath = new Map<string, Placed[]>();
  for (const placed of rules.flatMap((rule) => hintsOf(rule, kind, edition))) {
    const only = placed.hint.level;
    if (only === undefined || level === undefined || only === level)
      byPath.set(placed.path, [...(byPath.get(placed.path) ?? []), placed]);
  }
  return new Map([...byPath].map(([path, all]) => [path, inARow(all)]));
}

/** Hints of one field, each with its clause; once for those in a row from the same clause. */
function inARow(all: readonly Placed[]): Words {
  const each = all.map(({ hint: { zh, en }, clause }, index) =>
    all[index + 1]?.clause === clause ? { zh, en } : { zh: `${zh}（${clause}）`, en: `${en} (${clause})` },
  );
  return { zh: each.map(({ zh }) => zh).join('；'), en: each.map(({ en }) => en).join('; ') };
}
