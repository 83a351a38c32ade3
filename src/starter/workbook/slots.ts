import type { Language, Words } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { type Code, itemShape, type Shape } from '../../schema/vocabulary/shape.ts';
import type { Field, SheetLayout } from '../../workbook/layout.ts';
import { yesAndNo } from '../../workbook/values.ts';
import type { CellStyle } from './new-sheet.ts';

/** Most codes of which a drop-down has every combination, so that choosing one does not lose another. */
export const MOST_COMBINED = 3;

/** Most codes that have a column each, in which they are ticked. */
const MOST_TICKED = 12;

/** What one value of a field may be, and whether a cell may have several. */
export function valueShape({ path }: Field): {
  shape: Shape;
  codes: readonly Code[];
  several: boolean;
} {
  const own = present(path.at(-1), 'property of a field').shape;
  const shape = itemShape(own);
  return { shape, codes: shape.type === 'text' ? shape.codes : [], several: own.type === 'array' };
}

/** What a new workbook has a column or a line for: a field, or one value of a list, to be ticked. */
export interface Slot {
  field: Field;
  code?: Code;
}

/** The slots of a field: one for each code of a list that is ticked, then one for texts of the author's own, where these may stand there. */
export function slotsOf(field: Field): Slot[] {
  const { shape, codes, several } = valueShape(field);
  if (!several || codes.length <= MOST_COMBINED || codes.length > MOST_TICKED) return [{ field }];
  const isClosed = shape.type === 'text' && shape.closed;
  return [...codes.map((code) => ({ field, code })), ...(isClosed ? [] : [{ field }])];
}

/** What a sheet of a new workbook has columns or lines for. */
export const slotsIn = ({ fields }: SheetLayout): Slot[] => fields.filter(({ offered }) => offered).flatMap(slotsOf);

/** Whether a slot is the first of its field, with which all is said that is of the field as a whole. */
export const isFirst = ({ field, code }: Slot): boolean => slotsOf(field)[0]?.code === code;

/** Whether a slot takes what has no slot of its own to be ticked. */
export const isForOthers = ({ field, code }: Slot): boolean => code === undefined && slotsOf(field).length > 1;

/** The header of a slot. */
export const headerOf = ({ field, code }: Slot): Words => ({
  zh: code ? `${field.header.zh}：${code.title}` : field.header.zh,
  en: code ? `${field.header.en}: ${code.code}` : field.header.en,
});

/** What stands in the slot of a value that is in the list. */
export const TICK = '√';

/** The names of a field's codes, or the words for yes and no. */
export function choicesOf(field: Field, keys: Language): string[] {
  const { shape } = valueShape(field);
  if (shape.type === 'boolean') return keys === 'zh' ? [...yesAndNo] : ['TRUE', 'FALSE'];
  return 'codes' in shape ? shape.codes.map(({ code, title }) => (keys === 'zh' ? title : code)) : [];
}

/** The style of a slot's cells. */
export function styleOf({ field, code }: Slot): CellStyle {
  if (code) return 'tick';
  const { shape } = valueShape(field);
  if (shape.type === 'text') return shape.format === 'date' ? 'date' : 'text';
  return shape.type === 'boolean' ? 'text' : 'number';
}
