import type { Clause } from '../model/record-types.ts';

/** The locators of the paragraphs that name a rule as their judge, by its id, in the order of the notice. */
export function locatorsByRule(clauses: readonly Clause[] = []): Record<string, string[]> {
  const byRule: Record<string, string[]> = {};
  for (const { clause, rules = [] } of clauses)
    for (const id of rules) byRule[id] = [...new Set([...(byRule[id] ?? []), clause])];
  return byRule;
}
