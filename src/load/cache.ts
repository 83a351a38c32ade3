import type { Unreadable } from '../model/finding.ts';
import type { Files, SourceFile } from './files.ts';
import type { LoadedFile } from './loaded.ts';

/** The files of a set as last read, for who checks it again and again: what is unchanged on disk is not read anew. */
export class LoadCache {
  #files = new Map<string, { stamp: string; loaded: LoadedFile }>();

  /** Loads files, those that have changed anew; whatever else was kept is forgotten. */
  async load(
    files: Files,
    sources: readonly SourceFile[],
    onProgress: (done: number) => void,
  ): Promise<(LoadedFile | Unreadable)[]> {
    // Taken before reading, so that a file written meanwhile is read again the next time.
    const stamps = new Map(sources.map((source) => [source.file, stampOf(files, source)]));
    const recalled = sources.flatMap(({ file }) => {
      const known = this.#files.get(file);
      return known && known.stamp === stamps.get(file) ? known.loaded : [];
    });
    const unchanged = new Set(recalled.map(({ file }) => file));
    const changed = sources.filter(({ file }) => !unchanged.has(file));
    const loaded = [...recalled, ...(await files.load(changed, onProgress))];
    this.#files = new Map(
      loaded.flatMap((each) => {
        const stamp = stamps.get(each.file);
        // A file that another program held open can be read later, though nothing of it has changed.
        return stamp === undefined || 'reason' in each ? [] : [[each.file, { stamp, loaded: each }]];
      }),
    );
    return loaded;
  }
}

/** What changes when a file is written, or would be read otherwise; undefined where there is no regular file. */
function stampOf(files: Files, { path, classHours }: SourceFile): string | undefined {
  const stamp = files.stampOf(path);
  return stamp === undefined ? undefined : `${stamp} ${JSON.stringify(classHours)}`;
}
