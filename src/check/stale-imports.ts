import type { Finding, Unreadable } from '../model/finding.ts';

/** What is told of files that are out of date, where their findings are not listed. */
export const staleImports = (findings: readonly Finding[]): Unreadable[] =>
  findings.flatMap(({ rule, file, message }) => (rule === 'data/stale-import' ? { file, reason: message } : []));
