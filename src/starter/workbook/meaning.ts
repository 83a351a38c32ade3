import type { Words } from '../../model/finding.ts';
import { othersHere, separator } from './entry.ts';
import type { Making } from './making.ts';
import { choicesOf, isFirst, type Slot, slotsOf, valueShape } from './slots.ts';

const severalCodes: Words = { zh: '可以填几项，用顿号隔开', en: 'May have several, with semicolons between' };
const tickIt: Words = { zh: '有就打√', en: 'Tick it (√) where it is so' };
const severalTexts: Words = {
  zh: '可以填几项，一项一行（按 Alt+Enter 换行）',
  en: 'May have several, each on a line of its own (Alt+Enter)',
};

/** What to know of a slot, a sentence each: what it is, whether it must be there, what it may be, what the notice asks. */
export function meaningOf(slot: Slot, making: Making): string[] {
  const { field } = slot;
  const { keys } = making.asked;
  const { codes } = valueShape(field);
  const outer = field.path.slice(0, -1).findLast(({ required }) => !required);
  const needed = field.path.at(-1)?.required === true;
  const choices = choicesOf(field, keys).join(separator(keys));
  const hint = isFirst(slot) ? making.hint(field) : undefined;
  const said: (Words | undefined)[] = [
    field.path.at(-1)?.description,
    field.required ? { zh: '必填', en: 'Required' } : undefined,
    needed && outer && !field.required
      ? { zh: `填了“${outer.title}”的任何一项就必填`, en: `Required where anything of "${outer.name}" is given` }
      : undefined,
    codes.length > 0 && slotsOf(field).length === 1 ? { zh: `可填：${choices}`, en: `Choices: ${choices}` } : undefined,
    formOf(slot),
    hint && { zh: `通知：${hint.zh}`, en: `Notice: ${hint.en}` },
  ];
  return said.filter((each) => each !== undefined).map((each) => making.said(each));
}

/** How several values are written; undefined where there is one. */
function formOf({ field, code }: Slot): Words | undefined {
  if (slotsOf(field).length > 1) return code ? tickIt : othersHere;
  const { codes, several } = valueShape(field);
  if (!several) return undefined;
  return codes.length > 0 ? severalCodes : severalTexts;
}
