import { statSync } from 'node:fs';
import type { Unreadable } from '../model/finding.ts';
import type { LoadedFile } from './loaded.ts';
import type { SourceFile } from './read.ts';

/** One file as read, or why it could not be. */
type Loaded = LoadedFile | Unreadable;

/** The files of a set as last read, for who checks it again and again: what is unchanged on disk is not read anew. */
export class LoadCache {
  #files = new Map<string, { stamp: string; loaded: Loaded }>();

  /** Loads files, those that have changed by `read`; whatever else was kept is forgotten. */
  async load(sources: readonly SourceFile[], read: (changed: SourceFile[]) => Promise<Loaded[]>): Promise<Loaded[]> {
    // Taken before reading, so that a file written meanwhile is read again the next time.
    const stamps = new Map(sources.map((source) => [source.file, stampOf(source)]));
    const recalled = sources.flatMap(({ file }) => {
      const known = this.#files.get(file);
      return known && known.stamp === stamps.get(file) ? known.loaded : [];
    });
    const unchanged = new Set(recalled.map(({ file }) => file));
    const loaded = [...recalled, ...(await read(sources.filter(({ file }) => !unchanged.has(file))))];
    this.#files = new Map(
      loaded.flatMap((each) => {
        const stamp = stamps.get(each.file);
        return stamp === undefined ? [] : [[each.file, { stamp, loaded: each }]];
      }),
    );
    return loaded;
  }
}

/** What changes when a file is written, or would be read otherwise; undefined where there is no regular file. */
function stampOf({ path, classHours }: SourceFile): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile()
    ? [status.ino, status.ctimeMs, status.mtimeMs, status.size, JSON.stringify(classHours)].join(' ')
    : undefined;
}
