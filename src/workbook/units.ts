import { readValue, type ValueType } from '../schema/values/index.ts';
import { halfWidth } from '../schema/values/plain.ts';
import type { Shape } from '../schema/vocabulary/shape.ts';
import { valueTypeOf } from '../schema/vocabulary/value-type.ts';
import { withoutStar } from '../text/lines.ts';

/** Types of value that have a unit. */
const WITH_UNIT: ReadonlySet<ValueType | undefined> = new Set(['days', 'hours', 'count', 'months', 'money', 'share']);

/** What a unit outside of a cell makes of the numbers in its column: nothing, a unit behind each, or no value that can be read. */
export type Unit = { type: 'none' } | { type: 'behind'; unit: string } | { type: 'unclear'; unit: string };

/** Remarks in brackets at the end of a header. */
export const BRACKETS = /(?:[（(【〔[][^（）()【】〔〕[\]]*[）)】〕\]]\s*){1,3}$/;

/** A text that may be a unit, be it one that is not read; the day of a date is none. */
const UNIT = new RegExp(
  [
    '[元天时周分]$|季度?$|星期$|(?<!月\\d{1,2})日$',
    // Whatever is said of these besides, `万元左右`.
    '小时|分钟|[十百千万亿]元|美金|港币|英镑',
    '^[人名个期批次道题篇家月年十百千万亿]+$',
    '^[\\d.]+[人名个道题篇家十百千万亿kw]+$',
    '^[%‰]$|^(?:h|min|minutes?|d|days?|weeks?|k|w|thousand|million|usd|hkd|eur|gbp)$',
  ].join('|'),
  'i',
);

/** What a row of a table is one of, or is about: an amount a year in it is the amount. */
const EACH = /^(?:年度?|期|班|场)$/;

/** What says of which rows the numbers are, not in what they are counted: `按期计`. */
const BY_EACH = /^[按每](?:年度?|期|班|场|次)计?$/;

/** A day, which said of a whole table is that of its columns of days. */
const DAY = /^(?:天|日|d|days?)$/i;

/** A unit that is said by the minutes of a class hour. */
const CLASS_HOURS: Record<string, string> = { 45: '学时', 60: '小时' };

/** What is said of the minutes of a class hour: `每学时45分钟`, `1学时=45分钟`, `45分钟/节`. */
const OF_CLASS_HOUR = /[1一]?个?(?:学时|课时|节课?)|[按每以为=:/计]/g;

/** How a text above or below a table says what the numbers in it are counted in, with half-width signs. */
const SAID_AROUND = [
  /单位[\s:为是]*([^()]+)/,
  /[以按用]([^以按用]+?)(?:计|为单位)/,
  /[为是]([^为是]+)$/,
  /^金额:(.+)/,
  /\(([^()]+)\)$/,
  /([1一每]个?(?:学时|课时)\D{0,3}\d+(?:分钟|min))/,
];

/** What a remark says, piece by piece. */
const piecesOf = (remark: string): string[] =>
  halfWidth(remark)
    .replace(/(\d)\s+/g, '$1')
    .split(/[,;、。\s()【】〔〕[\]]+/)
    .filter(Boolean);

/** What texts above or below a table may say of the unit of the numbers in it. */
export const saidAround = (texts: readonly string[]): string[] =>
  texts.map(halfWidth).flatMap((text) => SAID_AROUND.flatMap((form) => form.exec(text)?.[1] ?? []));

/** The unit that a piece of a remark on a column names, or what may be one; undefined where it is something else. */
function unitIn(piece: string, column: string): string | undefined {
  const length = /^(\d+)(?:分钟|min)$/i.exec(piece.replace(OF_CLASS_HOUR, ''))?.[1];
  if (length !== undefined) return CLASS_HOURS[length] ?? `${length}分钟`;
  if (BY_EACH.test(piece)) return undefined;
  const named = piece.replace(/^.*单位[:为是]*/, '');
  const text = named.replace(/^[以按用](.+)计$/, '$1').replace(/(?:人民币|rmb|cny):?|¥|^均为?|^约|约$/gi, '');
  const [, counted = text, each] = /^([^/每]*)[/每](.+)$/.exec(text) ?? [];
  const isUnit = /(?<![本各外])单位[:为是]/.test(piece) || UNIT.test(counted) || (each !== undefined && counted === '');
  if (!isUnit) return undefined;
  const isOfRow =
    each !== undefined && (EACH.test(each) || column.includes(`每${each}`) || column.includes(`${each}均`));
  return (each === undefined || isOfRow ? counted : text) || undefined;
}

/** Whether a unit that is said of a whole table counts what a unit of a value does, be it a scale or a currency that is not read: `百万元`, `千人`, `美元`. */
const isLike = (unit: string, own: string): boolean =>
  unit.endsWith(own) && /^[十百千万亿美欧港日]*$/.test(unit.slice(0, -own.length));

/** What a unit in the header of a value, and what is said around its table, make of the numbers there. */
export function unitFor(shape: Shape, header: string, around: readonly string[]): Unit {
  const type = valueTypeOf(shape);
  if (!WITH_UNIT.has(type) || type === undefined || !('units' in shape)) return { type: 'none' };
  const { units } = shape;
  // A day of one class hour would be the same as a class hour.
  const read = (text: string) => readValue(type, text, { year: 2000, hoursPerDay: 8, units: ['个', ...units] })?.value;
  // A figure in the unit would go on with that of the cell.
  const worth = (unit: string) => (/^[\d.]/.test(unit) ? undefined : read(units.includes(unit) ? '1' : `1${unit}`));
  const column = withoutStar(header);
  const name = column.replace(BRACKETS, '');
  const unitsIn = (text: string) => piecesOf(text).flatMap((piece) => unitIn(piece, name) ?? []);
  // `满分（100分）` repeats what is asked.
  const isRemark = (unit: string) =>
    type === 'count' && /^\d/.test(unit) && units.includes(unit.replace(/^[\d.]+/, ''));
  const own = unitsIn(column.slice(name.length)).filter((unit) => !isRemark(unit));
  const isOfType = (unit: string) =>
    worth(unit) !== undefined ||
    units.some((each) => isLike(unit, each)) ||
    (type === 'hours' && unit.endsWith('分钟'));
  const ofTable = around.flatMap(unitsIn).filter((unit) => isOfType(unit) && !(type === 'hours' && DAY.test(unit)));
  const found = new Map([...ofTable, ...own].map((unit) => [worth(unit) ?? unit, unit]));
  const [unit, ...others] = found.values();
  if (unit === undefined) return { type: 'none' };
  if (others.length > 0 || worth(unit) === undefined) return { type: 'unclear', unit: [...found.values()].join('、') };
  return worth(unit) === read('1') ? { type: 'none' } : { type: 'behind', unit };
}

/** Whether a text ends in a figure without a unit of its own. */
export const isBare = (text: string): boolean => /[\d.]$/.test(text.normalize('NFKC'));
