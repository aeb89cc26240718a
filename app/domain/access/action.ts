/** What can be asked of `may`; one word for the thing, one for the deed. */
export type Action =
  | "people.read"
  | "people.revealNumber"
  | "registry.read"
  | "registry.import"
  | "plan.read"
  | "plan.write"
  | "plan.review"
  | "provider.read"
  | "provider.write"
  | "provider.suspend"
  | "parameter.read"
  | "parameter.write"
  | "class.read"
  | "class.write"
  | "class.review"
  | "supervision.write"
  | "media.read"
  | "media.write"
  | "verification.record"
  | "consent.read"
  | "consent.record"
  | "notice.issue"
  | "proof.read"
  | "proof.record"
  | "roster.read"
  | "roster.import"
  | "roster.edit"
  | "roster.submit"
  | "roster.review"
  | "roster.export"
  | "roster.print"
  | "roster.seal"
  | "roster.amend"
  | "roster.reviewAmendment"
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
  "plan.read": "查看年度培训计划",
  "plan.write": "编制年度培训计划",
  "plan.review": "审批年度培训计划",
  "provider.read": "查看培训机构",
  "provider.write": "登记培训机构",
  "provider.suspend": "暂停培训机构",
  "parameter.read": "查看标准参数",
  "parameter.write": "录入标准参数",
  "class.read": "查看培训班",
  "class.write": "登记培训班",
  "class.review": "审批开班",
  "supervision.write": "登记监督记录",
  "media.read": "查看影像资料",
  "media.write": "上传影像资料",
  "verification.record": "办理平台查验",
  "consent.read": "查看知情同意",
  "consent.record": "登记知情同意",
  "notice.issue": "发布告知书",
  "proof.read": "查看签字手印",
  "proof.record": "采集签字手印",
  "roster.read": "查看花名册",
  "roster.import": "导入花名册",
  "roster.edit": "修改花名册",
  "roster.submit": "报送花名册",
  "roster.review": "审核花名册",
  "roster.export": "导出花名册",
  "roster.print": "打印花名册",
  "roster.seal": "封存花名册",
  "roster.amend": "提出封存后更正",
  "roster.reviewAmendment": "审核封存后更正",
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
  "plan.read",
  "provider.read",
  "parameter.read",
  "class.read",
  "media.read",
  "consent.read",
  "proof.read",
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
