import { Command } from 'commander';
import { type Language, policies as notices, type Policy, type Words } from '../../model/finding.ts';
import type { Edition } from '../../notices/edition.ts';
import type { Listing } from '../../reference/listing.ts';
import { choiceOption } from '../choices.ts';
import { choose, localise } from '../language.ts';
import { writeReport } from '../output.ts';
import { addReferenceOptions, type ReferenceOptions, referenceSettings } from '../reference-options.ts';
import { collect } from '../settings.ts';
import { columns } from '../standard-streams.ts';

const FORMATS = ['table', 'json', 'csv', 'markdown'] as const;

interface Options extends ReferenceOptions {
  policy?: string[];
  format?: string;
}

/** A command that lists something of the notices, filtered by notice and in several formats; as a page of its own where `page` makes one. */
export function listingCommand<Row>(
  name: string,
  description: Words,
  lang: Language,
  list: (policies: Policy[] | undefined, editions: readonly Edition[], lang: Language) => Promise<Listing<Row>>,
  page?: (policies: Policy[] | undefined, editions: readonly Edition[], lang: Language) => Promise<string>,
): Command {
  const choices = page ? [...FORMATS, 'html' as const] : FORMATS;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command(name), lang)
    .description(description[lang])
    .addOption(
      choiceOption(
        '--policy <NAME>',
        word(`只列这份通知，可多次使用：${notices.join('、')}`, `this notice alone, repeatable: ${notices.join(', ')}`),
        notices,
      ).argParser(collect),
    )
    .addOption(
      choiceOption(
        '-f, --format <NAME>',
        word(`格式：${choices.join('、')}（默认 table）`, `format: ${choices.join(', ')} (default table)`),
        choices,
      ),
    );
  return addReferenceOptions(command, lang).action(async (options: Options) => {
    const policies = options.policy?.map((policy) => choose('--policy', policy, notices));
    const format = choose('--format', options.format ?? 'table', choices);
    const { editions, lang: chosen, output } = await referenceSettings(options, lang);
    if (format === 'html')
      return writeReport(output, (await page?.(policies, editions, chosen)) ?? '', format, choices);
    const { listingFormats } = await import('../../reference/listing.ts');
    const listing = await list(policies, editions, chosen);
    const text = listingFormats[format](listing, output === undefined ? columns() : undefined);
    await writeReport(output, text, format, choices);
  });
}
