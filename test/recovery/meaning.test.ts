import { describe, expect, test } from 'vitest';
import { fix } from '../../src/fix/fix.ts';
import { load } from '../../src/load/load.ts';
import { plan, planWith } from './plan.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const topics = '      - 教学方法\n      - 考核方法';
const funding = '      - 来源: 住培经费\n        金额: 50000';
const notes = '    备注: 与内科合办';
const flow = '签到: true }';

describe('what may mean something else is asked, not done', () => {
  test.each([
    ['a key one letter off, of a word that is one', planWith('人数: 40', '天数: 3')],
    ['a figure under such a key', planWith('金额: 50000', '余额: 3000')],
    ['a key of an item with a dash before it, or another item', planWith('    层级: 院级\n', '    - 层级: 院级\n')],
    ['a numbered list', planWith('  - 编号', '  1. 编号')],
    ['a list with stars', planWith('      - 教学方法', '      * 教学方法')],
    ['a missing colon before more than a value', planWith('人数: 40', '人数 为 40')],
    ['a map as one text', planWith('线上:\n      开始: 2024-05-10', '线上: 起止: 2024-05-10')],
    ['several quoted texts', planWith(`内容:\n${topics}`, '内容: "教学查房", "病例讨论"')],
    ['notes between two levels', planWith(notes, '       备注: 与内科合办')],
    ['two keys on a line', planWith('层级: 院级\n    对象: 师资', '层级: 院级; 对象: 师资')],
    ['a figure in round brackets', planWith('金额: 50000', '金额: (5000)')],
    ['a code one letter off', planWith('人数: 40', '人数: 40\n    状态: 未完成')],
    ['a value in the column of its key', planWith('层级: 院级', '层级:\n    院级')],
    ['a second record without a marker', plan + plan],
    ['a line that ran into the one before it', planWith('能力提升\n    层级: 院级', '能力提升层级: 院级')],
    ['a level that ran into the line before it', planWith('海口市人民医院\n  类别', '海口市人民医院别')],
    ['a title that ends like a key', planWith('教学查房能力提升', '内科培训内容: 查房')],
    ['a number sign among digits', planWith('人数: 40', '人数: 4#0')],
    ['a line of the record that ran into notes', planWith('与内科合办', '与内科合办年度: 2024')],
    ['a text that lost its first quotation mark', planWith('教学查房能力提升', '第一期: 教学查房"')],
    ['a map without its first bracket', planWith('HK-2024-01', '"HK-2024-01", 承办单位: 三亚中心医院 }')],
    ['a figure that ran into its key', planWith(notes, '    考核: { 题量: { 单选题9, 多选题: 10 } }')],
    [
      'what a bracket that is not closed may hold',
      planWith('  名称: 海口市人民医院\n  类别: [住培基地, 助理全科基地]', '  { 名称: 甲, 类别: [助理全科基地) }'),
    ],
    [
      'a level under an item that lost its dash to a remark',
      `${planWith('  - 编号: HK', '  # - 编号: HK')}  - 名称: 护理查房\n    层级: 院级\n    对象: 师资\n`,
    ],
    ['a quotation that begins with another mark', planWith('教学查房能力提升', '”第一期: 教学查房"')],
    ['a remark behind a quotation', planWith('编号: HK-2024-01', '编号: "01" ＃已定')],
    ['a quotation mark typed twice', planWith('教学查房能力提升', '""教学查房"')],
    ['an item of the list around, with nothing but a text', planWith(topics, `${topics}\n  - 外科师资班`)],
    ['a number right behind a colon', planWith('编号: HK-2024-01', '编号:#3')],
    ['a sign that may leave a key out', planWith('培训班:', ';培训班:')],
    [
      'the hours of a level that lost its indentation, or of the level around it',
      '文种: 培训班\n基地: 三亚中心医院\n名称: 教学查房\n线下:\n签到: true\n学时: 16\n',
    ],
  ])('%s', async (_, text) => {
    const { after, remaining } = await fix('plan.yaml', bytes(text));
    expect(after).toBe(text);
    expect(remaining.length).toBeGreaterThan(0);
  });

  test.each([
    ['Big5', Uint8Array.of(0xa4, 0xe5, 0xba, 0xd8, 0x3a, 0x20, 0xa6, 0x7e, 0x0a)],
    ['UTF-16 with half a character', Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8)],
  ])('an encoding that is not certain: %s', async (_, content) => {
    expect((await fix('plan.yaml', content)).bytes).toBeUndefined();
  });
});

test('a remark below a level that lost its indentation stays in the level around it', async () => {
  const { after } = await fix(
    'plan.yaml',
    bytes(planWith('  名称: 海', '名称: 海').replace('培训班:', '备注: 全院\n培训班:')),
  );
  expect(after).toContain('\n  名称: 海');
  expect(after).toContain('\n备注: 全院');
});

describe('valid YAML stays untouched beside a mistake elsewhere', () => {
  const elsewhere = (text: string) => text.replace('年度: 2024', '年度：2024');
  test.each([
    ['brackets over lines in an item', planWith(funding, '      - { 来源: 住培经费,\n        金额: 50000 }')],
    [
      'brackets on lines of their own',
      planWith(funding, '      - {\n        来源: 住培经费,\n        金额: 50000\n        }'),
    ],
    ['a block text in an item', planWith(topics, '      - |\n        人数：40\n      - 考核方法')],
    ['a quotation over lines in an item', planWith(topics, '      - "教学方法之\n        人数：40"\n      - 考核方法')],
    ['an item over two lines', planWith(topics, '      - 教学方法，\n        日期：3 月\n      - 考核方法')],
    [
      'texts that begin with dashes',
      planWith(topics, '      - ——人员不足\n      - －带教经验少\n      - •场地小\n      - -场地小'),
    ],
    ['a text in brackets with full-width brackets', planWith(flow, '签到: true, 备注: 【重要】见附件 }')],
    ['an item with full-width brackets', planWith(`内容:\n${topics}`, '内容: [教学方法, 【新】, 查房（含实操）]')],
    ['notes with commas and colons in brackets', planWith(flow, '签到: true, 备注: 见通知，地点：二楼，学时：16 }')],
    [
      'a key of the author’s own',
      planWith(notes, '    x-内部: {名称：甲}\n    x-负责人:\n      名称：王\n    x-表:\n    - 人数：3'),
    ],
    ['a text on the line after its key', planWith(notes, '    备注:\n      线下：8 学时')],
    ['a text on the line after its key, one blank in', planWith(notes, '    备注:\n     状态：原定四月')],
    ['a text over lines one blank in', planWith(notes, '    备注: 原定四月\n     状态：已取消\n     五月补办')],
    ['a text over lines before one like a key', planWith(notes, '    备注: 原定\n     四月\n     状态：已取消')],
    ['notes over lines, the last like a key', planWith(notes, '    备注: 原定四月，\n     状态：已取消')],
    ['a block text with a tag and an anchor', planWith(notes, '    备注: !!str &a |-\n     状态：已取消')],
    ['a block text with a tag', planWith(notes, '    备注: !!str |-\n     状态：已取消\n     地点：二楼')],
    ['a text that goes on with a dash', planWith(notes, '    备注: 分两段：\n      - 线下：8 学时')],
    ['a text that goes on with a number sign', planWith(notes, '    备注: 在三号楼\n      ＃3 会议室')],
    [
      'a title over lines that look like keys',
      planWith('名称: 教学查房能力提升', '名称:\n      内容：教学查房\n      对象：师资'),
    ],
    ['an item with an anchor', planWith(funding, '      - &f { 来源: 住培经费, 金额: 50000 }\n      - *f')],
    ['a directive after a comment', `# 说明\n%YAML 1.2\n---\n${plan}`],
    ['text with an arrow, an equals sign and numbers', planWith(notes, '    备注: 1. 内科 = 3 人 -> 外科 2) x')],
  ])('%s', async (_, text) => {
    expect((await load('plan.yaml', bytes(text))).findings).toEqual([]);
    const { findings } = await load('plan.yaml', bytes(elsewhere(text)));
    expect(findings.map(({ message }) => message.zh)).toEqual(['冒号“：”是全角的']);
    expect((await fix('plan.yaml', bytes(elsewhere(text)))).after).toBe(text);
  });
});

describe('said once, in its own words', () => {
  test.each([
    ['人数: 40', '人数 = 40', '“人数”和值之间写了“=”'],
    ['层级: 院级', '层级=院级', '“层级”和值之间写了“=”'],
    ['人数: 40', '人数：: 40', '“人数”和值之间写了“：:”'],
    ['助理全科基地]', '助理全科基地）', '括号“）”是全角的'],
    ['- 考核方法', '- 考核方法。', '这里多了“。”'],
    [topics, '      -教学方法\n      -考核方法', '列表的短横线写得不对，连着 2 行'],
    ['人数: 40', '人数: 40，', '这里多了“，”'],
    ['结束: 2024-05-11', '结束: 2024-05-11。', '这里多了“。”'],
    ['人数: 40', '人数\u200b: 40', '这里有看不见的字符'],
    ['层级: 院级', '层级: 院级\u200b', '这里有看不见的字符'],
    ['  - 编号', '  -\t编号', '列表的短横线写得不对'],
  ])('%s as %s, and repaired', async (written, instead, says) => {
    const text = planWith(written, instead);
    const { findings } = await load('plan.yaml', bytes(text));
    expect(findings.map(({ message }) => message.zh)).toEqual([says]);
    expect((await fix('plan.yaml', bytes(text))).after).toBe(plan);
  });

  test.each([
    ['a remark right behind a figure', '人数: 40', '人数: 40# 参训人数', '人数: 40 # 参训人数'],
    ['a full-width number sign', '人数: 40', '人数: 40 ＃参训人数', '人数: 40 #参训人数'],
    ['a remark right behind a list', '助理全科基地]', '助理全科基地]# 类别', '助理全科基地] # 类别'],
    ['a remark right behind a name', '海口市人民医院', '海口市人民医院# 全称', '海口市人民医院 # 全称'],
    ['a remark behind a full-width blank', '海口市人民医院', '海口市人民医院　# 全称', '海口市人民医院 # 全称'],
    ['a full-width number sign behind a name', '海口市人民医院', '海口市人民医院 ＃ 全称', '海口市人民医院 # 全称'],
    ['a comma behind a quotation', '海口市人民医院', '"海口市人民医院", # 全称', '"海口市人民医院" # 全称'],
    ['a full-width colon before a remark', '    线上:', '    线上：# 说明', '    线上: # 说明'],
    ['no space before a remark', '    线上:', '    线上:# 说明', '    线上: # 说明'],
    ['no colon before a remark', '    线上:', '    线上# 说明', '    线上: # 说明'],
    ['a full-width blank before a remark', '    线上:', '    线上:　# 说明', '    线上: # 说明'],
    ['a comment behind full-width blanks', '    人数: 40', '　　# 人数：40', '    # 人数：40'],
  ])('%s', async (_, written, instead, mended) => {
    const text = planWith(written, instead);
    expect((await load('plan.yaml', bytes(text))).findings).toHaveLength(1);
    expect((await fix('plan.yaml', bytes(text))).after).toBe(planWith(written, mended));
  });

  test('a heading between two keys, with a full-width colon', async () => {
    const { findings } = await load('plan.yaml', bytes(planWith('培训班:', '第一季度：\n培训班:')));
    expect(findings.map(({ line, message }) => [line, message.zh])).toEqual([[6, '这里应当是“键: 值”']]);
  });

  test('a key of the author’s own with a full-width colon, whose text stays', async () => {
    const own = '  人数：40\n  - 名称：x\n';
    const { after, remaining } = await fix('plan.yaml', bytes(`${plan}x-说明：|\n${own}`));
    expect({ after, remaining }).toEqual({ after: `${plan}x-说明: |\n${own}`, remaining: [] });
  });

  test('the next item of a list without its dash', async () => {
    const second = '  - 编号: HK-2024-02\n    名称: 门诊教学\n    层级: 院级\n    对象: 师资\n';
    const text = plan + second.replace('- ', '  ');
    const { findings } = await load('plan.yaml', bytes(text));
    expect(findings.map(({ line, message }) => [line, message.zh])).toEqual([[24, '这里是列表，这一项前面没有短横线']]);
    expect((await fix('plan.yaml', bytes(text))).after).toBe(plan + second);
  });

  test('a second record without a marker between', async () => {
    const { findings } = await load('plan.yaml', bytes(plan + plan));
    expect(findings.map(({ line, message }) => [line, message.zh])).toEqual([
      [24, '第二份记录从这里开始，和第一份没有隔开'],
    ]);
  });

  test('JSON with a full-width sign', async () => {
    const text =
      '{\n  "文种": "年度计划"，\n  "年度"：2024,\n  "基地": { "名称": "海口市人民医院", "类别": ["住培基地"] }\n}\n';
    const { findings } = await load('plan.yaml', bytes(text));
    expect(findings.map(({ line }) => line)).toEqual([2, 3]);
    expect((await fix('plan.yaml', bytes(text))).remaining).toEqual([]);
  });
});

describe('after a full-width colon, further ones are colons too', () => {
  const written = '编号: HK-2024-01\n    名称: 教学查房能力提升\n    层级: 院级\n';
  test.each([
    ['further in', '编号：HK-2024-01\n     名称：教学查房能力提升\n     层级：院级\n'],
    ['in place', '编号：HK-2024-01\n    名称：教学查房能力提升\n    层级：院级\n'],
  ])('%s', async (_, instead) => {
    expect((await fix('plan.yaml', bytes(planWith(written, instead)))).after).toBe(plan);
  });

  test('a key that is not known among them is told', async () => {
    const text = planWith('名称: 海口市人民医院\n  类别:', '名称：海口市人民医院\n  类型：');
    const { findings } = await load('plan.yaml', bytes(text));
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(
      expect.arrayContaining(['schema/unknown-key 5', 'yaml/syntax 4', 'yaml/syntax 5']),
    );
  });
});
