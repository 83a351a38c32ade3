import type { Fix } from '../model/finding.ts';
import type { Mended } from '../recovery/mend.ts';
import { isValue } from '../schema/commented-out.ts';
import type { Reading } from '../schema/likely.ts';
import type { Shape } from '../schema/vocabulary/shape.ts';
import { isItem, type Positions, placeAt } from '../tree/yaml/positions.ts';

/** Several codes, as the items of the list that they stand in, or of one of their own. */
export function asList(
  mended: Mended,
  reading: Reading | undefined,
  record: unknown,
  positions: Positions,
  path: string,
): Reading | undefined {
  if (!reading?.text.includes(',')) return reading;
  const [list] = placeAt(record, positions, path.slice(0, path.lastIndexOf('/')))?.value ?? [-1];
  const [item] = placeAt(record, positions, path)?.value ?? [-1];
  if (!isItem(path) || list === item) return { ...reading, text: `[${reading.text}]` };
  return mended.text[list] === '[' ? reading : undefined;
}

/** A reading in place of a key or value that stands on one line. */
export function fixIn(mended: Mended, reading: Reading | undefined, [start, end]: [number, number]): Fix | undefined {
  const value = mended.text.slice(start, end).replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
  if (!reading || value === '' || value.includes('\n')) return undefined;
  const { written } = mended;
  const edit = { start: written(start), end: written(start + value.length), text: reading.text };
  // Where the text itself is only likely, so is what it says.
  const applicability = mended.isUncertain(edit.start, edit.end) ? 'likely' : reading.applicability;
  return { edits: [edit], applicability };
}

/** The only item of a list that stands where one value belongs, if it can be that value. */
export function oneOfList(written: string, shape: Shape): Reading | undefined {
  const [, bracketed, dashed] = /^(?:\[([^[\]{},#"']+)\]|- ([^[\]{}#"'\n:]+))$/.exec(written.trimEnd()) ?? [];
  const item = (bracketed ?? dashed)?.trim();
  return item === undefined || !isValue(item, shape, '') ? undefined : { text: item, applicability: 'certain' };
}
