import type { Command } from 'commander';
import { requireRules } from '../check/rule-ids.ts';
import type { Language } from '../model/finding.ts';
import { collect } from './settings.ts';

/** Which findings are shown, and whether in colour. */
export interface ShownOptions {
  rule?: string[];
  quiet?: boolean;
  color?: boolean;
}

/** Gives a command the options of what is shown, the same for every command that reports findings. */
export function addShown(command: Command, lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return command
    .option(
      '--rule <ID>',
      word('只报告这条规则，可多次使用，末尾可用 *', 'report this rule alone, repeatable; may end in *'),
      collect,
    )
    .option('--quiet', word('只列错误', 'list errors only'))
    .option('--color', word('始终用颜色', 'always colour'))
    .option('--no-color', word('不用颜色', 'never colour'));
}

/** The rules asked for, all where none is named; throws a UsageError for an id that no rule has. */
export function rulesShown({ rule: patterns = [] }: ShownOptions): string[] {
  for (const pattern of patterns) requireRules(pattern, '--rule');
  return patterns;
}
