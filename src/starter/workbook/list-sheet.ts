import { columnLetters } from '../../tree/workbook/cells.ts';
import { pointerTo } from '../../tree/yaml/positions.ts';
import type { Field, List, SheetLayout } from '../../workbook/layout.ts';
import { columnWidth, textWidth } from './column-width.ts';
import { promptFor } from './entry.ts';
import { itemsIn, knownIn } from './known.ts';
import type { Making } from './making.ts';
import { meaningOf } from './meaning.ts';
import type { CellStyle, NewCell, NewSheet, Prompt } from './new-sheet.ts';
import { onPages } from './pages-across.ts';
import { isFirst, slotsIn, slotsOf, styleOf } from './slots.ts';

/** Last row with drop-downs. */
const LAST_ROW = 1000;

/** The sheet of a list: an item to a row, below headers and what the notice asks of each. */
export function listSheet(sheet: SheetLayout, making: Making): NewSheet {
  const { asked, speech, footer } = making;
  const slots = slotsIn(sheet);
  const owner = sheet.list?.owner;
  const columns: NewSheet['columns'] = [];
  const { cells, rows } = asksAbove(sheet, making);
  const top = rows + 1;
  const prompts: Prompt[] = [];
  const add = (header: NewCell, style: CellStyle, width: number, prompt: (cells: string) => Prompt) => {
    columns.push({ width, style });
    cells.push(header);
    const letters = columnLetters(header.column);
    prompts.push(prompt(`${letters}${top + 1}:${letters}${LAST_ROW}`));
  };
  if (owner) {
    const value = `${making.named(owner.header)}*`;
    const note = ownerNote(owner.sheet, making);
    add({ row: top, column: 1, value, style: 'required', note }, 'text', textWidth(value), (range) =>
      ownerPrompt(owner, range, making),
    );
  }
  for (const slot of slots) {
    const { field } = slot;
    const value = making.header(slot);
    const style = styleOf(slot);
    const header: NewCell = {
      row: top,
      column: columns.length + 1,
      value,
      style: field.required ? 'required' : 'header',
      note: meaningOf(slot, making).join('\n'),
    };
    const width = columnWidth(slot, value, making.asks(field), asked.keys);
    add(header, style, width, (range) => promptFor(slot, range, making.hint(field), speech));
  }
  for (const [index, { item, pointer, owner: name }] of itemsIn(asked.known, sheet).entries()) {
    const row = top + 1 + index;
    const told = new Set<string>();
    const values = slots.map((slot, at): NewCell => {
      // What is said of the row, or of an object within it, stands with its first cell.
      const note = pointersTo(slot.field, pointer)
        .filter((each) => !told.has(each) && told.add(each))
        .flatMap((each) => making.remark(each))
        .join('\n');
      const value = knownIn(item, slot, asked.keys);
      return { row, column: at + (owner ? 2 : 1), value, style: styleOf(slot), note };
    });
    if (owner) values.unshift({ row, column: 1, value: name, style: 'text' });
    cells.push(...values.filter(({ value, note }) => value !== '' || note));
  }
  return onPages({
    name: making.named(sheet.name),
    columns,
    cells,
    prompts,
    frozen: { rows: top, columns: owner ? 1 : 2 },
    footer,
  });
}

/** What the notice asks of a list, and of its fields, in rows above the headers; none where it asks nothing. */
function asksAbove(sheet: SheetLayout, making: Making): { cells: NewCell[]; rows: number } {
  const ofList = making.asks(sheet);
  const cells: NewCell[] = ofList === '' ? [] : [{ row: 1, column: 1, value: ofList, style: 'asked-of-all' }];
  const row = cells.length + 1;
  const first = sheet.list?.owner ? 2 : 1;
  const ofFields = slotsIn(sheet).flatMap((slot, index): NewCell[] => {
    const value = isFirst(slot) ? making.asks(slot.field) : '';
    const across = slotsOf(slot.field).length;
    return value === '' ? [] : [{ row, column: first + index, value, style: 'asked', across }];
  });
  return { cells: [...cells, ...ofFields], rows: cells.length + Math.min(1, ofFields.length) };
}

const ownerNote = ({ name }: SheetLayout, making: Making): string =>
  making.said({
    zh: `必填：属于“${making.named(name)}”表里的哪一行`,
    en: `Required: the row of the sheet "${making.named(name)}" that it belongs to`,
  });

/** Offers the names of the rows that there are on another sheet. */
function ownerPrompt({ sheet, by }: NonNullable<List['owner']>, cells: string, making: Making): Prompt {
  const letters = columnLetters(slotsIn(sheet).findIndex(({ field }) => field === by) + 1);
  const first = asksAbove(sheet, making).rows + 2;
  const name = making.named(sheet.name);
  return {
    cells,
    entry: {
      allowed: { list: `'${name}'!$${letters}$${first}:$${letters}$${LAST_ROW}` },
      otherwise: {
        title: making.said({ zh: '请核对', en: 'Please check' }),
        text: making.said({
          zh: `“${name}”表里还没有这个${by.header.zh}。要保留现在填的，点“确定”，记得到那张表里补上。`,
          en: `The sheet "${name}" has no such ${by.header.en} yet. OK keeps what you typed; add it there.`,
        }),
      },
    },
  };
}

/** The places of an item and of what leads from it to a field, outermost first. */
function pointersTo({ path }: Field, item: string): string[] {
  const pointers = [item];
  let pointer = item;
  for (const { name } of path) {
    pointer = pointerTo(pointer, name);
    pointers.push(pointer);
  }
  return pointers;
}
