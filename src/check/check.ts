import { disk } from '../disk/disk.ts';
import { type Place, placeOf } from '../disk/find.ts';
import type { Config } from '../load/config.ts';
import type { Found } from '../load/files.ts';
import type { CheckOptions, CheckResult } from '../model/check-result.ts';
import { type AtHand, checkFiles, type Selected, whereOf } from './check-files.ts';

export type { CheckOptions, CheckResult } from '../model/check-result.ts';

/**
 * Checks records on this machine against the notices, or as they were had `from` elsewhere. Reads files and nothing else;
 * throws a UsageError where the call cannot be carried out.
 */
export const check = (options: Omit<CheckOptions, 'config'> & AtHand, from = disk): Promise<CheckResult> =>
  checkFiles(from, options);

/** The files that a call is about; throws a UsageError where a path leads to none. */
export const findSources = (options: Selected, config: Config): Promise<Found> => disk.find(whereOf(options, config));

/** Where a check looks for files: what a change has to touch to be of interest. */
export function placesOf(options: Selected, config: Config): Place[] {
  const where = whereOf(options, config);
  return where.paths.map((path) => placeOf(path, where));
}
