/** A plan without a mistake, one thing a line, in which tests put mistakes. */
export const plan = `文种: 年度计划
年度: 2024
基地:
  名称: 海口市人民医院
  类别: [住培基地, 助理全科基地]
培训班:
  - 编号: HK-2024-01
    名称: 教学查房能力提升
    层级: 院级
    对象: 师资
    人数: 40
    内容:
      - 教学方法
      - 考核方法
    线下: { 开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true }
    线上:
      开始: 2024-05-10
      结束: 2024-05-11
      学时: 10
    经费:
      - 来源: 住培经费
        金额: 50000
    备注: 与内科合办
`;

/** The plan with some text replaced, which must stand in it once. */
export function planWith(written: string, instead: string): string {
  if (plan.split(written).length !== 2) throw new Error(`"${written}" does not stand once in the plan`);
  return plan.replace(written, () => instead);
}
