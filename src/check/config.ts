import { disk } from '../disk/disk.ts';
import { type Config, type ConfigRequest, readConfig } from '../load/config.ts';
import { requireRule } from './rule-ids.ts';

/** Reads the config and the editions that a call adds. Errors are UsageErrors, also for rules that there are not. */
export const loadConfig = (request: ConfigRequest): Promise<Config> => readConfig(disk, request, requireRule);
