import { readValue, type ValueType } from '../schema/values/index.ts';
import type { Shape } from '../schema/vocabulary/shape.ts';
import { valueTypeOf } from '../schema/vocabulary/value-type.ts';
import { withoutStar } from '../text/lines.ts';

/** Types of value that have a unit. */
const WITH_UNIT: ReadonlySet<ValueType | undefined> = new Set(['days', 'hours', 'count', 'months', 'money', 'share']);

/** A text that can be nothing but a unit, be it one that is not read. */
const UNIT = /[元天日时周分]$|分钟$|^[人名个期批次道题篇家月年百千万亿]+$|^[%％‰]$|^(?:h|min|d|k|w)$/i;

/** What a unit outside of a cell makes of the numbers in its column: nothing, a unit behind each, or no value that can be read. */
export type Unit = { type: 'none' } | { type: 'behind'; unit: string } | { type: 'unclear'; unit: string };

/** What stands in brackets at the end of a header; undefined where nothing does. */
export const bracketed = (header: string): string | undefined =>
  /[（(]([^（）()]{1,80})[）)]$/
    .exec(withoutStar(header))?.[1]
    ?.trim()
    .replace(/^单位[:：]\s*/, '') || undefined;

/** The unit that a cell above the headers gives a whole table, `单位：万元`; undefined where it gives none. */
export const unitAbove = (text: string): string | undefined =>
  /(?:^|[\s（(，,；;])(?:金额)?单位[:：]\s*([^\s，,；;）)]+)/.exec(text)?.[1];

/** What a unit in the header of a value, and one above its table, make of the numbers there. */
export function unitFor(shape: Shape, header: string, above: string | undefined): Unit {
  const type = valueTypeOf(shape);
  if (!WITH_UNIT.has(type) || type === undefined || !('units' in shape)) return { type: 'none' };
  const own = bracketed(header);
  const isOwn = (unit: string) => shape.units.includes(unit);
  const reads = (unit: string) =>
    readValue(type, `1${unit}`, { year: 2000, hoursPerDay: 1, units: ['个', ...shape.units] }) !== undefined;
  const fits = (unit: string) => isOwn(unit) || reads(unit) || (type === 'money' && /元$/.test(unit));
  const of = (unit: string): Unit =>
    isOwn(unit) ? { type: 'none' } : reads(unit) ? { type: 'behind', unit } : { type: 'unclear', unit };
  const ofTable = above !== undefined && fits(above) ? above : undefined;
  if (own !== undefined && UNIT.test(own))
    return ofTable === undefined || ofTable === own ? of(own) : { type: 'unclear', unit: ofTable };
  return ofTable === undefined ? { type: 'none' } : of(ofTable);
}

/** Whether a text ends in a figure without a unit of its own. */
export const isBare = (text: string): boolean => /[\d.]$/.test(text.normalize('NFKC'));
