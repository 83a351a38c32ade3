import { type Applicability, same, type Words } from '../model/finding.ts';
import { bareName, REMARK } from '../text/typography.ts';
import { type NumberSlip, type Reading, readBoolean, readDate, readNumber } from './readings.ts';
import type { NumberShape, Shape } from './vocabulary/shape.ts';
import {
  FULL_WIDTH,
  formsOf,
  isChinese,
  MERGE,
  type Named,
  type Suggestion,
  suggestNamed,
} from './vocabulary/suggest.ts';

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
    workbook: headerOfOnesOwn,
  };
}

function slipRemedy(written: string): Pick<SchemaWords, 'remedy'> {
  if (written === MERGE)
    return {
      remedy: { zh: '不支持“<<”合并，请把各项直接写出来', en: 'Merging with << is not supported: write the keys out' },
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
export function ownKey(written: string, homes: readonly Named[], writes: 'zh' | 'en'): SchemaWords {
  const key = brief(written);
  const forms = formsOf(homes, writes === 'zh');
  return {
    message: { zh: `hn-gp 不读这一项：“${key}”`, en: `hn-gp does not read this key: "${key}"` },
    remedy:
      homes.length > 0
        ? {
            zh: `写在${forms.map((form) => `“${form}”`).join('、')}下面才读；只是留个记录的，写成“x-${key}”`,
            en: `It is read under ${forms.map((form) => `"${form}"`).join(' or ')}; if it is for your own records, write "x-${key}"`,
          }
        : {
            zh: `要留着，写成“x-${key}”，或者写进“备注”；不改也不影响检查`,
            en: `To keep it, write "x-${key}", or put it under "notes"; the rest is checked all the same`,
          },
    expected: null,
    actual: null,
    workbook: headerOfOnesOwn,
  };
}

const headerOfOnesOwn: NonNullable<SchemaWords['workbook']> = {
  remedy: {
    zh: '核对表头有没有写错；自己加的，表头前面加 x-',
    en: 'Check the header for a slip; begin headers of your own with x-',
  },
};

const extraSign = (key: string, written: string): { message: Words; remedy: Words } => ({
  message: {
    zh: `“${key}”里有多余的标点：“${brief(written)}”`,
    en: `"${key}" has a sign that does not belong there: "${brief(written)}"`,
  },
  remedy: { zh: '去掉多余的标点', en: 'Leave it out' },
});

/** A certain reading that differs from what is written by what typing adds, quotation marks and such alone, is said to do so. */
function orTypography(key: string, written: string, words: SchemaWords): SchemaWords {
  if (words.reading?.applicability !== 'certain') return words;
  if (/[,，;；、。]$/.test(written)) return { ...words, ...extraSign(key, written) };
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
  if (/[０-９]/.test(written))
    return {
      ...words,
      message: {
        zh: `“${key}”的数字是全角的：“${brief(written)}”`,
        en: `"${key}" has full-width digits: "${brief(written)}"`,
      },
      remedy: { zh: '输入法切到英文（半角）再写数字', en: 'Write plain digits' },
    };
  return words;
}

/** Several items in one text; to offer a code that is near one of them would lose the others. */
const SEVERAL = /[^、，,;；][、，,;；]\s*[^、，,;；\s]/;

const inBrackets: Words = {
  zh: '几项放进英文方括号 [ ]，中间用英文逗号加空格隔开',
  en: 'Put the items in square brackets [ ], parted by a comma and a space',
};

/** A value that is not one of an enum's codes; `isList` tells whether several can stand there. */
export function unknownCode(
  key: string,
  written: string,
  known: readonly Named[],
  writes: 'zh' | 'en',
  isList = false,
): SchemaWords {
  const all = listed(formsOf(known, isChinese(written, writes)));
  const near = suggestNamed(written, known);
  return orTypography(key, written, {
    message: { zh: `“${key}”不能写“${brief(written)}”`, en: `"${key}" cannot be "${brief(written)}"` },
    ...(isList && SEVERAL.test(written)
      ? { remedy: { zh: `${inBrackets.zh}；每一项可以写：${all.zh}`, en: `${inBrackets.en}; each can be: ${all.en}` } }
      : near
        ? didYouMean(near.form, near.differs === 'form' ? 'certain' : 'likely')
        : { remedy: { zh: `这里可以写：${all.zh}`, en: `What can stand here: ${all.en}` } }),
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
      zh: `补上 ${forms.map((form) => `“${form}: …”`).join('、')}`,
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
        expected: typeNames.array,
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

/** A text that is no calendar date; what it most likely means is offered, never assumed. */
export function badDate(key: string, written: string): SchemaWords {
  const reading = readDate(written);
  const isAbsent = reading === 'no-such-day';
  return orTypography(key, written, {
    message: {
      zh: `“${key}”的日期“${brief(written)}”不对`,
      en: `"${brief(written)}" is not a valid date for "${key}"`,
    },
    remedy: isAbsent
      ? { zh: '日历上没有这一天，请核对', en: 'The calendar has no such day; please check' }
      : dateRemedy(brief(written), reading),
    ...(isAbsent || !reading ? { expected: same('YYYY-MM-DD') } : { expected: same(reading.text), reading }),
    actual: same(brief(written)),
  });
}

function dateRemedy(written: string, reading: Reading | undefined): Words {
  if (reading?.applicability === 'certain')
    return {
      zh: '日期写成“年-月-日”，月、日都用两位数',
      en: 'Write the date as YYYY-MM-DD, month and day with two digits',
    };
  if (reading) return { zh: `如果是 ${reading.text}，就照此改写`, en: `If ${reading.text} is meant, write that` };
  if (/[至到~～—]|\d{2}\s+-|\d{1,2}日?-\d{1,2}日|\d[-/.月]\d{1,2}\D.*\d[-/.月]\d/.test(written))
    return { zh: '这里只写一天，例如 2024-05-08', en: 'Write one day here, such as 2024-05-08' };
  if (/^\d{4}[-/.年]?\d{1,2}月?$|^(?:\d{4}年)?\d{1,2}月(?:份|[上中下]旬|底|初)?$/.test(written))
    return { zh: '写到哪一天，例如 2024-05-08', en: 'Write the day too, as in 2024-05-08' };
  if (/^\d{1,2}[-/.月]\d{1,2}[日号]?$/.test(written))
    return { zh: '补上年份，例如 2024-05-08', en: 'Add the year, as in 2024-05-08' };
  return { zh: '日期写成“年-月-日”，例如 2024-05-08', en: 'Write the date as YYYY-MM-DD, such as 2024-05-08' };
}

/** What a value of a type is called. */
export const typeNames = {
  object: { zh: '下一层的几项', en: 'keys and values on the next level' },
  array: { zh: '列表', en: 'a list' },
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'a date' },
  span: { zh: '日期', en: 'a date, or from one to another' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
} satisfies Record<string, Words>;

const actualName = (value: unknown): Words =>
  Array.isArray(value)
    ? typeNames.array
    : value !== null && typeof value === 'object'
      ? typeNames.object
      : same(brief(String(value)));

/** A value of another type than the one asked. */
export function wrongType(key: string, shape: Shape, value: unknown, writes: 'zh' | 'en'): SchemaWords {
  const expected = typeNames[shape.type === 'text' ? shape.format : shape.type];
  const actual = actualName(value);
  return orTypography(key, String(value), {
    message: {
      zh: `“${key}”要写${expected.zh.replace(/^(?=[a-z])/, ' ')}，现在是“${actual.zh}”`,
      en: `"${key}" asks for ${expected.en}, found "${actual.en}"`,
    },
    expected,
    actual,
    ...typeRemedy(key, shape, value, writes),
  });
}

function typeRemedy(
  key: string,
  shape: Shape,
  value: unknown,
  writes: 'zh' | 'en',
): Pick<SchemaWords, 'remedy' | 'reading' | 'workbook'> & { message?: Words } {
  const isPlain = typeof value !== 'object';
  if (shape.type === 'object') {
    const [first] = formsOf(shape.properties, writes === 'zh');
    return {
      remedy: {
        zh: `换行并缩进两格，写成“${first}: …”等各项`,
        en: `Start a new line, indent by two, and write "${first}: …" and so on`,
      },
    };
  }
  if (shape.type === 'array') {
    const item = skeletonOf(shape.items, writes);
    return {
      remedy: {
        zh: `每一项另起一行，${item ? `写成“- ${item}”` : '用“- ”开头'}`,
        en: `Put each item on a line of its own, ${item ? `written "- ${item}"` : 'starting with "- "'}`,
      },
    };
  }
  if (shape.type === 'boolean' && isPlain)
    return {
      remedy: { zh: '是写 true，否写 false', en: 'Write true for yes and false for no' },
      reading: readBoolean(String(value)),
      workbook: inYesAndNo(key, String(value), writes),
    };
  if ((shape.type === 'number' || shape.type === 'integer') && isPlain) {
    if (shape.type === 'integer' && typeof value === 'number')
      return { remedy: { zh: '写整数，不带小数', en: 'Write a whole number' } };
    const { slip, reading } = readNumber(String(value), shape);
    return { ...numberSlipWords(key, String(value), slip, shape, reading !== undefined), reading };
  }
  return {
    remedy: { zh: '这里只写一个值，不能是列表或下一层', en: 'Write one value here, not a list or a further level' },
  };
}

/** The keys that an item of a list needs, or its first one, for the author to fill in; undefined for an item without keys. */
function skeletonOf(item: Shape, writes: 'zh' | 'en'): string | undefined {
  if (item.type !== 'object') return undefined;
  const needed = item.properties.filter(({ required }) => required);
  const keys = formsOf(needed.length > 0 ? needed : item.properties.slice(0, 1), writes === 'zh');
  return `{ ${keys.map((key) => `${key}: …`).join(', ')} }`;
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

function numberSlipWords(
  key: string,
  value: string,
  slip: NumberSlip,
  { units, type }: NumberShape,
  isRead: boolean,
): { remedy: Words; message?: Words } {
  const written = brief(value);
  const said = (zh: string, en: string): Words => ({
    zh: `“${key}”${zh}“${written}”`,
    en: `"${key}" ${en}: "${written}"`,
  });
  switch (slip) {
    case 'comma':
      return {
        message: said('的数字里有逗号：', 'has a comma in its figure'),
        remedy: { zh: '数字里不加千分位逗号', en: 'Write the figure without thousands separators' },
      };
    case 'ten-thousands':
      return {
        message: said('没有写成完整的数字：', 'is not written out in full'),
        remedy: isRead
          ? {
              zh: `“万”“千”换算成完整的数字${units.length > 0 ? `，单位是${units[0]}` : ''}`,
              en: 'Write the figure out in full',
            }
          : { zh: '换算成完整的数字', en: 'Write the figure out in full' },
      };
    case 'percent':
      return {
        message: said('写成了百分数：', 'is a percentage'),
        remedy: isRead
          ? { zh: '比例写成小数，例如 5% 写 0.05', en: 'Write a share as a fraction: 0.05 for 5 %' }
          : { zh: '这里要写具体数目，不写百分比', en: 'Write the number itself here, not a percentage' },
      };
    case 'hours':
      return {
        message: said('按小时写了：', 'is in clock hours'),
        remedy: {
          zh: '这里按学时写，每学时 45 分钟，只写数字',
          en: 'Count class hours of 45 minutes here, and write the figure alone',
        },
      };
    case 'ratio':
      return {
        message: said('写成了比例：', 'is a ratio'),
        remedy: { zh: '这里只写一个数，不写两个数的比', en: 'Write one number here, not the ratio of two' },
      };
    case 'inexact':
      return {
        message: said('不是一个确定的数：', 'is not one exact number'),
        remedy: { zh: '写一个确定的数，不写“约”“以上”或范围', en: 'Write one exact number, no range and no "about"' },
      };
    case 'unit':
      return {
        message: said('带了文字：', 'has words with its figure'),
        remedy: {
          zh: `只写数字${units.length > 0 ? `，单位是${units[0]}，不用写出来` : '，不带单位'}`,
          en: 'Write the figure alone, without a unit',
        },
      };
    case 'form':
      return {
        remedy: isRead
          ? { zh: '只写数字，用英文（半角）数字，不加引号', en: 'Write plain digits, without quotes' }
          : type === 'integer'
            ? { zh: '写阿拉伯数字，例如 40', en: 'Write a whole number in digits, such as 40' }
            : { zh: '写阿拉伯数字，例如 8 或 8.5', en: 'Write a number in digits, such as 8 or 8.5' },
      };
  }
}

/** A value that says there is none, as forms are filled in, where none is needed. */
export function orEmpty(words: SchemaWords, value: unknown): SchemaWords {
  if (
    words.reading?.applicability === 'certain' ||
    !/^(?:[-–—/\\]+|…+|待定|未定|暂无|无|不详|不适用|略)$/.test(String(value).trim())
  )
    return words;
  const { reading: _, ...rest } = words;
  return { ...rest, remedy: { zh: '还没定、用不到的，空着就行', en: 'Leave empty what is not settled or not needed' } };
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
