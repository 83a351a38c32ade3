import { placeAt, valueAt } from '../source/positions.ts';
import type { AnyRecord, Kind } from './kinds.ts';
import type { LoadedRecord } from './loaded.ts';

/** Where a value is pointed at: its path, on the value or on the key, and offsets in the file. */
export interface Standing {
  path: string;
  /** Whether the value itself is there. */
  present: boolean;
  offsets: [number, number];
}

const rootKeys: Record<Kind, string> = {
  plan: '/base',
  session: '/id',
  province: '/year',
  pairing: '/helper',
  'city-program': '/city',
};

/**
 * Where to point for a path of a record: at the value that is there; else at the key of the nearest enclosing object
 * that is (for a session its `id`, for another list item its first of id, name, title, date, for a record the key that
 * names it).
 */
export function standingAt(record: LoadedRecord, data: AnyRecord, path: string): Standing {
  const place = placeAt(data, record.positions, path);
  if (place) return { path, present: true, offsets: place.value };
  let owner = path;
  do owner = owner.slice(0, owner.lastIndexOf('/'));
  while (valueAt(data, owner) === undefined);
  const key = owner === '' ? rootKeys[record.kind] : /\/\d+$/.test(owner) ? nameOfItem(data, owner) : owner;
  const { key: keyOffsets, value } = placeAt(data, record.positions, key) as NonNullable<ReturnType<typeof placeAt>>;
  return { path: key, present: false, offsets: keyOffsets[0] >= 0 ? keyOffsets : value };
}

function nameOfItem(data: AnyRecord, item: string): string {
  const name = ['id', 'name', 'title', 'date'].find((key) => valueAt(data, `${item}/${key}`) !== undefined);
  return name ? `${item}/${name}` : item;
}
