import { hasChinese } from '../../text/chinese.ts';
import type { Named } from './named.ts';
import { itemShape, type ObjectShape, type Property, type Shape } from './shape.ts';
import { MERGE, type Suggestion, suggestNamed } from './suggest.ts';

// By the properties, which a shape and its copy for a list have in common.
const namesKnown = new WeakMap<readonly Property[], readonly (Property | Named)[]>();

/** All that a key of an object can be: its properties, and what it keeps. */
function namesOf({ properties, kept }: ObjectShape): readonly (Property | Named)[] {
  const known = namesKnown.get(properties);
  if (known) return known;
  const names = [...properties, ...new Set(kept.values())];
  namesKnown.set(properties, names);
  return names;
}

/** The one key of an object that a word can only be a slip for, beside the keys that are given there. */
export function nearKey(
  written: string,
  shape: ObjectShape,
  given: Pick<ReadonlySet<string>, 'has'> = new Set(),
): Suggestion<Property> | undefined {
  if (written === '' || written === MERGE) return undefined;
  // A label on a form has a colon behind it.
  const near = suggestNamed(written.replace(/[:：]$/, ''), namesOf(shape), ({ name }) => given.has(name));
  return near && 'shape' in near.entry ? { ...near, entry: near.entry } : undefined;
}

/** A key under which another is read; a list has a sheet of its own in a workbook. */
export type Home = Named & { isList: boolean };

/** The keys of an object under which a word that it does not know would be read. */
export const homesOf = (written: string, { properties }: ObjectShape): Home[] =>
  properties.filter(({ shape }) => isKeyIn(written, shape)).map(homeOf);

/** A key as one under which another is read. */
export const homeOf = ({ name, title, shape }: Property): Home => ({ name, title, isList: shape.type === 'array' });

/** The headers of a sheet under which a word that is none of them would be read. */
export const headersIn = (homes: readonly Home[], written: string): string[] =>
  homes
    .filter(({ isList }) => !isList)
    .map(({ name, title }) => (hasChinese(written) ? `${title}·${written}` : `${name}.${written}`));

/** Whether a key is one of an object, or of the objects of a list. */
export function isKeyIn(written: string, shape: Shape): boolean {
  const inner = itemShape(shape);
  return inner.type === 'object' && inner.keys.has(written);
}
