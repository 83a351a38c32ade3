/**
 * Where every key and value of a record stands, as offsets: four numbers a value (key start, key end, value start,
 * value end; -1 where a list item has no key), in the order in which the record's values are met, depth first. A flat
 * array instead of a tree of objects: it costs a record of four sessions a few kilobytes and crosses threads uncopied.
 */
export type Positions = Int32Array;

/** Offsets of a key and of its value. */
export interface Place {
  key: [number, number];
  value: [number, number];
}

const WIDTH = 4;

/** Collects positions while a record is built. */
export class PositionsBuilder {
  readonly #numbers: number[] = [];

  /** Takes the next place; must be called before the value's own children are met. */
  add(keyStart: number, keyEnd: number, valueStart: number, valueEnd: number): void {
    this.#numbers.push(keyStart, keyEnd, valueStart, valueEnd);
  }

  build(): Positions {
    return Int32Array.from(this.#numbers);
  }
}

/** The segments of a JSON pointer. */
export const segmentsOf = (path: string): string[] =>
  path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A JSON pointer one segment longer. */
export const pointerTo = (path: string, segment: string | number): string =>
  `${path}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The value at a JSON pointer, or undefined. */
export function valueAt(record: unknown, path: string): unknown {
  let value = record;
  for (const segment of segmentsOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}

/** Where the value at a JSON pointer stands; undefined where the record has no such value. */
export function placeAt(record: unknown, positions: Positions, path: string): Place | undefined {
  let value = record;
  let slot = 0;
  for (const segment of segmentsOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, segment)) return undefined;
    slot += 1;
    for (const [key, child] of Object.entries(value)) {
      if (key === segment) break;
      slot += slotsIn(child);
    }
    value = (value as Record<string, unknown>)[segment];
  }
  const at = slot * WIDTH;
  return {
    key: [positions[at] as number, positions[at + 1] as number],
    value: [positions[at + 2] as number, positions[at + 3] as number],
  };
}

function slotsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  let slots = 1;
  for (const child of Object.values(value)) slots += slotsIn(child);
  return slots;
}
