import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a document or folder that is a file; undefined for any other, such as one that was never saved. */
export function pathOf(uri: string): string | undefined {
  try {
    return resolve(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** The folder that a file lies in; where folders lie in one another, the deepest. */
export function innermost(folders: readonly string[], path: string): string | undefined {
  const around = folders.filter((folder) => {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
  return around.sort((one, other) => other.length - one.length)[0];
}

/** The folder in which a file lies. */
export const folderOf = (path: string): string => dirname(path);

/** Whether a document has been saved. */
export const isSaved = (path: string): boolean => existsSync(path);
