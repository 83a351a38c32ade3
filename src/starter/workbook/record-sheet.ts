import { recordHeaders, type SheetLayout } from '../../workbook/layout.ts';
import { namesWidth } from './column-width.ts';
import { promptFor } from './entry.ts';
import { knownIn } from './known.ts';
import type { Making } from './making.ts';
import { meaningOf } from './meaning.ts';
import type { NewCell, NewSheet, Prompt } from './new-sheet.ts';
import { isFirst, slotsIn, styleOf } from './slots.ts';

/** The sheet of the record itself: a value to a line, and beside it what it means. */
export function recordSheet(sheet: SheetLayout, making: Making): NewSheet {
  const { asked, speech, footer } = making;
  const { field, value, meaning } = recordHeaders;
  const cells = [field, value, meaning].map(
    (header, index): NewCell => ({ row: 1, column: index + 1, value: making.named(header), style: 'required' }),
  );
  const prompts: Prompt[] = [];
  const slots = slotsIn(sheet);
  for (const [index, slot] of slots.entries()) {
    const row = index + 2;
    const { pointer, required } = slot.field;
    const remark = isFirst(slot) ? making.remark(pointer) : [];
    cells.push({ row, column: 1, value: making.header(slot), style: required ? 'required' : 'header' });
    cells.push({ row, column: 2, value: knownIn(asked.known, slot, asked.keys), style: styleOf(slot) });
    const said = [...remark, ...meaningOf(slot, making)].join(making.between);
    cells.push({ row, column: 3, value: said, style: 'plain' });
    prompts.push(promptFor(slot, `B${row}`, making.hint(slot.field), speech));
  }
  return {
    name: making.named(sheet.name),
    columns: [
      { width: namesWidth(slots.map((slot) => making.header(slot))), style: 'plain' },
      { width: 40, style: 'text' },
      { width: 70, style: 'plain' },
    ],
    cells,
    prompts,
    frozen: { rows: 1, columns: 0 },
    pagesAcross: 1,
    footer,
  };
}
