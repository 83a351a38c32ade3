import { type Command, Option } from 'commander';
import type { Language } from '../model/finding.ts';
import type { Edition } from '../notices/edition.ts';
import { outputFile } from './output.ts';
import { addSettings, readSettings, type SettingOptions, tellDrafts } from './settings.ts';

/** Options of every command that shows the rules and notices themselves. */
export interface ReferenceOptions extends SettingOptions {
  output?: string;
}

/** The file that a report of its kind goes to. */
export const outputOption = (lang: Language): Option =>
  new Option(
    '-o, --output <FILE>',
    lang === 'zh'
      ? '存到文件，已有的会被替换（YAML 和 xlsx 除外）'
      : 'write to a file, in place of one that is there (never YAML or xlsx)',
  );

/** Adds those options to a command. */
export function addReferenceOptions(command: Command, lang: Language): Command {
  const used = { zh: '，其中的 editions 也列出', en: ', whose editions are shown too' };
  return addSettings(command.addOption(outputOption(lang)), lang, { config: used, editions: true });
}

/** What those options come to: the language, the editions that judge and the file to write, absolute. */
export async function referenceSettings(
  options: ReferenceOptions,
  wanted: Language,
): Promise<{ lang: Language; editions: readonly Edition[]; output: string | undefined }> {
  const { cwd, config, lang } = await readSettings(options, wanted);
  tellDrafts(config, lang);
  return {
    lang,
    editions: config.editions.judging,
    output: outputFile(options.output, cwd),
  };
}
