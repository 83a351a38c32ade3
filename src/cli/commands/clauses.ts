import type { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { listingCommand } from './listing.ts';

/** `hn-gp clauses`: every paragraph of the notices with its rules, or why none judges it. */
export const clausesCommand = (lang: Language): Command =>
  listingCommand(
    'clauses',
    {
      zh: '列出通知的每一段：由哪些规则判定，或者为什么判不了',
      en: 'List every paragraph of the notices: the rules that judge it, or why none can',
    },
    lang,
    async (policies, editions, chosen) =>
      (await import('../../reference/coverage.ts')).coverage(editions, policies, chosen),
    async (policies, editions, chosen) =>
      (await import('../../report/notices/page.ts')).noticesPage(editions, policies, chosen),
  );
