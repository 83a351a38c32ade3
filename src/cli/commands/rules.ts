import type { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { listingCommand } from './listing.ts';

/** `hn-gp rules`: every rule. */
export const rulesCommand = (lang: Language): Command =>
  listingCommand('rules', { zh: '列出全部规则', en: 'List every rule' }, lang, async (policies, editions, chosen) =>
    (await import('../../reference/catalogue.ts')).catalogue(editions, policies, chosen),
  );
