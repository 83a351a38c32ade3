import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { CONFIG_FILE } from '../load/files.ts';

/** A path as it is reported: relative to the working folder, with `/` on every system. */
export function reportedPath(path: string, cwd: string): string {
  const relativePath = relative(cwd, path);
  const shown = relativePath === '' || isAbsolute(relativePath) ? path : relativePath;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/**
 * A path as the file system itself names it, links followed and letters in their case: one file has one such path.
 * Unchanged where nothing is there.
 */
export function realPath(path: string): string {
  // The first does not take a long path on Windows, nor every kind of drive; the second keeps the case of letters.
  for (const real of [realpathSync.native, realpathSync]) {
    try {
      return real(path);
    } catch {}
  }
  return path;
}

/** Whether a file is a config: by the name that one has, or another that the file system takes for the same. */
export const isConfigFile = (path: string): boolean =>
  basename(path) === CONFIG_FILE ||
  (basename(path).toLowerCase() === CONFIG_FILE && realPath(path) === realPath(join(dirname(path), CONFIG_FILE)));

/** A path of Windows without the `\\\\?\\` that lets a program pass it to the system as it is, and that no glob begins with. */
export const plainPath = (path: string): string =>
  path.replace(/^\\\\\?\\(?:UNC\\|(?=[a-z]:))/i, (prefix) => (prefix.length > 4 ? '\\\\' : ''));
