import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../finding.ts';
import type { Edition } from '../notices/edition.ts';
import { readSettings, type SettingOptions } from './settings.ts';

/** Options of every command that shows the rules and notices themselves. */
export interface ReferenceOptions extends SettingOptions {
  output?: string;
}

/** Adds those options to a command. */
export function addReferenceOptions(command: Command, lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return command
    .option(
      '-o, --output <FILE>',
      word(
        '存到文件，已有的会被替换（YAML 和 xlsx 除外）',
        'write to a file, in place of one that is there (never YAML or xlsx)',
      ),
    )
    .option('--lang <zh|en>', word('语言（默认 zh）', 'language (default zh)'))
    .option(
      '--config <FILE>',
      word(
        '配置文件，其中的 editions 也列出（默认从当前文件夹向上找 hn-gp.config.yaml）',
        'config file, whose editions are shown too (default: the nearest hn-gp.config.yaml upward)',
      ),
    )
    .option('--no-config', word('不用配置文件', 'use no config file'));
}

/** What those options come to: the language, the editions in use and the file to write, absolute. */
export async function referenceSettings(
  options: ReferenceOptions,
  wanted: Language,
): Promise<{ lang: Language; editions: readonly Edition[]; output: string | undefined }> {
  const { cwd, config, lang } = await readSettings(options, wanted);
  return {
    lang,
    editions: config.editions.all,
    output: options.output === undefined ? undefined : resolve(cwd, options.output),
  };
}
