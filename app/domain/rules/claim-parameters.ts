import type { ParameterMeaning } from "./parameter-meaning";

/** Numbers that claims and funds go by. No founding document gives an amount per person (X9), so none ships with one. */
export type ClaimParameterId =
  | "claim.trainingPersonDay"
  | "claim.trainingPersonMonth"
  | "claim.trainingPerYear"
  | "claim.minAttendancePercent"
  | "claim.stablePerson"
  | "claim.stableMinMonths"
  | "claim.agencyPerson"
  | "claim.agencyMinMonths"
  | "claim.postPersonMonth"
  | "claim.outworkShanghai"
  | "claim.outworkElsewhere"
  | "claim.outworkInProvince"
  | "claim.outworkMinMonths"
  | "claim.outworkPerYear"
  | "claim.personYearCeiling"
  | "claim.windowDays"
  | "claim.minAge"
  | "claim.maxAge"
  | "fund.disburseWorkingDays"
  | "fund.adjustmentPercent"
  | "fund.idleDays"
  | "fund.labourSharePercent";

const open = (label: string, unit: string, note: string): ParameterMeaning => ({
  label,
  unit,
  note: `${note}；文件没有规定，录入前无法判断。`,
  ownDefault: null,
});

const ours = (label: string, unit: string, ownDefault: number, note: string): ParameterMeaning => ({
  ...{ label, unit, ownDefault },
  note: `${note}；未录入时按 ${ownDefault} ${unit}，为本系统定义。`,
});

export const CLAIM_PARAMETERS: Readonly<Record<ClaimParameterId, ParameterMeaning>> = {
  "claim.trainingPersonDay": open("技能培训补贴标准（每人每天）", "元", "用于按天计费的培训班"),
  "claim.trainingPersonMonth": open("技能培训补贴标准（每人每月）", "元", "用于按月计费的培训班"),
  "claim.trainingPerYear": open("每人每年可享受的技能培训次数", "次", "按开班日所在年份计算"),
  "claim.minAttendancePercent": open("培训出勤率下限", "%", "到课天数占培训天数的比例"),
  "claim.stablePerson": open("稳定就业补助标准（每人）", "元", "稳定就业达到规定月数后一次发放"),
  "claim.stableMinMonths": open("稳定就业补助须满月数", "月", "从上岗日起的整月，每月都有佐证"),
  "claim.agencyPerson": open("劳务中介补助标准（每人）", "元", "中介机构有组织输出的人员"),
  "claim.agencyMinMonths": open("劳务中介补助须稳定就业月数", "月", "从上岗日起的整月"),
  "claim.postPersonMonth": open("公共服务岗位补贴标准（每人每月）", "元", "不超过实发工资"),
  "claim.outworkShanghai": open("一次性外出就业补贴标准（来沪就业）", "元", "每人一次"),
  "claim.outworkElsewhere": open("一次性外出就业补贴标准（省外其他地区）", "元", "每人一次"),
  "claim.outworkInProvince": open("一次性外出就业补贴标准（省内异地）", "元", "每人一次"),
  "claim.outworkMinMonths": open("一次性外出就业补贴须满月数", "月", "从上岗日起的整月"),
  "claim.outworkPerYear": ours(
    "每人每年一次性外出就业补贴次数上限",
    "次",
    1,
    "文件称一次性，未写明以年计",
  ),
  "claim.personYearCeiling": open("每人每年各类补贴合计上限", "元", "同一人同一年各批次合计"),
  "claim.windowDays": open("申领期限", "天", "结业、上岗满期或工资月份结束后多少天内申领"),
  "claim.minAge": ours(
    "享受补贴的年龄下限",
    "周岁",
    16,
    "按事项发生当日计算，未满 16 周岁的不得招用",
  ),
  "claim.maxAge": open("享受补贴的年龄上限", "周岁", "按事项发生当日计算"),
  "fund.disburseWorkingDays": {
    label: "资金拨付期限",
    unit: "个工作日",
    note: "沪合组办〔2020〕9号 一：自接到函之日起 15 个工作日内；其他年度以录入的为准。",
    ownDefault: 15,
    defaultSource: "沪合组办〔2020〕9号 一",
  },
  "fund.adjustmentPercent": {
    label: "不视为项目调整的资金比例上限",
    unit: "%",
    note: "沪合组办〔2020〕9号 二(三)三：不超过 10%（含）；其他年度以录入的为准。",
    ownDefault: 10,
    defaultSource: "沪合组办〔2020〕9号 二(三)三",
  },
  "fund.idleDays": ours("资金滞留提醒天数", "天", 90, "到账后多少天没有支出的列为滞留"),
  "fund.labourSharePercent": open(
    "劳务协作资金用于招聘和培训的比例下限",
    "%",
    "闵府办发〔2022〕15号 14一、15一 只写一定比例",
  ),
};
