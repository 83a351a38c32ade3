import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import type { Place } from '../source/find.ts';
import { UsageError } from '../usage-error.ts';

/** How long nothing may have happened, in milliseconds, before changes are told: an editor saves in several steps. */
const QUIET = 100;

/** How many such pauses to wait at most, where something is written all the time. */
const MOST_PAUSES = 20;

/** Changes of files, as they come. */
export interface Changes {
  /** Watches these places, and no others; resolves once they are watched. */
  watch(places: readonly Place[]): Promise<void>;
  /** Waits for the next changes and tells their absolute paths; throws a UsageError where the system does not let files be watched. */
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
      if (JSON.stringify(places) === watched) return;
      watched = JSON.stringify(places);
      await watcher?.close();
      const fresh = watcherOf(places);
      watcher = fresh;
      fresh.on('all', (_, path) => {
        changed.add(resolve(path));
        wake();
      });
      await new Promise<void>((ready) => {
        fresh.once('ready', ready);
        fresh.on('error', (error) => {
          failure = error;
          wake();
          ready();
        });
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
      told = count;
      const paths = [...changed];
      changed.clear();
      return paths;
    },
  };
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

function unwatchable(error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(
    `系统不让监视这些文件（${code}）；可以少给几个文件夹，或先设环境变量 CHOKIDAR_USEPOLLING=1`,
    `the system does not let these files be watched (${code}); name fewer folders, or set CHOKIDAR_USEPOLLING=1 first`,
  );
}
