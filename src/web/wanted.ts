import { RECORD, type Where } from '../load/files.ts';
import { type Ground, globOf, isGlob, leavingOut } from '../load/glob.ts';
import { noFile, noSuch } from '../load/nothing-there.ts';

/** Where the files of a page lie; all paths are absolute. */
export interface Place extends Ground {
  paths: readonly string[];
  folderOf(path: string): string;
  reported(path: string, folder: string): string;
}

/**
 * Which files are checked by the `include` and `exclude` of a config, as where `hn-gp check` is run in its folder; of files
 * elsewhere it says nothing. Throws a UsageError for a name in `include` that leads to nothing.
 */
export async function wantedBy({ paths: include, from, exclude }: Where, place: Place) {
  const isLeftOut = await leavingOutBy(exclude, from, place);
  const records = place.paths.filter((path) => RECORD.test(path) && !isLeftOut(path));
  const wanted = new Set<string>();
  for (const given of include.map(slashed)) {
    const path = place.resolve(from, given);
    if (place.paths.includes(path)) {
      wanted.add(path);
      continue;
    }
    const isFolder = place.isFolder(path);
    if (!isFolder && !isGlob(given)) throw noSuch(given);
    const { base, matches } = isFolder ? { base: path, matches: () => true } : await globOf(given, from, place);
    const found = records.filter((each) => isBelow(each, base) && matches(place.reported(each, base)));
    if (found.length === 0 && path !== from) throw noFile(given);
    for (const each of found) wanted.add(each);
  }
  return (path: string): boolean => wanted.has(path) || !isBelow(path, from);
}

/** Whether a path or a folder around it is left out: by a name that is there as it stands, or by a glob. */
async function leavingOutBy(exclude: readonly string[], from: string, place: Place) {
  const names = new Set<string>();
  const globs: string[] = [];
  for (const given of exclude.map(slashed)) {
    const path = place.resolve(from, given);
    if (place.paths.includes(path) || place.isFolder(path)) names.add(path);
    else globs.push(given);
  }
  const matches = await leavingOut(globs, from, (path) => place.reported(path, from), place);
  return (path: string): boolean => {
    for (let each = path; isBelow(each, from); each = place.folderOf(each))
      if (names.has(each) || matches(each)) return true;
    return false;
  };
}

const slashed = (given: string): string => given.replaceAll('\\', '/');

const isBelow = (path: string, folder: string): boolean =>
  path !== folder && path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
