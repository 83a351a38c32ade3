import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import type { Place } from '../disk/find.ts';
import { UsageError } from '../model/usage-error.ts';

/** How long nothing may have happened, in milliseconds, before changes are told: an editor saves in several steps. */
const QUIET = 100;

/** How many such pauses to wait at most, where something is written all the time. */
const MOST_PAUSES = 20;

/** Changes of files, as they come. */
export interface Changes {
  /** Watches these places and where they lead as links, and no others; resolves once they are watched. */
  watch(places: readonly Place[]): Promise<void>;
  /**
   * Waits for the next changes and tells their absolute paths, as the places name them; throws a UsageError where the
   * system does not let files be watched, or the working folder is gone.
   */
  next(): Promise<string[]>;
  /** Ends the waiting with no path, for another reason to look again. */
  wake(): void;
}

/** Nothing watched yet. */
export function fileChanges(): Changes {
  let watched = '';
  let watcher: FSWatcher | undefined;
  const changed = new Set<string>();
  let count = 0;
  let told = 0;
  let failure: unknown;
  let ring = () => {};
  const wake = () => {
    count += 1;
    ring();
  };
  return {
    wake,
    async watch(places) {
      const ways = places.flatMap(waysTo);
      if (JSON.stringify(ways) === watched) return;
      watched = JSON.stringify(ways);
      await watcher?.close();
      const fresh = watcherOf(ways);
      watcher = fresh;
      await new Promise<void>((ready) => {
        fresh.once('ready', ready);
        fresh.on('error', (error) => {
          failure = error;
          wake();
          ready();
        });
      });
      // Before it is ready it tells of links that have been there all along.
      fresh.on('all', (_, path) => {
        for (const { path: way, below, given } of ways)
          if (path === way || (below && isSearched(path, way))) changed.add(join(given, relative(way, path)));
        wake();
      });
      // Of the working folder itself, moved away, nothing else is told.
      fresh.on('raw', () => {
        if (!existsSync(process.cwd())) wake();
      });
    },
    async next() {
      if (count === told)
        await new Promise<void>((heard) => {
          ring = heard;
        });
      for (let pauses = 0, seen = -1; seen !== count && pauses < MOST_PAUSES; pauses++) {
        seen = count;
        await pause(QUIET);
      }
      if (failure) throw unwatchable(failure);
      if (!existsSync(process.cwd())) throw gone(process.cwd());
      told = count;
      const paths = [...changed];
      changed.clear();
      return paths;
    },
  };
}

/** A place by a path without links above it, and the path by which it was given. */
interface Way extends Place {
  given: string;
}

/** The ways to a place: where it lies itself, and where it leads if it is a link. */
function waysTo({ path: given, below }: Place): Way[] {
  const itself = join(target(dirname(given)), basename(given));
  return [...new Set([itself, target(given)])].map((path) => ({ path, below, given }));
}

/** Where a path leads, also where nothing is there: a file that is removed is often written anew. */
function target(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return resolve(dirname(path), readlinkSync(path));
    } catch {
      return path;
    }
  }
}

function watcherOf(places: readonly Place[]): FSWatcher {
  // The folder above tells when the place itself is removed, moved over or back again. The working folder stays.
  const roots = new Set(places.map(({ path }) => (path === process.cwd() ? path : dirname(path))));
  const isWatched = (path: string) =>
    roots.has(path) || places.some((place) => path === place.path || (place.below && isSearched(path, place.path)));
  return watch([...roots], {
    ignored: (path) => !isWatched(resolve(path)),
    ignoreInitial: true,
    // The caller keeps the process alive as long as it waits.
    persistent: false,
    ignorePermissionErrors: true,
    followSymlinks: false,
  });
}

/** Whether a search of a folder comes to a path. */
function isSearched(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && !way.split(sep).some((name) => name.startsWith('.') || name === 'node_modules');
}

function gone(folder: string): UsageError {
  return new UsageError(
    `当前文件夹不在了：${folder}；请到它现在的位置重新运行 hn-gp watch`,
    `the working folder is gone: ${folder}; run hn-gp watch again where it is now`,
  );
}

function unwatchable(error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(
    `系统不让监视这些文件（${code}）；可以少给几个文件夹，或先设环境变量 CHOKIDAR_USEPOLLING=1`,
    `the system does not let these files be watched (${code}); name fewer folders, or set CHOKIDAR_USEPOLLING=1 first`,
  );
}
