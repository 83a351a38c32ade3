import { halfWidth } from './plain.ts';

/** Names and aliases of bases by their bare form, each with the name that stands for all of them. */
export type BaseNames = ReadonlyMap<string, string>;

/** A name without what may differ where the same base is meant: blanks inside, and signs' width. */
export const bareName = (name: string): string => halfWidth(name).replace(/\s/g, '');

/** Reads the name of a base in one of the forms that a registry has for it, whatever the blanks in it. */
export function readBaseName(written: string, names: BaseNames): { value: string } | undefined {
  const value = names.get(bareName(written));
  return value === undefined ? undefined : { value };
}
