/** What can be asked of `may`; one word for the thing, one for the deed. */
export type Action =
  | "people.read"
  | "people.revealNumber"
  | "registry.read"
  | "registry.import"
  | "class.read"
  | "class.write"
  | "roster.read"
  | "roster.import"
  | "roster.edit"
  | "roster.submit"
  | "roster.review"
  | "roster.export"
  | "roster.print"
  | "region.read"
  | "region.write"
  | "user.manage"
  | "organisation.manage"
  | "trail.read"
  | "account.own";

export const ACTION_LABELS: Record<Action, string> = {
  "people.read": "查看人员",
  "people.revealNumber": "查看完整证件号码",
  "registry.read": "查看建档立卡数据",
  "registry.import": "导入建档立卡数据",
  "class.read": "查看培训班",
  "class.write": "登记培训班",
  "roster.read": "查看花名册",
  "roster.import": "导入花名册",
  "roster.edit": "修改花名册",
  "roster.submit": "报送花名册",
  "roster.review": "审核花名册",
  "roster.export": "导出花名册",
  "roster.print": "打印花名册",
  "region.read": "查看乡镇和行政村",
  "region.write": "维护乡镇和行政村",
  "user.manage": "管理用户和角色",
  "organisation.manage": "管理单位",
  "trail.read": "查看操作留痕",
  "account.own": "管理本人账号",
};

/** Every action, in the order of the labels. */
export const ACTIONS = Object.keys(ACTION_LABELS) as readonly Action[];

const READING: readonly Action[] = [
  "people.read",
  "people.revealNumber",
  "registry.read",
  "class.read",
  "roster.read",
  "roster.export",
  "roster.print",
  "region.read",
  "trail.read",
];

/** Whether the action changes somebody else's data; an auditor never holds one that does. */
export function isWriting(action: Action): boolean {
  return action !== "account.own" && !READING.includes(action);
}
