import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

const plan = `文种: 年度计划
年度: 2024
基地: { 名称: 海口市人民医院, 类别: 住培基地 }
培训班:
  - 编号: HK-2024-01
    名称: 教学查房能力提升
    层级: 院级
    对象: 师资
    专业: 内科
    师资类别: [新进, 骨干]
    内容: 教学方法
    线下: { 开始: 2024-05-08, 结束: 2024-05-08, 学时: 8, 方式: 集中授课 }
    线上: { 开始: 2024-05-09, 结束: 2024-05-10, 学时: 10, 方式: 教学视频 }
    准备:
      开始: 2024-04-01
`;

async function remedies(written: string, instead: string): Promise<string[]> {
  expect(plan).toContain(written);
  const text = plan.replace(written, instead);
  const { findings } = await check({
    cwd: '/',
    config: false,
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    asOf: '2024-04-20',
  });
  return findings.map(({ remedy }) => remedy.zh);
}

const unread = /写在“#”后面，程序不看，去掉“#”/;

test.each([
  ['专业: 内科', '专业: # 内科', '“专业”的“内科”'],
  ['专业: 内科', '# 专业: 内科', '“专业”的“内科”'],
  ['专业: 内科', '# 专业: 内科  ', '“专业”的“内科”'],
  ['名称: 教学查房能力提升', '# 名称: 教学查房', '“名称”的“教学查房”'],
  ['师资类别: [新进, 骨干]', '师资类别: # 新进、骨干', '“师资类别”的“新进、骨干”'],
  ['师资类别: [新进, 骨干]', '师资类别: # [新进, 骨干]', '“师资类别”的“[新进, 骨干]”'],
  ['开始: 2024-04-01', '开始: # 2024年4月1日', '“开始”的“2024年4月1日”'],
  ['名称: 教学查房能力提升', '名称: #1 教学查房', '“名称”的“1 教学查房”'],
])('%s written as %s is told as standing behind the #', async (written, instead, says) => {
  const told = (await remedies(written, instead)).filter((remedy) => unread.test(remedy));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(says);
});

test.each([
  ['专业: 内科', '专业: # 师资的专业；可写：内科、外科'],
  ['专业: 内科', '# 专业: 师资的专业；可写：内科、外科'],
  ['开始: 2024-04-01', '开始: # 不晚于 2024-04-08'],
  ['名称: 教学查房能力提升', '名称: # 培训班名称'],
  ['名称: 教学查房能力提升', '# 名称:'],
  ['师资类别: [新进, 骨干]', '师资类别: # [新进]、骨干]'],
  ['师资类别: [新进, 骨干]', '师资类别: # [新进、[骨干]'],
  ['专业: 内科', '专业:'],
])('%s written as %s is only missing', async (written, instead) => {
  const all = await remedies(written, instead);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((remedy) => unread.test(remedy))).toEqual([]);
});
