import type { Command } from 'commander';
import { loadConfig } from '../check/config.ts';
import type { Config } from '../load/config.ts';
import { type Language, same, type Words } from '../model/finding.ts';
import { choose } from './language.ts';

/** Options of every command: the language and the config file. */
export interface SettingOptions {
  lang?: string;
  config?: string | boolean;
}

/** What the language and the config are for, where a command has them for something of its own. */
interface Purposes {
  language?: Words;
  /** Added to the words on the config file. */
  config?: Words;
}

/** Gives a command the language and the config file. */
export function addSettings(
  command: Command,
  lang: Language,
  { language = { zh: '语言', en: 'language' }, config = same('') }: Purposes = {},
): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return command
    .option('--lang <zh|en>', word(`${language.zh}（默认 zh）`, `${language.en} (default zh)`))
    .option(
      '--config <FILE>',
      word(
        `配置文件${config.zh}（默认从当前文件夹向上找 hn-gp.config.yaml）`,
        `config file${config.en} (default: the nearest hn-gp.config.yaml upward)`,
      ),
    )
    .option('--no-config', word('不用配置文件', 'use no config file'));
}

/** What they come to: the option, else the config, else what was told from the command line before it was parsed. */
export interface Settings {
  cwd: string;
  config: Config;
  lang: Language;
}

/** Reads them; throws a UsageError for a language that there is not, or a config that cannot be used. */
export async function readSettings({ lang, config: given }: SettingOptions, wanted: Language): Promise<Settings> {
  if (lang !== undefined) choose('--lang', lang, ['zh', 'en']);
  const cwd = process.cwd();
  const config = await loadConfig(typeof given === 'string' || given === false ? given : undefined, cwd);
  return { cwd, config, lang: lang === undefined ? (config.settings.lang ?? wanted) : wanted };
}
