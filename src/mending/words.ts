import { same, type Words } from '../finding.ts';
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
      zh: `缩进里有制表符（Tab）${inLines(slip).zh}`,
      en: `There is a tab in the indentation${inLines(slip).en}`,
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
  indentation: () => ({
    message: { zh: '缩进没有对齐', en: 'The indentation is not aligned' },
    remedy: {
      zh: '同一层的各行对齐，下一层多缩进两个空格',
      en: 'Align the lines of one level, and indent the next by two spaces',
    },
  }),
  'colon-in-text': () => ({
    message: {
      zh: '文字里有英文冒号和空格，会被当成另一项',
      en: 'A colon and a space in the text make it look like a key',
    },
    remedy: { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  'quotes-in-text': () => ({
    message: { zh: '引号后面还有文字', en: 'More text follows the closing quotation mark' },
    remedy: { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  'trailing-sign': ({ signs: [sign] }) => ({
    message: { zh: `引号后面多了“${sign}”`, en: `"${sign}" stands behind the closing quotation mark` },
    remedy: { zh: '去掉；一项写完就换行，行末不加标点', en: 'Leave it out: a line ends without a sign' },
  }),
  'special-start': ({ signs }) => ({
    message: { zh: `文字不能以“${signs[0]}”开头`, en: `Plain text cannot start with "${signs[0]}"` },
    remedy: { zh: '把整段文字放进引号', en: 'Put the whole text in quotation marks' },
  }),
  'open-quote': () => ({
    message: { zh: '引号没有成对', en: 'A quotation mark is not closed' },
    remedy: { zh: '补上缺的引号，或者去掉引号', en: 'Close the quotation, or leave the marks out' },
  }),
  'open-bracket': () => ({
    message: { zh: '括号没有成对', en: 'A bracket is not closed' },
    remedy: { zh: '补上缺的括号', en: 'Close the bracket' },
  }),
  'two-keys': ({ signs }) => ({
    message: { zh: `同一行里又写了一项“${signs[0]}”`, en: `Another key, "${signs[0]}", stands on the same line` },
    remedy: { zh: `从“${signs[0]}”起另起一行`, en: `Start a new line at "${signs[0]}"` },
  }),
  stray: () => ({
    message: { zh: '这里应当是“键: 值”', en: 'A "key: value" belongs here' },
    remedy: {
      zh: '写成“键: 值”；说明文字前面加“#”，或者写进“备注”',
      en: 'Write "key: value"; put # before a remark, or write it as notes',
    },
  }),
};

/** Says a slip in words a teaching office understands. */
export function slipWords(slip: Slip): Advice {
  if (slip.kind !== 'full-width') return advice[slip.kind](slip);
  const byName = new Map<string, { name: Words; signs: string }>();
  for (const sign of slip.signs) {
    const name = signName(sign);
    byName.set(name.zh, { name, signs: `${byName.get(name.zh)?.signs ?? ''}${sign}` });
  }
  const all = [...byName.values()];
  return {
    message: {
      zh: `${all.map(({ signs, name }) => `${name.zh}“${signs}”`).join('、')}是全角的`,
      en: `Full-width signs where plain ones belong: ${all.map(({ signs, name }) => `${name.en} ${signs}`).join(', ')}`,
    },
    remedy: {
      zh: '输入法切到英文标点，冒号、逗号后面空一格',
      en: 'Write plain signs, with a space after a colon or comma',
    },
  };
}
