import type { Command } from 'commander';
import { loadConfig } from '../check/config.ts';
import type { Config } from '../load/config.ts';
import { counted, type Language, same, type Words } from '../model/finding.ts';
import { choose } from './language.ts';
import { tell } from './tell.ts';

/** Options of every command: the language and the config file. */
export interface SettingOptions {
  lang?: string;
  config?: string | boolean;
  edition?: string[];
}

/** The config of a call, as a further call names it. */
export const configAgain = ({ config }: SettingOptions): string[] =>
  config === false ? ['--no-config'] : typeof config === 'string' ? ['--config', config] : [];

/** The editions that a call adds, as a further call names them. */
export const editionsAgain = ({ edition = [] }: SettingOptions): string[] =>
  edition.flatMap((file) => ['--edition', file]);

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, values: string[] = []): string[] => [...values, value];

/** What the language and the config are for, where a command has them for something of its own. */
interface Purposes {
  language?: Words;
  /** Added to the words on the config file. */
  config?: Words;
  /** Whether the command has to do with editions of the notices. */
  editions?: boolean;
}

/** Gives a command the language and the config file. */
export function addSettings(
  command: Command,
  lang: Language,
  { language = { zh: '语言', en: 'language' }, config = same(''), editions = false }: Purposes = {},
): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  command
    .option('--lang <zh|en>', word(`${language.zh}（默认 zh）`, `${language.en} (default zh)`))
    .option(
      '--config <FILE>',
      word(
        `配置文件${config.zh}（默认从当前文件夹向上找 hn-gp.config.yaml）`,
        `config file${config.en} (default: the nearest hn-gp.config.yaml upward)`,
      ),
    )
    .option('--no-config', word('不用配置文件', 'use no config file'));
  if (editions)
    command.option(
      '--edition <FILE>',
      word(
        '也用这份通知版本，可多次使用，如同写在配置的 editions 里；草稿也行',
        "use this edition of a notice too, repeatable, as if the config's editions named it; a draft will do",
      ),
      collect,
    );
  return command;
}

/** What they come to: the option, else the config, else what was told from the command line before it was parsed. */
export interface Settings {
  cwd: string;
  config: Config;
  lang: Language;
}

/** Reads them, without the editions in the files `except`; throws a UsageError for a language that there is not, or a config that cannot be used. */
export async function readSettings(
  { lang, config: given, edition: editions }: SettingOptions,
  wanted: Language,
  except: readonly string[] = [],
): Promise<Settings> {
  if (lang !== undefined) choose('--lang', lang, ['zh', 'en']);
  const cwd = process.cwd();
  const config = await loadConfig({ config: given === true ? undefined : given, cwd, editions, except });
  return { cwd, config, lang: lang === undefined ? (config.settings.lang ?? wanted) : wanted };
}

/** Says on standard error which editions in use nobody has compared with their notices to the end. */
export function tellDrafts({ added }: Config, lang: Language): void {
  for (const { file, edition } of added) {
    const { length } = edition.drafts;
    if (length > 0)
      tell(
        {
          zh: `${file} 还是草稿，有 ${length} 项没有核对，出自它的内容只作参考`,
          en: `${file} is a draft with ${counted(length, 'thing')} not looked over, so take what comes from it as a trial`,
        },
        lang,
      );
  }
}
