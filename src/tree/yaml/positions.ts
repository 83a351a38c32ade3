import { present } from '../../model/present.ts';
/**
 * Where every key and value of a record stands: four numbers a value (key start, key end, value start, value end), each
 * an offset plus one, 0 where a list item has no key; in the order in which the record's values are met, depth first. A
 * flat array of two-byte numbers (four in a long file) instead of a tree of objects: a plan of four sessions costs three
 * kilobytes, and the array crosses threads uncopied.
 */
export type Positions = Uint16Array | Uint32Array;

/** Where something begins and ends; what may be behind these two is of no concern. */
export type Offsets = readonly [start: number, end: number, ...more: number[]];

/** Offsets of a key and of its value. */
export interface Place {
  key: [number, number];
  value: [number, number];
}

const WIDTH = 4;

const WIDEST_SHORT = 0xffff;

/** Collects positions while a record is built. */
export class PositionsBuilder {
  readonly #numbers: number[] = [];

  /** Takes the next place; must be called before the value's own children are met. */
  add(key: Offsets, value: Offsets): void {
    this.#numbers.push(key[0] + 1, key[1] + 1, value[0] + 1, value[1] + 1);
  }

  build(): Positions {
    return positionsOf(this.#numbers);
  }
}

/** Positions by their numbers, no wider than those need. */
export function positionsOf(numbers: readonly number[]): Positions {
  return numbers.some((number) => number > WIDEST_SHORT) ? new Uint32Array(numbers) : new Uint16Array(numbers);
}

/** The same positions in another text; `moved` gives each offset there. */
export const movedPositions = (positions: Positions, moved: (offset: number) => number): Positions =>
  positionsOf(Array.from(positions, (number) => (number === 0 ? 0 : moved(number - 1) + 1)));

/** The segments of a JSON pointer. */
export const segmentsOf = (path: string): string[] => (path === '' ? [] : path.slice(1).split('/').map(unescaped));

/** A segment of a JSON pointer as the key that it stands for. */
const unescaped = (segment: string): string =>
  segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;

/** Whether a JSON pointer leads to an item of a list. */
export const isItem = (path: string): boolean => /\/\d+$/.test(path);

/** A JSON pointer one segment longer. */
export const pointerTo = (path: string, segment: string | number): string =>
  `${path}/${typeof segment === 'string' && /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment}`;

/** The JSON pointer of segments from the root on. */
export const pointerOf = (segments: readonly (string | number)[]): string => segments.reduce<string>(pointerTo, '');

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
  const end = path.lastIndexOf('/');
  if (end < 0) return placeIn(positions, 0);
  const owner = path.slice(0, end);
  if (!lastOwner || lastOwner.record !== record || lastOwner.path !== owner) {
    let found: Slot | undefined = { value: record, slot: 0 };
    for (const segment of segmentsOf(owner)) {
      found = slotIn(found, segment);
      if (!found) return undefined;
    }
    lastOwner = { record, path: owner, found };
  }
  const found = slotIn(lastOwner.found, unescaped(path.slice(end + 1)));
  return found && placeIn(positions, found.slot);
}

/** The object that was looked into last: most of what is asked for stands in one, or is missing from it. */
let lastOwner: { record: unknown; path: string; found: Slot } | undefined;

/** A value, and which of the places in a record is its own. */
interface Slot {
  value: unknown;
  slot: number;
}

function slotIn({ value, slot }: Slot, key: string): Slot | undefined {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  const before = present(slotsBefore(value).get(key), 'slot of a key');
  return { value: (value as Record<string, unknown>)[key], slot: slot + before };
}

/** Where each value of a record stands, those of a list or object behind it; the record itself is not among them. */
export function placesIn(record: unknown, positions: Positions): { path: string; parent: string; place: Place }[] {
  const places: { path: string; parent: string; place: Place }[] = [];
  let slot = 0;
  const visit = (value: unknown, parent: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, child] of Object.entries(value)) {
      slot += 1;
      const path = pointerTo(parent, key);
      places.push({ path, parent, place: placeIn(positions, slot) });
      visit(child, path);
    }
  };
  visit(record, '');
  return places;
}

function placeIn(positions: Positions, slot: number): Place {
  const offset = (place: number) => present(positions[slot * WIDTH + place], 'position of a value') - 1;
  return { key: [offset(0), offset(1)], value: [offset(2), offset(3)] };
}

/** How many slots a value takes, its children included. */
function slotsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  let slots = 1;
  for (const child of Object.values(value)) slots += slotsIn(child);
  return slots;
}

// Counted once for each object that is looked into: a record may be large, and thousands of places in it asked for.
const before = new WeakMap<object, Map<string, number>>();

/** For each key of an object or list, the slots from the object's own to that key's. */
function slotsBefore(value: object): Map<string, number> {
  const known = before.get(value);
  if (known) return known;
  const counted = new Map<string, number>();
  let slots = 1;
  for (const [key, child] of Object.entries(value)) {
    counted.set(key, slots);
    slots += slotsIn(child);
  }
  before.set(value, counted);
  return counted;
}
