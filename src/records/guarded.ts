import type { LoadedRecord } from '../load/loaded.ts';
import { CannotTell } from '../model/cannot-tell.ts';
import type { Words } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import { maySayMore } from '../schema/values/list.ts';
import { type Property, propertyAt } from '../schema/vocabulary/shape.ts';
import { isItem, segmentsOf, valueAt } from '../tree/yaml/positions.ts';

/**
 * A record's data as rules read it: reading a value that could not be read throws CannotTell, and so does reading anything
 * of an item that is no object. Where all is well it is the data itself.
 */
export function guarded(record: LoadedRecord): AnyRecord {
  const data = record.data();
  if (record.unreadable.length === 0) return data;
  const copy = structuredClone(data);
  // What lies deeper goes first, since nothing is reached behind what cannot be read.
  for (const path of [...record.unreadable].sort((one, other) => other.length - one.length)) guard(copy, record, path);
  return copy;
}

function guard(data: AnyRecord, { kind }: LoadedRecord, path: string): void {
  const segments = segmentsOf(path);
  const name = segments.pop();
  const owner = valueAt(data, path.slice(0, path.lastIndexOf('/')));
  if (name === undefined || typeof owner !== 'object' || owner === null) return;
  const value = valueAt(data, path);
  const property = propertyAt(kind, path);
  // What may be left out and is not there stands in cells that cannot be read.
  const isMissing = property?.required === true && value === undefined;
  const list = property?.shape.type === 'array' ? property.shape.items : property?.shape;
  const isOne = list?.type !== 'text' || (typeof value === 'string' && !maySayMore(value, list.forms));
  const cannotTell = new CannotTell(reasonOf(property, path, isMissing), isOne ? 1 : Number.POSITIVE_INFINITY);
  if (isItem(path) && list?.type === 'object') Reflect.set(owner, name, nothingReadable(cannotTell));
  else
    Object.defineProperty(owner, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        throw cannotTell;
      },
    });
}

/** An object of which nothing can be read. */
export const nothingReadable = (cannotTell: CannotTell): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw cannotTell;
      },
    },
  );

function reasonOf(property: Property | undefined, path: string, isMissing: boolean): Words {
  const [zh, en] = [property?.title ?? path, property?.name ?? path];
  return isMissing
    ? { zh: `没有写“${zh}”，补上后再判`, en: `"${en}" is not given; it is judged once it is` }
    : { zh: `“${zh}”这一项写错了，改好后再判`, en: `"${en}" is not written right; it is judged once mended` };
}
