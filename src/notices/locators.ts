import type { Words } from '../model/finding.ts';
import type { Clause } from '../model/record-types.ts';

/** The locators of the paragraphs that name a rule as their judge, by its id, in the order of the notice. */
export function locatorsByRule(clauses: readonly Clause[] = []): Record<string, string[]> {
  const byRule: Record<string, string[]> = {};
  for (const { clause, rules = [] } of clauses)
    for (const id of rules) byRule[id] = [...new Set([...(byRule[id] ?? []), clause])];
  return byRule;
}

/** Who owes what a rule judges, as the paragraphs that name it say, by its id; each once. */
export function owersByRule(clauses: readonly Clause[] = []): Record<string, Words[]> {
  const byRule: Record<string, Words[]> = {};
  for (const { owedBy, rules = [] } of clauses)
    for (const id of rules) {
      const all = byRule[id] ?? [];
      byRule[id] = all.some(({ zh }) => zh === owedBy.zh) ? all : [...all, owedBy];
    }
  return byRule;
}
