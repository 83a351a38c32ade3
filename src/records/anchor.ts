import type { LoadedRecord } from '../load/loaded.ts';
import type { AnyRecord, Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { isItem, type Place, placeAt, valueAt } from '../tree/yaml/positions.ts';

/** Where something is pointed at: its path, the offsets of the value (or of the key that stands in), and those of the key. */
export interface Anchor {
  path: string;
  offsets: [number, number];
  key: [number, number] | undefined;
}

/** The key that names a record as a whole, the first of these that it has: it has one at least, or was not read. */
const rootKeys: Record<Kind, readonly [string, ...string[]]> = {
  plan: ['/base'],
  session: ['/id', '/title', '/base'],
  province: ['/year'],
  pairing: ['/helper'],
  'city-program': ['/city'],
};

const rootKey = (kind: Kind, data: AnyRecord): string =>
  rootKeys[kind].find((key) => valueAt(data, key) !== undefined) ?? rootKeys[kind][0];

// Most of what is missing is missing from an object that lacks more.
const standIns = new WeakMap<AnyRecord, Map<string, Anchor>>();

/**
 * Where to point for a path of a record: at the value that is there; else at the key of the nearest enclosing object
 * that is (for a session its `id`, for another list item its first of id, name, title, date, for a record the key that
 * names it).
 */
export function anchorAt(record: LoadedRecord, data: AnyRecord, path: string): Anchor {
  const place = placeAt(data, record.positions(), path);
  if (place) return { path, offsets: place.value, key: keyOf(place) };
  const known = standIns.get(data) ?? new Map<string, Anchor>();
  standIns.set(data, known);
  const owner = path.slice(0, path.lastIndexOf('/'));
  const anchor = known.get(owner) ?? standInAt(record, data, owner);
  known.set(owner, anchor);
  return anchor;
}

function standInAt(record: LoadedRecord, data: AnyRecord, path: string): Anchor {
  let owner = path;
  while (valueAt(data, owner) === undefined) owner = owner.slice(0, owner.lastIndexOf('/'));
  const key = owner === '' ? rootKey(record.kind, data) : isItem(owner) ? nameOfItem(data, owner) : owner;
  const standIn = present(placeAt(data, record.positions(), key), `place of ${key}`);
  return { path: key, offsets: keyOf(standIn) ?? standIn.value, key: keyOf(standIn) };
}

/** Offsets of a key; undefined for a list item, which has none. */
const keyOf = ({ key }: Place): [number, number] | undefined => (key[0] >= 0 ? key : undefined);

function nameOfItem(data: AnyRecord, item: string): string {
  const name = ['id', 'name', 'title', 'date'].find((key) => valueAt(data, `${item}/${key}`) !== undefined);
  return name ? `${item}/${name}` : item;
}
