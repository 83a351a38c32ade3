import { resolve } from 'node:path';

/** What makes a path a glob. */
const SIGNS = /[*?[\]{}!()]/;

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
export const baseOf = (glob: string, from: string): string =>
  resolve(from, glob.slice(0, glob.lastIndexOf('/', glob.search(SIGNS)) + 1));

/** Reads a glob that has `/` alone and is relative to `from`. */
export async function globOf(glob: string, from: string): Promise<Glob> {
  const { default: picomatch } = await import('picomatch');
  const pattern = glob.slice(glob.lastIndexOf('/', glob.search(SIGNS)) + 1);
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

/** Whether an absolute path is left out, by globs relative to a folder, or by names of folders and files there. */
export async function leavingOut(
  globs: readonly string[],
  relativePath: (path: string) => string,
): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch(globs, { nocase });
  return (path) => matches(relativePath(path));
}
