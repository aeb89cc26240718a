import type { CalendarDate } from "../shared/calendar-date";

/** Why a ledger line is in no figure yet; the order is the order in which an officer mends them. */
export type NotCounted =
  "REMOVED" | "STARTS_LATER" | "NOT_VERIFIED" | "NOT_REGISTERED" | "NO_EVIDENCE";

export const NOT_COUNTED_LABELS: Readonly<Record<NotCounted, string>> = {
  REMOVED: "已移出台账",
  STARTS_LATER: "还没有到上岗日期",
  NOT_VERIFIED: "未查验（上岗当日没有生效的建档立卡数据）",
  NOT_REGISTERED: "上岗当日的建档立卡数据中查不到此人（证件号码、姓名和县都要一致）",
  NO_EVIDENCE: "没有佐证材料",
};

/** What an officer does about it. */
export const NOT_COUNTED_CURES: Readonly<Record<NotCounted, string>> = {
  REMOVED: "移出有误的，重新登记。",
  STARTS_LATER: "到上岗日期后自动计入。",
  NOT_VERIFIED: "导入覆盖上岗日期的建档立卡数据后，在本页重新查验。",
  NOT_REGISTERED: "核对证件号码、姓名和上岗日期；数据更新或姓名改正后重新查验。",
  NO_EVIDENCE: "上传合同、工资条、社保、银行流水或务工证明。",
};

export interface CountingFacts {
  readonly startedOn: CalendarDate;
  /** The day the registry's answer is of; null when no export was in force on the first day of work. */
  readonly verifiedOn: CalendarDate | null;
  /** Any category of the registry counts; null: not found in it. */
  readonly verifiedCategory: string | null;
  /** Standing evidence, of any kind and month. */
  readonly evidenceCount: number;
  readonly isRemoved: boolean;
}

/**
 * Every reason for which the placement does not count on the day `asOf`; none: it counts, and for its first day
 * (our definition: decisions/0019). A placement that has ended still counts for the day it began.
 */
export function whyNotCounted(one: CountingFacts, asOf: CalendarDate): readonly NotCounted[] {
  if (one.isRemoved) return ["REMOVED"];
  const reasons: NotCounted[] = [];
  if (one.startedOn > asOf) reasons.push("STARTS_LATER");
  if (one.verifiedCategory === null)
    reasons.push(one.verifiedOn === null ? "NOT_VERIFIED" : "NOT_REGISTERED");
  if (one.evidenceCount === 0) reasons.push("NO_EVIDENCE");
  return reasons;
}
