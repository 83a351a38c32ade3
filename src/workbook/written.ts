import { readCode } from '../schema/values/code.ts';
import { readList } from '../schema/values/list.ts';
import { readYesNo } from '../schema/values/yes-no.ts';
import type { Shape, TextShape } from '../schema/vocabulary/shape.ts';
import { type CellValue, textOf } from '../tree/workbook/cells.ts';
import type { Written } from './transcript.ts';

/** The words for yes and no in a workbook. */
export const yesAndNo = ['是', '否'] as const;

/**
 * A cell's value as it is to stand in YAML where a value of a shape is asked for: text as it is written, to be read as in
 * any file, except for what only Excel writes so: lists in one cell, 是 and 否, numbers stored as text. Under English keys
 * codes become English too.
 */
export function writtenAs(value: CellValue, shape: Shape | undefined, keys: 'zh' | 'en'): Written {
  const text = textOf(value);
  switch (shape?.type) {
    case 'array':
      return shape.items.type === 'text' ? itemsOf(text, shape.items, keys) : text;
    case 'text':
      return inKeys(text, shape, keys);
    case 'boolean':
      return value.type === 'boolean' ? value.boolean : (readYesNo(text)?.value ?? text);
    case 'number':
    case 'integer':
      if (value.type === 'number') return value.number;
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) ? Number(text) : text;
    default:
      return value.type === 'number' ? value.number : value.type === 'boolean' ? value.boolean : text;
  }
}

const inKeys = (text: string, { forms }: TextShape, keys: 'zh' | 'en'): string =>
  keys === 'en' ? (readCode(text, forms)?.value ?? text) : text;

/** The items in one cell: one a line, or several on one, as a list that is one text has them; the text itself where it is none. */
function itemsOf(text: string, shape: TextShape, keys: 'zh' | 'en'): Written {
  const lines = text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const items = lines.map((line) => readList(line, { forms: shape.forms, isOpen: !shape.closed })?.forms);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && !items[0]) return only;
  return lines.flatMap((line, at) => items[at] ?? line).map((item) => inKeys(item, shape, keys));
}
