import type { Language, Words } from '../../model/finding.ts';
import type { NumberShape } from '../../schema/vocabulary/shape.ts';
import type { Field } from '../../workbook/layout.ts';
import type { Entry, Prompt } from './new-sheet.ts';
import { choicesOf, isForOthers, MOST_COMBINED, type Slot, TICK, valueShape } from './slots.ts';

/** Longest list of choices, hint and message that Excel takes, and longest title of one, in characters. */
const LONGEST = 255;
const LONGEST_TITLE = 32;

/** Days and numbers that Excel takes without a word. */
const DAYS = { from: new Date('2000-01-01'), to: new Date('2099-12-31') };
const GREATEST = 1e12;

/** The languages of a workbook and of what it says, and whether the record has a year, in which a month alone lies. */
export interface Speech {
  keys: Language;
  lang: Language;
  hasYear: boolean;
}

/** What parts several values in one cell; no comma, which would part the choices of a drop-down. */
export const separator = (keys: Language): string => (keys === 'zh' ? '、' : '; ');

/**
 * What is to be known while typing into a slot's cells. Excel refuses nothing: what a check reads in other forms, such as
 * 40人 and 待定, may be kept.
 */
export function promptFor(slot: Slot, cells: string, hint: Words | undefined, speech: Speech): Prompt {
  const { field, code } = slot;
  const { keys, lang } = speech;
  // What is asked of the list stands above its ticks.
  if (code) return { cells, entry: { allowed: { list: `"${TICK}"` }, ...kept(lang, noTick) } };
  const { form, ...entry } = isForOthers(slot) ? { form: othersHere } : entryFor(field, speech);
  const asked = hint && { zh: `通知：${hint.zh}`, en: `Notice: ${hint.en}` };
  const text = [form, asked].flatMap((words) => (words ? words[lang] : [])).join('\n');
  return {
    cells,
    ...(entry.allowed ? { entry: entry as Entry } : {}),
    ...(text === '' ? {} : { hint: { title: field.header[keys].slice(0, LONGEST_TITLE), text: cut(text) } }),
  };
}

/** A text as long as Excel takes; the whole of it stands in the note of the header. */
const cut = (text: string, behind = ''): string =>
  text.length + behind.length <= LONGEST ? text : `${text.slice(0, LONGEST - behind.length - 1)}…`;

/** What may be typed into a field's cells, and in what form it is written. */
function entryFor(field: Field, { keys, lang, hasYear }: Speech): Partial<Entry> & { form?: Words } {
  const { shape, several } = valueShape(field);
  const choices = choicesOf(field, keys);
  if (several) return choices.length > 0 ? severalOf(choices, keys) : {};
  if (shape.type === 'boolean') return { ...listOf(choices), ...kept(lang, otherYesNo) };
  if (shape.type === 'text' && shape.closed) return { ...listOf(choices), ...kept(lang, oneOf(choices)) };
  if (choices.length > 0) return listOf(choices);
  if (shape.type === 'text') return shape.format === 'date' ? { allowed: DAYS, ...dayIn(lang, hasYear) } : {};
  if (shape.type !== 'number' && shape.type !== 'integer') return {};
  const { minimum, exclusiveMinimum, maximum } = shape.limits;
  const allowed = {
    type: shape.type === 'integer' ? ('whole' as const) : ('decimal' as const),
    from: minimum ?? exclusiveMinimum ?? -GREATEST,
    to: maximum ?? GREATEST,
  };
  return { allowed, ...kept(lang, noNumber(shape)) };
}

const listOf = (choices: readonly string[]): { allowed: Entry['allowed'] } | Record<string, never> => {
  const list = `"${choices.join(',')}"`;
  return list.length > LONGEST ? {} : { allowed: { list } };
};

/** Of a list of several codes: every combination where they are few; else what to write, since choosing would replace what is there. */
function severalOf(names: readonly string[], keys: Language): Partial<Entry> & { form?: Words } {
  if (names.length <= MOST_COMBINED) return listOf(combined(names).map((each) => each.join(separator(keys))));
  return {
    form: {
      zh: `可以填几项，用顿号隔开：${names.join('、')}`,
      en: `May have several, with semicolons between: ${names.join('; ')}`,
    },
  };
}

/** Every combination of some names, in their order, those of one name first. */
const combined = (names: readonly string[]): string[][] =>
  Array.from({ length: 2 ** names.length - 1 }, (_, index) =>
    names.filter((_name, place) => (index + 1) & (1 << place)),
  ).sort((one, other) => one.length - other.length);

/** What is said of a value that is none of those in a list: a check reads them in other forms too. */
const oneOf = (choices: readonly string[]): Words => ({
  zh: `这里填${choices.join('、')}中的一项；英文代码、繁体字也可以。`,
  en: `One of ${choices.join(', ')} is meant; Chinese names may stand there too.`,
});

const KEPT: Words = { zh: '要保留现在填的，点“确定”。', en: ' OK keeps what you typed.' };

/** Says what is usual, and that what was typed may be kept. */
const kept = (lang: Language, { zh, en }: Words): { otherwise: NonNullable<Entry['otherwise']> } => ({
  otherwise: {
    title: { zh: '请核对', en: 'Please check' }[lang],
    text: { zh: `${cut(zh, KEPT.zh)}${KEPT.zh}`, en: `${cut(en, KEPT.en)}${KEPT.en}` }[lang],
  },
});

function dayIn(lang: Language, hasYear: boolean): { form: Words; otherwise: NonNullable<Entry['otherwise']> } {
  const form: Words = { zh: '日期，例如 2024-05-08', en: 'A date, such as 2024-05-08' };
  if (!hasYear) return { form, ...kept(lang, { zh: `这里填${form.zh}。`, en: `${form.en}, is meant.` }) };
  return {
    form: {
      zh: `${form.zh}；只定到月的写“5月”，还没定的写“待定”`,
      en: `${form.en}; “5月” for a month alone, “待定” where it is still open`,
    },
    ...kept(lang, {
      zh: `这里填${form.zh}；“5月”“待定”这样的也可以。`,
      en: `${form.en}, is meant; a month alone (5月) or 待定 may stand there too.`,
    }),
  };
}

const noTick: Words = {
  zh: '有就打√，没有就空着；填“是”“有”也可以。',
  en: 'A tick (√) is meant, or nothing; yes may stand there too.',
};

/** What the slot of a list is for that has others to be ticked. */
export const othersHere: Words = {
  zh: '前面各列没有的写在这里，一项一行（按 Alt+Enter 换行）',
  en: 'What has no column before it, each on a line of its own (Alt+Enter)',
};

const otherYesNo: Words = {
  zh: '这里一般填“是”或“否”；√、×、有、无也可以。',
  en: 'TRUE or FALSE is meant; √, ×, yes and no may stand there too.',
};

function noNumber({ units: [unit], limits: { minimum } }: NumberShape): Words {
  const least = minimum === undefined || minimum <= 0 ? undefined : minimum;
  const [zh, en] = least === undefined ? ['', ''] : [`，不小于 ${least}`, `, ${least} or more`];
  return unit === undefined
    ? { zh: `这里填数字${zh}。`, en: `A number is meant${en}.` }
    : {
        zh: `这里填数字${zh}；带上单位（${unit}）也可以。`,
        en: `A number is meant${en}; its unit (${unit}) may follow.`,
      };
}
