import { EMPLOYMENT_ACTIONS } from "./tables/employment";
import { FUND_ACTIONS } from "./tables/funds";
import { POST_ACTIONS } from "./tables/posts";
import { SYSTEM_ACTIONS } from "./tables/system";
import { TRAINING_ACTIONS } from "./tables/training";

/** What an event's action is called, after the name of who did it. Every action the product leaves stands here. */
export const TRAIL_ACTION_LABELS: Readonly<Record<string, string>> = {
  ...TRAINING_ACTIONS,
  ...EMPLOYMENT_ACTIONS,
  ...POST_ACTIONS,
  ...FUND_ACTIONS,
  ...SYSTEM_ACTIONS,
};

const DETAIL_LABELS: Readonly<Record<string, string>> = {
  account: "账号",
  added: "新增",
  amount: "金额",
  after: "改为",
  before: "原为",
  class: "培训班",
  copyNo: "份号",
  edition: "版本",
  employer: "用人单位",
  ended: "终止会话",
  endsOn: "结束",
  entryCount: "收入人数",
  exportedOn: "导出日期",
  fileName: "文件",
  found: "找到",
  from: "自",
  headcount: "人数",
  licence: "许可证",
  month: "月份",
  name: "名称",
  organisation: "单位",
  outcome: "结果",
  person: "人员",
  purpose: "用途",
  reason: "理由",
  refusedCount: "未收行数",
  renamed: "改名",
  role: "角色",
  rows: "行数",
  side: "签字方",
  source: "依据",
  startsOn: "开始",
  to: "至",
};

/** The label of an action; one that a later edition left has none here and is named as such. */
export function actionLabel(action: string): string {
  return TRAIL_ACTION_LABELS[action] ?? "其他操作";
}

/** The facts of an event worth reading: 理由：核对开户信息；人数：47. Codes and nested facts stay in the record. */
export function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      const label = DETAIL_LABELS[key];
      const text = readable(value);
      return label === undefined || text === null ? [] : [`${label}：${text}`];
    })
    .join("；");
}

/** Machine words (COUNTY, goodOnly) and nested facts are not for readers. */
function readable(value: unknown): string | null {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && !/^[A-Za-z_]+$/.test(value) ? value : null;
}
