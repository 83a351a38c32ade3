import { type Applicability, same, type Words } from '../model/finding.ts';
import { bareName, REMARK, STOPS } from '../text/typography.ts';
import {
  type DateFault,
  dateFault,
  likelyValue,
  type NumberFault,
  numberFault,
  type Reading,
  spanFault,
} from './likely.ts';
import { readDate } from './values/date.ts';
import { canRead, type ValueType } from './values/index.ts';
import { piecesNotKnown } from './values/list.ts';
import { saysNothing } from './values/nothing.ts';
import type { Named } from './vocabulary/named.ts';
import { itemShape, type NumberShape, type Shape } from './vocabulary/shape.ts';
import { FULL_WIDTH, formsOf, isChinese, MERGE, type Suggestion, suggestNamed } from './vocabulary/suggest.ts';
import { type Home, headersIn } from './vocabulary/unknown-key.ts';
import { valueTypeOf } from './vocabulary/value-type.ts';

/** The words of one schema finding. */
export interface SchemaWords {
  message: Words;
  remedy: Words;
  expected: Words | null;
  actual: Words | null;
  /** What most likely should stand in place of the key or value at fault. */
  reading?: Reading | undefined;
  /** What to say instead to an author who fills in a workbook and never sees the YAML. */
  workbook?: { message?: Words; remedy: Words; expected?: Words };
}

const listed = (forms: string[]): Words => ({ zh: forms.join('、'), en: forms.join(', ') });

/** What can only have been meant, as a question; `applicability` tells whether nothing else can be. */
const didYouMean = (form: string, applicability: Applicability): Pick<SchemaWords, 'remedy' | 'reading'> => ({
  remedy: { zh: `是不是想写“${form}”？`, en: `Did you mean "${form}"?` },
  reading: { text: form, applicability },
});

/** Longest text that a message repeats, in UTF-16 units. */
const LONGEST_REPEATED = 80;

/** A text as a message repeats it: cut where it is long. */
const brief = (text: string): string =>
  text.length <= LONGEST_REPEATED ? text : `${text.slice(0, LONGEST_REPEATED).replace(/[\ud800-\udbff]$/, '')}…`;

/** A key that is misspelt, or a slip of another kind; `near` is the one that it stands for, and `isFree` whether that is not given as well. */
export function unknownKey(written: string, near: Suggestion<Named> | undefined, isFree: boolean): SchemaWords {
  return {
    message: { zh: `没有“${brief(written)}”这一项`, en: `There is no key "${brief(written)}" here` },
    ...(near ? didYouMean(near.form, isFree && near.differs !== 'letter' ? 'certain' : 'likely') : slipRemedy(written)),
    expected: null,
    actual: null,
    ...(near ? {} : { workbook: headerOfOnesOwn }),
  };
}

function slipRemedy(written: string): Pick<SchemaWords, 'remedy'> {
  if (written === MERGE)
    return {
      remedy: { zh: '不支持“<<”合并，请把各项直接写出来', en: 'Merging with << is not supported: write the keys out' },
    };
  if (/^\d/.test(written))
    return {
      remedy: {
        zh: '前一项只写一个值，数字里不加逗号；逗号后面要写别的，写成“键: 值”',
        en: 'Write one value before it, a figure without commas; what follows a comma is "key: value"',
      },
    };
  return FULL_WIDTH.test(written)
    ? {
        remedy: {
          zh: '冒号、逗号用英文的，后面空一格',
          en: 'Use a plain colon or comma with a space after it',
        },
      }
    : {
        remedy: {
          zh: '写成“键: 值”，键是一个词',
          en: 'Write "key: value", with one word as the key',
        },
      };
}

/** A key of the author's own, which is passed over; `homes` are the keys under which it would be read. */
export function ownKey(written: string, homes: readonly Home[], writes: 'zh' | 'en'): SchemaWords {
  const key = brief(written);
  const forms = formsOf(homes, writes === 'zh');
  const headers = headersIn(homes, key);
  return {
    message: { zh: `hn-gp 不读这一项：“${key}”`, en: `hn-gp does not read this key: "${key}"` },
    remedy:
      homes.length > 0
        ? {
            zh: `写在${forms.map((form) => `“${form}”`).join('、')}下面才读；只是留个记录的，写成“x-${key}”`,
            en: `It is read under ${forms.map((form) => `"${form}"`).join(' or ')}; if it is for your own records, write "x-${key}"`,
          }
        : {
            zh: `要留着，写成“x-${key}”，或者写进“备注”；不改，其余各项照样检查`,
            en: `To keep it, write "x-${key}", or put it under "notes"; the rest is checked all the same`,
          },
    expected: null,
    actual: null,
    workbook: headers.length > 0 ? { remedy: orOnesOwn(readUnder(headers)) } : headerOfOnesOwn,
  };
}

/** Under which headers of its sheet a column of the author's own would be read. */
export const readUnder = (headers: readonly string[]): Words => ({
  zh: `表头写成${headers.map((header) => `“${header}”`).join('或')}才读`,
  en: `It is read under the header ${headers.map((header) => `"${header}"`).join(' or ')}`,
});

const orOnesOwn = ({ zh, en }: Words): Words => ({
  zh: `${zh}；自己加的，表头前面加 x-`,
  en: `${en}; begin headers of your own with x-`,
});

const headerOfOnesOwn: NonNullable<SchemaWords['workbook']> = {
  remedy: orOnesOwn({ zh: '核对表头有没有写错', en: 'Check the header for a slip' }),
};

const extraSign = (key: string, written: string): { message: Words; remedy: Words } => ({
  message: {
    zh: `“${key}”里有多余的标点：“${brief(written)}”`,
    en: `"${key}" has a sign that does not belong there: "${brief(written)}"`,
  },
  remedy: { zh: '去掉多余的标点', en: 'Leave it out' },
});

const ENDS_IN_STOP = new RegExp(`[${STOPS}]$`);

/** A certain reading that differs from what is written by what typing adds, quotation marks and such alone, is said to do so. */
function orTypography(key: string, written: string, words: SchemaWords): SchemaWords {
  if (words.reading?.applicability !== 'certain') return words;
  if (ENDS_IN_STOP.test(written)) return { ...words, ...extraSign(key, written) };
  if (/^[“”‘’「『"']/.test(written))
    return {
      ...words,
      message: {
        zh: `“${key}”的值外面有引号：${brief(written)}`,
        en: `The value of "${key}" has quotation marks around it: ${brief(written)}`,
      },
      remedy: { zh: '去掉引号', en: 'Leave the quotation marks out' },
    };
  if (/^[[【〔［]/.test(written))
    return {
      ...words,
      message: {
        zh: `“${key}”的值外面有括号：${brief(written)}`,
        en: `The value of "${key}" has brackets around it: ${brief(written)}`,
      },
      remedy: { zh: '去掉括号', en: 'Leave the brackets out' },
    };
  return words;
}

/** Several items in one text; to offer a code that is near one of them would lose the others. */
const SEVERAL = /[^、，,;；][、，,;；]\s*[^、，,;；\s]/;

const inBrackets: Words = {
  zh: '几项之间用顿号（、）隔开，或者放进英文方括号 [ ]、用英文逗号加空格隔开',
  en: 'Part the items by 、, or put them in square brackets [ ], parted by a comma and a space',
};

/** A value that is not one of an enum's codes; `forms` are all of theirs, where several can stand in one text. */
export function unknownCode(
  key: string,
  written: string,
  known: readonly Named[],
  writes: 'zh' | 'en',
  forms?: ReadonlyMap<string, string>,
): SchemaWords {
  const all = listed(formsOf(known, isChinese(written, writes)));
  if (forms && SEVERAL.test(written)) return unknownPieces(key, written, known, forms, all);
  const near = suggestNamed(written, known);
  return orTypography(key, written, {
    message: { zh: `“${key}”不能写“${brief(written)}”`, en: `"${key}" cannot be "${brief(written)}"` },
    ...(near
      ? didYouMean(near.form, near.differs === 'form' ? 'certain' : 'likely')
      : { remedy: { zh: `这里可以写：${all.zh}`, en: `What can stand here: ${all.en}` } }),
    expected: all,
    actual: same(brief(written)),
  });
}

/** Several items in one text, which are not all codes: of ten, nine may be right. */
function unknownPieces(
  key: string,
  written: string,
  known: readonly Named[],
  forms: ReadonlyMap<string, string>,
  all: Words,
): SchemaWords {
  const pieces = piecesNotKnown(written, forms);
  const near = pieces.length === 1 ? suggestNamed(pieces.join(), known) : undefined;
  // Where each piece could stand, it is the signs between them that are not known.
  const named = pieces.length > 0 ? pieces : [written];
  return orTypography(key, written, {
    message: {
      zh: `“${key}”不能写“${brief(named.join('”、“'))}”`,
      en: `"${key}" cannot be "${brief(named.join('", "'))}"`,
    },
    // The offer is for that piece alone: in place of the whole text, it would lose the others.
    remedy: near
      ? didYouMean(near.form, 'likely').remedy
      : pieces.length > 0
        ? { zh: `每一项可以写：${all.zh}`, en: `Each item can be: ${all.en}` }
        : { zh: `${inBrackets.zh}；每一项可以写：${all.zh}`, en: `${inBrackets.en}; each can be: ${all.en}` },
    expected: all,
    actual: same(brief(written)),
  });
}

/** A kind that does not exist. */
export function unknownKind(written: string, known: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  const words = unknownCode('kind', written, known, writes);
  return { ...words, message: { zh: `没有“${brief(written)}”这种文种`, en: `There is no kind "${brief(written)}"` } };
}

/** Required keys that an object lacks; `cells` tells under which headers a workbook has them, and whether the object is a row. */
export function missingKeys(
  keys: readonly Named[],
  writes: 'zh' | 'en',
  cells: { headers: readonly Named[]; isRow: boolean } = { headers: keys, isRow: false },
): SchemaWords {
  const forms = formsOf(keys, writes === 'zh');
  const all = listed(forms);
  const headers = formsOf(cells.headers, writes === 'zh');
  const spare = cells.isRow
    ? { zh: '；合计、说明之类的行请删去', en: '; delete rows that hold a total or a remark' }
    : same('');
  return {
    message: { zh: `缺必填项：${all.zh}`, en: `Required but missing: ${all.en}` },
    remedy: {
      zh: `补上${forms.map((form) => `“${form}: …”`).join('、')}`,
      en: `Add ${forms.map((form) => `"${form}: …"`).join(', ')}`,
    },
    expected: all,
    actual: null,
    workbook: {
      remedy: {
        zh: `填上${headers.map((header) => `“${header}”`).join('')}${spare.zh}`,
        en: `Fill in ${headers.map((header) => `"${header}"`).join(', ')}${spare.en}`,
      },
    },
  };
}

/** Of required keys: the words under them that name nothing, such as `无`. */
export const nothingSaid = (words: readonly string[]): Words => ({
  zh: `写${words.map((each) => `“${brief(each)}”`).join('')}等于没写`,
  en: `found nothing but ${words.map((each) => `"${brief(each)}"`).join(', ')}`,
});

/** Several codes written as one text, or one with brackets or a comma about it; `isList` tells whether several can stand there. */
export function joinedCodes(key: string, written: string, parts: readonly string[], isList: boolean): SchemaWords {
  const shown = brief(written);
  const found: Pick<SchemaWords, 'actual' | 'reading'> = {
    actual: same(shown),
    reading: { text: parts.join(', '), applicability: 'certain' },
  };
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0)
    return orTypography(key, written, { ...found, ...extraSign(key, written), expected: same(only) });
  return isList
    ? {
        ...found,
        message: {
          zh: `“${key}”的几项连成了一段文字：“${shown}”`,
          en: `"${key}" runs several items together as one text: "${shown}"`,
        },
        remedy: inBrackets,
        expected: listed([...parts]),
      }
    : {
        message: { zh: `“${key}”只能写一项，现在写了“${shown}”`, en: `"${key}" takes one value, found "${shown}"` },
        remedy: { zh: `选一项：${parts.join('、')}`, en: `Choose one: ${parts.join(', ')}` },
        expected: same(parts.join(' / ')),
        actual: same(shown),
      };
}

/** A name with the quotation marks of prose around it, or a remark behind it, which would count as part of the name. */
export function unclearName(key: string, written: string): SchemaWords {
  const [name = '', remark] = written.split(REMARK);
  if (remark !== undefined)
    return {
      message: { zh: `“${key}”和后面的说明连在一起了`, en: `The remark runs into "${key}" before it` },
      remedy: { zh: '“#”用英文的，前面空一格', en: 'Write a plain # with a space before it' },
      expected: same(name),
      actual: same(brief(written)),
      reading: { text: `${name} # ${remark}`, applicability: 'certain' },
      workbook: {
        remedy: {
          zh: `这一格只写“${name}”，说明写进“备注”`,
          en: `Write "${name}" alone, and the remark under "notes"`,
        },
      },
    };
  return {
    message: {
      zh: `“${key}”外面有中文引号：${brief(written)}`,
      en: `"${key}" has curly quotation marks around it: ${brief(written)}`,
    },
    remedy: { zh: '名称不加引号', en: 'Write the name without them' },
    expected: null,
    actual: null,
    reading: { text: bareName(written), applicability: 'certain' },
  };
}

/** What of dates is asked: a date, one known to the day and written in its first form alone, or a span. */
type DateAsked = 'date' | 'day' | 'span';

/** A text that is no date, or no span of dates; what it most likely means is offered, never assumed. */
export function badDate(key: string, written: string, asked: DateAsked = 'date'): SchemaWords {
  const likely = likelyValue(asked === 'span' ? 'span' : 'date', written);
  const reading = asked === 'day' ? inFirstForm(likely?.text ?? written) : likely;
  const form = asked === 'span' ? 'YYYY-MM-DD至YYYY-MM-DD' : 'YYYY-MM-DD';
  return orTypography(key, written, {
    message: {
      zh: `“${key}”写的“${brief(written)}”不是能认的日期`,
      en: `"${brief(written)}" is not a valid date for "${key}"`,
    },
    remedy: reading
      ? { zh: `如果是 ${reading.text}，就照此改写`, en: `If ${reading.text} is meant, write that` }
      : asked === 'span'
        ? spanRemedies[spanFault(written)]
        : asked === 'day'
          ? dayRemedies[dayFault(written)]
          : dateRemedies[dateFault(written)],
    expected: same(reading?.text ?? form),
    actual: same(brief(written)),
    reading,
  });
}

/** A date of any form in its first. */
function inFirstForm(written: string): Reading | undefined {
  const day = readDate(written)?.value;
  return day === undefined ? undefined : { text: day, applicability: 'likely' };
}

const dateRemedies: Record<DateFault, Words> = {
  'no-such-day': { zh: '日历上没有这一天，请核对', en: 'The calendar has no such day; please check' },
  weekday: { zh: '日期和星期对不上，请核对', en: 'That day is another weekday; please check' },
  several: {
    zh: '这里只写一天，例如 2024-05-08；还没定到日的，写月份，例如 2024-05',
    en: 'Write one day here, such as 2024-05-08, or its month, such as 2024-05, while it is not known',
  },
  'no-year': { zh: '补上年份，例如 2024-05-08', en: 'Add the year, as in 2024-05-08' },
  other: {
    zh: '写成 2024-05-08 这样；还没定到日的，写月份，例如 2024-05',
    en: 'Write it as 2024-05-08, or its month, such as 2024-05, while the day is not known',
  },
};

/** What keeps a text from being a date that is known to the day; a month, which stands for one elsewhere, is a day that is none. */
function dayFault(written: string): DateFault {
  const fault = dateFault(written);
  return fault === 'no-such-day' && canRead('date', written) ? 'other' : fault;
}

const dayRemedies: Record<DateFault, Words> = {
  ...dateRemedies,
  several: { zh: '这里只写一天，例如 2024-05-08', en: 'Write one day here, such as 2024-05-08' },
  other: { zh: '写到哪一天，例如 2024-05-08', en: 'Write the day, such as 2024-05-08' },
};

const spanRemedies: Record<DateFault, Words> = {
  ...dateRemedies,
  several: {
    zh: '写成起止两天，例如 2024-05-08至2024-05-10',
    en: 'Write the first and the last day, such as 2024-05-08至2024-05-10',
  },
  other: {
    zh: '写成 2024-05-08 或 2024-05-08至2024-05-10 这样；还没定到日的，写月份（例如 2024-05）或“待定”',
    en: 'Write it as 2024-05-08 or 2024-05-08至2024-05-10; while the days are not known, the month, such as 2024-05, or 待定',
  },
};

/** What may be a day, or several in a row: figures, and signs of dates. */
const DAYS = /^[\s"']*\d[\d\s年月日号./\-–—~～至到"']*$/;

/** What to say instead of several days in the place of a span, be they a list or one text; undefined where something else is written. */
export function daysApart(written: string): Pick<SchemaWords, 'remedy' | 'workbook'> | undefined {
  const days = written.replace(/^\s*\[|\]\s*$/g, '').split(/[、，,；;和与及\n]/);
  if (days.length === 1 || !days.every((day) => DAYS.test(day))) return undefined;
  const inARow = '接连几天的写起止，例如 2024-05-08至2024-05-10';
  const daysInARow = 'Of days in a row write the first and the last, such as 2024-05-08至2024-05-10';
  return {
    remedy: {
      zh: `${inARow}；隔开的几天，把“线下”“线上”写成几段，一段一个短横线，各写日期和学时`,
      en: `${daysInARow}; for days apart make "offline" or "online" a list of parts, each behind a dash with its own dates and hours`,
    },
    workbook: {
      remedy: {
        zh: `${inARow}；隔开的几天要分几段写，请写成 YAML`,
        en: `${daysInARow}; days apart take several parts, which only YAML can hold`,
      },
    },
  };
}

/** A value as written, and its key. */
interface Written {
  key: string;
  written: string;
}

/** Dates that stand twice in one place, as a span and as a first or last day, and differ. */
export function datedTwice(span: Written, day: Written): SchemaWords {
  const [one, other] = [brief(span.written), brief(day.written)];
  return {
    message: {
      zh: `“${span.key}”写的是 ${one}，“${day.key}”写的是 ${other}，两处不一致`,
      en: `"${span.key}" says ${one}, but "${day.key}" says ${other}`,
    },
    remedy: { zh: '核对后只留一处', en: 'Keep the one that is right' },
    expected: null,
    actual: same(one),
  };
}

/** What is to be written where a value of a type stands. */
export const typeNames = {
  object: { zh: '“键: 值”各项', en: 'keys with their values' },
  array: { zh: '一项或几项', en: 'one or more items' },
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'a date' },
  span: { zh: '起止日期', en: 'a date or two' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '“是”或“否”', en: 'yes or no' },
} satisfies Record<string, Words>;

/**
 * What to do where a plain value is of another type than the one asked for its quotes, or for the want of them, since YAML
 * tells texts from numbers by these; undefined where quotes are not what is wrong.
 */
export function quotesRemedy(type: string, value: unknown): Words | undefined {
  const isText = type === 'string' || type === 'text';
  if (isText && (typeof value === 'number' || typeof value === 'boolean'))
    return { zh: `两边加上引号，写成 "${value}"`, en: `Put it in quotes: "${value}"` };
  if (typeof value !== 'string') return undefined;
  const isNumber = (type === 'number' || type === 'integer') && /^-?\d+(?:\.\d+)?$/.test(value);
  const isBoolean = type === 'boolean' && /^(?:true|false)$/.test(value);
  return isNumber || isBoolean ? { zh: `去掉引号，写成 ${value}`, en: `Take the quotes away: ${value}` } : undefined;
}

const actualName = (value: unknown): Words =>
  Array.isArray(value)
    ? { zh: '几项', en: 'several items' }
    : value !== null && typeof value === 'object'
      ? typeNames.object
      : same(brief(String(value)));

/** A value of another type than the one asked; `isOfList` tells whether it is one of a list. */
export function wrongType(
  key: string,
  shape: Shape,
  value: unknown,
  writes: 'zh' | 'en',
  isOfList: boolean,
): SchemaWords {
  const isPlain = value === null || typeof value !== 'object';
  const items = itemShape(shape);
  if (items.type === 'object') return wrongObject(key, shape.type === 'array' || isOfList, items, value, writes);
  const expected = typeNames[shape.type === 'text' ? shape.format : shape.type];
  const actual = actualName(value);
  const said = {
    message: {
      zh: `“${key}”要写${expected.zh}，现在是${isPlain ? `“${actual.zh}”` : actual.zh}`,
      en: `"${key}" asks for ${expected.en}, found ${isPlain ? `"${actual.en}"` : actual.en}`,
    },
    expected,
    actual,
  };
  if (shape.type === 'array')
    return {
      ...said,
      remedy: {
        zh: '几项之间用顿号隔开，或者每项另起一行、前面写“- ”',
        en: 'Part the items by 、, or put each on a line of its own behind "- "',
      },
    };
  if (!isPlain)
    return {
      ...said,
      remedy: { zh: `这里只写一个值：${expected.zh}`, en: `Write one value here: ${expected.en}` },
    };
  return orTypography(key, String(value), { ...said, ...plainRemedy(key, shape, value, writes) });
}

/** Something else where an object belongs, or several of them: told by the keys that are to be filled in. */
function wrongObject(
  key: string,
  isList: boolean,
  shape: Shape & { type: 'object' },
  value: unknown,
  writes: 'zh' | 'en',
): SchemaWords {
  const needed = shape.properties.filter(({ required }) => required);
  const keys = formsOf(needed.length > 0 ? needed : shape.properties.slice(0, 2), writes === 'zh');
  const all = { zh: keys.map((each) => `“${each}”`).join(''), en: keys.map((each) => `"${each}"`).join(', ') };
  const actual = actualName(value);
  const shown = typeof value === 'object' ? actual : { zh: `“${actual.zh}”`, en: `"${actual.en}"` };
  const lines = keys.map((each) => `${each}: …`).join(', ');
  return {
    message: {
      zh: `“${key}”${isList ? '的每一项' : '下面'}要${keys.length > 1 ? '分别' : ''}写${all.zh}${needed.length > 0 ? '' : '等'}，现在只有${shown.zh}`,
      en: `${isList ? `Each item of "${key}"` : `"${key}"`} takes ${all.en}${needed.length > 0 ? '' : ' and so on'}, found ${shown.en}`,
    },
    remedy: isList
      ? {
          zh: `每一项另起一行，写成“- { ${lines} }”`,
          en: `Put each item on a line of its own, written "- { ${lines} }"`,
        }
      : {
          zh: `另起一行，缩进两格，写“${keys[0]}: …”，其余各项照此`,
          en: `Start a new line, indent by two, and write "${keys[0]}: …" and so on`,
        },
    expected: { zh: keys.join('、'), en: keys.join(', ') },
    actual,
  };
}

/** How a value that is none of the forms of its type is to be written instead. */
function plainRemedy(
  key: string,
  shape: Shape,
  value: unknown,
  writes: 'zh' | 'en',
): Pick<SchemaWords, 'remedy' | 'reading' | 'workbook'> & { message?: Words } {
  const written = String(value);
  const type = valueTypeOf(shape);
  const reading = type && likelyValue(type, written);
  if (shape.type === 'integer' && typeof value === 'number')
    return { remedy: { zh: '写整数，不带小数', en: 'Write a whole number' } };
  if (shape.type === 'number' || shape.type === 'integer')
    return { ...numberWords(key, written, numberFault(written), shape), reading };
  // No scalar is of another type than a text.
  return {
    remedy: { zh: '只写“是”或“否”；要补充的话写进“备注”', en: 'Write yes or no alone, and remarks under "notes"' },
    reading,
    workbook: inYesAndNo(key, written, writes),
  };
}

/** In a workbook, yes and no are chosen from a list. */
function inYesAndNo(key: string, value: string, writes: 'zh' | 'en'): NonNullable<SchemaWords['workbook']> {
  const [yes, no] = writes === 'zh' ? ['是', '否'] : ['TRUE', 'FALSE'];
  return {
    message: {
      zh: `“${key}”要填“${yes}”或“${no}”，现在是“${brief(value)}”`,
      en: `"${key}" asks for ${yes} or ${no}, found "${brief(value)}"`,
    },
    remedy: { zh: `从下拉框里选“${yes}”或“${no}”`, en: `Choose ${yes} or ${no} from the list` },
    expected: { zh: `${yes}或${no}`, en: `${yes} or ${no}` },
  };
}

/** The types of figure that may be promised as at least so much. */
const PROMISED: ReadonlySet<ValueType | undefined> = new Set(['count', 'days', 'hours', 'months']);

const byTheClock: Words = {
  zh: '按小时算的写成“8小时”这样，折成学时由程序来算；是学时的只写数字',
  en: 'Write hours by the clock as "8 h", which are turned into class hours here; class hours as the figure alone',
};

const asShare: Words = {
  zh: '比例写成小数或百分数，例如 0.05 或 5%',
  en: 'Write a share as a fraction or a percentage: 0.05 or 5 %',
};

function numberWords(
  key: string,
  value: string,
  fault: NumberFault,
  shape: NumberShape,
): { remedy: Words; message?: Words } {
  const written = brief(value);
  const said = (zh: string, en: string): Words => ({
    zh: `“${key}”${zh}“${written}”`,
    en: `"${key}" ${en}: "${written}"`,
  });
  const [unit] = shape.units;
  const type = valueTypeOf(shape);
  switch (fault) {
    case 'percent':
      return {
        message: said('写成了百分数：', 'is a percentage'),
        remedy: { zh: '这里要写具体数目，不写百分比', en: 'Write the number itself here, not a percentage' },
      };
    case 'ratio':
      return {
        message: said('写成了比例：', 'is a ratio'),
        remedy:
          type === 'share'
            ? asShare
            : { zh: '这里只写一个数，不写两个数的比', en: 'Write one number here, not the ratio of two' },
      };
    case 'inexact':
      return {
        message: said('不是一个确定的数：', 'is not one exact number'),
        remedy: PROMISED.has(type)
          ? {
              zh: '写一个确定的数，不写“约”或范围；至少多少，写“≥”或“不少于”',
              en: 'Write one exact number, no range and no "about"; a least number as "≥ 80"',
            }
          : {
              zh: '写一个确定的数，不写“约”“不少于”或范围',
              en: 'Write one exact number, no range, no "about" and no "at least"',
            },
      };
    case 'unit':
      return {
        message: said('后面的文字读不懂：', 'has words with its figure that are not known here'),
        // Eight hours by the clock are more than eight class hours: the figure alone would be too low.
        remedy:
          type === 'share'
            ? asShare
            : type === 'hours' && /小时|h/i.test(value)
              ? byTheClock
              : {
                  zh: unit ? `写数字，单位是${unit}` : '只写数字，不带单位',
                  en: 'Write the figure alone, without a unit',
                },
      };
    case 'negative':
      return {
        message: said('写成了负数：', 'is below zero'),
        remedy: { zh: '核对这个数，前面不写负号', en: 'Check the figure, and write no minus before it' },
      };
    case 'form':
      if (type === 'share') return { remedy: asShare };
      if (type === 'year')
        return { remedy: { zh: '写四位数的年份，例如 2024', en: 'Write the year in four digits, such as 2024' } };
      return {
        remedy:
          shape.type === 'integer'
            ? { zh: '写整数，例如 40', en: 'Write a whole number, such as 40' }
            : { zh: '写数字，例如 8 或 8.5', en: 'Write a number, such as 8 or 8.5' },
      };
  }
}

/** A value that says there is none, as forms are filled in, where none is needed. */
export function orEmpty(words: SchemaWords, value: unknown): SchemaWords {
  if (words.reading?.applicability === 'certain' || !saysNothing(String(value))) return words;
  const { reading: _, ...rest } = words;
  return { ...rest, remedy: { zh: '还没定、用不到的，空着就行', en: 'Leave empty what is not settled or not needed' } };
}

/** A number outside its limits. */
export function outOfRange(key: string, comparison: string, limit: number, written: string): SchemaWords {
  const sign = comparison.replace('>=', '≥').replace('<=', '≤');
  const percent = sign === '≤' && limit === 1;
  return {
    message: {
      zh: `“${key}”应当 ${sign} ${limit}，现在是 ${brief(written)}`,
      en: `"${key}" must be ${sign} ${limit}, found ${brief(written)}`,
    },
    remedy: percent ? asShare : { zh: `改成 ${sign} ${limit} 的数`, en: `Write a number ${sign} ${limit}` },
    expected: same(`${sign} ${limit}`),
    actual: same(brief(written)),
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
  expected: typeNames.object,
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
