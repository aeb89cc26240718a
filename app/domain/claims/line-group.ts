import type { ClaimState } from "./claim";

/**
 * Which lines of a claim a list shows; every figure of a claim is one of these. blocked, warned and passed add up to what
 * was checked; unknown are those among the first two of which something cannot be told.
 */
export type LineGroup =
  | ("all" | "blocked" | "warned" | "passed" | "unchecked" | "unknown")
  | ("waiting" | "sent" | "paid" | "refused" | "stopped" | "removed");

export const LINE_GROUP_LABELS: Readonly<Record<LineGroup, string>> = {
  all: "全部",
  blocked: "不能报送",
  warned: "要说明",
  passed: "全部符合",
  unchecked: "未核查",
  unknown: "无法判断",
  waiting: "待发放",
  sent: "等回盘",
  paid: "已发放",
  refused: "发放失败",
  stopped: "已停发",
  removed: "已移出",
};

const GROUPS = Object.keys(LINE_GROUP_LABELS) as readonly LineGroup[];
const ALWAYS: readonly LineGroup[] = ["all", "blocked", "warned", "passed"];
const PAYING: readonly LineGroup[] = ["waiting", "sent", "paid", "refused"];

export function toLineGroup(text: string | null): LineGroup | null {
  return GROUPS.find((one) => one === text) ?? null;
}

/** Those that get a tab: the usual ones in the claim's state, whatever has lines in it, and the one that is shown. */
export function groupTabs(
  counts: Readonly<Record<LineGroup, number>>,
  { state, shown }: { readonly state: ClaimState; readonly shown: LineGroup },
): readonly LineGroup[] {
  const isPaying = state === "approved" || state === "paid";
  return GROUPS.filter((one) => {
    if (one === shown || ALWAYS.includes(one)) return true;
    if (PAYING.includes(one)) return isPaying;
    return counts[one] > 0;
  });
}
