import type { NoticeState } from "./notice";
import type { ObjectionOutcome } from "./objection";
import type { AppointmentState } from "./post";

/** What keeps a proposed person from being confirmed. */
export type ConfirmBlock =
  | "REMOVED"
  | "CONFIRMED"
  | "NO_NOTICE"
  | "NOTICE_OPEN"
  | "NOTICE_UNPROVED"
  | "BEFORE_NOTICE_ENDS"
  | "OBJECTION_OPEN"
  | "OBJECTION_UPHELD"
  | "NOT_VERIFIED"
  | "NO_QUOTA"
  | "QUOTA_CHANGED"
  | "OWN_PROPOSAL";

export const CONFIRM_BLOCK_LABELS: Readonly<Record<ConfirmBlock, string>> = {
  REMOVED: "已撤销",
  CONFIRMED: "已确认聘用",
  NO_NOTICE: "还没有公示",
  NOTICE_OPEN: "公示还没有结束",
  NOTICE_UNPROVED: "补录的公示没有上传公示照片",
  BEFORE_NOTICE_ENDS: "上岗日期不在公示截止日以后",
  OBJECTION_OPEN: "有异议还没有处理",
  OBJECTION_UPHELD: "异议成立",
  NOT_VERIFIED: "未通过建档立卡查验",
  NO_QUOTA: "没有归入岗位指标",
  QUOTA_CHANGED: "岗位指标已改，与登记的区域、期限、标准或资金不一致",
  OWN_PROPOSAL: "是您本人登记的，须由别人确认",
};

export interface ConfirmFacts {
  readonly state: AppointmentState;
  readonly isRemoved: boolean;
  /** Null: on no notice. */
  readonly notice: NoticeState | null;
  /** Entered afterwards, without a picture of it. */
  readonly isNoticeUnproved: boolean;
  /** The term begins on the notice's last day or before it. */
  readonly startsInNotice: boolean;
  /** Outcomes of objections against the person, of any notice, or this notice; null while one is looked into. */
  readonly objections: readonly (ObjectionOutcome | null)[];
  readonly verifiedCategory: string | null;
  readonly quotaId: string | null;
  /** What was agreed and what the quota gives by now are not the same. */
  readonly isQuotaChanged: boolean;
  /** Whether who is to confirm has proposed or changed it himself. */
  readonly isOwn: boolean;
}

/** Every reason against confirming; none: it can be confirmed. */
export function confirmBlocks(facts: ConfirmFacts): readonly ConfirmBlock[] {
  if (facts.isRemoved) return ["REMOVED"];
  if (facts.state === "confirmed") return ["CONFIRMED"];
  const blocks: ConfirmBlock[] = [];
  const { notice, objections } = facts;
  if (notice === null || notice === "withdrawn") blocks.push("NO_NOTICE");
  if (notice === "open") blocks.push("NOTICE_OPEN");
  if (facts.isNoticeUnproved) blocks.push("NOTICE_UNPROVED");
  if (facts.startsInNotice) blocks.push("BEFORE_NOTICE_ENDS");
  if (objections.includes(null)) blocks.push("OBJECTION_OPEN");
  if (objections.includes("UPHELD")) blocks.push("OBJECTION_UPHELD");
  if (facts.verifiedCategory === null) blocks.push("NOT_VERIFIED");
  if (facts.quotaId === null) blocks.push("NO_QUOTA");
  if (facts.isQuotaChanged) blocks.push("QUOTA_CHANGED");
  if (facts.isOwn) blocks.push("OWN_PROPOSAL");
  return blocks;
}
