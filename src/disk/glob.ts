import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What makes a path a glob. */
const SIGNS = /[*?[\]{}!()]/;
const EACH_SIGN = new RegExp(SIGNS, 'g');

/** Whether a path can be a glob: none that exists is. */
export const isGlob = (path: string): boolean => SIGNS.test(path);

/** File systems on which the case of letters makes no other file. */
const nocase = process.platform === 'win32' || process.platform === 'darwin';

/** A glob, ready for paths below its base. */
export interface Glob {
  /** The absolute path of the folder above all that it matches. */
  base: string;
  /** Whether it matches a path, relative to the base and with `/`. */
  matches(path: string): boolean;
  /** Whether something below a folder, given so, may match. */
  reaches(folder: string): boolean;
}

/** The folder above all that a glob matches; the glob has `/` alone, and is relative to `from`. */
export const baseOf = (glob: string, from: string): string => resolve(from, glob.slice(0, startOf(glob, from)));

/** Where the pattern starts: behind the folders that are there by the very names that the glob begins with, brackets or not. */
function startOf(glob: string, from: string): number {
  let start = 0;
  for (const { index } of glob.matchAll(/\//g)) {
    if (SIGNS.test(glob.slice(start, index)) && !isFolder(resolve(from, glob.slice(0, index)))) break;
    start = index + 1;
  }
  return start;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Reads a glob that has `/` alone and is relative to `from`. */
export async function globOf(glob: string, from: string): Promise<Glob> {
  const { default: picomatch } = await import('picomatch');
  const pattern = glob.slice(startOf(glob, from));
  // A slash inside brackets makes paths of several depths.
  const steps = /[({][^(){}]*\//.test(pattern) ? undefined : pattern.split('/').map((step) => stepOf(step, picomatch));
  return {
    base: baseOf(glob, from),
    matches: picomatch(pattern, { nocase }),
    reaches(folder) {
      if (!steps) return true;
      const names = folder.split('/');
      const deep = steps.indexOf('any depth');
      const shallow = deep < 0 ? steps : steps.slice(0, deep);
      if (deep < 0 && names.length >= steps.length) return false;
      return names.slice(0, shallow.length).every((name, depth) => {
        const step = shallow[depth];
        return typeof step === 'function' && step(name);
      });
    },
  };
}

const stepOf = (step: string, picomatch: typeof import('picomatch').default) =>
  step === '**' ? ('any depth' as const) : picomatch(step, { nocase });

/** Whether an absolute path is left out, by globs relative to a folder. */
export async function leavingOut(
  globs: readonly string[],
  from: string,
  relativePath: (path: string) => string,
): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const patterns = globs.map((glob) => {
    const start = startOf(glob, from);
    return glob.slice(0, start).replaceAll(EACH_SIGN, '\\$&') + glob.slice(start);
  });
  const matches = picomatch(patterns, { nocase });
  return (path) => matches(relativePath(path));
}
