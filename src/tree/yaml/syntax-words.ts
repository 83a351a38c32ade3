import type { YAMLError } from 'yaml';
import type { Words } from '../../model/finding.ts';
import { lineEnd } from '../../text/lines.ts';

interface Advice {
  message: Words;
  remedy: Words;
}

const tab: Advice = {
  message: { zh: '缩进里有制表符（Tab）', en: 'There is a tab in the indentation' },
  remedy: { zh: '缩进只用空格，每层两个', en: 'Indent with spaces only, two a level' },
};

/**
 * What most often goes wrong on a line, told from the line itself; the first that fits is said. Records have their slips told
 * with their kind as guide; this is for files without one, a config or an edition, and for what no slip explains.
 */
const slips: { test: RegExp; advice: Advice }[] = [
  {
    test: /^[^"'#：:]*：/,
    advice: {
      message: { zh: '冒号用了全角“：”', en: 'The colon is the full-width ：' },
      remedy: {
        zh: '换成英文冒号，后面空一格，例如“名称: 海口市人民医院”',
        en: 'Write a plain colon and a space after it, such as "name: 海口市人民医院"',
      },
    },
  },
  {
    test: /^\s*\t|^\s*- *\t/,
    advice: tab,
  },
  {
    test: /^[^[{]*[[{].*[，、]|^[^，、]*[，、].*[\]}]/,
    advice: {
      message: { zh: '括号里的逗号用了全角“，”或顿号', en: 'The comma inside the brackets is full-width' },
      remedy: { zh: '换成英文逗号，后面空一格', en: 'Write a plain comma and a space after it' },
    },
  },
  {
    test: /^\s*(- +)?[^\s"'#[{:]+:[^\s/]/,
    advice: {
      message: { zh: '冒号后面没有空格', en: 'There is no space after the colon' },
      remedy: { zh: '在冒号后面加一个空格', en: 'Put a space after the colon' },
    },
  },
];

const quotes: Advice = {
  message: { zh: '引号没有成对', en: 'A quotation mark is not closed' },
  remedy: { zh: '补上缺的引号，或者去掉引号', en: 'Close the quotation, or leave the marks out' },
};
const brackets: Advice = {
  message: { zh: '括号或逗号没有写对', en: 'A bracket or a comma is missing or out of place' },
  remedy: {
    zh: '检查 [ ] { } 是否成对，各项之间用英文逗号隔开',
    en: 'Pair [ ] and { }, and part the items with commas',
  },
};
const unclosed: Advice = {
  message: { zh: '前面的括号到这里还没有结束', en: 'A bracket before this has not ended yet' },
  remedy: {
    zh: '检查 [ ] { } 是否成对；括号里的内容分几行写的，每行多缩进两个空格',
    en: 'Pair [ ] and { }; where what is inside takes several lines, indent each by two more spaces',
  },
};
const indentation: Advice = {
  message: { zh: '缩进没有对齐', en: 'The indentation is not aligned' },
  remedy: {
    zh: '同一层的各行对齐，下一层多缩进两个空格',
    en: 'Align the lines of one level, and indent the next by two spaces',
  },
};
const tooDeep: Advice = {
  message: { zh: '下一行缩进多了，成了这一项的内容', en: 'The next line is indented too far, into what stands here' },
  remedy: {
    zh: '下一行与这一行对齐；是接着写的文字，放进引号',
    en: 'Align it with this line; if it goes on with the text, put all of it in quotes',
  },
};
const keyValue: Advice = {
  message: { zh: '这里应当是“键: 值”', en: 'A "key: value" belongs here' },
  remedy: {
    zh: '写成“键: 值”，用英文冒号，后面空一格；多行文字放进引号',
    en: 'Write "key: value" with a plain colon and a space; put text of several lines in quotes',
  },
};
/** A list where a key belongs. */
export const listWithoutKey: Advice = {
  message: {
    zh: '这里开始了一个列表，前面没有写它是哪一项',
    en: 'A list begins here, and no key before it says what it is',
  },
  remedy: {
    zh: '列表前面单独写一行键和冒号，例如“培训班:”；如果短横线是多写的，删掉它',
    en: 'Write its key and a colon on a line before it, such as "sessions:"; or delete the dash if it does not belong there',
  },
};
const tag: Advice = {
  message: { zh: '不支持“!”开头的标签', en: 'Tags starting with "!" are not supported' },
  remedy: { zh: '删掉标签；如果是文字内容，放进引号', en: 'Delete the tag; if it is text, put it in quotes' },
};
const alias: Advice = {
  message: { zh: '“*”引用或“&”锚点写得不对', en: 'An alias (*) or anchor (&) is not well written' },
  remedy: {
    zh: '如果是文字内容，放进引号；否则检查引用的名字',
    en: 'If it is text, put it in quotes; else check the name',
  },
};
const other: Advice = {
  message: { zh: '这一行不是正确的 YAML', en: 'This line is not valid YAML' },
  remedy: {
    zh: '检查这一行和上一行的标点、缩进；文字里有特殊符号时放进引号',
    en: 'Check the punctuation and indentation of this line and the one before; quote text with special signs',
  },
};

const byCode: Record<string, Advice> = {
  ALIAS_PROPS: alias,
  BAD_ALIAS: alias,
  MULTIPLE_ANCHORS: alias,
  BAD_DQ_ESCAPE: {
    message: { zh: '双引号里的反斜杠“\\”写法不对', en: 'A backslash in the double quotes is not a valid escape' },
    remedy: { zh: '改用单引号，或把“\\”写成“\\\\”', en: 'Use single quotes, or write \\\\' },
  },
  BAD_INDENT: indentation,
  TAB_AS_INDENT: tab,
  BAD_SCALAR_START: {
    message: { zh: '文字不能以这个符号开头', en: 'Plain text cannot start with this sign' },
    remedy: { zh: '把这段文字放进引号', en: 'Put the text in quotes' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { zh: '同一行里出现了两个“键: 值”', en: 'Two "key: value" stand on one line' },
    remedy: {
      zh: '分成两行，或把含冒号的文字放进引号',
      en: 'Part them into two lines, or quote the text that has the colon',
    },
  },
  BLOCK_IN_FLOW: brackets,
  DUPLICATE_KEY: {
    message: { zh: '同一项写了两次', en: 'This key stands twice' },
    remedy: { zh: '只留一处', en: 'Keep one of them' },
  },
  MISSING_CHAR: keyValue,
  MULTILINE_IMPLICIT_KEY: keyValue,
  TAG_RESOLVE_FAILED: tag,
  BAD_COLLECTION_TYPE: tag,
  MULTIPLE_TAGS: tag,
};

/** Says a YAML error in words a teaching office understands: from the line where that tells more, else from its code. */
export function syntaxWords({ code, message }: YAMLError, text: string, offset: number): Advice {
  // Told where the next thing begins, whose line says nothing of what was left open.
  if (/ end with a [\]}]$/.test(message)) return unclosed;
  if (/^Missing closing /.test(message)) return quotes;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, lineEnd(text, offset));
  const advice = byCode[code] ?? other;
  if (['TAG_RESOLVE_FAILED', 'BAD_DQ_ESCAPE', 'DUPLICATE_KEY'].includes(code)) return advice;
  const slip = slips.find(({ test }) => test.test(line));
  if (slip) return slip.advice;
  const isOpen = (mark: string) => line.split(mark).length % 2 === 0;
  if (code === 'MISSING_CHAR' && (isOpen('"') || isOpen("'"))) return quotes;
  if (/[[\]{}]/.test(line)) return brackets;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !/:(?:\s|$)/.test(text.slice(offset, lineEnd(text, offset)))) return tooDeep;
  // What reads like a key and a value is one in the wrong place.
  if (code === 'MISSING_CHAR' && /^\s*[^\s#:]+:(?:\s|$)/.test(line)) return indentation;
  return advice;
}
