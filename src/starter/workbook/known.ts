import type { Language } from '../../model/finding.ts';
import type { Property } from '../../schema/vocabulary/shape.ts';
import { pointerTo } from '../../tree/yaml/positions.ts';
import type { SheetLayout } from '../../workbook/layout.ts';
import { isTree, isTrees, type Tree, type Value } from '../layout.ts';
import { separator } from './entry.ts';
import { isForOthers, type Slot, TICK, valueShape } from './slots.ts';

/** What is known of a slot as it is written into its cell; empty where nothing is. */
export function knownIn(of: Tree, slot: Slot, keys: Language): string | number {
  const { field, code: ticked } = slot;
  const value = valueAt(of, field.path) ?? '';
  if (typeof value === 'number') return value;
  const { codes } = valueShape(field);
  const values = [value].flat();
  if (ticked) return values.some((each) => each === ticked.code) ? TICK : '';
  const own = isForOthers(slot) ? values.filter((each) => !codes.some(({ code }) => code === each)) : values;
  const named = own.map((each) => {
    const code = codes.find(({ code }) => code === each);
    return code && keys === 'zh' ? code.title : String(each);
  });
  return named.join(isForOthers(slot) ? '\n' : separator(keys));
}

/** The items that are known of a sheet's list, each with its place and the name of the item that it belongs to. */
export function itemsIn(known: Tree, { list }: SheetLayout): { item: Tree; pointer: string; owner: string }[] {
  const { owner, path = [] } = list ?? {};
  const around = owner ? itemsIn(known, owner.sheet) : [{ item: known, pointer: '' }];
  return around.flatMap(({ item, pointer }) => {
    const items = valueAt(item, path);
    const name = owner ? String(valueAt(item, owner.by.path) ?? '') : '';
    const own = path.reduce((above, property) => pointerTo(above, property.name), pointer);
    return isTrees(items) ? items.map((each, index) => ({ item: each, pointer: `${own}/${index}`, owner: name })) : [];
  });
}

/** The value that keys lead to. */
const valueAt = (tree: Tree, path: readonly Property[]): Value =>
  path.reduce((value: Value, { name }) => (isTree(value) ? value[name] : undefined), tree);
