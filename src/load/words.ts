import type { SchemaWords } from '../schema/words.ts';
import type { Encoding } from '../text/decode.ts';
import type { SourceProblem } from '../tree/yaml/parse.ts';

/** A file in another encoding than UTF-8. */
export const otherEncoding = (encoding: Exclude<Encoding, 'utf-8'>): SourceProblem => ({
  rule: 'yaml/encoding',
  severity: 'warning',
  start: 0,
  end: 0,
  message: {
    'utf-16': {
      zh: '文件是 UTF-16 编码（记事本里的“Unicode”），已按此读取',
      en: 'The file is in UTF-16 ("Unicode" in Notepad) and was read as such',
    },
    gb18030: { zh: '文件是 GBK（GB18030）编码，已按此读取', en: 'The file is in GBK (GB18030) and was read as such' },
  }[encoding],
  remedy: {
    zh: '建议用 hn-gp fix 转成 UTF-8，以免在别的电脑上变成乱码',
    en: 'Better turn it into UTF-8 with hn-gp fix, so that it reads the same on every computer',
  },
});

/** The key of a record's kind that stands twice: a record begins that nothing parts from the one before. */
export const secondRecord: SchemaWords = {
  message: {
    zh: '第二份记录从这里开始，和第一份没有隔开',
    en: 'A second record begins here, with nothing between it and the first',
  },
  remedy: { zh: '前面加一行 ---，或者存成另一个文件', en: 'Put a line --- before it, or keep it in a file of its own' },
  expected: null,
  actual: null,
};

/** A key that stands twice; `line` is where it stands first. */
export const duplicateKey = (written: string, line: number): SchemaWords => ({
  message: {
    zh: `“${written}”写了两次，第一次在第 ${line} 行`,
    en: `"${written}" stands twice; the first is on line ${line}`,
  },
  remedy: {
    zh: '只留一处（中文名和英文名算同一项）',
    en: 'Keep one of them (the Chinese and the English name are the same key)',
  },
  expected: null,
  actual: null,
});

/** Aliases that unfold to more than is read. */
export const aliasBomb = {
  message: {
    zh: '“*”引用展开后太多或循环引用，没有继续读',
    en: 'Aliases (*) unfold to too much, or to themselves; reading stopped',
  },
  remedy: { zh: '不用引用，把内容直接写出来', en: 'Write the content out instead of using aliases' },
};

/** A `*` before a name that nothing has. */
export const unknownAlias = (written: string): SchemaWords => ({
  message: { zh: `“${written}”引用的名字前面没有定义过`, en: `Nothing before this is named "${written}"` },
  remedy: {
    zh: '如果是文字内容，放进引号；否则检查引用的名字',
    en: 'If it is text, put it in quotes; else check the name',
  },
  expected: null,
  actual: null,
});
