import { lstatSync, statSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { type Found, RECORD, type SourceFile, type Where } from '../load/files.ts';
import { baseOf, type Ground, globOf, isGlob, leavingOut } from '../load/glob.ts';
import { isNamedWorkbook, isOtherTable, otherTable } from '../load/not-text.ts';
import { noFile, noSuch } from '../load/nothing-there.ts';
import { same, type Unreadable, type Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { isConfigFile, plainPath, realPath, reportedPath } from './paths.ts';
import { Search, type Searched, type Wanted } from './search.ts';
import { isForbidden, statusOf } from './status.ts';

const ground: Ground = {
  resolve,
  isFolder: (path) => statusOf(path, statSync)?.isDirectory() ?? false,
  nocase: process.platform === 'win32' || process.platform === 'darwin',
};

/**
 * The files that paths name: a file as it is; a folder with its `*.yaml`, `*.yml`, `*.xlsx` and `*.xlsm` in any letter case
 * (hidden folders and `node_modules` left out); a glob with what it matches. A file is found once, whatever its names; links to folders are not
 * followed, and told where they lead out of what is searched. Excludes apply to searches, never to a file that is named.
 * Throws a UsageError for a path that leads to nothing.
 */
export async function findFiles(where: Where): Promise<Found> {
  const { paths, from, cwd, isConfig } = where;
  const isLeftOut = await leftOut(where);
  const own = new Set(where.own.map(realPath));
  const found = new Map<string, SourceFile>();
  const search = new Search();
  const add = ({ path, real }: { path: string; real: string }, isNamed: boolean) => {
    const known = found.get(real);
    if (known) known.isNamed ||= isNamed;
    else if (!own.has(real)) found.set(real, { path, file: reportedPath(path, cwd), isNamed });
  };
  const addAll = (given: string, { files, misnamed }: Searched) => {
    const records = files.filter(({ path, real }) => !isConfigFile(path) && !own.has(real));
    if (records.length === 0) search.nothing ??= noFile(given, instead(misnamed, cwd));
    for (const file of records) add(file, false);
  };
  for (const given of paths) {
    const path = resolve(from, existing(given, from, isConfig));
    const status = statusOf(path, statSync);
    if (status?.isDirectory()) {
      addAll(given, search.below(path, { matches: (way) => RECORD.test(way), reaches: () => true, isLeftOut }));
    } else if (status || statusOf(path, lstatSync) || isForbidden(path)) {
      // A link that leads nowhere is there all the same, and is reported as unreadable; so is what nobody may look for.
      add({ path, real: realPath(path) }, true);
    } else if (isGlob(given)) {
      const { base, ...glob } = await globOf(slashed(given, isConfig), from, ground);
      if (!statusOf(base, statSync)?.isDirectory()) throw noFile(given);
      addAll(given, search.below(base, { ...glob, isLeftOut }));
    } else throw noSuch(given, instead(misnamedAs(path), cwd));
  }
  const unreadable = search.end(cwd);
  if (found.size === 0 && unreadable.length === 0 && paths.length > 0) throw ownAlone(paths);
  return { files: [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1)), unreadable };
}

/** A file, or a folder with all that lies below it. */
export interface Place {
  /** Absolute path. */
  path: string;
  below: boolean;
}

/** Where the files that a path names can lie: the file, the folder, or the folder above all that a glob matches. */
export function placeOf(given: string, { from, isConfig }: Pick<Where, 'from' | 'isConfig'>): Place {
  const path = resolve(from, existing(given, from, isConfig));
  const status = statusOf(path, statSync);
  if (status || !isGlob(given)) return { path, below: status?.isDirectory() ?? false };
  return { path: baseOf(slashed(given, isConfig), from, ground), below: true };
}

/** Whether a search leaves out a path, as `exclude` says: a name that exists as it stands, any other as a glob. */
async function leftOut({ exclude, excludeFrom: from }: Where): Promise<Wanted['isLeftOut']> {
  const names = new Set<string>();
  const globs: string[] = [];
  for (const given of exclude) {
    const path = resolve(from, existing(given, from, true));
    if (statusOf(path, lstatSync)) names.add(path).add(realPath(path));
    else globs.push(slashed(given, true));
  }
  const matches = await leavingOut(globs, from, (path) => reportedPath(path, from), ground);
  return (path, real) => names.has(path) || names.has(real) || matches(path);
}

/** A path as given where it exists so, else with its backslashes taken as slashes where they may be. */
const existing = (given: string, from: string, isConfig: boolean): string =>
  statusOf(resolve(from, given), lstatSync) ? given : slashed(given, isConfig);

const slashed = (given: string, isConfig: boolean): string =>
  sep === '\\' || isConfig ? plainPath(given).replaceAll('\\', '/') : given;

/** Of a name that is not there, the one that an editor made of it. */
const misnamedAs = (path: string): string[] =>
  RECORD.test(slashed(path, false)) && statusOf(`${path}.txt`, statSync)?.isFile() ? [`${path}.txt`] : [];

/** What to do with files that are named like no record, though records may be meant. */
function instead(misnamed: readonly string[], cwd: string): Words {
  const all = [
    renaming(
      misnamed.filter((path) => !isOtherTable(path)),
      cwd,
    ),
    saving(misnamed.filter(isOtherTable), cwd),
  ];
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join('') };
}

/** How to rename files to which an editor added .txt, which Windows does not show. */
function renaming(files: readonly string[], cwd: string): Words {
  const [first] = files;
  if (first === undefined) return same('');
  const named = firstOf(first, files, cwd);
  const name = basename(first).replace(/\.txt$/i, '');
  return {
    zh: `；有 ${named.zh}，记事本加了 .txt，请改名为 ${name}（资源管理器里先在“查看”中勾选“文件扩展名”）`,
    en: `; there is ${named.en}, to which an editor added .txt: rename it to ${name}`,
  };
}

/** How to save tables of other programs. */
function saving(files: readonly string[], cwd: string): Words {
  const [first] = files;
  if (first === undefined) return same('');
  const named = firstOf(first, files, cwd);
  const { message, remedy } = otherTable;
  return {
    zh: `；有 ${named.zh}：${message.zh}，${remedy.zh}`,
    en: `; there is ${named.en}: ${message.en}. ${remedy.en}`,
  };
}

/** The first of some files by its name, and how many there are. */
function firstOf(first: string, { length }: readonly string[], cwd: string): Words {
  const file = reportedPath(first, cwd);
  return length > 1 ? { zh: `${file} 等 ${length} 个`, en: `${file} and ${length - 1} more` } : same(file);
}

const ownAlone = (paths: readonly string[]): UsageError =>
  new UsageError(
    `${paths.join('、')} 是配置或它用到的版本文件，不是记录，没有可检查的`,
    `${paths.join(', ')}: the config or an edition that it names, not a record; there is nothing to check`,
  );

/** The workbooks that paths name: a file as it is given; in a folder each below it. Throws a UsageError where a path leads to none. */
export function findWorkbooks(
  paths: readonly string[],
  cwd: string,
): { workbooks: { given: string; isNamed: boolean }[]; unreadable: Unreadable[] } {
  const search = new Search();
  const workbooks = paths.flatMap((given) => {
    const path = resolve(cwd, given);
    if (!statusOf(path, statSync)?.isDirectory()) {
      if (!statusOf(path, lstatSync) && !isForbidden(path))
        throw new UsageError(`找不到文件：${given}`, `no such file: ${given}`);
      return [{ given, isNamed: true }];
    }
    const { files, misnamed } = search.below(path, {
      matches: (way) => RECORD.test(way) && isNamedWorkbook(way),
      reaches: () => true,
      isLeftOut: () => false,
    });
    const tables = saving(misnamed.filter(isOtherTable), cwd);
    if (files.length === 0)
      search.nothing ??= new UsageError(
        `${given} 里没有 Excel 工作簿（.xlsx）${tables.zh}`,
        `there is no workbook (.xlsx) in ${given}${tables.en}`,
      );
    return files.map((file) => ({ given: reportedPath(file.path, cwd), isNamed: false }));
  });
  return { workbooks, unreadable: search.end(cwd) };
}
