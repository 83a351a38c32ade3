import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { base, headers, row, type Value, workbook } from '../workbook/made.ts';
import { encodeGbk } from '../writing.ts';

const good = '文种: 年度计划\n年度: 2024\n基地: {名称: 海口市人民医院, 类别: [住培基地]}\n';
const english = 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: residency}\n';
const session = (more: string) =>
  `${english}sessions:\n  - id: A-1\n    title: 教学管理培训\n    level: hospital\n    audience: managers\n    ${more}\n`;

/** What is found in a file: rule, path and place of each finding, how many records are judged, and without which values. */
async function found(content: string | Uint8Array): Promise<string[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { findings, records } = await load('bad.yaml', bytes);
  for (const { message, remedy } of findings) {
    for (const text of [message.zh, message.en, remedy.zh, remedy.en]) {
      expect(text).not.toBe('');
      expect(text.length).toBeLessThan(400);
    }
  }
  return [
    ...findings.map(({ rule, severity, path, line, column }) => `${severity} ${rule} ${path} ${line}:${column}`),
    [`${records.length} judged`, ...records.flatMap(({ unreadable }) => unreadable)].join(' '),
  ];
}

const nested = (open: string, close: string, count = 10_000) => `${open.repeat(count)}a${close.repeat(count)}`;

const cases: { name: string; content: string | Uint8Array; expected: string[] }[] = [
  { name: 'an empty file', content: '', expected: ['error schema/required  1:1', '0 judged'] },
  { name: 'comments alone', content: '# 一\n# 二\n', expected: ['error schema/required  1:1', '0 judged'] },
  { name: 'markers alone', content: '---\n---\n...\n', expected: ['error schema/required  1:1', '0 judged'] },
  { name: 'a list at the top', content: '- a\n- b\n', expected: ['error schema/type  1:1', '0 judged'] },
  { name: 'a scalar at the top', content: 'hello\n', expected: ['error schema/type  1:1', '0 judged'] },
  {
    name: 'a full-width colon at the top',
    content: '文种：年度计划\n',
    expected: ['warning yaml/syntax  1:3', 'error schema/required  1:1', '0 judged'],
  },
  {
    name: 'an unknown kind',
    content: '文种: 月度总结\n年度: 2024\n',
    expected: ['error schema/kind /kind 1:5', '0 judged'],
  },
  {
    name: 'a misspelt kind, behind which the record is read on',
    content: '文种: 年度计画\n年度: 2024\n',
    expected: ['error schema/kind /kind 1:5', 'error schema/required  1:1', '0 judged'],
  },
  {
    name: 'a kind that is a list',
    content: 'year: 2024\nkind: [plan]\n',
    expected: ['error schema/kind /kind 2:7', '0 judged'],
  },
  { name: 'no kind', content: 'year: 2024\n', expected: ['error schema/required  1:1', '0 judged'] },
  { name: 'an empty kind', content: 'kind:\nyear: 2024\n', expected: ['error schema/required  1:1', '0 judged'] },
  { name: 'a kind with a blank', content: english.replace('plan', '"plan "'), expected: ['1 judged'] },
  { name: 'a binary file', content: Uint8Array.of(1, 2, 0, 255), expected: ['error yaml/encoding  1:1', '0 judged'] },
  {
    name: 'UTF-16',
    content: Buffer.from(`\ufeff${good}`, 'utf16le'),
    expected: ['warning yaml/encoding  1:1', '1 judged'],
  },
  {
    name: 'damaged UTF-8',
    content: Buffer.from(good).filter((_, index) => index !== Buffer.byteLength(good) - 5),
    expected: ['error yaml/encoding  3:1', '0 judged'],
  },
  { name: 'GBK', content: encodeGbk(good), expected: ['warning yaml/encoding  1:1', '1 judged'] },
  {
    name: 'more than can be read',
    content: Buffer.alloc(5_000_001, 0x23),
    expected: ['error yaml/limit  1:1', '0 judged'],
  },
  { name: 'a byte-order mark', content: `\ufeff${good}`, expected: ['1 judged'] },
  { name: 'CRLF', content: good.replaceAll('\n', '\r\n'), expected: ['1 judged'] },
  {
    name: 'carriage returns alone',
    content: good.replaceAll('\n', '\r'),
    expected: ['warning yaml/syntax  1:9', '1 judged'],
  },
  { name: 'tabs after colons', content: good.replaceAll(': ', ':\t'), expected: ['1 judged'] },
  {
    name: 'tabs as indentation',
    content: 'kind: plan\nbase:\n\tname: a\n',
    expected: ['warning yaml/syntax  3:1', 'error schema/required  1:1', 'error schema/required /base 3:2', '0 judged'],
  },
  {
    name: 'a slip in a line too long to show',
    content: `${good}备注：${'长'.repeat(6_000)}\n`,
    expected: ['warning yaml/syntax  4:3', '1 judged'],
  },
  {
    name: 'a full-width colon',
    content: '文种: 年度计划\n年度：2024\n',
    expected: ['warning yaml/syntax  2:3', 'error schema/required  1:1', '0 judged'],
  },
  {
    name: 'full-width colon and comma inside brackets',
    content: good.replace('名称: 海口市人民医院, ', '名称：海口市人民医院，'),
    expected: ['warning yaml/syntax  3:8', '1 judged'],
  },
  {
    name: 'a raw escape code',
    content: english.replace('海口', '\x1b[31m海口'),
    expected: ['error yaml/syntax  3:14', '0 judged'],
  },
  {
    name: 'an %YAML 1.1 directive, which changes no value, and its yes',
    content: `%YAML 1.1\n---\n${session('exam: {fullMarks: 100}\n    offline: {start: 2024-05-08, end: 2024-05-08, hours: 8, signIn: yes}')}`,
    expected: ['1 judged'],
  },
  { name: 'a custom tag', content: 'kind: !!js/function "x"\n', expected: ['error yaml/syntax  1:7', '0 judged'] },
  {
    name: 'a merge key',
    content: 'kind: plan\nyear: 2024\nx-a: &a {name: 甲, types: residency}\nbase: {<<: *a}\n',
    expected: ['error schema/unknown-key /base/<< 4:8', '0 judged'],
  },
  {
    name: 'block scalars',
    content: 'kind: plan\nyear: 2024\nbase:\n  name: >-\n    海口市\n    人民医院\n  types: |\n    residency\n',
    expected: ['1 judged'],
  },
  {
    name: 'quoted numbers',
    content: session('headcount: "40"'),
    expected: ['1 judged'],
  },
  {
    name: 'quoted dates',
    content: session('offline: {start: "2024-05-08", end: \'2024-05-09\', hours: 8}'),
    expected: ['1 judged'],
  },
  ...['.nan', '.inf', '-.inf', '1e400'].map((number) => ({
    name: `the number ${number}`,
    content: session(`headcount: ${number}`),
    expected: ['error schema/type /sessions/0/headcount 9:16', '1 judged /sessions/0/headcount'],
  })),
  { name: 'a huge number', content: session(`headcount: ${'9'.repeat(30)}`), expected: ['1 judged'] },
  {
    name: 'the same key twice, in one language and in two',
    content: 'kind: plan\n年度: 2024\nyear: 2024\nbase: {name: a, types: residency, 名称: b, name: c}\n',
    expected: [
      'error yaml/duplicate-key /year 3:1',
      'error yaml/duplicate-key /base/name 4:35',
      'error yaml/duplicate-key /base/name 4:42',
      '0 judged',
    ],
  },
  {
    name: 'keys with a meaning to JavaScript, numbers, lists, maps and nothing',
    content: `${english}__proto__: {a: 1}\nconstructor: 1\n1: 2\n? [a, b]\n: 3\n? {c: d}\n: 4\n"": 5\n`,
    expected: [
      'info schema/unknown-key /__proto__ 4:1',
      'info schema/unknown-key /constructor 5:1',
      'info schema/unknown-key /1 6:1',
      'error schema/unknown-key /? 7:3',
      'error schema/unknown-key /? 9:3',
      'error schema/unknown-key / 11:1',
      '0 judged',
    ],
  },
  {
    name: 'an anchor under an x- key',
    content: 'kind: plan\nyear: 2024\nx-name: &n 海口市人民医院\nbase: {name: *n, types: residency}\n',
    expected: ['1 judged'],
  },
  {
    name: 'aliases that stand for nothing',
    content: 'kind: plan\nyear: 2024\nbase: *nothing\nsessions: [*a, *b]\n',
    expected: [
      'error yaml/syntax /base 3:7',
      'error yaml/syntax /sessions/0 4:12',
      'error yaml/syntax /sessions/1 4:16',
      '0 judged',
    ],
  },
  {
    name: 'a mistake in what several aliases stand for',
    content: `${english}x-f: &f [{source: 自筹款, amount: 1}]\noutOfProvince:\n  - {title: 甲, category: national, funding: *f}\n  - {title: 乙, category: national, funding: *f}\n`,
    expected: [
      'error schema/enum /outOfProvince/0/funding/0/source 4:19',
      '1 judged /outOfProvince/0/funding/0/source /outOfProvince/1/funding/0/source',
    ],
  },
  {
    name: 'an alias to itself',
    content: `${english}sessions: &s\n  - *s\n`,
    expected: ['error schema/type /sessions/0 5:5', '1 judged /sessions/0'],
  },
  {
    name: 'an alias bomb in ignored keys',
    content: `${english}x-a: &a [x, x]\n${[...'bcdefghijklmnopqrstuvw'].map((letter, index) => `x-${letter}: &${letter} [*${String.fromCharCode(97 + index)}, *${String.fromCharCode(97 + index)}]\n`).join('')}`,
    expected: ['1 judged'],
  },
  {
    name: 'an alias bomb in the record',
    content: `${english}x-s: &s {id: a, title: b, level: hospital, audience: faculty, topics: [x, x, x, x]}\nsessions: [${Array(4000).fill('*s').join(', ')}]\n`,
    expected: ['error yaml/limit  5:8012', '0 judged'],
  },
  {
    name: 'more values than aliases may add, and no alias',
    content: `${english}sessions: [${'{title: b, level: hospital, audience: [faculty], topics: [x, x, x, x]}, '.repeat(2_500)}]\n`,
    expected: ['1 judged'],
  },
  {
    name: 'a wide blank behind a comma, and keys of which one is given again joined by a full-width comma',
    content: session('offline: {hours: 8,\u3000venue: a, "hours，start": 9}'),
    expected: [
      'error schema/unknown-key /sessions/0/offline/hours，start 9:35',
      '1 judged /sessions/0/offline/start /sessions/0/offline/hours',
    ],
  },
  { name: 'deep brackets', content: nested('[', ']'), expected: ['error yaml/limit  1:129', '0 judged'] },
  {
    name: 'deep open brackets',
    content: `a: ${'['.repeat(10_000)}`,
    expected: ['error yaml/limit  1:131', '0 judged'],
  },
  { name: 'deep braces', content: nested('{a: ', '}'), expected: ['error yaml/limit  1:510', '0 judged'] },
  { name: 'deep dashes', content: nested('- ', ''), expected: ['error yaml/limit  1:256', '0 judged'] },
  { name: 'deep question marks', content: nested('? ', ''), expected: ['error yaml/limit  1:256', '0 judged'] },
  {
    name: 'deep indentation',
    content: Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    expected: ['error yaml/limit  128:129', '0 judged'],
  },
];

test.each(cases)('$name', async ({ content, expected }) => {
  expect(await found(content)).toEqual(expected);
});

/** Other files, by the names that they go by. */
const others: { name: string; content: string | Uint8Array }[] = [
  { name: '文种写成年份.yaml', content: '文种: 2024\n' },
  { name: '没有文种.yaml', content: '年度: 2024\n' },
  { name: '会议日期.yaml', content: '文种: 结对帮扶\n培训基地: 甲\n对口帮扶基地: 乙\n帮扶领导小组: {会议: 某天}\n' },
  { name: '表.csv', content: 'a,b\n' },
  { name: '表.xlsm', content: 'a,b\n' },
  { name: '表.xls.yaml', content: good },
  { name: '工作簿.yaml', content: Uint8Array.of(0x50, 0x4b, 3, 4, ...new TextEncoder().encode('xl/workbook.xml')) },
  { name: '报告.pdf', content: '%PDF-1.7\n' },
  { name: '通知.docx', content: Uint8Array.of(0x50, 0x4b, 3, 4, ...new TextEncoder().encode('word/document.xml')) },
  { name: '压缩.zip', content: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) },
  { name: '旧.doc', content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0) },
  { name: '网页.html', content: '<!DOCTYPE html><html></html>\n' },
  { name: '文档.rtf', content: '{\\rtf1 a}\n' },
  { name: '问号.yaml', content: '????: ????????\n??: 2024\n??: {??: ???????, ??: [????]}\n' },
  { name: '乱码.yaml', content: new TextDecoder('gbk').decode(new TextEncoder().encode(good.repeat(3))) },
  { name: '西文乱码.yaml', content: new TextDecoder('latin1').decode(new TextEncoder().encode(good)) },
  { name: '替换乱码.yaml', content: new TextDecoder().decode(encodeGbk(good)) },
  { name: '两处制表符.yaml', content: `${english}sessions:\n\t- id：A\n\t  title: 甲\n` },
  { name: '引号里的键.yaml', content: `${english}"sesions": [{'titel': 甲, 'a"b': 1}]\n` },
];

/** What stands in a session of a plan in Chinese, each in one of its own. */
const inSession = [
  // Keys.
  ...[
    '人数，状态: 30',
    '师资类别别: 骨干',
    'headcuont: 3',
    'headcount: 3, headcuont: 4',
    '开始: 2024-05-08',
    '余额: 3000',
  ],
  ...['? [甲, 乙]', '人数: 3, 人数: 4', '"人数人数": 3', 'headcounts: 3', '签到: 是', '备注人: 甲'],
  // Codes, one where one belongs, or in a list.
  ...[
    '状态: 完成中',
    '状态: 完 成',
    '状态: "“已完成”"',
    '状态: "【已完成】"',
    '状态: [已完成]',
    '状态: "已完成、已取消"',
  ],
  ...[
    '状态: "已完成、甲"',
    '岗位: 院领倒',
    '岗位: "科教科、甲"',
    '岗位: "科教科乙"',
    '岗位: "科教科 教学秘书"',
    '岗位: [甲, 科教科]',
  ],
  ...[
    '岗位: ["科教科、教学秘书", 院领导]',
    '岗位: ["科教科、教学秘书"]',
    '岗位: "[科教科]"',
    '岗位: {甲: 1}',
    '岗位: 3',
  ],
  // Another type.
  ...[
    '人数: [1, 2]',
    '人数: {甲: 1}',
    '人数: 1.5',
    '人数: 0',
    '人数: "待定"',
    '人数: "/"',
    '人数: -',
    '人数: 是',
    '人数: "-3"',
  ],
  ...[
    '线下: 5月8日',
    '线下: [5月8日]',
    '线下: {学时: [8]}',
    '线下: {签到: 不清楚}',
    '线下: {签到: 1}',
    '线下: {签到: "“是”"}',
  ],
  ...[
    '线下: {方式: {甲: 1}}',
    '经费: 5',
    '经费: [5, [6]]',
    '考核: 及格',
    '考核: [甲]',
    '考核: {题量: 40}',
    '准备: 3',
    '地点: [甲, 乙]',
  ],
  ...['地点: {甲: 1}', '考核: {场次: 3}', '学员: 30', '总结: "无"', '准备: {通知: 已发}'],
  // Dates.
  ...[
    '线下: {开始: [2024-05-08]}',
    '线下: {开始: "[2024-05-08]"}',
    '线下: {开始: "2024-05-08；"}',
    '线下: {开始: {甲: 1}}',
  ],
  ...[
    '线下: {日期: 2024-05-08至2024-05-10, 开始: 2024-05-09}',
    '线下: {日期: 2024-05-08、2024-06-08}',
    '线下: {日期: 某天}',
  ],
  ...['线下: {日期: [2024-05-08]}', '线下: {日期: 5月8日-5月9日}', '准备: {开始: 待定}', '准备: {开始: 2024-13-01}'],
  // Figures within bounds.
  ...[
    '学员: [{编号: 甲, 出勤: 全程, 成绩: 120}]',
    '学员: [{编号: 甲, 出勤: 全程, 成绩: -1}]',
    '经费: [{来源: 自筹, 金额: 五万}]',
  ],
  // Names.
  ...[
    '承办单位: “三亚中心医院”',
    '承办单位: 三亚中心医院 ＃ 已定',
    '承办单位: *甲',
    `状态: ${'甲'.repeat(80)}`,
    `状态: ${'甲'.repeat(81)}`,
  ],
  ...[`状态: ${'甲'.repeat(79)}𠮷`, `"${'甲'.repeat(81)}": 1`],
];
for (const written of inSession)
  others.push({
    name: written,
    content: `${good}培训班:\n  - {编号: A, 名称: 甲, 层级: 院级, 对象: 师资, ${written}}\n`,
  });

/** Whole records, and pieces of them on lines of their own. */
const lines = (written: string) =>
  `${good}培训班:\n  - 编号: A\n    名称: 甲\n    层级: 院级\n    对象: 师资\n${written.replace(/^/gm, '    ')}\n`;
const written: Record<string, string> = {
  '层级和对象写在#后面': lines('人数: 3')
    .replace('层级: 院级\n', '层级: #院级\n')
    .replace('对象: 师资', '# 对象: 师资'),
  第二份没有隔开: `${good}${good}`,
  '两份，第二份缺年度': `${good}---\n${good.replace('年度: 2024\n', '')}`,
  日期写了两行: lines('线下:\n  开始: >-\n    2024-05-08\n    上午'),
  线下另起一行只写一天: lines('线下:\n  5月8日'),
  经费没有写横线: lines('经费:\n  来源: 甲\n  金额: 乙'),
  内容用圆点: lines('岗位:\n  • 科教科\n  • 教学秘书'),
  考核下面写成几项: lines('考核:\n  - 满分: 100\n  - 合格线: 60'),
  年度待定: good.replace('2024', '待定'),
  基地只有名字: good.replace(/基地: .*/, '基地: 海口市人民医院'),
  基地有引号和说明: good.replace('海口市人民医院', '“海口市人民医院” ＃ 本部'),
  类别不认识: good.replace('[住培基地]', '[专培基地, 住培基地、中医住培基地]'),
  结对帮扶缺两边: '文种: 结对帮扶\n',
  激励方案缺年度: '文种: 激励方案\n城市: 海口市\n',
  比例超过1: '文种: 激励方案\n城市: 海口市\n年度: 2024\n基层机构:\n  - { 名称: 甲, 中高级岗位上浮: 1.5 }\n',
  比例写成倍: '文种: 激励方案\n城市: 海口市\n年度: 2024\n基层机构:\n  - { 名称: 甲, 中高级岗位上浮: 5倍 }\n',
  年度写成级: good.replace('2024', '2024级'),
  'waivers in English': `${english}waivers: [{rule: training/topics, reason: a, approvedBy: b, expires: 2024-02-30}, 5]\n`,
  'wrong values in English': session(
    'status: done\n    roles: [chief, "office, secretary"]\n    exam: 5\n    headcount: none\n    offline: {signIn: maybe, outOfProvince: [1]}',
  ),
};
for (const [name, content] of Object.entries(written)) others.push({ name: `${name}.yaml`, content });

/** Rows of a workbook, and of one in English. */
const more = ['人数', '状态', '线下·开始', '线下·签到', '岗位：科教科', '内容', '自己的列', '师资类别'];
const rows: Value[][] = [
  ['三十', '完成中', '某天', '不清楚', '部分', '教学方法', '甲', '骨干 导师'],
  ['约30', '“已完成”', '2024-05-08；', '“是”', '√', '教学方法、甲', null],
  [0, '/', '待定', null, null, null, null],
  [null, '已完成、已取消', '2024-05-08至2024-05-10', 3, null, null, null],
];
others.push(
  {
    name: '工作簿.xlsx',
    content: workbook({
      年度计划: base,
      培训班: [[...headers, ...more], ...rows.map((cells) => [...row, ...cells]), [null, '合计', null, null, 80]],
    }),
  },
  { name: '缺一半.xlsx', content: workbook({ 年度计划: [...base.slice(0, 1), ['基地·类别*', '专培基地']] }) },
  { name: '没有基地.xlsx', content: workbook({ 年度计划: base.slice(0, 2) }) },
  { name: '别的表.xlsx', content: workbook({ 花名册: [['姓名']], 汇总: [['甲']] }) },
  {
    name: 'in English.xlsx',
    content: workbook({
      plan: [
        ['field', 'value'],
        ['year', 2024],
        ['base.name', '“海口市人民医院”'],
        ['base.types', 'residency'],
      ],
      sessions: [
        ['id', 'title', 'level', 'audience', 'headcount', 'offline.signIn', 'own'],
        ['1', 'A', 'hospitall', 'faculty', 'many', 'perhaps', 1],
        [null, 'B', null, null, 3],
      ],
    }),
  },
);

/** Values that are none of the forms of their type. */
const values = {
  'offline: {start: $}': [
    ...[
      '2024-5-8 9:00',
      '2024年5月8日上午',
      '45292',
      '45292.0',
      '2024-02-30',
      '2月30日',
      '5月8日',
      '5.8',
      '20240230',
      '0508',
    ],
    ...[
      '2024-5-8至5-10',
      '5月8日、9日',
      '5日-6日',
      '2024.5.8 5.9',
      '2024-05-08(周一)',
      '‘2024-05-08’',
      '某天',
      '甲至乙',
    ],
    ...[
      `5月8日${'甲'.repeat(96)}`,
      `5月8日${'甲'.repeat(97)}`,
      `‘2024-05-08${' '.repeat(88)}’`,
      `‘2024-05-08${' '.repeat(89)}’`,
      '2024-5-8T9:00',
      '1345',
    ],
  ],
  'offline: {dates: $}': ['2024-5-8 9:00', '‘2024-05-08’', '2024-05-10至2024-05-08', '2024-02-30'],
  'headcount: $': [
    ...[
      '3:2',
      '3.25:2.75',
      '3比2',
      '约30',
      '30左右',
      '30+',
      '+30位',
      '30.5位',
      '20-30',
      '2024-05-08',
      '50%',
      '30 位',
      '¥30元',
      '三十',
      '1,000人次',
    ],
    ...['30', '0', '-1', '1.5', `30${'人'.repeat(98)}`, `30${'人'.repeat(99)}`, '3:2多', '8:30开始'],
  ],
  'offline: {hours: $}': ['0', '-2', '8节半', 'x'],
};
for (const [key, written] of Object.entries(values))
  others.push({
    name: `${key}.yaml`,
    content: `${english}sessions:\n${written
      .map(
        (value, index) =>
          `  - {id: S${index}, title: 甲, level: hospital, audience: faculty, ${key.replace('$', `"${value}"`)}}\n`,
      )
      .join('')}`,
  });

// After a change of wording: npx vitest run test/load/bad-input.test.ts -u
test('what is said of each, in both languages', async () => {
  const said: string[] = [];
  // The longest take long, and say nothing else.
  for (const { name, content } of [...cases.filter((each) => each.content.length <= 5_000), ...others]) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { findings } = await load(name, bytes);
    said.push(`${name}:`);
    for (const { line, column, message, expected, actual, remedy } of findings)
      for (const lang of ['zh', 'en'] as const)
        said.push(`  ${line}:${column} ${[message, expected, actual, remedy].map((each) => each?.[lang]).join(' | ')}`);
  }
  // Signs that do not show are written out.
  const text = `${said.join('\n')}\n`.replace(/[^\P{C}\n]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'said.txt'));
});

test('what is not mended by what is written is only offered, and what is stays certain beside it', async () => {
  const sessions = [
    'id: A, title: 甲, level: hospital, audience: faculty, headcuont: 0',
    'id: B, title: 乙, level: hospital, audiense: faculty',
  ];
  const text = `${english}sessions:\n${sessions.map((each) => `  - {${each}}\n`).join('')}`;
  const { findings } = await load('fixes.yaml', new TextEncoder().encode(text));
  const keys = findings.filter(({ rule }) => rule === 'schema/unknown-key');
  expect(keys.map(({ path, fix }) => [path, fix?.applicability])).toEqual([
    ['/sessions/0/headcuont', 'likely'],
    ['/sessions/1/audiense', 'certain'],
  ]);
});

test('a list of one where one value belongs is that value; of several nobody knows which', async () => {
  const fixes = async (more: string) => {
    const { findings } = await load('list.yaml', new TextEncoder().encode(session(more)));
    return findings.map(({ path, fix }) => [path.replace('/sessions/0/', ''), fix?.edits[0]?.text]);
  };
  expect(await fixes('headcount: [20]')).toEqual([['headcount', '20']]);
  expect(await fixes('offline:\n      start:\n        - 2024-05-08  \n\n')).toEqual([['offline/start', '2024-05-08']]);
  expect(await fixes('headcount:\n      - 20\n      - 30\n')).toEqual([['headcount', undefined]]);
  expect(await fixes('headcount: [20, 30]')).toEqual([['headcount', undefined]]);
});

test('codes run together are parted in brackets, and not behind a dash, where they would stay one', async () => {
  const fixes = async (more: string) => {
    const { findings } = await load('codes.yaml', new TextEncoder().encode(session(more)));
    return findings.map(({ path, fix }) => [path.replace('/sessions/0/', ''), fix?.edits[0]?.text]);
  };
  const codes = 'education-office，teaching-secretary';
  expect(await fixes(`roles: ["${codes}"]`)).toEqual([['roles/0', 'education-office, teaching-secretary']]);
  expect(await fixes(`roles:\n      - ${codes}`)).toEqual([['roles/0', undefined]]);
});

test('how large a file is, and may be, is said in megabytes', async () => {
  const { findings } = await load('large.yaml', new Uint8Array(5_000_001));
  expect(findings.map(({ message }) => message)).toEqual([
    {
      zh: '文件有 5.1 MB，超过 5 MB，没有读',
      en: 'The file has 5.1 MB, more than 5 MB, and was not read',
    },
  ]);
});

test('an edition of a notice is no record, be it with a mistake', async () => {
  const edition = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
  for (const text of [edition, edition.replace(/^values:/m, 'vals:'), `${edition}\n  - : [`]) {
    const loaded = await load('edition.yaml', new TextEncoder().encode(text));
    expect([loaded.isEdition, loaded.findings, loaded.recordCount]).toEqual([true, [], 0]);
  }
  const { isEdition } = await load('plan.yaml', new TextEncoder().encode(`${english}notice: training\nedition: 1\n`));
  expect(isEdition).toBeUndefined();
  const keys = ['notice', 'edition', 'governs', 'values'];
  for (const own of keys) {
    const others = keys.map((key) => (key === own ? `x-${key}: 1\n` : `${key}: 1\n`)).slice(0, 3);
    const { recordCount } = await load('plan.yaml', new TextEncoder().encode(english + others.join('')));
    expect(recordCount, own).toBe(own === 'values' ? 0 : 1);
  }
});

describe('several records in a file', () => {
  test('a broken one leaves the others to be judged, and findings say which record', async () => {
    const { findings, records, recordCount, unjudged } = await load(
      'several.yaml',
      new TextEncoder().encode(`${english}---\nkind: plan\nyear: x\nbase: {name: 乙, types: tcm}\n---\n${english}`),
    );
    expect(findings.map(({ rule, record, path, line }) => [rule, record, path, line])).toEqual([
      ['schema/type', 1, '/year', 6],
    ]);
    expect(records.map(({ index }) => index)).toEqual([0, 2]);
    expect([recordCount, unjudged]).toEqual([3, [{ index: 1, kind: 'plan' }]]);
  });

  test('in a workbook, what is wrong in a cell of one costs the others nothing', async () => {
    const wrong: Value = { t: 'e', v: 42, w: '#N/A' };
    const bytes = workbook({
      年度计划: [...base.slice(0, 3), ['基地·类别*', wrong]],
      结对帮扶: [
        ['项目', '填写内容'],
        ['培训基地*', '海口市人民医院'],
        ['对口帮扶基地*', '儋州市人民医院'],
      ],
    });
    const { records } = await load('several.xlsx', bytes);
    expect(records.map(({ kind, unreadable }) => [kind, unreadable])).toEqual([
      ['plan', ['/base/types']],
      ['pairing', []],
    ]);
  });

  test('a marker at the end makes no second record', async () => {
    const { records } = await load('one.yaml', new TextEncoder().encode(`---\n${english}---\n`));
    expect(records.map(({ several }) => several)).toEqual([false]);
  });
});

describe('more mistakes than are told', () => {
  const of = async (count: number, piece: string) => {
    const text = `${english}sessions:\n${`  - {title: b, level: hospital, audience: faculty, ${piece}}\n`.repeat(count)}`;
    const { findings, records } = await load('many.yaml', new TextEncoder().encode(text));
    const [limit, ...others] = findings.filter(({ rule }) => rule === 'yaml/limit').map(({ message }) => message.zh);
    expect(others).toEqual([]);
    return [findings.length, records.length, limit];
  };

  test('of the errors so many', async () => {
    expect(await of(1_000, 'headcount: x')).toEqual([1_000, 1, undefined]);
    expect(await of(1_001, 'headcount: x')).toEqual([
      1_001,
      0,
      '问题超过 1000 处：只列出前面这些，后面的没有再查，整个文件都没有判定',
    ]);
  });

  test('of slips that are read as they were meant twice as many', async () => {
    expect(await of(2_000, 'host: “甲”')).toEqual([2_000, 1, undefined]);
    expect(await of(2_001, 'host: “甲”')).toEqual([
      2_001,
      0,
      '问题超过 2000 处：只列出前面这些，后面的没有再查，整个文件都没有判定',
    ]);
  });
});

describe('megabytes in one line', () => {
  test('with one mistake', async () => {
    expect(await found(`${english}notes: ${'长'.repeat(1_000_000)}\n${'长'.repeat(1_000)}: 1\n`)).toEqual([
      `info schema/unknown-key /${'长'.repeat(1_000)} 5:1`,
      '1 judged',
    ]);
  });

  test.each([
    [
      'unknown keys',
      6_000,
      (index: number) => `k${index}: 1`,
      (all: string) => `{kind: plan, year: 2024, base: {name: a, types: residency}, ${all}}`,
    ],
    [
      'wrong values',
      1_000,
      () => '{id: a, title: b, level: x, audience: faculty}',
      (all: string) => `{kind: plan, year: 2024, base: {name: a, types: residency}, sessions: [${all}]}`,
    ],
  ])('with thousands of %s', async (_, many, item, around) => {
    const text = around(Array.from({ length: many }, (_, index) => item(index)).join(', '));
    const { findings } = await load('many.yaml', new TextEncoder().encode(text));
    expect(findings.length).toBe(many);
    expect(findings.every(({ line, source }) => line === 1 && source === '')).toBe(true);
  });
});

test('dates that are written as no date is, and differ from the first day beside them, are one mistake', async () => {
  expect(await found(session('offline: { dates: 2024-05-08/2024-05-10, start: 2024-05-09 }'))).toEqual([
    'error schema/date /sessions/0/offline/dates 9:23',
    '1 judged /sessions/0/offline/dates',
  ]);
});

test('where what is missing stands behind a # on the last line of what lacks it, that is told', async () => {
  const { findings } = await load(
    'plan.yaml',
    new TextEncoder().encode(
      `${english}sessions:\n  - id: A-1\n    level: hospital\n    audience: managers\n    title: #培训\n`,
    ),
  );
  expect(findings.map(({ rule, remedy }) => [rule, remedy.en.includes('"培训" of "title" stands behind a #')])).toEqual(
    [['schema/required', true]],
  );
});

test('fix is named for more mistakes than are told where there is something that it mends, and nowhere else', async () => {
  const remedyOf = async (line: string) => {
    const text = `${english}sessions:\n${`  - { id: A-1, title: 培训, level: hospital, audience: ${line} }\n`.repeat(2_001)}`;
    const { findings } = await load('plan.yaml', new TextEncoder().encode(text));
    return findings.find(({ rule }) => rule === 'yaml/limit')?.remedy.en.includes('hn-gp fix');
  };
  expect(await remedyOf('nobody')).toBe(false);
  expect(await remedyOf('“faculty”')).toBe(true);
});

test.each([
  ['dates', '起止'],
  ['start', '只写一天'],
])('where two days with a stroke between them stand for %s, it is said what can stand there', async (key, said) => {
  const { findings } = await load(
    'plan.yaml',
    new TextEncoder().encode(session(`offline: { ${key}: 2024-05-08/2024-05-10, hours: 8 }`)),
  );
  expect(findings.map(({ rule, remedy }) => [rule, remedy.zh.includes(said)])).toEqual([['schema/date', true]]);
});

test('a workbook that is damaged is no file that is too large', async () => {
  const bytes = workbook({ 年度计划: base });
  const { findings } = await load('plan.xlsx', bytes.subarray(0, bytes.length - 100));
  expect(findings.map(({ rule }) => rule)).toEqual(['yaml/encoding']);
});
