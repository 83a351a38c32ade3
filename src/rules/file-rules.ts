import { lazily } from '../model/cannot-tell.ts';
import type { Severity, Words } from '../model/finding.ts';

/** A rule of reading files: its findings come before any rule of a notice. */
export interface FileRule {
  id: string;
  severity: Severity;
  title: Words;
  /** What is asked of the file. */
  asks: Words;
  /** What a breach costs until it is mended. */
  cost: Words;
  /** How to mend it. */
  remedy: Words;
  /** A text without a breach and one with it, where a text can show that. */
  examples?: { pass: string; fail: string };
}

/** What the examples have in common. */
const PLAN = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n';

const ownValue: Words = {
  zh: '改正之前，要用到这一处的规则判“无法判断”，其余照判；年度、基地这类读不出来的，整份记录不判定。',
  en: 'Until mended, rules that need the value say unknown and all others are judged; without a year, a base or the like the record is not judged.',
};

const whole: Words = {
  zh: '改正之前，读不了的部分不判定，不算通过。',
  en: 'Until mended, what cannot be read is not judged, which is no pass.',
};

/** The ids of findings of reading files, sorted; made where one is asked for, which most checks do not. */
export const fileRules: () => readonly FileRule[] = lazily(() => [
  {
    id: 'data/stale-import',
    severity: 'warning',
    title: { zh: '导入的文件不比工作簿旧', en: 'An imported file is no older than its workbook' },
    asks: {
      zh: '由 hn-gp import 从工作簿导入的 YAML 文件，开头记着工作簿在哪里和它的 SHA-256；一起检查的文件里有这个工作簿、又没有改过，就由 YAML 文件代替它；改过了就给一个警告。',
      en: 'A YAML file that hn-gp import made tells where its workbook lies and the SHA-256 of it. While the workbook is unchanged and checked together with it, the YAML file stands for it; once it has changed, that is a warning.',
    },
    cost: { zh: '照读到的内容判定。', en: 'What was read is judged all the same.' },
    remedy: {
      zh: '直接检查工作簿，把 YAML 文件移走；或者用 hn-gp import --force 重新导入',
      en: 'Check the workbook itself and move the YAML file away, or import it again with hn-gp import --force',
    },
  },
  {
    id: 'schema/date',
    severity: 'error',
    title: { zh: '日期写成 YYYY-MM-DD', en: 'Dates are written YYYY-MM-DD' },
    asks: {
      zh: '日期是日历上有的一天，写成 2024-05-08，或 2024/5/8、2024年5月8日、5月8日这类一看就懂的写法；看不懂的不猜。',
      en: 'Every date is a day of the calendar, written 2024-05-08 or in a form as plain, such as 2024/5/8, 2024年5月8日 or 5月8日; what is not plain is not guessed at.',
    },
    cost: ownValue,
    remedy: { zh: '照提示改写，例如 2024-05-08', en: 'Write it as the message says, such as 2024-05-08' },
    examples: {
      pass: `${PLAN}豁免:\n  - { 规则: training/methods, 理由: 试点, 批准人: 省中心, 到期: 2024-12-31 }\n`,
      fail: `${PLAN}豁免:\n  - { 规则: training/methods, 理由: 试点, 批准人: 省中心, 到期: 2024-13-31 }\n`,
    },
  },
  {
    id: 'schema/enum',
    severity: 'error',
    title: { zh: '取值在规定的几种之内', en: 'Values are among those allowed' },
    asks: {
      zh: '有固定取值的项，只能写规定的几种，中文、英文都可以。',
      en: 'Where the values are fixed, one of them stands there, in Chinese or in English.',
    },
    cost: ownValue,
    remedy: { zh: '从提示列出的取值中选一个', en: 'Choose one of the values that the message lists' },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 市级, 对象: 师资 }\n`,
    },
  },
  {
    id: 'schema/kind',
    severity: 'error',
    title: { zh: '文种是规定的五种之一', en: 'The kind is one of the five' },
    asks: {
      zh: '文种是年度计划、培训班、全省计划、结对帮扶、激励方案之一；不认得文种，整份记录无法读。',
      en: 'The kind is plan, session, province, pairing or city-program; without a known kind the record cannot be read.',
    },
    cost: whole,
    remedy: {
      zh: '在记录开头写 文种: 年度计划 等',
      en: 'Write kind: plan, or another of the five, at the top of the record',
    },
    examples: { pass: PLAN, fail: PLAN.replace('年度计划', '培训总结') },
  },
  {
    id: 'schema/range',
    severity: 'error',
    title: { zh: '数字在允许的范围内', en: 'Numbers lie within their limits' },
    asks: {
      zh: '数字、列表长度不超出允许的范围，例如成绩 0–100、人数至少 1。',
      en: 'Numbers and lengths of lists stay within their limits, such as a score of 0–100 or a headcount of 1 or more.',
    },
    cost: ownValue,
    remedy: { zh: '核对数字，看单位和小数点', en: 'Check the number, its unit and its decimal point' },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资, 人数: 30 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资, 人数: 0 }\n`,
    },
  },
  {
    id: 'schema/required',
    severity: 'error',
    title: { zh: '必填项齐全', en: 'Required keys are there' },
    asks: {
      zh: '必填的项要写；写了键、没有内容，等于没有写。',
      en: 'Required keys are there; a key without a value counts as not given.',
    },
    cost: ownValue,
    remedy: { zh: '补上缺的项', en: 'Add what is missing' },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 层级: 院级, 对象: 师资 }\n`,
    },
  },
  {
    id: 'schema/type',
    severity: 'error',
    title: { zh: '内容是规定的类型', en: 'Values are of the type asked' },
    asks: {
      zh: '应写数字的写数字，应写列表的写列表；只有一项的列表可以直接写。',
      en: 'A number stands where a number is asked, a list where a list is; a list of one may be written plain.',
    },
    cost: ownValue,
    remedy: { zh: '照提示改成相应的类型', en: 'Write the type that the message names' },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资, 人数: 30人 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资, 人数: 约30人 }\n`,
    },
  },
  {
    id: 'schema/unknown-key',
    severity: 'error',
    title: { zh: '各项的名称没有写错', en: 'Keys are not misspelt' },
    asks: {
      zh: '各项用规定的名称或常用叫法，中英文都可以。和某一项只差一个字、又没有别的意思的，是写错了；别的词 hn-gp 不读，只提示一声，不影响检查。主办单位、协办单位、联系人、日程安排等认得的项照写保留，不判。',
      en: 'Keys are the names of the vocabulary or usual ones for them, in Chinese or English. One that is a letter away from a key and means nothing else is a mistake; any other is not read, which is told for information and keeps nothing from being checked. Keys that are known and judged by no rule (主办单位, 协办单位, 联系人, 日程安排 …) are kept without a word.',
    },
    cost: ownValue,
    remedy: {
      zh: '照提示改成正确的项；自己加的，以 x- 开头，或者写进“备注”',
      en: 'Write the key that the message suggests; let your own start with x-, or put them under notes',
    },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资, x-经办人: 某某 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 培训对相: 师资 }\n`,
    },
  },
  {
    id: 'yaml/duplicate-key',
    severity: 'error',
    title: { zh: '同一项只写一次', en: 'Each key stands once' },
    asks: {
      zh: '同一个对象里，一项只写一次；中文、英文各写一次也算重复。',
      en: 'In one object each key stands once; the same key in both languages counts as twice.',
    },
    cost: ownValue,
    remedy: { zh: '留下正确的一处，删去另一处', en: 'Keep the right one and delete the other' },
    examples: {
      pass: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, 对象: 师资 }\n`,
      fail: `${PLAN}培训班:\n  - { 编号: A, 名称: 教学方法, 层级: 院级, level: hospital, 对象: 师资 }\n`,
    },
  },
  {
    id: 'yaml/encoding',
    severity: 'error',
    title: { zh: '文件是 UTF-8 文本', en: 'Files are text in UTF-8' },
    asks: {
      zh: '文件是 UTF-8 文本。GBK、GB18030 文件能读，给一个警告并照常判定；别的字节读不了。',
      en: 'Files are text in UTF-8. One in GBK or GB18030 is read and judged with a warning; any other bytes cannot be read.',
    },
    cost: {
      zh: '能读的编码记为警告，照常判定；读不了的，改正之前不判定，不算通过。',
      en: 'An encoding that is read is a warning, and judged as usual; what cannot be read is not judged until mended, which is no pass.',
    },
    remedy: { zh: '另存为 UTF-8，或运行 hn-gp fix', en: 'Save it as UTF-8, or run hn-gp fix' },
  },
  {
    id: 'yaml/limit',
    severity: 'error',
    title: { zh: '文件大小和层数在限度内', en: 'Size and nesting stay within limits' },
    asks: {
      zh: '文件大小、嵌套层数、别名展开和一个文件里列出的问题有上限，免得一个坏文件拖垮检查。',
      en: 'Size, nesting, aliases and the findings of one file have limits, so that no single file can bring a check down.',
    },
    cost: whole,
    remedy: { zh: '把大文件拆成几个，减少嵌套和别名', en: 'Split the file, and use less nesting and fewer aliases' },
  },
  {
    id: 'yaml/syntax',
    severity: 'error',
    title: { zh: '文件是正确的 YAML', en: 'Files are valid YAML' },
    asks: {
      zh: '文件是正确的 YAML：冒号后有空格，用空格缩进，引号成对。',
      en: 'Files are valid YAML: a blank after a colon, indents of blanks, quotes in pairs.',
    },
    cost: {
      zh: '只可能有一个意思的笔误记为警告，照那个意思判定；别的，改正之前读不了的部分不判定，不算通过。',
      en: 'A slip that can mean one thing only is a warning, and judged as meant; of the rest, what cannot be read is not judged until mended, which is no pass.',
    },
    remedy: {
      zh: '照提示的行列改正；全角冒号、制表符可以用 hn-gp fix 修',
      en: 'Mend it at the line and column given; hn-gp fix repairs full-width colons and tabs',
    },
    examples: { pass: `${PLAN}备注: 与内科合办\n`, fail: `${PLAN}备注：与内科合办\n` },
  },
]);
