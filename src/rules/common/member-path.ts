import type { LoadedRecord } from '../../load/loaded.ts';
import { placeAt } from '../../tree/yaml/positions.ts';

/** JSON pointer of a member of a list; of the list itself where it is written as one text, in which no member has a place of its own. */
export function memberPath(record: LoadedRecord, list: string, index: number): string {
  const placeOf = (path: string) => placeAt(record.data(), record.positions(), path)?.value.join();
  const member = `${list}/${index}`;
  return placeOf(list) === placeOf(member) ? list : member;
}
