import { Command } from 'commander';
import { type Language, policies as notices, type Policy, type Words } from '../../model/finding.ts';
import type { Edition } from '../../notices/edition.ts';
import type { Listing } from '../../reference/listing.ts';
import { choiceOption } from '../choices.ts';
import { choose, localise } from '../language.ts';
import { writeReport } from '../output.ts';
import { addReferenceOptions, type ReferenceOptions, referenceSettings } from '../reference-options.ts';
import { collect } from '../settings.ts';

const FORMATS = ['table', 'json', 'csv', 'markdown'] as const;

interface Options extends ReferenceOptions {
  policy?: string[];
  format?: string;
}

/** A command that lists something of the notices, filtered by notice and in several formats. */
export function listingCommand<Row>(
  name: string,
  description: Words,
  lang: Language,
  list: (policies: Policy[] | undefined, editions: readonly Edition[], lang: Language) => Promise<Listing<Row>>,
): Command {
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
        word(`格式：${FORMATS.join('、')}（默认 table）`, `format: ${FORMATS.join(', ')} (default table)`),
        FORMATS,
      ),
    );
  return addReferenceOptions(command, lang).action(async (options: Options) => {
    const policies = options.policy?.map((policy) => choose('--policy', policy, notices));
    const format = choose('--format', options.format ?? 'table', FORMATS);
    const { editions, lang: chosen, output } = await referenceSettings(options, lang);
    const { listingFormats } = await import('../../reference/listing.ts');
    const listing = await list(policies, editions, chosen);
    await writeReport(
      output,
      listingFormats[format](listing, output === undefined ? process.stdout.columns : undefined),
    );
  });
}
