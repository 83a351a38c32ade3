import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOtherTable } from '../load/not-text.ts';
import type { Unreadable, Words } from '../model/finding.ts';
import type { UsageError } from '../model/usage-error.ts';
import { realPath, reportedPath } from './paths.ts';
import { notRegular, reasonOf } from './read.ts';

/** What a search is for; paths are relative to the folder searched, with `/`. */
export interface Wanted {
  matches(path: string): boolean;
  /** Whether something below a folder may match. */
  reaches(folder: string): boolean;
  /** Whether a file or folder is left out, by its absolute path and its path without links above it. */
  isLeftOut(path: string, real: string): boolean;
}

/** What a search came to; all paths are absolute. */
export interface Searched {
  /** Files, and where links lead to a file: in order of name, links last. */
  files: { path: string; real: string }[];
  /** Files that are most likely meant as records, by names that none has: to which an editor added .txt, or tables of other programs. */
  misnamed: string[];
}

/** Searches folders, each once in all, and keeps what it could not look into. */
export class Search {
  /** What is thrown where something that was to be searched holds no file, and all of it could be looked into. */
  nothing: UsageError | undefined;
  readonly #unreadable: { path: string; reason: Words }[] = [];
  readonly #searched = new Set<string>();
  readonly #links: { path: string; real: string }[] = [];

  /** The files below a folder; hidden folders and `node_modules` are left out, and links to folders kept for later. */
  below(folder: string, wanted: Wanted): Searched {
    const found: Searched = { files: [], misnamed: [] };
    const links: Searched['files'] = [];
    const look = (path: string, real: string, way: string) => {
      this.#searched.add(real);
      for (const entry of this.#entries(path)) {
        const below = { path: join(path, entry.name), real: join(real, entry.name), way: `${way}${entry.name}` };
        const isWanted = wanted.matches(below.way);
        const isOnTheWay = !entry.name.startsWith('.') && entry.name !== 'node_modules' && wanted.reaches(below.way);
        if (wanted.isLeftOut(below.path, below.real)) continue;
        if (isOpaque(below.path, entry)) {
          if (isWanted || (isOnTheWay && entry.isDirectory())) this.#cannot(below.path, nameIsNoText);
        } else if (entry.isDirectory()) {
          if (isOnTheWay) look(below.path, below.real, `${below.way}/`);
        } else if (entry.isSymbolicLink()) {
          const target = targetOf(below.path);
          if (target?.isFolder) {
            if (isOnTheWay) this.#links.push({ path: below.path, real: target.real });
          } else if (isWanted) links.push({ path: below.path, real: target?.real ?? below.path });
        } else if (isWanted) {
          if (entry.isFile()) found.files.push(below);
          else this.#cannot(below.path, notRegular);
        } else if (isMisnamed(entry.name)) found.misnamed.push(below.path);
      }
    };
    look(folder, realPath(folder), '');
    for (const link of links) found.files.push(link);
    return found;
  }

  /**
   * Once all is searched, what could not be searched or opened, and why. Of the links to folders, where one leads to a folder
   * that was searched, its files are found there; any other is told, for it leads out of what was to be searched.
   */
  end(cwd: string): Unreadable[] {
    for (const { path, real } of this.#links) if (!this.#searched.has(real)) this.#cannot(path, leadsElsewhere);
    if (this.nothing && this.#unreadable.length === 0) throw this.nothing;
    return this.#unreadable.map(({ path, reason }) => ({ file: reportedPath(path, cwd), reason }));
  }

  #entries(folder: string): Dirent[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    } catch (error) {
      this.#cannot(folder, reasonOf(error));
      return [];
    }
  }

  #cannot(path: string, reason: Words): void {
    this.#unreadable.push({ path, reason });
  }
}

const nameIsNoText: Words = {
  zh: '名字不是 UTF-8 文字（多半是在 Windows 上打包的），打不开；请改名',
  en: 'its name is no text in UTF-8 and cannot be opened; rename it',
};

const leadsElsewhere: Words = {
  zh: '这个链接指向所查范围以外的文件夹，没有进去；要查就把那个文件夹也写上，不查就在配置的 exclude 里写上这个链接',
  en: 'the link leads to a folder outside of what is searched and was not followed; name that folder too, or exclude the link in the config',
};

/** Whether a record may be meant by a file that is named otherwise; what Excel leaves beside a workbook that is open is none. */
const isMisnamed = (name: string): boolean =>
  !/^(?:\.|~\$)/.test(name) && (/\.ya?ml\.txt$/i.test(name) || isOtherTable(name));

/** Whether a name was not UTF-8, so that nothing is there by the name that was read from it. */
const isOpaque = (path: string, { name }: Dirent): boolean =>
  name.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;

/** Where a link leads; undefined where that is nowhere. */
function targetOf(path: string): { real: string; isFolder: boolean } | undefined {
  try {
    return { isFolder: statSync(path).isDirectory(), real: realPath(path) };
  } catch {
    return undefined;
  }
}
