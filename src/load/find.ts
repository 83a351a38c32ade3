import { lstatSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/** Name of the config file; a search never takes it for a record. */
export const CONFIG_FILE = 'hn-gp.config.yaml';

/** A file to check: where it is, and how it is reported. */
export interface SourceFile {
  /** Absolute path. */
  path: string;
  /** Relative to the working folder, with `/`. */
  file: string;
  /** Whether the SHA-256 of what is read is wanted. */
  fingerprint?: boolean;
}

/** What makes a path a glob. */
const GLOB = /[*?[\]{}!()]/;

const IGNORED = ['**/node_modules/**', `**/${CONFIG_FILE}`];

/** A path as it is reported: relative to the working folder, with `/` on every system. */
export function reportedPath(path: string, cwd: string): string {
  const relativePath = relative(cwd, path);
  const shown = relativePath === '' || isAbsolute(relativePath) ? path : relativePath;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/**
 * The files that paths name, each once, in order of their reported path: a file as it is; a folder with its `*.yaml` and
 * `*.yml` (hidden folders, `node_modules` and links to folders left out); a glob with what it matches. Paths are relative
 * to `from`, reported ones to `cwd`. `exclude` are globs or folders relative to `excludeFrom`; they leave files out of
 * folders and globs, never a file that is named.
 */
export async function findFiles(
  paths: readonly string[],
  from: string,
  cwd: string,
  exclude: readonly string[],
  excludeFrom: string,
): Promise<SourceFile[]> {
  const found = new Map<string, SourceFile>();
  const add = (path: string) => found.set(path, { path, file: reportedPath(path, cwd) });
  const excluded =
    exclude.length === 0 ? new Set<string>() : new Set(await search(exclude, excludeFrom, IGNORED, true));
  for (const given of paths) {
    const path = resolve(from, given);
    const status = statusOf(path, statSync);
    // A link that leads nowhere is there all the same, and is reported as unreadable.
    if (status ? !status.isDirectory() : statusOf(path, lstatSync)) {
      add(path);
      continue;
    }
    if (!status && !GLOB.test(given)) {
      throw new UsageError(`找不到文件或文件夹：${given}`, `No such file or folder: ${given}`);
    }
    const matches = status
      ? await search(['**/*.{yaml,yml}'], path, IGNORED)
      : await search([toGlob(given)], from, IGNORED);
    const kept = matches.filter((match) => !excluded.has(match));
    if (kept.length === 0) {
      throw new UsageError(`没有找到要检查的 YAML 文件：${given}`, `No YAML file to check in: ${given}`);
    }
    for (const match of kept) add(match);
  }
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** A file, or a folder with all that lies below it. */
export interface Place {
  /** Absolute path. */
  path: string;
  below: boolean;
}

/** Where the files that a path names can lie: the file, the folder, or the folder above all that a glob matches. */
export function placeOf(given: string, from: string): Place {
  const path = resolve(from, given);
  const status = statusOf(path, statSync);
  if (status || !GLOB.test(given)) return { path, below: status?.isDirectory() ?? false };
  const glob = toGlob(given);
  return { path: resolve(from, glob.slice(0, glob.lastIndexOf('/', glob.search(GLOB)) + 1)), below: true };
}

function statusOf(path: string, read: typeof statSync): Stats | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

async function search(
  patterns: readonly string[],
  cwd: string,
  ignore: readonly string[],
  expandDirectories = false,
): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return (
    await glob([...patterns], {
      cwd,
      ignore: [...ignore],
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories,
    })
  ).map((path) => resolve(path));
}

const toGlob = (given: string): string => (sep === '\\' ? given.replaceAll('\\', '/') : given);
