import { lazily } from '../model/cannot-tell.ts';
import { UsageError } from '../model/usage-error.ts';
import { fileRules } from '../rules/file-rules.ts';
import { rules } from '../rules/index.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';

/** Ids of every rule, files' own included. */
export const allRuleIds: () => readonly string[] = lazily(() => [...rules, ...fileRules()].map(({ id }) => id).sort());

/** Throws a UsageError with a did-you-mean for an id that no rule has. */
export function requireRule(id: string, context: string): void {
  if (allRuleIds().includes(id)) return;
  const near = suggest(id, allRuleIds());
  throw new UsageError(
    `${context}：没有“${id}”这条规则${near ? `，是不是想写“${near}”？` : '；hn-gp rules 列出全部规则'}`,
    `${context}: there is no rule "${id}"${near ? `; did you mean "${near}"?` : '; hn-gp rules lists them all'}`,
  );
}

/** Throws a UsageError for an id that no rule has, or a pattern ending in `*` that matches none. */
export function requireRules(pattern: string, context: string): void {
  if (!pattern.endsWith('*')) {
    requireRule(pattern, context);
  } else if (!allRuleIds().some((id) => id.startsWith(pattern.slice(0, -1)))) {
    throw new UsageError(`${context}：没有规则匹配“${pattern}”`, `${context}: no rule matches "${pattern}"`);
  }
}
