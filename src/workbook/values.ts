import { Scalar, YAMLSeq } from 'yaml';
import { readCode } from '../schema/values/code.ts';
import { readList } from '../schema/values/list.ts';
import { itemShape, type Shape, type TextShape } from '../schema/vocabulary/shape.ts';
import { valueTypeOf } from '../schema/vocabulary/value-type.ts';
import { type CellValue, textOf } from '../tree/workbook/cells.ts';
import { isBare } from './units.ts';

/** The words for yes and no in a workbook. */
export const yesAndNo = ['是', '否'] as const;

/** A value of a tree that stands in a stretch of the text: one that is a text whatever it says, or a figure. */
export function scalar(
  text: string,
  [start, end]: readonly [number, number],
  type: 'QUOTE_DOUBLE' | 'PLAIN' = 'QUOTE_DOUBLE',
): Scalar {
  const node = new Scalar(text);
  node.type = type;
  node.range = [start, end, end];
  return node;
}

/**
 * What a cell shows as a value of a tree, where a value of a shape is asked; `unit` is that of its header or table, for
 * figures that have none of their own. A cell with several lines holds a list, where one is asked; `areBases` says that
 * it is one of names of bases.
 */
export function valueIn(
  value: CellValue,
  shape: Shape | undefined,
  unit: string,
  stretch: readonly [number, number],
  areBases = false,
): Scalar | YAMLSeq {
  if (shape?.type === 'array' && shape.items.type === 'text' && value.type === 'text' && value.text.includes('\n'))
    return linesIn(value.text, shape.items, stretch, areBases);
  const inner = itemShape(shape);
  const type = inner && valueTypeOf(inner);
  if (type === undefined) return scalar(textOf(value), stretch);
  switch (value.type) {
    case 'date':
      // A count could be read out of a day as it is shown.
      return scalar(type === 'year' ? value.shown : value.text, stretch, 'PLAIN');
    case 'boolean':
      return scalar(type === 'yes-no' ? String(value.boolean) : textOf(value), stretch, 'PLAIN');
    case 'number': {
      const text = figureIn(value);
      return unit !== '' && isBare(text) ? scalar(text + unit, stretch) : scalar(text, stretch, 'PLAIN');
    }
    default: {
      const text = textOf(value);
      return scalar(unit !== '' && isBare(text) ? text + unit : text, stretch);
    }
  }
}

/** What a cell shows, with the unit that its header or table gives a figure without one. */
export function asRead(value: CellValue, unit: string): string {
  const text = textOf(value);
  return unit !== '' && (value.type === 'number' || value.type === 'text') && isBare(text) ? text + unit : text;
}

/** A number as it is read where one is asked: as it is shown, unless that only writes it in another way. */
function figureIn({ number, shown }: CellValue & { type: 'number' }): string {
  if (shown === undefined || /^[-+\d.]+E[-+]\d+$|\d ?\/\d/i.test(shown)) return String(number);
  return /^-?[\d,]+(?:\.\d+)?$/.test(shown) ? String(Number(shown.replaceAll(',', ''))) : shown;
}

/** What a name of a hospital ends in, and what is none without the line before it. */
const HOSPITAL = /(?:院|中心)$/;
const REST = /^(?:第.{1,3})?附属|^(?:人民|中医|中心|总)?医院$|^(?:妇幼)?保健院$/;
/** What a name begins with that is none by itself. */
const BEGINNING = /(?:[省市县区州]|解放军)$/;

/** Whether a line goes on with the name of the one before, broken to fit its cell: `三亚市` and `人民医院`. */
const goesOn = (before: string, line: string): boolean =>
  HOSPITAL.test(line) && (REST.test(line) || BEGINNING.test(before));

/** The items of a list with one to a line, or several on some; a code and the name of a base may be broken over lines. */
function linesIn(
  text: string,
  shape: TextShape,
  [start]: readonly [number, number],
  areBases: boolean,
): Scalar | YAMLSeq {
  const list = new YAMLSeq<Scalar>();
  const isCode = (item: string) => readCode(item, shape.forms) !== undefined;
  const isOneCode = (before: string, line: string) => isCode(before + line) && !(isCode(before) && isCode(line));
  const lines: { item: string; from: number; to: number }[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    const item = line.trim();
    const from = at + line.indexOf(item);
    const to = from + item.length;
    const last = lines.at(-1);
    if (last && (isOneCode(last.item, item) || (areBases && goesOn(last.item, item)))) {
      last.item += item;
      last.to = to;
    } else if (item !== '') lines.push({ item, from, to });
    at += line.length + 1;
  }
  for (const { item, from, to } of lines)
    for (const each of readList(item, { forms: shape.forms, isOpen: !shape.closed })?.forms ?? [item])
      list.items.push(scalar(each, [from, to]));
  list.flow = true;
  list.range = [start, start + text.length, start + text.length];
  return list;
}
