import { same, type Words } from '../model/finding.ts';
import type { Slip, SlipKind } from './slip.ts';

interface Advice {
  message: Words;
  remedy: Words;
}

/** What a sign is called. */
const signNames: Record<string, Words> = {
  '：': { zh: '冒号', en: 'colon' },
  '﹕': { zh: '冒号', en: 'colon' },
  '∶': { zh: '冒号', en: 'colon' },
  '，': { zh: '逗号', en: 'comma' },
  '、': { zh: '顿号', en: 'list comma' },
  '；': { zh: '分号', en: 'semicolon' },
  ';': { zh: '分号', en: 'semicolon' },
  '＃': { zh: '井号', en: 'number sign' },
};

const signName = (sign: string): Words =>
  signNames[sign] ?? (/[“”‘’]/.test(sign) ? { zh: '引号', en: 'quotation mark' } : { zh: '括号', en: 'bracket' });

/** On how many lines it is, where it is more than one. */
const onLines = ({ edits }: Slip): Words =>
  edits.length > 1 ? { zh: `，共 ${edits.length} 行`, en: ` (${edits.length} lines)` } : same('');

/** How many lines in a row it is, where it is more than one. */
const inLines = ({ edits }: Slip): Words =>
  edits.length > 1 ? { zh: `，连着 ${edits.length} 行`, en: ` (${edits.length} lines in a row)` } : same('');

const advice: Record<Exclude<SlipKind, 'full-width'>, (slip: Slip) => Advice> = {
  'no-space': ({ signs }) => ({
    message: {
      zh: `${signs.map((key) => `“${key}”`).join('、')}的冒号后面没有空格`,
      en: `There is no space after the colon of ${signs.map((key) => `"${key}"`).join(', ')}`,
    },
    remedy: { zh: '英文冒号后面空一格', en: 'Put a space after the colon' },
  }),
  'no-colon': ({ signs }) => ({
    message: { zh: `“${signs[0]}”后面没有冒号`, en: `There is no colon after "${signs[0]}"` },
    remedy: { zh: '加英文冒号，后面空一格', en: 'Put a colon and a space after it' },
  }),
  'other-sign': ({ signs: [sign, key] }) => ({
    message: { zh: `“${key}”和值之间写了“${sign}”`, en: `"${sign}" stands between "${key}" and its value` },
    remedy: { zh: '用英文冒号，后面空一格', en: 'Write a plain colon and a space' },
  }),
  remark: () => ({
    message: { zh: '说明和前面的内容连在一起了', en: 'The remark runs into the value before it' },
    remedy: { zh: '“#”用英文的，前面空一格', en: 'Write a plain # with a space before it' },
  }),
  tab: (slip) => ({
    message: {
      zh: `缩进里有制表符（Tab）${onLines(slip).zh}`,
      en: `There is a tab in the indentation${onLines(slip).en}`,
    },
    remedy: { zh: '缩进只用空格，每层两个', en: 'Indent with spaces only, two a level' },
  }),
  blank: (slip) => ({
    message: {
      zh: `空格是全角的或特殊的${inLines(slip).zh}`,
      en: `A blank here is full-width or of a special kind${inLines(slip).en}`,
    },
    remedy: { zh: '换成英文（半角）空格', en: 'Write a plain space' },
  }),
  dash: (slip) => ({
    message: {
      zh: `列表的短横线写得不对${inLines(slip).zh}`,
      en: `The dash of the list item is not well written${inLines(slip).en}`,
    },
    remedy: { zh: '每一项用英文短横线加空格“- ”开头', en: 'Begin each item with a hyphen and a space, "- "' },
  }),
  'no-dash': () => ({
    message: { zh: '这里是列表，这一项前面没有短横线', en: 'A list stands here, and this item has no dash' },
    remedy: {
      zh: '第一行前加“- ”，这一项的其余各行与它后面的文字对齐',
      en: 'Put "- " before its first line, and align its other lines with the text behind the dash',
    },
  }),
  'extra-dash': (slip) => ({
    message: {
      zh: `这里不是列表，前面多了短横线${inLines(slip).zh}`,
      en: `No list stands here, and a dash is one too many${inLines(slip).en}`,
    },
    remedy: { zh: '短横线换成空格，各行对齐', en: 'Put a blank in place of the dash, and align the lines' },
  }),
  indentation: () => ({
    message: { zh: '缩进没有对齐', en: 'The indentation is not aligned' },
    remedy: {
      zh: '同一层的各行对齐，下一层多缩进两个空格',
      en: 'Align the lines of one level, and indent the next by two spaces',
    },
  }),
  'colon-in-text': ({ signs: [sign] }) => ({
    message: {
      zh: '文字里有英文冒号和空格，会被当成另一项',
      en: 'A colon and a space in the text make it look like a key',
    },
    remedy: sign
      ? { zh: `文字里的冒号写“${sign}”`, en: `Write ${sign} in the text` }
      : { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  'quotes-in-text': () => ({
    message: { zh: '引号后面还有文字', en: 'More text follows the closing quotation mark' },
    remedy: { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  'special-start': ({ signs }) => ({
    message: { zh: `文字不能以“${signs[0]}”开头`, en: `Plain text cannot start with "${signs[0]}"` },
    remedy: { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  escape: () => ({
    message: { zh: '双引号里的反斜杠“\\”写法不对', en: 'A backslash in the double quotes is not a valid escape' },
    remedy: { zh: '改用单引号', en: 'Use single quotes' },
  }),
  'open-quote': () => ({
    message: { zh: '引号没有成对', en: 'A quotation mark is not closed' },
    remedy: { zh: '补上缺的引号，或者去掉引号', en: 'Close the quotation, or leave the marks out' },
  }),
  'open-bracket': ({ signs: [sign] }) => ({
    message: { zh: '括号没有成对', en: 'A bracket is not closed' },
    remedy: sign
      ? { zh: '这里只写一个值，不用括号', en: 'A single value stands here, without brackets' }
      : { zh: '补上缺的括号', en: 'Close the bracket' },
  }),
  table: () => ({
    message: { zh: '这里贴了一张表格', en: 'A table was pasted here' },
    remedy: {
      zh: '表格的每一行写成一项“- { 键: 值, 键: 值 }”；行数多的，用 hn-gp init --xlsx 生成的工作簿填',
      en: 'Write each row as an item "- { key: value, key: value }"; fill many in with a workbook from hn-gp init --xlsx',
    },
  }),
  separator: () => ({
    message: { zh: '两份记录之间的横线画得不对', en: 'The line between two records is not well drawn' },
    remedy: { zh: '顶格写三个英文短横线“---”', en: 'Write three hyphens, "---", at the start of the line' },
  }),
  hidden: () => ({
    message: { zh: '这里有看不见的字符', en: 'There is an invisible character here' },
    remedy: {
      zh: '删掉这个字符；多半是从别处粘贴时带进来的',
      en: 'Delete it; it usually comes along when text is pasted',
    },
  }),
  'soft-break': () => ({
    message: { zh: '这里有一个看不见的换行符，不是回车', en: 'An invisible break of a line is here' },
    remedy: {
      zh: '删掉它，要换行就按回车；多半是从 Word 粘贴时带进来的',
      en: 'Delete it, and start a new line with Enter; it usually comes along when text is pasted',
    },
  }),
  'key-signs': ({ signs: [written, key] }) => ({
    message: { zh: `“${key}”写成了“${written}”`, en: `"${key}" is written "${written}"` },
    remedy: {
      zh: '键就写这几个字，前后不加引号、编号和别的符号',
      en: 'Write the key alone, without marks or numbering about it',
    },
  }),
  'dash-alone': () => ({
    message: { zh: '没有内容的地方写了“-”', en: 'There is a "-" where nothing is given' },
    remedy: { zh: '没有内容就空着', en: 'Leave it empty' },
  }),
  'beside-block': ({ signs: [text] }) => ({
    message: { zh: `下面还有内容，这一行不能再写“${text}”`, en: `"${text}" cannot stand beside the lines below it` },
    remedy: {
      zh: '移到下面该写的那一项；只是说明的，前面加“#”',
      en: 'Move it to the key that it belongs to below, or put # before it as a remark',
    },
  }),
  bracket: ({ signs: [sign, plain] }) => ({
    message:
      sign === '[' || sign === '{'
        ? { zh: `括号用“${sign}”开头，对不上`, en: `The bracket is opened by "${sign}"` }
        : { zh: `括号用“${sign}”收尾，对不上`, en: `The bracket is closed by "${sign}"` },
    remedy: { zh: `这里要写“${plain}”`, en: `Write "${plain}" here` },
  }),
  'no-braces': () => ({
    message: {
      zh: '几项写在同一行，外面没有花括号',
      en: 'Several keys stand on one line without brackets around them',
    },
    remedy: { zh: '写在同一行的几项放进英文花括号 { }', en: 'Put keys that stand on one line in { }' },
  }),
  'no-comma': ({ signs }) => ({
    message: {
      zh: `${signs.map((key) => `“${key}”`).join('、')}前面没有逗号`,
      en: `There is no comma before ${signs.map((key) => `"${key}"`).join(', ')}`,
    },
    remedy: { zh: '花括号里的各项用英文逗号加空格隔开', en: 'Part what is in brackets with a comma and a space' },
  }),
  'extra-sign': ({ signs: [open, close] }) => ({
    message:
      close === undefined
        ? { zh: `这里多了“${open}”`, en: `There is "${open}" too much here` }
        : { zh: `值的外面多了 ${open} ${close}`, en: `${open} ${close} stand around this value` },
    remedy: close === undefined ? { zh: '删掉它', en: 'Delete it' } : { zh: '去掉，只写值', en: 'Leave them out' },
  }),
  'two-keys': ({ signs }) => ({
    message: { zh: `同一行里又写了一项“${signs[0]}”`, en: `Another key, "${signs[0]}", stands on the same line` },
    remedy: { zh: `从“${signs[0]}”起另起一行`, en: `Start a new line at "${signs[0]}"` },
  }),
  stray: () => ({
    message: { zh: '这里应当是“键: 值”', en: 'A "key: value" belongs here' },
    remedy: {
      zh: '写成“键: 值”；接着上一行写的，多缩进两格；说明文字前面加“#”，或者写进“备注”',
      en: 'Write "key: value"; indent by two more what goes on from the line before; put # before a remark, or write it as notes',
    },
  }),
};

/** Signs between items in whose place a comma belongs, not a plain one of their own. */
const BETWEEN = /^[、；;]/;

/** Says a slip in words a teaching office understands. */
export function slipWords(slip: Slip): Advice {
  if (slip.kind !== 'full-width') return advice[slip.kind](slip);
  const byName = new Map<string, { name: Words; signs: string }>();
  for (const sign of slip.signs) {
    const name = signName(sign);
    byName.set(name.zh, { name, signs: `${byName.get(name.zh)?.signs ?? ''}${sign}` });
  }
  const all = [...byName.values()];
  const shown = (some: typeof all) => some.map(({ signs, name }) => `${name.zh}“${signs}”`).join('、');
  const wide = all.filter(({ signs }) => !BETWEEN.test(signs));
  const between = all.filter(({ signs }) => BETWEEN.test(signs));
  const said = [
    wide.length > 0 ? `${shown(wide)}是全角的` : [],
    between.length > 0 ? `几项之间用了${shown(between)}，这里要用英文逗号` : [],
  ];
  return {
    message: {
      zh: said.flat().join('；'),
      en: `Full-width signs where plain ones belong: ${all.map(({ signs, name }) => `${name.en} ${signs}`).join(', ')}`,
    },
    remedy: {
      zh: '输入法切到英文标点，冒号、逗号后面空一格',
      en: 'Write plain signs, with a space after a colon or comma',
    },
  };
}
