import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The records of the examples and of the rules' fixtures, as they are written; read from the project's folder, where tests and campaigns run. */
export const keptTexts: readonly string[] = ['examples', 'test/rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
