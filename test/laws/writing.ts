import { stringify } from 'yaml';
import type { Kind } from '../../src/model/kinds.ts';
import { itemShape, type Shape, shapeOfKind } from '../../src/schema/vocabulary/shape.ts';
import type { Tree, Value } from './records.ts';

/** Draws one of so many. */
export type Draw = (count: number) => number;

/** A record as it is, on one line: JSON is YAML, and is soon written. */
export const plainly = (record: Tree): string => `${JSON.stringify(record)}\n`;

/**
 * A record as somebody else would write it: its keys in another order and in either language, its values in any form that
 * is read as the same.
 */
export function otherwise(record: Tree, draw: Draw): string {
  return stringify(rewritten(record, shapeOfKind(record.kind as Kind), draw), { lineWidth: 0 });
}

function rewritten(value: Value, shape: Shape, draw: Draw): Value {
  if (Array.isArray(value)) {
    const items = value.map((item) => rewritten(item, itemShape(shape), draw));
    const only = items[0];
    if (items.length === 1 && only !== undefined && draw(2) === 0) return only;
    const areCodes = items.every((item) => typeof item === 'string');
    return areCodes && isCodes(shape) && draw(2) === 0 ? items.join('、') : items;
  }
  if (typeof value === 'object') {
    if (shape.type !== 'object') return value;
    const entries = Object.entries(value).map(([name, inner]): [string, Value] => {
      const property = shape.keys.get(name);
      if (!property) return [name, inner];
      return [draw(2) === 0 ? property.title : name, rewritten(inner, property.shape, draw)];
    });
    for (let index = entries.length - 1; index > 0; index -= 1) {
      const other = draw(index + 1);
      [entries[index], entries[other]] = [entries[other] as [string, Value], entries[index] as [string, Value]];
    }
    return Object.fromEntries(entries);
  }
  const items = itemShape(shape);
  if (typeof value === 'string' && items.type === 'text' && items.codes.length > 0) {
    const title = items.codes.find(({ code }) => code === value)?.title;
    return title !== undefined && draw(2) === 0 ? title : value;
  }
  if (typeof value === 'string' && /^2024-\d\d-\d\d$/.test(value)) return dateForms(value)[draw(5)] as string;
  if (typeof value === 'string' && /^2024-\d\d$/.test(value))
    return [value, `${Number(value.slice(5))}月`][draw(2)] as string;
  if (
    typeof value === 'number' &&
    (items.type === 'integer' || items.type === 'number') &&
    items.units[0] !== undefined &&
    // A year is no count.
    items.limits.maximum !== 2999
  )
    // Money is exact, any other figure may be a promise.
    return [value, `${value}${items.units[0]}`, `≥${value}`][draw(items.units[0] === '元' ? 2 : 3)] as Value;
  return value;
}

const isCodes = (shape: Shape): boolean => {
  const items = itemShape(shape);
  return items.type === 'text' && items.codes.length > 0;
};

const dateForms = (date: string): string[] => {
  const [year, month, day] = date.split('-').map(Number);
  return [
    date,
    `${year}年${month}月${day}日`,
    `${year}.${month}.${day}`,
    `${year}/${month}/${day}`,
    `${month}月${day}日`,
  ];
};
