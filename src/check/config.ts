import { type Config, readConfig } from '../load/config.ts';
import { requireRule } from './rule-ids.ts';

/**
 * Reads the config: the file given, none where `false`, else the nearest one upward from the working folder. Errors are
 * UsageErrors, also for rules that there are not.
 */
export const loadConfig = (given: string | false | undefined, cwd: string): Promise<Config> =>
  readConfig(given, cwd, requireRule);
