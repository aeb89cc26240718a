import { CLAIM_PARAMETERS, type ClaimParameterId } from "./claim-parameters";
import type { ParameterMeaning } from "./parameter-meaning";

/** Numbers the documents leave open. They are entered with a date and a source, for an area. */
export type ParameterId =
  | "class.maxHeadcount"
  | "class.maxHours"
  | "class.unitCostPersonDay"
  | "class.unitCostPersonMonth"
  | "class.unitCostPersonDayShanghai"
  | "class.unitCostPersonMonthShanghai"
  | "media.perSession"
  | "media.maxDistanceKm"
  | "verification.maxAgeDays"
  | "fingerprint.closeUp"
  | "retention.gapDays"
  | "followUp.retryDays"
  | "post.gapDays"
  | "post.noticeDays"
  | "post.leaveIsPaid"
  | "post.restDays"
  | ClaimParameterId;

export const PARAMETERS: Readonly<Record<ParameterId, ParameterMeaning>> = {
  "class.maxHeadcount": {
    label: "每班人数上限",
    unit: "人",
    note: "文件没有规定人数；录入前不检查。",
    ownDefault: null,
  },
  "class.maxHours": {
    label: "每班课时上限",
    unit: "课时",
    note: "文件没有规定课时；录入前不检查。",
    ownDefault: null,
  },
  "class.unitCostPersonDay": {
    label: "培训费标准（云南，每人每日）",
    unit: "元",
    note: "用于在云南举办的培训；录入前不检查。",
    ownDefault: null,
  },
  "class.unitCostPersonMonth": {
    label: "培训费标准（云南，每人每月）",
    unit: "元",
    note: "用于在云南举办的培训；录入前不检查。",
    ownDefault: null,
  },
  // Rows for 310000 would lie outside the walls of those who need them: the area here is the one that goes by it.
  "class.unitCostPersonDayShanghai": {
    label: "培训费标准（上海，每人每日）",
    unit: "元",
    note: "用于去上海举办的培训，可参照上海市人力资源培训相关标准；录入前，补贴核查参照曲财农〔2020〕31号 四(四)1 的 600 元提醒。",
    ownDefault: null,
  },
  "class.unitCostPersonMonthShanghai": {
    label: "培训费标准（上海，每人每月）",
    unit: "元",
    note: "用于去上海挂职、进修等，可参照上海市人力资源培训相关标准；录入前，补贴核查参照曲财农〔2020〕31号 四(四)1 的 8000 元提醒。",
    ownDefault: null,
  },
  "media.perSession": {
    label: "每次课影像数量下限",
    unit: "张（段）",
    note: "文件要求全程影像，未定数量；未录入时按每次课至少 1 张（段），为本系统定义。",
    ownDefault: 1,
  },
  "media.maxDistanceKm": {
    label: "影像拍摄地与培训地点的最大距离",
    unit: "公里",
    note: "未录入时按 50 公里提醒，为本系统定义。",
    ownDefault: 50,
  },
  "verification.maxAgeDays": {
    label: "查验数据早于开班（结业）日或补贴事项日的最长天数",
    unit: "天",
    note: "超过的，补贴核查时无法判断资格；未录入时不限，但早于事项日一年以上的要说明。",
    ownDefault: null,
  },
  "fingerprint.closeUp": {
    label: "允许采集手印近照",
    unit: "1 为允许，0 为不允许",
    note: "未录入时不允许；允许后仍须学员单独同意。",
    ownDefault: 0,
  },
  "retention.gapDays": {
    label: "稳定就业允许的间断天数",
    unit: "天",
    note: "换岗之间不超过此天数的，就业时间接续计算，间断的天数不计入；文件没有规定，未录入时按 15 天，为本系统定义。",
    ownDefault: 15,
  },
  "followUp.retryDays": {
    label: "未接通后再次回访的间隔",
    unit: "天",
    note: "文件没有规定；未录入时按 3 天，为本系统定义。",
    ownDefault: 3,
  },
  "post.gapDays": {
    label: "公共服务岗位续聘前的最短间隔",
    unit: "天",
    note: "两次聘用之间不超过此天数的，视为连续聘用，合并计算任期；文件没有规定，未录入时按 30 天，为本系统定义。",
    ownDefault: 30,
  },
  "post.noticeDays": {
    label: "公共服务岗位拟聘人员公示天数",
    unit: "天",
    note: "含首尾两天；文件没有规定，未录入时按 5 天，为本系统定义。",
    ownDefault: 5,
  },
  "post.leaveIsPaid": {
    label: "公共服务岗位请假是否照发工资",
    unit: "1 为照发，0 为不发",
    note: "文件没有规定；未录入时请假不发，为本系统定义。",
    ownDefault: 0,
  },
  "post.restDays": {
    label: "公共服务岗位每月休息天数提示线",
    unit: "天",
    note: "一个月休息超过此天数的，在工资表上提示审核人；文件没有规定，未录入时按 10 天，为本系统定义。",
    ownDefault: 10,
  },
  ...CLAIM_PARAMETERS,
};

export const PARAMETER_IDS = Object.keys(PARAMETERS) as readonly ParameterId[];

/** Text from a form or a table as a parameter, or null. */
export function toParameterId(text: string): ParameterId | null {
  return PARAMETER_IDS.find((id) => id === text) ?? null;
}

/** A number with where it comes from. */
export interface ParameterInForce {
  readonly value: number;
  /** Document and clause; null: our own definition until a document sets it. */
  readonly source: string | null;
}
