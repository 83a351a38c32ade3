import { describe, expect, test } from 'vitest';
import { fix } from '../../src/fix/fix.ts';
import { load } from '../../src/load/load.ts';
import { plan, planWith } from './plan.ts';

/** One usual mistake in a plan: what is found, how it is said, what the line should read or what is advised, and what `fix` makes of it. */
interface Mistake {
  written: string;
  instead: string;
  found: string;
  says: string;
  reads?: string;
  advises?: string;
  fixed: 'the plan' | 'the line' | 'as it was';
}

const mistakes: Mistake[] = [
  {
    written: '培训班:\n',
    instead: '',
    found: 'yaml/syntax 6:3',
    says: '这里开始了一个列表，前面没有写它是哪一项',
    advises: '列表前面单独写一行键和冒号，例如“培训班:”；如果短横线是多写的，删掉它',
    fixed: 'as it was',
  },
  {
    written: '培训班:\n',
    instead: '\n# 各期培训班\n\n',
    found: 'yaml/syntax 9:3',
    says: '这里开始了一个列表，前面没有写它是哪一项',
    advises: '列表前面单独写一行键和冒号，例如“培训班:”；如果短横线是多写的，删掉它',
    fixed: 'as it was',
  },
  {
    written: '      - 来源: 住培经费\n',
    instead: '      - { 来源: 住培经费 }\n',
    found: 'yaml/syntax 22:1',
    says: '缩进没有对齐',
    advises: '同一层的各行对齐，下一层多缩进两个空格',
    fixed: 'as it was',
  },
  {
    written: '    经费:\n      - 来源: 住培经费\n        金额: 50000\n',
    instead: '    经费: 住培经费 5万\n',
    found: 'schema/type 20:9',
    says: '“经费”的每一项要分别写“来源”“金额”，现在只有“住培经费 5万”',
    advises: '每一项另起一行，写成“- { 来源: …, 金额: … }”',
    fixed: 'as it was',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '住培、助理全科基地',
    found: 'schema/enum 5:7',
    says: '“类别”不能写“住培”',
    advises: '每一项可以写：住培基地、助理全科基地、中医住培基地',
    fixed: 'as it was',
  },
  {
    written: '年度: 2024',
    instead: '年度：2024',
    found: 'yaml/syntax 2:3',
    says: '冒号“：”是全角的',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '年度: 2024',
    instead: '年度:2024',
    found: 'yaml/syntax 2:1',
    says: '“年度”的冒号后面没有空格',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '年度: 2024',
    instead: '年度:　2024',
    found: 'yaml/syntax 2:4',
    says: '空格是全角的或特殊的',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '年度: 2024',
    instead: '年度 2024',
    found: 'yaml/syntax 2:1',
    says: '“年度”后面没有冒号',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地，助理全科基地]',
    found: 'yaml/syntax 5:12',
    says: '逗号“，”是全角的',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '【住培基地，助理全科基地】',
    found: 'yaml/syntax 5:7',
    says: '括号“【】”是全角的',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地',
    found: 'yaml/syntax 5:7',
    says: '括号没有成对',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'as it was',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地】',
    found: 'yaml/syntax 5:20',
    says: '括号“】”是全角的',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '“住培基地”',
    found: 'yaml/syntax 5:7',
    says: '值的外面多了 “ ”',
    reads: '类别: 住培基地',
    fixed: 'the line',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09,',
    instead: '{ 开始：2024-05-08，结束：2024-05-09，',
    found: 'yaml/syntax 15:13',
    says: '冒号“：”、逗号“，”是全角的',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '｛ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true ｝',
    found: 'yaml/syntax 15:9',
    says: '括号“｛｝”是全角的',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '  名称: 海口市人民医院',
    instead: '\t名称: 海口市人民医院',
    found: 'yaml/syntax 4:1',
    says: '缩进里有制表符（Tab）',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    // One tab for a level, whatever is indented around it.
    written: '      开始: 2024-05-10\n      结束: 2024-05-11\n      学时: 10',
    instead: '\t开始: 2024-05-10\n\t结束: 2024-05-11\n\t学时: 10',
    found: 'yaml/syntax 17:1',
    says: '缩进里有制表符（Tab），共 3 行',
    reads: '开始: 2024-05-10',
    fixed: 'the plan',
  },
  {
    // Of what a key without a value waits for, though the level around has such a key too.
    written: '      开始: 2024-05-10\n      结束: 2024-05-11\n      学时: 10',
    instead: '\t\t学时: 10\n\t\t开始: 2024-05-10\n      结束: 2024-05-11',
    found: 'yaml/syntax 17:1',
    says: '缩进里有制表符（Tab），共 2 行',
    reads: '学时: 10',
    fixed: 'the line',
  },
  {
    written: '      - 来源: 住培经费\n        金额: 50000',
    instead: '\t- 来源: 住培经费\n\t  金额: 50000',
    found: 'yaml/syntax 21:1',
    says: '缩进里有制表符（Tab），共 2 行',
    reads: '- 来源: 住培经费',
    fixed: 'the plan',
  },
  {
    // Further out than the key that waits for it, of two levels that may have it.
    written: '      开始: 2024-05-10\n      结束: 2024-05-11\n      学时: 10',
    instead: '   学时: 10\n   开始: 2024-05-10\n   结束: 2024-05-11',
    found: 'yaml/syntax 17:4',
    says: '缩进没有对齐',
    reads: '学时: 10',
    fixed: 'as it was',
  },
  {
    written: '      - 教学方法\n      - 考核方法',
    instead: '      - 教学方法\n     - 考核方法',
    found: 'yaml/syntax 14:6',
    says: '缩进没有对齐',
    reads: '- 考核方法',
    fixed: 'the plan',
  },
  {
    written: '      - 教学方法\n      - 考核方法',
    instead: '      - 教学方法\n\t- 考核方法',
    found: 'yaml/syntax 14:1',
    says: '缩进里有制表符（Tab）',
    reads: '- 考核方法',
    fixed: 'the plan',
  },
  {
    // A list of objects one level too deep.
    written: '    经费:\n      - 来源',
    instead: '      经费:\n      - 来源',
    found: 'yaml/syntax 20:5',
    says: '缩进没有对齐',
    reads: '经费:',
    fixed: 'the plan',
  },
  {
    written: '  名称: 海口市人民医院',
    instead: '　名称: 海口市人民医院',
    found: 'yaml/syntax 4:1',
    says: '空格是全角的或特殊的',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '  名称: 海口市人民医院',
    instead: '名称: 海口市人民医院',
    found: 'yaml/syntax 4:1',
    says: '缩进没有对齐',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '  名称: 海口市人民医院\n  类别',
    instead: '名称: 海口市人民医院\n类别',
    found: 'yaml/syntax 4:1',
    says: '缩进没有对齐',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '    对象: 师资',
    instead: '   对象: 师资',
    found: 'yaml/syntax 10:4',
    says: '缩进没有对齐',
    reads: '对象: 师资',
    fixed: 'the plan',
  },
  {
    written: '      结束: 2024-05-11',
    instead: '        结束: 2024-05-11',
    found: 'yaml/syntax 18:7',
    says: '缩进没有对齐',
    reads: '结束: 2024-05-11',
    fixed: 'the plan',
  },
  {
    written: '    对象: 师资',
    instead: '      对象: 师资',
    found: 'yaml/syntax 10:5',
    says: '缩进没有对齐',
    reads: '对象: 师资',
    fixed: 'the plan',
  },
  {
    written: '  - 编号',
    instead: '  -编号',
    found: 'yaml/syntax 7:3',
    says: '列表的短横线写得不对',
    reads: '- 编号: HK-2024-01',
    fixed: 'the plan',
  },
  {
    written: '  - 编号',
    instead: '  － 编号',
    found: 'yaml/syntax 7:3',
    says: '列表的短横线写得不对',
    reads: '- 编号: HK-2024-01',
    fixed: 'the plan',
  },
  {
    written: '      - 教学方法\n      - 考核方法',
    instead: '      • 教学方法\n      • 考核方法',
    found: 'yaml/syntax 13:7',
    says: '列表的短横线写得不对，连着 2 行',
    reads: '- 教学方法',
    fixed: 'the plan',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: 教学查房: 能力提升',
    found: 'yaml/syntax 8:13',
    says: '文字里有英文冒号和空格，会被当成另一项',
    reads: '名称: "教学查房: 能力提升"',
    fixed: 'the line',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: "教学查房"能力提升',
    found: 'yaml/syntax 8:9',
    says: '引号后面还有文字',
    reads: '名称: \'"教学查房"能力提升\'',
    fixed: 'the line',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: "教学查房能力提升',
    found: 'yaml/syntax 8:9',
    says: '引号没有成对',
    reads: '名称: "教学查房能力提升"',
    fixed: 'as it was',
  },
  {
    written: '名称: 海口市人民医院',
    instead: '名称: “海口市人民医院”',
    found: 'yaml/syntax 4:7',
    says: '“名称”外面有中文引号：“海口市人民医院”',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '  名称: 海口市人民医院\n  类别',
    instead: '- 名称: 海口市人民医院\n- 类别',
    found: 'yaml/syntax 4:1',
    says: '这里不是列表，前面多了短横线，连着 2 行',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '    备注: 与内科合办\n',
    instead: '    授证:\n      - 日期: 2024-06-01\n        发证单位: 医院\n',
    found: 'yaml/syntax 24:7',
    says: '这里不是列表，前面多了短横线',
    reads: '日期: 2024-06-01',
    fixed: 'the line',
  },
  {
    written: '  名称: 海口市人民医院\n  类别: [住培基地, 助理全科基地]\n',
    instead: '  - 名称: 海口市人民医院\n    类别: 住培基地\n  # 第二家\n\n  - 名称: 三亚中心医院\n    类别: 住培基地\n',
    found: 'schema/type 4:3',
    says: '“基地”下面要分别写“名称”“类别”，现在只有几项',
    advises: '另起一行，缩进两格，写“名称: …”，其余各项照此',
    fixed: 'as it was',
  },
  {
    written: '      开始: 2024-05-10\n      结束: 2024-05-11\n      学时: 10\n',
    instead: '    - 日期: 5月10日\n      学时: 5\n    - 日期: 2024-02-30\n      学时: 5\n',
    found: 'schema/date 19:11',
    says: '“日期”写的“2024-02-30”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '[{ 日期: 5月8日, 学时: 8 }, { 日期: 2024-02-30, 学时: 8 }]',
    found: 'schema/date 15:37',
    says: '“日期”写的“2024-02-30”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 日期: 2024/04/30~04/31, 学时: 16 }',
    found: 'schema/date 15:15',
    says: '“日期”写的“2024/04/30~04/31”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 日期: 4月30日至31日, 学时: 16 }',
    found: 'schema/date 15:15',
    says: '“日期”写的“4月30日至31日”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 日期: 2024.4.31-5.2, 学时: 16 }',
    found: 'schema/date 15:15',
    says: '“日期”写的“2024.4.31-5.2”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 日期: 5月8日（周一）至9日, 学时: 16 }',
    found: 'schema/date 15:15',
    says: '“日期”写的“5月8日（周一）至9日”不是能认的日期',
    advises: '日期和星期对不上，请核对',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 日期: 5月8日至9日、11日, 学时: 16 }',
    found: 'schema/date 15:15',
    says: '“日期”写的“5月8日至9日、11日”不是能认的日期',
    advises:
      '接连几天的写起止，例如 2024-05-08至2024-05-10；隔开的几天，把“线下”“线上”写成几段，一段一个短横线，各写日期和学时',
    fixed: 'as it was',
  },
  // In 2000, 8 May was a Monday.
  {
    written: '开始: 2024-05-10',
    instead: '开始: 5月8日（周一）',
    found: 'schema/date 17:11',
    says: '“开始”写的“5月8日（周一）”不是能认的日期',
    advises: '日期和星期对不上，请核对',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: >3',
    found: 'schema/type 11:9',
    says: '“人数”不是一个确定的数：“>”',
    advises: '写一个确定的数，不写“约”或范围；至少多少，写“≥”或“不少于”',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: {40',
    found: 'yaml/syntax 11:9',
    says: '括号没有成对',
    reads: '人数: 40',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: ]40',
    found: 'yaml/syntax 11:9',
    says: '这里多了“]”',
    reads: '人数: 40',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地]]，',
    found: 'yaml/syntax 5:21',
    says: '这里多了“]，”',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[[住培基地, 助理全科基地]',
    found: 'yaml/syntax 5:8',
    says: '这里多了“[”',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: [2024]教学查房: 能力提升',
    found: 'yaml/syntax 8:9',
    says: '文字不能以“[”开头',
    reads: '名称: "[2024]教学查房: 能力提升"',
    fixed: 'the line',
  },
  {
    written: '备注: 与内科合办',
    instead: '备注: "材料在 D:\\住培\\new"',
    found: 'yaml/syntax 23:9',
    says: '双引号里的反斜杠“\\”写法不对',
    reads: "备注: '材料在 D:\\住培\\new'",
    fixed: 'as it was',
  },
  {
    written: '对象: 师资',
    instead: '对象: 师资: 骨干',
    found: 'schema/enum 10:9',
    says: '“对象”不能写“师资: 骨干”',
    advises: '这里可以写：管理人员、师资',
    fixed: 'as it was',
  },
  {
    written: '对象: 师资',
    instead: '对象: "师资" 骨干',
    found: 'schema/enum 10:9',
    says: '“对象”不能写“"师资" 骨干”',
    advises: '这里可以写：管理人员、师资',
    fixed: 'as it was',
  },
  {
    written: '备注: 与内科合办',
    instead: '备注: *待定',
    found: 'yaml/syntax 23:9',
    says: '文字不能以“*”开头',
    reads: '备注: "*待定"',
    fixed: 'the line',
  },
  {
    written: '备注: 与内科合办',
    instead: '备注: @内科',
    found: 'yaml/syntax 23:9',
    says: '文字不能以“@”开头',
    reads: '备注: "@内科"',
    fixed: 'the line',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 2024-05-10 至 2024-05-11',
    found: 'schema/date 17:11',
    says: '“开始”写的“2024-05-10 至 2024-05-11”不是能认的日期',
    advises: '这里只写一天，例如 2024-05-08；还没定到日的，写月份，例如 2024-05',
    fixed: 'as it was',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 45422',
    found: 'schema/date 17:11',
    says: '“开始”写的“45422”不是能认的日期',
    advises: '如果是 2024-05-10，就照此改写',
    fixed: 'as it was',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 2024-05-10 08:30',
    found: 'schema/date 17:11',
    says: '“开始”写的“2024-05-10 08:30”不是能认的日期',
    advises: '如果是 2024-05-10，就照此改写',
    fixed: 'as it was',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 2024-02-30',
    found: 'schema/date 17:11',
    says: '“开始”写的“2024-02-30”不是能认的日期',
    advises: '日历上没有这一天，请核对',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: 约40',
    found: 'schema/type 11:9',
    says: '“人数”不是一个确定的数：“约40”',
    advises: '写一个确定的数，不写“约”或范围；至少多少，写“≥”或“不少于”',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: 40-50',
    found: 'schema/type 11:9',
    says: '“人数”不是一个确定的数：“40-50”',
    advises: '写一个确定的数，不写“约”或范围；至少多少，写“≥”或“不少于”',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人数: 50%',
    found: 'schema/type 11:9',
    says: '“人数”写成了百分数：“50%”',
    advises: '这里要写具体数目，不写百分比',
    fixed: 'as it was',
  },
  {
    written: '学时: 10',
    instead: '学时: 7:3',
    found: 'schema/type 19:11',
    says: '“学时”写成了比例：“7:3”',
    advises: '这里只写一个数，不写两个数的比',
    fixed: 'as it was',
  },
  {
    written: '层级: 院级',
    instead: '层级: [院级]',
    found: 'schema/type 9:9',
    says: '“层级”要写文字，现在是几项',
    reads: '层级: 院级',
    fixed: 'the plan',
  },
  {
    written: '层级: 院级',
    instead: '层级:\n      - 院级',
    found: 'schema/type 10:7',
    says: '“层级”要写文字，现在是几项',
    reads: '院级',
    fixed: 'the line',
  },
  {
    written: '层级: 院级',
    instead: '层级: 院级、省级',
    found: 'schema/enum 9:9',
    says: '“层级”只能写一项，现在写了“院级、省级”',
    advises: '选一项：院级、省级',
    fixed: 'as it was',
  },
  {
    written: '层级: 院级',
    instead: '层级: 医院级',
    found: 'schema/enum 9:9',
    says: '“层级”不能写“医院级”',
    advises: '这里可以写：院级、省级',
    fixed: 'as it was',
  },
  {
    written: '培训班:',
    instead: '培训搬:',
    found: 'schema/unknown-key 6:1',
    says: '没有“培训搬”这一项',
    advises: '是不是想写“培训班”？',
    fixed: 'as it was',
  },
  {
    written: '人数: 40',
    instead: '人 数: 40',
    found: 'schema/unknown-key 11:5',
    says: '没有“人 数”这一项',
    reads: '人数: 40',
    fixed: 'the plan',
  },
  {
    written: '人数: 40',
    instead: '学员人数: 40',
    found: 'schema/unknown-key 11:5',
    says: 'hn-gp 不读这一项：“学员人数”',
    advises: '要留着，写成“x-学员人数”，或者写进“备注”；不改，其余各项照样检查',
    fixed: 'as it was',
  },
  {
    written: '    线上:\n      开始: 2024-05-10',
    instead: '    线上: 开始: 2024-05-10',
    found: 'yaml/syntax 16:9',
    says: '同一行里又写了一项“开始”',
    advises: '从“开始”起另起一行',
    fixed: 'as it was',
  },
  {
    written: '编号: HK-2024-01\n    名称: 教学',
    instead: '编号: HK-2024-01 名称: 教学',
    found: 'yaml/syntax 7:20',
    says: '同一行里又写了一项“名称”',
    advises: '从“名称”起另起一行',
    fixed: 'as it was',
  },
  {
    written: '年度: 2024',
    instead: '年度: 2024\n请各基地填写',
    found: 'yaml/syntax 3:1',
    says: '这里应当是“键: 值”',
    advises: '写成“键: 值”；接着上一行写的，多缩进两格；说明文字前面加“#”，或者写进“备注”',
    fixed: 'as it was',
  },
  {
    written: '学时: 16, 签到',
    instead: '学时: 1,600, 签到',
    found: 'yaml/syntax 15:48',
    says: '这里多了“,”',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 1600, 签到: true }',
    fixed: 'the line',
  },
  {
    written: '学时: 16, 签到',
    instead: '学时: ≥1,600, 签到',
    found: 'yaml/syntax 15:49',
    says: '这里多了“,”',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: ≥1600, 签到: true }',
    fixed: 'the line',
  },
  {
    written: '学时: 16, 签到',
    instead: '学时: 不少于 1,600, 签到',
    found: 'yaml/syntax 15:52',
    says: '这里多了“,”',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 不少于 1600, 签到: true }',
    fixed: 'the line',
  },
  {
    written: '学时: 16, 签到',
    instead: '学时: １,６００, 签到',
    found: 'yaml/syntax 15:48',
    says: '这里多了“,”',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: １６００, 签到: true }',
    fixed: 'the line',
  },
  {
    written: '    经费:\n      - 来源: 住培经费\n        金额: 50000\n',
    instead: '    经费: [{ 来源: 住培经费, 金额: ￥50,000 }]\n',
    found: 'yaml/syntax 20:29',
    says: '这里多了“,”',
    reads: '经费: [{ 来源: 住培经费, 金额: ￥50000 }]',
    fixed: 'the line',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '["住培基地"，"助理全科基地"]',
    found: 'yaml/syntax 5:14',
    says: '逗号“，”是全角的',
    reads: '类别: ["住培基地", "助理全科基地"]',
    fixed: 'the line',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '["住培基地", "助理全科基地]',
    found: 'yaml/syntax 5:16',
    says: '引号没有成对',
    reads: '类别: ["住培基地", "助理全科基地"]',
    fixed: 'as it was',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地]，',
    found: 'yaml/syntax 5:21',
    says: '这里多了“，”',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地]]',
    found: 'yaml/syntax 5:21',
    says: '这里多了“]”',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地,, 助理全科基地]',
    found: 'yaml/syntax 5:13',
    says: '这里多了“,”',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地}',
    found: 'yaml/syntax 5:20',
    says: '括号用“}”收尾，对不上',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地)',
    found: 'yaml/syntax 5:20',
    says: '括号用“)”收尾，对不上',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '[住培基地, 助理全科基地]',
    instead: '[住培基地, 助理全科基地]（两类）',
    found: 'yaml/syntax 5:21',
    says: '说明和前面的内容连在一起了',
    reads: '类别: [住培基地, 助理全科基地] #（两类）',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{ 开始: 2024-05-08 结束: 2024-05-09 学时: 16, 签到: true }',
    found: 'yaml/syntax 15:24',
    says: '“结束”、“学时”前面没有逗号',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '开始: 2024-05-08，结束：2024-05-09, 学时: 16, 签到: true',
    found: 'yaml/syntax 15:9',
    says: '几项写在同一行，外面没有花括号',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '年度: 2024',
    instead: '​年度: 2024',
    found: 'yaml/syntax 2:1',
    says: '这里有看不见的字符',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '名称: 海口市人民医院',
    instead: '名称: 海口市人民医院​',
    found: 'yaml/syntax 4:14',
    says: '这里有看不见的字符',
    reads: '名称: 海口市人民医院',
    fixed: 'the plan',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: 教学查房能力提升',
    found: 'yaml/syntax 8:13',
    says: '这里有一个看不见的换行符，不是回车',
    reads: '名称: 教学查房 能力提升',
    fixed: 'as it was',
  },
  {
    written: '年度: 2024\n',
    instead: '年度: 2024 ',
    found: 'yaml/syntax 2:9',
    says: '这里有一个看不见的换行符，不是回车',
    advises: '删掉它，要换行就按回车；多半是从 Word 粘贴时带进来的',
    fixed: 'as it was',
  },
  {
    written: '年度: 2024',
    instead: '　\n年度: 2024',
    found: 'yaml/syntax 2:1',
    says: '空格是全角的或特殊的',
    advises: '换成英文（半角）空格',
    fixed: 'the line',
  },
  {
    written: '年度: 2024',
    instead: '一、年度: 2024',
    found: 'yaml/syntax 2:1',
    says: '“年度”写成了“一、年度”',
    reads: '年度: 2024',
    fixed: 'the plan',
  },
  {
    written: '  - 编号: HK',
    instead: '  - **编号**: HK',
    found: 'yaml/syntax 7:5',
    says: '“编号”写成了“**编号**”',
    reads: '- 编号: HK-2024-01',
    fixed: 'the plan',
  },
  {
    written: '培训班:\n',
    instead: '培训班:\n  第一期：\n',
    found: 'yaml/syntax 7:3',
    says: '这里应当是“键: 值”',
    advises: '写成“键: 值”；接着上一行写的，多缩进两格；说明文字前面加“#”，或者写进“备注”',
    fixed: 'as it was',
  },
  {
    written: '培训班:\n',
    instead: '培训班:\n  第一期\n',
    found: 'yaml/syntax 7:3',
    says: '这里应当是“键: 值”',
    advises: '写成“键: 值”；接着上一行写的，多缩进两格；说明文字前面加“#”，或者写进“备注”',
    fixed: 'as it was',
  },
  {
    written: '年度: 2024',
    instead: '**********\n年度: 2024',
    found: 'yaml/syntax 2:1',
    says: '这里应当是“键: 值”',
    advises: '写成“键: 值”；接着上一行写的，多缩进两格；说明文字前面加“#”，或者写进“备注”',
    fixed: 'as it was',
  },
  {
    written: '培训班:',
    instead: '培训班: 共 1 期',
    found: 'yaml/syntax 6:6',
    says: '下面还有内容，这一行不能再写“共 1 期”',
    reads: '培训班: # 共 1 期',
    fixed: 'as it was',
  },
  {
    written: '线下: {',
    instead: '线下\t{',
    found: 'yaml/syntax 15:5',
    says: '“线下”后面没有冒号',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '备注: 与内科合办',
    instead: '备注: 与内科合办，\n      会场: 会议室',
    found: 'yaml/syntax 24:9',
    says: '文字里有英文冒号和空格，会被当成另一项',
    reads: '会场： 会议室',
    fixed: 'the line',
  },
  {
    written: '      - 考核方法',
    instead: '      考核方法',
    found: 'yaml/syntax 14:7',
    says: '这里是列表，这一项前面没有短横线',
    reads: '- 考核方法',
    fixed: 'the plan',
  },
  {
    written: '      - 教学方法\n      - 考核方法',
    instead: '      ◆ 教学方法\n      ◆ 考核方法',
    found: 'yaml/syntax 13:7',
    says: '列表的短横线写得不对，连着 2 行',
    reads: '- 教学方法',
    fixed: 'the plan',
  },
  {
    written: '      - 教学方法\n      - 考核方法',
    instead: '      一、教学方法\n      二、考核方法',
    found: 'yaml/syntax 13:7',
    says: '列表的短横线写得不对，连着 2 行',
    reads: '- 教学方法',
    fixed: 'as it was',
  },
  {
    written: '名称: 教学查房能力提升',
    instead: '名称: [内科]教学查房',
    found: 'yaml/syntax 8:9',
    says: '文字不能以“[”开头',
    reads: '名称: "[内科]教学查房"',
    fixed: 'the line',
  },
  {
    written: '人数: 40',
    instead: '人数: -',
    found: 'yaml/syntax 11:9',
    says: '没有内容的地方写了“-”',
    reads: '人数:',
    fixed: 'the line',
  },
  {
    written: '人数: 40',
    instead: '人数: 待定',
    found: 'schema/type 11:9',
    says: '“人数”要写整数，现在是“待定”',
    advises: '还没定、用不到的，空着就行',
    fixed: 'as it was',
  },
  {
    written: '  - 编号',
    instead: '        - 编号',
    found: 'yaml/syntax 7:3',
    says: '缩进没有对齐',
    reads: '- 编号: HK-2024-01',
    fixed: 'the plan',
  },
  {
    written: '      - 来源: 住培经费\n        金额: 50000',
    instead: '来源\t金额\n住培经费\t50000\n自筹\t3000',
    found: 'yaml/syntax 21:1',
    says: '这里贴了一张表格',
    advises: '表格的每一行写成一项“- { 键: 值, 键: 值 }”；行数多的，用 hn-gp init --xlsx 生成的工作簿填',
    fixed: 'as it was',
  },
  {
    written: '      - 来源: 住培经费\n        金额: 50000',
    instead: '      | 来源 | 金额 |\n      |---|---|\n      | 住培经费 | 50000 |',
    found: 'yaml/syntax 21:7',
    says: '这里贴了一张表格',
    advises: '表格的每一行写成一项“- { 键: 值, 键: 值 }”；行数多的，用 hn-gp init --xlsx 生成的工作簿填',
    fixed: 'as it was',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 2024-05-10。',
    found: 'yaml/syntax 17:21',
    says: '这里多了“。”',
    reads: '开始: 2024-05-10',
    fixed: 'the plan',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 5.10-5.11',
    found: 'schema/date 17:11',
    says: '“开始”写的“5.10-5.11”不是能认的日期',
    advises: '这里只写一天，例如 2024-05-08；还没定到日的，写月份，例如 2024-05',
    fixed: 'as it was',
  },
  {
    written: '开始: 2024-05-10',
    instead: '开始: 2024-05-10#周五',
    found: 'yaml/syntax 17:21',
    says: '说明和前面的内容连在一起了',
    reads: '开始: 2024-05-10 #周五',
    fixed: 'the line',
  },
  {
    written: '    人数: 40',
    instead: '    师资类别: [新进，骨干、 导 师]',
    found: 'yaml/syntax 11:14',
    says: '逗号“，”是全角的；几项之间用了顿号“、”，这里要用英文逗号',
    reads: '师资类别: [新进, 骨干, 导 师]',
    fixed: 'the line',
  },
  {
    written: '签到: true',
    instead: '方式: [集中授课，技能实操]',
    found: 'yaml/syntax 15:60',
    says: '逗号“，”是全角的',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 方式: [集中授课, 技能实操] }',
    fixed: 'the line',
  },
  {
    written: '    备注: 与内科合办\n',
    instead: '    准备:\n      前期准备: [needs，audience，\n        content] # 都做了\n',
    found: 'yaml/syntax 24:19',
    says: '逗号“，”是全角的',
    reads: '前期准备: [needs, audience,',
    fixed: 'the line',
  },
  {
    written: '    备注: 与内科合办\n',
    instead: '    准备:\n      前期准备: [培训需求，场地]\n',
    found: 'schema/enum 24:14',
    says: '“前期准备”不能写“场地”',
    advises: '每一项可以写：培训需求、培训对象、培训目标、培训内容、师资、组织备课、拟制考题、器材设施',
    fixed: 'as it was',
  },
  {
    written: '    线上:\n      开始: 2024-05-10\n',
    instead: '    地点: 三楼\n    线上:\n      开始: 2024-05-10\n    地点: 会议室\n',
    found: 'yaml/syntax 19:5',
    says: '缩进没有对齐',
    reads: '地点: 会议室',
    fixed: 'as it was',
  },
  {
    written: '      开始: 2024-05-10\n      结束: 2024-05-11\n',
    instead: '    日期: 5月10日\n      地点: 会议室\n',
    found: 'yaml/syntax 17:5',
    says: '缩进没有对齐',
    reads: '日期: 5月10日',
    fixed: 'the line',
  },
  {
    written: '    人数: 40',
    instead: '    天数: 2',
    found: 'schema/unknown-key 11:5',
    says: 'hn-gp 不读这一项：“天数”',
    advises: '写在“线下”、“线上”下面才读；只是留个记录的，写成“x-天数”',
    fixed: 'as it was',
  },
  {
    written: '  类别: [住培基地, 助理全科基地]',
    instead: '类别: [住培基地, 助理全科基地]',
    found: 'yaml/syntax 5:1',
    says: '缩进没有对齐',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '  类别: [住培基地, 助理全科基地]\n培训班:',
    instead: '培训班:',
    found: 'schema/required 4:3',
    says: '缺必填项：类别',
    advises: '补上“类别: …”',
    fixed: 'as it was',
  },
  {
    written: '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    instead: '{\n      开始: 2024-05-08\n      结束: 2024-05-09\n      学时: 16\n    }',
    found: 'yaml/syntax 16:20',
    says: '“结束”、“学时”前面没有逗号',
    reads: '开始: 2024-05-08,',
    fixed: 'the line',
  },
  {
    written: '线下: { 开始',
    instead: '线下: [ 开始',
    found: 'yaml/syntax 15:9',
    says: '括号用“[”开头，对不上',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '线下: { 开始',
    instead: '线下: {{ 开始',
    found: 'yaml/syntax 15:10',
    says: '这里多了“{”',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '类别: [',
    instead: '类别: {',
    found: 'yaml/syntax 5:7',
    says: '括号用“{”开头，对不上',
    reads: '类别: [住培基地, 助理全科基地]',
    fixed: 'the plan',
  },
  {
    written: '经费:\n      - 来源: 住培经费\n        金额: 50000',
    instead: '经费: { 来源: 住培经费, 金额: 50000 }]',
    found: 'yaml/syntax 20:9',
    says: '括号没有成对',
    reads: '经费: [{ 来源: 住培经费, 金额: 50000 }]',
    fixed: 'the line',
  },
  {
    written: '经费:\n      - 来源: 住培经费\n        金额: 50000',
    instead: '经费: {{ 来源: 住培经费, 金额: 50000 }]',
    found: 'yaml/syntax 20:9',
    says: '括号用“{”开头，对不上',
    reads: '经费: [{ 来源: 住培经费, 金额: 50000 }]',
    fixed: 'the line',
  },
  {
    written: '经费:\n      - 来源: 住培经费\n        金额: 50000',
    instead: '经费: [[{ 来源: 住培经费, 金额: 50000 }]',
    found: 'yaml/syntax 20:10',
    says: '这里多了“[”',
    reads: '经费: [{ 来源: 住培经费, 金额: 50000 }]',
    fixed: 'the line',
  },
  {
    written: '- 来源: 住培经费\n        金额: 50000',
    instead: '- ｛ 来源: 住培经费, 金额: 50000 }',
    found: 'yaml/syntax 21:9',
    says: '括号“｛”是全角的',
    reads: '- { 来源: 住培经费, 金额: 50000 }',
    fixed: 'the line',
  },
  {
    written: '线下: { 开始',
    instead: '线下: 开始',
    found: 'yaml/syntax 15:9',
    says: '括号没有成对',
    reads: '线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }',
    fixed: 'the plan',
  },
  {
    written: '- 来源: 住培经费\n        金额: 50000',
    instead: '- 来源: 住培经费, 金额: 50000 }',
    found: 'yaml/syntax 21:9',
    says: '括号没有成对',
    reads: '- { 来源: 住培经费, 金额: 50000 }',
    fixed: 'the line',
  },
];

const bytes = (text: string) => new TextEncoder().encode(text);

test('a key on a level too far out is missed where it belongs, and told where that is', async () => {
  const types = '类别: [住培基地, 助理全科基地]\n';
  const { findings } = await load('plan.yaml', bytes(`${plan.replace(`  ${types}`, '')}${types}`));
  expect(findings.map(({ rule, remedy }) => `${rule} ${remedy.zh}`)).toEqual([
    'schema/unknown-key 写在“基地”、“省外培训”下面才读；只是留个记录的，写成“x-类别”',
    'schema/required 补上“类别: …”',
  ]);
});

test('a text that lost its indentation is read and repaired', async () => {
  const flat = plan.replace(/^ +/gm, '').replace('备注: 与内科合办\n', '');
  const { findings } = await load('plan.yaml', bytes(flat));
  expect(new Set(findings.map(({ message }) => message.zh))).toEqual(new Set(['缩进没有对齐']));
  expect((await fix('plan.yaml', bytes(flat))).remaining).toEqual([]);
});

test('a long file is read through the slips that make it look nested too deeply', async () => {
  const at = plan.indexOf('  - 编号');
  const long = plan.slice(0, at) + plan.slice(at).repeat(150);
  const text = long.replace(/^ +/gm, (blanks) => '\t'.repeat(blanks.length / 2));
  expect((await load('plan.yaml', bytes(text))).findings).toHaveLength(1);
  expect((await fix('plan.yaml', bytes(text))).after).toBe(long);
});

test('lines that break in another way than by a line feed are read', async () => {
  const { findings } = await load('plan.yaml', bytes(plan.replaceAll('\n', '\r')));
  expect(findings.map(({ message }) => message.zh)).toEqual(['这里有一个看不见的换行符，不是回车']);
  expect((await fix('plan.yaml', bytes(plan.replaceAll('\n', '\r')))).after).toBe(plan);
});

test.each(['----', '———', '====='])('%s between two plans is one finding', async (drawn) => {
  const other = plan.replace('海口市人民医院', '三亚中心医院');
  const text = `${plan}${drawn}\n${other}`;
  const { findings, recordCount } = await load('plan.yaml', bytes(text));
  expect(findings.map(({ message }) => message.zh)).toEqual(['两份记录之间的横线画得不对']);
  expect(recordCount).toBe(2);
  expect((await fix('plan.yaml', bytes(text))).after).toBe(`${plan}---\n${other}`);
});

test('a line drawn under a title parts no records', async () => {
  const { findings } = await load('plan.yaml', bytes(`培训计划\n=====\n${plan}`));
  expect(findings.map(({ line, message }) => `${line} ${message.zh}`)).toEqual(['1 这里应当是“键: 值”']);
});

test.each([
  ['<!DOCTYPE html>\n<html></html>', '这是网页（或存成网页的 Word、Excel 文件），不是文本'],
  ['{\\rtf1\\ansi}', '这是 RTF 文档，不是文本'],
])('%j is told as what it is', async (text, says) => {
  const { findings } = await load('plan.yaml', bytes(text));
  expect(findings.map(({ message }) => message.zh)).toEqual([says]);
});

test('signs of several kinds gone wrong in one value are all repaired', async () => {
  const written = '{ 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }';
  const text = planWith(written, '{ 开始：2024-05-08 结束：2024-05-09，学时: 16,, 签到: true ]。');
  expect((await fix('plan.yaml', bytes(text))).after).toBe(plan);
});

test('the plan itself has no mistake, and there is nothing to fix', async () => {
  expect((await load('plan.yaml', bytes(plan))).findings).toEqual([]);
  expect((await fix('plan.yaml', bytes(plan))).bytes).toBeUndefined();
});

/** What used to be mistakes, and is read as it is meant. */
const forms: [written: string, instead: string][] = [
  ['年度: 2024', '年度: ２０２４'],
  ['年度: 2024', '年度: 2024年'],
  ['年度: 2024', '年度: "2024"'],
  ['[住培基地, 助理全科基地]', '住培基地、助理全科基地'],
  ['    经费:\n      - 来源: 住培经费\n        金额', '    经费:\n      来源: 住培经费\n      金额'],
  ['开始: 2024-05-10', '开始: 2024/5/10'],
  ['开始: 2024-05-10', '开始: 2024年5月10日'],
  ['开始: 2024-05-10', '开始: 2024.05.10'],
  ['开始: 2024-05-10', '开始: 20240510'],
  ['开始: 2024-05-10', '开始: 2024-5-10'],
  ['开始: 2024-05-10', '开始: 5月10日'],
  ['开始: 2024-05-10', '开始: 待定'],
  ['人数: 40', '人数: 40人'],
  ['人数: 40', '人数: 四十'],
  ['人数: 40', '人数: 1,000'],
  ['学时: 10', '学时: 8小时'],
  ['学时: 10', '学时: 10 学时'],
  ['金额: 50000', '金额: 5万'],
  ['金额: 50000', '金额: 50,000元'],
  ['金额: 50000', '金额: ¥50000'],
  ['签到: true', '签到: 是'],
  ['签到: true', '签到: √'],
  ['层级: 院级', '层级: 院 级'],
  ['  - 编号', '    编号'],
  ['  - 编号: HK', '  # - 编号: HK'],
  ['      开始: 2024-05-10\n', '    - 开始: 2024-05-10\n'],
  ['开始: 2024-05-10', '开始: 2024-05-10（周五）'],
  ['开始: 2024-05-10', '开始: 2024年5月'],
  ['人数: 40', '师资类别: [新进，轮转]'],
];

test.each(forms)('%s as %s is no mistake', async (written, instead) => {
  const { findings, records } = await load('plan.yaml', bytes(planWith(written, instead)));
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
});

describe.each(mistakes)('$instead', ({ written, instead, found, says, reads, advises, fixed }) => {
  const text = planWith(written, instead);

  test('is one finding, at its place, with the line as it should read', async () => {
    const { findings } = await load('plan.yaml', bytes(text));
    expect(findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([found]);
    const [{ message, remedy } = { message: undefined, remedy: undefined }] = findings;
    expect(message?.zh).toBe(says);
    if (reads !== undefined) {
      expect(remedy?.zh).toMatch(/写成 /);
      expect(remedy?.zh.split('写成 ').at(-1)).toBe(reads);
      expect(remedy?.en).toContain(`line should read ${reads}`);
    } else expect(remedy?.zh).toBe(advises);
  });

  test('is repaired where it is certain, and left alone where it is not', async () => {
    const { after, remaining } = await fix('plan.yaml', bytes(text));
    if (fixed === 'as it was') {
      expect(after).toBe(text);
      expect(remaining).toHaveLength(1);
      return;
    }
    if (fixed === 'the plan') expect(after).toBe(plan);
    else expect(after?.split('\n').map((line) => line.trim())).toContain(reads ?? '');
    expect(remaining).toEqual([]);
  });
});

test.each([
  ['a blank too many', '       - {', '        - {'],
  ['a blank too few', '        - {', '       - {'],
])('items in braces whose dash has %s are read and repaired', async (_, first, second) => {
  const items = ['{ 日期: 2024-05-10, 范围: 线下, 形式: 线下 }', '{ 日期: 2024-05-11, 范围: 线上, 形式: 线上 }'];
  const written = (before: readonly string[]) =>
    planWith(
      '人数: 40',
      `人数: 40\n    考核:\n      场次:\n${items.map((item, index) => `${before[index]}${item.slice(1)}`).join('\n')}`,
    );
  const slipped = await load('plan.yaml', bytes(written([first, second])));
  expect(slipped.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning yaml/syntax']);
  const meant = await load('plan.yaml', bytes(written([first, first])));
  expect(meant.findings).toEqual([]);
  expect(slipped.records[0]?.data()).toEqual(meant.records[0]?.data());
});

describe('a key one blank too deep is one, though YAML takes it for more of the text before', () => {
  test.each([
    ['with a full-width colon', '教学查房能力提升\n    层级: 院级', '教学查房能力提升\n     层级：院级'],
    ['without a blank', '教学查房能力提升\n    层级: 院级', '教学查房能力提升\n     层级:院级'],
    ['below a list', '海口市人民医院\n  类别: [住培', '海口市人民医院\n   类别：[住培'],
    ['below brackets', '签到: true }\n    线上:', '签到: true }\n     线上：'],
  ])('%s', async (_, written, instead) => {
    const text = planWith(written, instead);
    const { findings, records } = await load('plan.yaml', bytes(text));
    expect(new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['warning yaml/syntax']),
    );
    expect(records).toHaveLength(1);
    expect((await fix('plan.yaml', bytes(text))).after).toBe(plan);
  });

  test.each([
    ['two blanks too deep', planWith('与内科合办', '与内科合办\n      人数：30 人')],
    ['a key that is there already', planWith('    人数: 40', '    人数: 40\n    地点: 三楼\n     人数：30 人')],
    ['no key', planWith('与内科合办', '与内科合办\n     另：见附件')],
  ])('not where it may go on: %s', async (_, text) => {
    expect((await load('plan.yaml', bytes(text))).findings).toEqual([]);
  });
});

test('what stands under a key of the author’s own stays there, be it one blank in', async () => {
  const text = planWith('    备注: 与内科合办', '    场地情况:\n     地点: 报告厅\n     状态: 已取消');
  const { findings } = await load('plan.yaml', bytes(text));
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['info schema/unknown-key']);
});

test.each([
  [
    'the keys of items that have their dash before them',
    '\t- 编号: A\n\t层级: 院级\n\t- 编号: B\n\t层级: 院级\n\t豁免: { 规则: training/methods, 理由: 甲, 批准人: 乙 }\n',
    '  - 编号: A\n    层级: 院级\n  - 编号: B\n    层级: 院级\n    豁免: { 规则: training/methods, 理由: 甲, 批准人: 乙 }\n',
  ],
  [
    'parts in a plan that has blanks',
    '  - 编号: A\n    线上:\n\t\t\t- 日期: 2024-05-08\n\t\t\t学时: 6\n\t\t\t- 日期: 2024-05-09\n\t\t\t学时: 6\n',
    '  - 编号: A\n    线上:\n      - 日期: 2024-05-08\n        学时: 6\n      - 日期: 2024-05-09\n        学时: 6\n',
  ],
  [
    'keys of an item, four blanks wide',
    '  - 编号: A\n    线上:\n\t  - 日期: 2024-05-08\n\t\t学时: 6\n\t  - 日期: 2024-05-09\n\t\t学时: 6\n',
    '  - 编号: A\n    线上:\n      - 日期: 2024-05-08\n        学时: 6\n      - 日期: 2024-05-09\n        学时: 6\n',
  ],
])('tabs are as far in as what they go on with: %s', async (_, sessions, meant) => {
  const [head = ''] = plan.split(/^ {2}- /m);
  expect((await fix('plan.yaml', bytes(head + sessions))).after).toBe(head + meant);
});

test.each([
  ['a figure', '人数: 500\n'],
  ['a code', '状态: 已取消\n'],
  ['a list whose items have keys of the list before it', '宣传:\n  - title: 全年培训\n    日期: 2024-05-10\n'],
  ['an object', '线下:\n  日期: 2024-05-08\n  学时: 8\n'],
])('a key behind a list, in the column of the record, is of no item: %s', async (_, lines) => {
  const { findings } = await load('plan.yaml', bytes(plan + lines));
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['schema/unknown-key info']);
  expect((await fix('plan.yaml', bytes(plan + lines))).after).toBe(plan + lines);
});

test.each([
  ['where the next item follows', '人数: 40', '人数: 40'],
  ['where its item goes on', '层级: 院级\n    对象: 师资', '层级: 院级\n    对象: 师资'],
])('a key of an item that lost its indentation is of that item %s', async (_, meant, written) => {
  const text = planWith(`    ${meant}`, written).concat(plan.slice(plan.indexOf('  - 编号')));
  const { after, remaining } = await fix('plan.yaml', bytes(text));
  expect(after).toBe(plan + plan.slice(plan.indexOf('  - 编号')));
  expect(remaining).toEqual([]);
});

test.each([
  ['线下:\n  - 日期: 2024-05-08\n    学时: 8'],
  ['  线下:\n  - 日期: 2024-05-08\n    学时: 8'],
  ['   线下:\n   - 日期: 2024-05-08\n     学时: 8'],
])('the items under a key that is out of line move with it, though the list around takes them: %j', async (written) => {
  const [head = '', item = ''] = planWith(
    '    线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }\n',
    '',
  ).split(/(?<=培训班:\n)/);
  const text = `${head}${item}${written}\n${item}`;
  const { after, remaining } = await fix('plan.yaml', bytes(text));
  expect(after).toBe(`${head}${item}    线下:\n      - 日期: 2024-05-08\n        学时: 8\n${item}`);
  expect(remaining).toEqual([]);
});

test('what stands under a key that is out of line moves with it, though the level around has such keys too', async () => {
  const text = planWith(
    '    线上:\n      开始: 2024-05-10\n      结束: 2024-05-11\n      学时: 10',
    '  线上:\n    学时: 10\n    地点: 网上',
  );
  expect((await fix('plan.yaml', bytes(text))).after).toContain('\n    线上:\n      学时: 10\n      地点: 网上\n');
});
