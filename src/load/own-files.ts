import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceRead } from '../model/evidence.ts';
import type { Config } from './config.ts';
import { reportedPath } from './find.ts';

/** The config and the editions that it names: they decide the verdicts as much as the records do. */
export function ownFiles({ file, folder, settings }: Config, cwd: string): SourceRead[] {
  if (file === undefined) return [];
  const read = (path: string, role: SourceRead['role']): SourceRead => ({
    file: reportedPath(path, cwd),
    role,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  });
  return [
    read(resolve(cwd, file), 'config'),
    ...(settings.editions ?? []).map((name) => read(resolve(folder, name), 'edition')),
  ];
}
