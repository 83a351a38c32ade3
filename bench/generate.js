// Plan files for the benchmark: a year's plan of four sessions each, some Chinese, some English, one in four with a fault.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const early = 'needs, audience, goals, content, teachers, lesson-prep, exam-items, equipment';
const archive =
  'attendees, attendance, exam, evaluation, support, experience, shortcomings, suggestions, schedule, slides';

/**
 * One session, in Chinese keys; `number` is its place in the plan, and its month follows from it.
 *
 * @param {number} base
 * @param {number} number
 * @param {number} onlineHours
 */
function chineseSession(base, number, onlineHours) {
  const month = String(3 + 2 * number).padStart(2, '0');
  const before = String(1 + 2 * number).padStart(2, '0');
  return `  - 编号: B${base}-${number}
    名称: 第${number}期师资培训班（教学方法与考核）
    层级: 院级
    对象: 师资
    专业: 内科
    师资类别: [骨干, 新进]
    人数: ${20 + number}
    状态: 已完成
    内容: [政策文件解读, 教学方法, 考核方法, 本院教学查房规范]
    线下:
      开始: 2024-${month}-08
      结束: 2024-${month}-09
      学时: 12
      方式: [集中授课, 教学工作坊]
      地点: 本院学术报告厅
    线上:
      开始: 2024-${month}-10
      结束: 2024-${month}-14
      学时: ${onlineHours}
      方式: [线上直播, 教学视频]
    准备:
      开始: 2024-${before}-20
      组织架构: 2024-${before}-22
      方案计划: 2024-${before}-25
      前期准备: [${early}]
      后期准备: [下发通知, 组织报名, 印刷资料, 会务保障]
      集体备课: 2024-${month}-01
    考核:
      题量: { 单选题: 20, 多选题: 10, 填空题: 10, 判断题: 10 }
      满分: 100
      合格线: 70
      场次:
        - 日期: 2024-${month}-14
          范围: [线下, 线上]
          形式: 线上
    宣传:
      - 标题: 第${number}期师资培训班圆满结束
        渠道: 本院公众号
        级别: 院级
        日期: 2024-${month}-16
    经费:
      - { 来源: 住培经费, 金额: 12000 }
      - { 来源: 自筹, 金额: 3000 }
    学员:
      - { 编号: S${base}-${number}-1, 出勤: 全程, 成绩: 88 }
      - { 编号: S${base}-${number}-2, 出勤: 部分, 成绩: 76, 证书: { 编号: "C-${base}-${number}-2" } }
    授证: { 日期: 2024-${month}-20, 发证单位: 医院, 审核部门: 科教科 }
    总结:
      报送日期: 2024-${month}-18
      存档: [${archive}]
`;
}

/**
 * One plan as text.
 *
 * @param {number} base
 */
function plan(base) {
  const faulty = base % 4 === 0;
  const sessions = [1, 2, 3, 4].map((number) => chineseSession(base, number, faulty && number === 2 ? 8 : 12));
  return `# 第 ${base} 家基地的年度计划
文种: 年度计划
年度: 2024
基地:
  名称: 试算基地${base}号医院
  类别: [住培基地]
培训班:
${sessions.join('')}省外培训:
  - { 名称: 国家级师资研修, 类别: 国家级, 对象: 师资, 开始: 2024-06-03, 结束: 2024-06-06, 人数: 4, 状态: 已完成 }
  - { 名称: 外省教学管理考察, 类别: 外省, 对象: 管理人员, 开始: 2024-09-09, 结束: 2024-09-12, 人数: 3, 状态: 已完成 }
`;
}

/**
 * Writes `count` plans into a folder of their own.
 *
 * @param {string} folder
 * @param {number} count
 */
export function generate(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  for (let base = 1; base <= count; base += 1) {
    const subfolder = join(folder, String(Math.floor(base / 500)));
    mkdirSync(subfolder, { recursive: true });
    writeFileSync(join(subfolder, `plan-${base}.yaml`), plan(base));
  }
}
