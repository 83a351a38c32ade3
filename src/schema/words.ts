import { isCalendarDate } from '../calendar/date.ts';
import { same, type Words } from '../finding.ts';
import type { Shape } from '../vocabulary/shape.ts';
import { FULL_WIDTH, formsOf, isChinese, MERGE, type Named, suggestNamed } from '../vocabulary/suggest.ts';

/** The words of one schema finding. */
export interface SchemaWords {
  message: Words;
  remedy: Words;
  expected: Words | null;
  actual: Words | null;
}

const listed = (forms: string[]): Words => ({ zh: forms.join('、'), en: forms.join(', ') });

/** What was most likely meant, or all that can stand there. */
function choice(written: string, known: readonly Named[], chinese: boolean): Words {
  const near = suggestNamed(written, known, chinese);
  const all = listed(formsOf(known, chinese));
  if (!near) return { zh: `这里可以写：${all.zh}`, en: `What can stand here: ${all.en}` };
  const form = chinese ? near.title : near.name;
  return { zh: `是不是想写“${form}”？`, en: `Did you mean "${form}"?` };
}

/** Longest text that a message repeats, in UTF-16 units. */
const LONGEST_REPEATED = 80;

/** A text as a message repeats it: cut where it is long. */
const brief = (text: string): string =>
  text.length <= LONGEST_REPEATED ? text : `${text.slice(0, LONGEST_REPEATED).replace(/[\ud800-\udbff]$/, '')}…`;

/** A key that the vocabulary does not have at this place. */
export function unknownKey(written: string, known: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  return {
    message: { zh: `没有“${brief(written)}”这一项`, en: `There is no key "${brief(written)}" here` },
    remedy: keyRemedy(written, known, writes),
    expected: null,
    actual: null,
  };
}

function keyRemedy(written: string, known: readonly Named[], writes: 'zh' | 'en'): Words {
  if (written === MERGE)
    return { zh: '不支持“<<”合并，请把各项直接写出来', en: 'Merging with << is not supported: write the keys out' };
  if (FULL_WIDTH.test(written))
    return {
      zh: '冒号、逗号用英文的，后面空一格',
      en: 'Use a plain colon or comma with a space after it',
    };
  return choice(written, known, isChinese(written, writes));
}

/** A value that is not one of an enum's codes. */
export function unknownCode(key: string, written: string, known: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  return {
    message: { zh: `“${key}”不能写“${brief(written)}”`, en: `"${key}" cannot be "${brief(written)}"` },
    remedy: choice(written, known, isChinese(written, writes)),
    expected: listed(formsOf(known, isChinese(written, writes))),
    actual: same(brief(written)),
  };
}

/** A kind that does not exist. */
export function unknownKind(written: string, known: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  const words = unknownCode('kind', written, known, writes);
  return { ...words, message: { zh: `没有“${brief(written)}”这种文种`, en: `There is no kind "${brief(written)}"` } };
}

/** Required keys that an object lacks. */
export function missingKeys(keys: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  const forms = formsOf(keys, writes === 'zh');
  const all = listed(forms);
  return {
    message: { zh: `缺必填项：${all.zh}`, en: `Required but missing: ${all.en}` },
    remedy: {
      zh: `补上 ${forms.map((form) => `“${form}: …”`).join('、')}`,
      en: `Add ${forms.map((form) => `"${form}: …"`).join(', ')}`,
    },
    expected: all,
    actual: null,
  };
}

/** A text that is no calendar date; what it most likely means is offered, never assumed. */
export function badDate(key: string, written: string): SchemaWords {
  const parts = /^\s*(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})\D?\s*$/u.exec(written);
  const meant = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : undefined;
  const remedy = !meant
    ? { zh: '日期写成“年-月-日”，例如 2024-05-08', en: 'Write the date as YYYY-MM-DD, such as 2024-05-08' }
    : isCalendarDate(meant)
      ? { zh: `写成 ${meant}`, en: `Write ${meant}` }
      : { zh: '日历上没有这一天，请核对', en: 'The calendar has no such day; please check' };
  return {
    message: {
      zh: `“${key}”的日期“${brief(written)}”不对`,
      en: `"${brief(written)}" is not a valid date for "${key}"`,
    },
    remedy,
    expected: meant && isCalendarDate(meant) ? same(meant) : same('YYYY-MM-DD'),
    actual: same(brief(written)),
  };
}

/** What a value of a type is called. */
export const typeNames: Record<string, Words> = {
  object: { zh: '下一层的若干“键: 值”', en: 'keys and values on the next level' },
  array: { zh: '列表', en: 'a list' },
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'a date' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
};

const actualName = (value: unknown): Words =>
  Array.isArray(value)
    ? (typeNames.array as Words)
    : value !== null && typeof value === 'object'
      ? (typeNames.object as Words)
      : same(brief(String(value)));

/** A value of another type than the one asked. */
export function wrongType(key: string, shape: Shape, value: unknown, writes: 'zh' | 'en'): SchemaWords {
  const expected = typeNames[shape.type === 'text' ? shape.format : shape.type] as Words;
  const actual = actualName(value);
  return {
    message: {
      zh: `“${key}”要写${expected.zh.replace(/^(?=[a-z])|(?<=[a-z])$/g, ' ')}，现在是“${actual.zh}”`,
      en: `"${key}" asks for ${expected.en}, found "${actual.en}"`,
    },
    remedy: typeRemedy(key, shape, value, writes),
    expected,
    actual,
  };
}

function typeRemedy(key: string, shape: Shape, value: unknown, writes: 'zh' | 'en'): Words {
  if (shape.type === 'object') {
    const [first] = formsOf(shape.properties, writes === 'zh');
    return {
      zh: `换行并缩进两格，写成“${first}: …”等各项`,
      en: `Start a new line, indent by two, and write "${first}: …" and so on`,
    };
  }
  if (shape.type === 'array') {
    return { zh: '每一项另起一行，用“- ”开头', en: 'Put each item on a line of its own, starting with "- "' };
  }
  if (shape.type === 'boolean') {
    const text = String(value).toLowerCase();
    if (['是', '有', 'yes', 'y', 'on', '1', '√', '对'].includes(text))
      return { zh: `写成 ${key}: true`, en: `Write ${key}: true` };
    if (['否', '无', 'no', 'n', 'off', '0', '×', '不'].includes(text))
      return { zh: `写成 ${key}: false`, en: `Write ${key}: false` };
    return { zh: '是写 true，否写 false', en: 'Write true for yes and false for no' };
  }
  if (shape.type === 'number' || shape.type === 'integer') {
    const figure = /\d+(\.\d+)?/.exec(String(value))?.[0];
    return shape.type === 'integer' && typeof value === 'number'
      ? { zh: '写整数，不带小数', en: 'Write a whole number' }
      : figure && typeof value === 'string'
        ? {
            zh: `只写数字，不带单位和引号，例如 ${figure}`,
            en: `Write the figure alone, without unit or quotes, such as ${figure}`,
          }
        : { zh: '只写数字，不带单位', en: 'Write the figure alone, without a unit' };
  }
  return { zh: '这里只能写一段文字，不能是列表或下一层', en: 'Write one text here, not a list or a further level' };
}

/** A number outside its limits. */
export function outOfRange(key: string, comparison: string, limit: number, value: unknown): SchemaWords {
  const sign = comparison.replace('>=', '≥').replace('<=', '≤');
  const percent = sign === '≤' && limit === 1;
  return {
    message: {
      zh: `“${key}”应当 ${sign} ${limit}，现在是 ${value}`,
      en: `"${key}" must be ${sign} ${limit}, found ${value}`,
    },
    remedy: percent
      ? { zh: '比例写成小数，例如 5% 写 0.05', en: 'Write a share as a fraction: 0.05 for 5 %' }
      : { zh: `改成 ${sign} ${limit} 的数`, en: `Write a number ${sign} ${limit}` },
    expected: same(`${sign} ${limit}`),
    actual: same(String(value)),
  };
}

/** A record that is no map of keys at all: an empty file, a bare text, a list. */
export const notARecord: SchemaWords = {
  message: {
    zh: '这里不是一份记录：最外层应当是“键: 值”',
    en: 'This is no record: its outermost level must be "key: value"',
  },
  remedy: {
    zh: '第一行写“文种: 年度计划”（冒号用英文，后面空一格），再逐项填写',
    en: 'Start with "kind: plan" (a plain colon and a space), then the other keys',
  },
  expected: typeNames.object as Words,
  actual: null,
};

/** A file with nothing in it but blanks and comments. */
export const emptyFile: SchemaWords = {
  message: { zh: '文件里没有内容', en: 'The file has nothing in it' },
  remedy: {
    zh: '填写计划，第一行写“文种: 年度计划”；不用的文件请删除',
    en: 'Fill it in, starting with "kind: plan"; delete files that are not used',
  },
  expected: same('kind'),
  actual: null,
};
