import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import { planWith } from '../recovery/plan.ts';
import { base, headers, row, workbook } from '../workbook/made.ts';

async function mistakesIn(file: string, bytes: Uint8Array): Promise<Finding[]> {
  const { findings } = await check({ cwd: '/', config: false, texts: [{ file, bytes }], asOf: '2024-04-20' });
  return findings.filter(({ rule }) => rule.startsWith('schema/'));
}

const inText = (text: string) => mistakesIn('plan.yaml', new TextEncoder().encode(text));

const online = '线上:\n      开始: 2024-05-10\n      结束: 2024-05-11\n';

test.each([
  {
    name: 'keys where a number belongs',
    text: planWith('人数: 40', '人数: { 甲: 1 }'),
    message: {
      zh: '“人数”要写整数，现在是“键: 值”各项',
      en: '"人数" asks for a whole number, found keys with their values',
    },
  },
  ...['≥2万元', '不少于2万元', '约2万元'].map((amount) => ({
    name: `${amount} where no least amount can be promised`,
    text: planWith('人数: 40', `经费: { 来源: 自筹, 金额: ${amount} }`),
    message: { zh: `“金额”不是一个确定的数：“${amount}”`, en: `"金额" is not one exact number: "${amount}"` },
    remedy: {
      zh: '写一个确定的数，不写“约”“不少于”或范围',
      en: 'Write one exact number, no range, no "about" and no "at least"',
    },
  })),
  {
    name: 'a headcount that is about so much',
    text: planWith('人数: 40', '人数: 约40'),
    remedy: {
      zh: '写一个确定的数，不写“约”或范围；至少多少，写“≥”或“不少于”',
      en: 'Write one exact number, no range and no "about"; a least number as "≥ 80"',
    },
  },
  {
    name: 'a key one level too deep',
    text: planWith('人数: 40', '考核:\n      满分: 100\n      状态: 已取消'),
    message: { zh: 'hn-gp 不读这一项：“状态”', en: 'hn-gp does not read this key: "状态"' },
    remedy: {
      zh: '写在“培训班”下面才读；只是留个记录的，写成“x-状态”',
      en: 'It is read under "培训班"; if it is for your own records, write "x-状态"',
    },
  },
  {
    name: 'days where one belongs',
    text: planWith('人数: 40', '授证: { 日期: [2024-05-08, 2024-05-09] }'),
    message: { zh: '“日期”要写日期，现在是几项', en: '"日期" asks for a date, found several items' },
  },
  {
    name: 'letters where a Chinese code belongs',
    text: planWith('人数: 40', '状态: N/A'),
    remedy: { zh: '这里可以写：计划、已完成、已取消', en: 'What can stand here: 计划, 已完成, 已取消' },
  },
  {
    name: 'one piece of several that is no code',
    text: planWith('人数: 40', '准备: { 前期准备: 培训需求、拟制培训考题、组织备课和器材设备（含电脑、投影） }'),
    message: {
      zh: '“前期准备”不能写“拟制培训考题”、“组织备课和器材设备（含电脑、投影）”',
      en: '"前期准备" cannot be "拟制培训考题", "组织备课和器材设备（含电脑、投影）"',
    },
    remedy: {
      zh: '每一项可以写：培训需求、培训对象、培训目标、培训内容、师资、组织备课、拟制考题、器材设施',
      en: 'Each item can be: 培训需求, 培训对象, 培训目标, 培训内容, 师资, 组织备课, 拟制考题, 器材设施',
    },
  },
  {
    name: 'numbered items, one of which is no code',
    text: planWith('人数: 40', '岗位: 1、教学秘书；2、院长'),
    message: {
      zh: '“岗位”不能写“1、教学秘书；2、院长”',
      en: '"岗位" cannot be "1、教学秘书；2、院长"',
    },
  },
  {
    name: 'hours by the clock with a word that is not known',
    text: planWith(online, '线上: { 开始: 2024-05-10, 学时: 8个小时 }\n'),
    remedy: {
      zh: '按小时算的写成“8小时”这样，折成学时由程序来算；是学时的只写数字',
      en: 'Write hours by the clock as "8 h", which are turned into class hours here; class hours as the figure alone',
    },
  },
  {
    name: 'class hours with a word that is not known',
    text: planWith(online, '线上: { 开始: 2024-05-10, 学时: 10个学时 }\n'),
    remedy: { zh: '写数字，单位是学时', en: 'Write the figure alone, without a unit' },
  },
  {
    name: 'one misspelt piece of several',
    text: planWith('人数: 40', '岗位: 教学秘书、院领倒'),
    message: { zh: '“岗位”不能写“院领倒”', en: '"岗位" cannot be "院领倒"' },
    remedy: { zh: '是不是想写“院领导”？', en: 'Did you mean "院领导"?' },
  },
  {
    name: 'keys where a span belongs',
    text: planWith(online, '线上:\n      日期: { 甲: 1 }\n'),
    message: {
      zh: '“日期”要写起止日期，现在是“键: 值”各项',
      en: '"日期" asks for a date or two, found keys with their values',
    },
  },
  {
    name: 'days apart where a span belongs',
    text: planWith(online, '线上:\n      日期: 2024-05-10、2024-05-12\n'),
    remedy: {
      zh: '接连几天的写起止，例如 2024-05-08至2024-05-10；隔开的几天，把“线下”“线上”写成几段，一段一个短横线，各写日期和学时',
      en: 'Of days in a row write the first and the last, such as 2024-05-08至2024-05-10; for days apart make "offline" or "online" a list of parts, each behind a dash with its own dates and hours',
    },
  },
  {
    name: 'a list of days where a span belongs',
    text: planWith(online, '线上:\n      日期: [5月10日, 5月12日]\n'),
    remedy: {
      zh: '接连几天的写起止，例如 2024-05-08至2024-05-10；隔开的几天，把“线下”“线上”写成几段，一段一个短横线，各写日期和学时',
      en: 'Of days in a row write the first and the last, such as 2024-05-08至2024-05-10; for days apart make "offline" or "online" a list of parts, each behind a dash with its own dates and hours',
    },
  },
  {
    name: 'a list of one day where a span belongs',
    text: planWith(online, '线上:\n      日期: [5月10日]\n'),
    remedy: {
      zh: '这里只写一个值：起止日期；这一行写成 日期: 5月10日',
      en: 'Write one value here: a date or two; the line should read 日期: 5月10日',
    },
  },
  {
    name: 'days apart of a session that says no more',
    text: planWith('人数: 40', '日期: 5月10日和5月12日'),
    remedy: {
      zh: '接连几天的写起止，例如 2024-05-08至2024-05-10；隔开的几天，把“线下”“线上”写成几段，一段一个短横线，各写日期和学时',
      en: 'Of days in a row write the first and the last, such as 2024-05-08至2024-05-10; for days apart make "offline" or "online" a list of parts, each behind a dash with its own dates and hours',
    },
  },
  {
    name: 'days apart of a batch, which has no parts',
    text: `${planWith('人数: 40', '人数: 40')}省外培训: [{ 名称: 外出, 类别: 外省, 日期: 5月10日和5月12日 }]\n`,
    remedy: {
      zh: '写成起止两天，例如 2024-05-08至2024-05-10',
      en: 'Write the first and the last day, such as 2024-05-08至2024-05-10',
    },
  },
  {
    name: 'two days of a month of which only the second is called one',
    text: planWith(online, '线上:\n      日期: 5月10-11日\n'),
    remedy: { zh: '如果是 5月10日-11日，就照此改写', en: 'If 5月10日-11日 is meant, write that' },
  },
  {
    name: 'the same, of days that the month does not have',
    text: planWith(online, '线上:\n      日期: 2月29-30日\n'),
    remedy: { zh: '日历上没有这一天，请核对', en: 'The calendar has no such day; please check' },
  },
  {
    name: 'a day with the dashes of a word processor',
    text: planWith(online, '线上:\n      日期: 2024–05–08\n'),
    remedy: { zh: '如果是 2024-05-08，就照此改写', en: 'If 2024-05-08 is meant, write that' },
  },
  {
    name: 'a day with hyphens at which no line ends',
    text: planWith(online, '线上:\n      开始: 2024‑05‑08\n'),
    remedy: { zh: '如果是 2024-05-08，就照此改写', en: 'If 2024-05-08 is meant, write that' },
  },
  {
    name: 'months where a span belongs',
    text: planWith(online, '线上:\n      日期: 2024-05至2024-06\n'),
    remedy: {
      zh: '写成起止两天，例如 2024-05-08至2024-05-10',
      en: 'Write the first and the last day, such as 2024-05-08至2024-05-10',
    },
  },
  {
    name: 'a day that is none, with blanks inside',
    text: planWith(online, '线上:\n      开始: 2024 年 13 月 8 日\n'),
    remedy: { zh: '日历上没有这一天，请核对', en: 'The calendar has no such day; please check' },
  },
  {
    name: 'two days of a month where one belongs',
    text: planWith(online, '线上:\n      开始: 2024年5月8-10日\n'),
    remedy: {
      zh: '这里只写一天，例如 2024-05-08；还没定到日的，写月份，例如 2024-05',
      en: 'Write one day here, such as 2024-05-08, or its month, such as 2024-05, while it is not known',
    },
  },
  {
    name: 'a figure with a comma inside and quotation marks around it',
    text: planWith('人数: 40', "人数: '“1,000”'"),
    message: { zh: '“人数”的值外面有引号：“1,000”', en: 'The value of "人数" has quotation marks around it: “1,000”' },
  },
  {
    name: 'a figure with half of its quotation marks',
    text: planWith('人数: 40', "人数: '40”'"),
    remedy: {
      zh: '写整数，例如 40；这一行写成 人数: 40',
      en: 'Write a whole number, such as 40; the line should read 人数: 40',
    },
  },
  {
    name: 'one misspelt code where several can stand',
    text: planWith('[住培基地, 助理全科基地]', '助理全科基第'),
    remedy: { zh: '是不是想写“助理全科基地”？', en: 'Did you mean "助理全科基地"?' },
  },
  {
    name: 'a text where a list of objects belongs, told by all that each must have',
    text: '文种: 全省计划\n年度: 2024\n培训班: 见附件\n',
    message: {
      zh: '“培训班”的每一项要分别写“名称”“层级”“对象”“承办单位”，现在只有“见附件”',
      en: 'Each item of "培训班" takes "名称", "层级", "对象", "承办单位", found "见附件"',
    },
  },
  ...['5%以内', '5个百分点', '不超过5%', '1:20'].map((share) => ({
    name: `${share} where a share belongs`,
    text: `文种: 激励方案\n城市: 海口\n年度: 2021\n基层机构: { 名称: 甲, 中高级岗位上浮: ${share} }\n`,
    remedy: {
      zh: '比例写成小数或百分数，例如 0.05 或 5%',
      en: 'Write a share as a fraction or a percentage: 0.05 or 5 %',
    },
  })),
])('$name', async ({ text, name: _, ...said }) => {
  expect(await inText(text)).toMatchObject([said]);
});

test('a column of the author’s own', async () => {
  const bytes = workbook({
    年度计划: base,
    培训班: [
      [...headers, '自己的一列'],
      [...row, '甲'],
    ],
  });
  expect(await mistakesIn('plan.xlsx', bytes)).toMatchObject([
    {
      cell: { address: 'E1' },
      remedy: {
        zh: '核对表头有没有写错；自己加的，表头前面加 x-',
        en: 'Check the header for a slip; begin headers of your own with x-',
      },
    },
  ]);
});
