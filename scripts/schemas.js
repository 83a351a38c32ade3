import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../schemas/', import.meta.url);

/**
 * What the schemas say beyond JSON Schema: names, units, what may be one or a list, what says in another way what
 * other keys say, and the keys that are kept
 * and not read.
 */
export const KEYWORDS = [
  'x-titles',
  'x-directory',
  'x-synonyms',
  'x-units',
  'x-or-list',
  'x-alternative',
  'x-keeps',
  'x-kept',
];

/** The schemas by name, in order, as they lie in schemas/ now. */
export const readSchemas = () =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.schema.json'))
      .sort()
      .map((name) => [name.replace('.schema.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]),
  );
