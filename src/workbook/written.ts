import type { Shape } from '../schema/vocabulary/shape.ts';
import { type CellValue, textOf } from '../tree/workbook/cells.ts';
import type { Written } from './transcript.ts';

type TextShape = Shape & { type: 'text' };

/** The words for yes and no in a workbook. */
export const yesAndNo = { 是: true, 否: false } as const;

const booleans = new Map<string, boolean>([...Object.entries(yesAndNo), ['true', true], ['false', false]]);

/**
 * A cell's value as it is to stand in YAML where a value of a shape is asked for. Text is kept as written except for what
 * only Excel writes so: lists in one cell, 是 and 否, numbers stored as text. Under English keys codes become English too.
 */
export function writtenAs(value: CellValue, shape: Shape | undefined, keys: 'zh' | 'en'): Written {
  const text = textOf(value);
  switch (shape?.type) {
    case 'array':
      return shape.items.type === 'text'
        ? partsOf(text, shape.items).map((each) => inKeys(each, shape.items as TextShape, keys))
        : text;
    case 'text':
      return inKeys(text, shape, keys);
    case 'boolean':
      return value.type === 'boolean' ? value.boolean : (booleans.get(text.toLowerCase()) ?? text);
    case 'number':
    case 'integer':
      if (value.type === 'number') return value.number;
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) ? Number(text) : text;
    default:
      return value.type === 'number' ? value.number : value.type === 'boolean' ? value.boolean : text;
  }
}

const inKeys = (text: string, { forms }: TextShape, keys: 'zh' | 'en'): string =>
  keys === 'en' ? (forms.get(text) ?? text) : text;

/**
 * The values in one cell: one a line, and where there are codes to choose from, between 、 too. The other marks separate
 * where nothing but codes may stand or nothing but codes does, since an author's own text may have them inside.
 */
function partsOf(text: string, { codes, closed, forms }: TextShape): string[] {
  const split = (marks: RegExp) =>
    text
      .split(marks)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (codes.length === 0) return split(/\n/);
  const apart = split(/[\n、，,;；]/);
  return closed || apart.every((part) => forms.has(part)) ? apart : split(/[\n、]/);
}
