/** What makes a path a glob. */
const SIGNS = /[*?[\]{}!()]/;
const EACH_SIGN = new RegExp(SIGNS, 'g');

/**
 * A pattern in which parentheses around a part of a name, as those of a copy (计划 (2).yaml), stand for themselves; those of
 * a choice follow a sign, or hold a bar.
 */
const withNames = (pattern: string): string => pattern.replace(/(?<![!?+*@])\(([^()|]*)\)/g, '\\($1\\)');

/** Whether a path can be a glob: none that exists is. */
export const isGlob = (path: string): boolean => SIGNS.test(path);

/** Where a glob is looked for. */
export interface Ground {
  /** An absolute path by a name that is relative to a folder. */
  resolve(folder: string, name: string): string;
  isFolder(path: string): boolean;
  /** Whether the case of letters makes no other file. */
  nocase: boolean;
}

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
export const baseOf = (glob: string, from: string, ground: Ground): string =>
  ground.resolve(from, glob.slice(0, startOf(glob, from, ground)));

/** Where the pattern starts: behind the folders that are there by the very names that the glob begins with, brackets or not. */
function startOf(glob: string, from: string, { resolve, isFolder }: Ground): number {
  let start = 0;
  for (const { index } of glob.matchAll(/\//g)) {
    if (SIGNS.test(glob.slice(start, index)) && !isFolder(resolve(from, glob.slice(0, index)))) break;
    start = index + 1;
  }
  return start;
}

/** Reads a glob that has `/` alone and is relative to `from`. */
export async function globOf(glob: string, from: string, ground: Ground): Promise<Glob> {
  const { default: picomatch } = await import('picomatch');
  const { nocase } = ground;
  const stepOf = (step: string) => (step === '**' ? ('any depth' as const) : picomatch(step, { nocase }));
  const pattern = withNames(glob.slice(startOf(glob, from, ground)));
  // A slash inside brackets makes paths of several depths.
  const steps = /[({][^(){}]*\//.test(pattern) ? undefined : pattern.split('/').map(stepOf);
  return {
    base: baseOf(glob, from, ground),
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

/** Whether an absolute path is left out, by globs relative to a folder. */
export async function leavingOut(
  globs: readonly string[],
  from: string,
  relativePath: (path: string) => string,
  ground: Ground,
): Promise<(path: string) => boolean> {
  if (globs.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const patterns = globs.map((given) => {
    const glob = given.replace(/^(?:\.\/+)+|(?<!\/)\/+$/g, '');
    const start = startOf(glob, from, ground);
    return glob.slice(0, start).replaceAll(EACH_SIGN, '\\$&') + withNames(glob.slice(start));
  });
  const matches = picomatch(patterns, { nocase: ground.nocase });
  return (path) => matches(relativePath(path));
}
