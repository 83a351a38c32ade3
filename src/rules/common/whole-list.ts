import { type Failure, type Missing, type Pass, passing } from '../../engine/rule.ts';
import type { codes } from '../../notices/value-kinds.ts';
import { lackingIn, readable } from '../../records/counting.ts';

/** The answers about a list at a path that is to have every one of some codes: what it has, or each that is missing. */
export function wholeList(
  kind: ReturnType<typeof codes>,
  asked: string[],
  list: () => string[] | undefined,
  path: string,
): (Pass | Missing)[] {
  const lacking = lackingIn(asked, list);
  if (lacking.length > 0) return lacking.map((code) => ({ missing: path, code }));
  return [passing(() => ({ expected: kind.said(asked), actual: kind.said(readable(list())) }))];
}

/** Whether answers say that nothing is missing or too little. */
export const isWhole = (answers: readonly (Pass | Missing | Failure)[]): boolean =>
  answers.every((each) => 'pass' in each);
