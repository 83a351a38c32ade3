import { lstatSync, type Stats, type statSync } from 'node:fs';

/** What stands at a path, read with the links that lead there followed or not; undefined where nothing does, or it may not be looked. */
export function statusOf(path: string, read: typeof statSync): Stats | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

/** Whether it may not be looked whether something stands at a path. */
export function isForbidden(path: string): boolean {
  try {
    lstatSync(path);
    return false;
  } catch (error) {
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
