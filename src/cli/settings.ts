import { type Config, loadConfig } from '../config/config.ts';
import type { Language } from '../finding.ts';
import { choose } from './language.ts';

/** Options of every command: the language and the config file. */
export interface SettingOptions {
  lang?: string;
  config?: string | boolean;
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
