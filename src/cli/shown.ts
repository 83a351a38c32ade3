import type { Command } from 'commander';
import { requireRules } from '../check/rule-ids.ts';
import type { Language } from '../model/finding.ts';
import { collect } from './settings.ts';

/** Which findings are shown, and whether in colour. */
export interface ShownOptions {
  rule?: string[];
  quiet?: boolean;
  verbose?: boolean;
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
    .option(
      '--verbose',
      word(
        'text 报告里每个问题都列原文、要求、条款和规则（问题少时本来就列）',
        'list source, what was asked, clause and rule of every finding in the text report (a few have them anyway)',
      ),
    )
    .option('--color', word('始终用颜色', 'always colour'))
    .option('--no-color', word('不用颜色', 'never colour'));
}

/** The rules asked for, all where none is named; throws a UsageError for an id that no rule has. */
export function rulesShown({ rule: patterns = [] }: ShownOptions): string[] {
  for (const pattern of patterns) requireRules(pattern, '--rule');
  return patterns;
}
