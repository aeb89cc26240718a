import type { EntryPage } from "~/data/funds/fund-entry-view.server";

export type EntryKind = EntryPage["kind"];

export const ENTRY_NAMES: Readonly<Record<EntryKind, string>> = {
  receipt: "到账",
  expenditure: "支出",
  progress: "投资完成",
};

/** Where entries of the kind are listed. */
export function listOf(kind: EntryKind, potId: string): string {
  switch (kind) {
    case "receipt":
      return `/funds/${potId}#receipts`;
    case "expenditure":
      return `/funds/${potId}/spending`;
    case "progress":
      return `/funds/${potId}/project`;
  }
}

interface Reader {
  readonly isOpen: boolean;
  readonly takesEntries: boolean;
  readonly mayReview: boolean;
  /** He entered it himself. */
  readonly isOwn: boolean;
}

/** What is to be done with an entry, or why nothing can be. */
export function entryStep(
  entry: Pick<EntryPage, "kind" | "voided" | "claimBatchId" | "clawbackId" | "reviewed">,
  { isOpen, takesEntries, mayReview, isOwn }: Reader,
): string {
  if (entry.voided !== null) return `已作废，不计入合计：${entry.voided.reason}`;
  if (!isOpen) return "资金项目已收尾或作废，这条记录不再变动。";
  if (!takesEntries) {
    return "已登记项目决算报告，这条记录不再变动；确需更正的，先到“收尾”从最后一步起作废到决算报告。";
  }
  if (entry.claimBatchId !== null) {
    return "由补贴发放自动列入，在补贴申领中核查、批准；有问题的在申领中追回，不在这里作废。";
  }
  if (entry.clawbackId !== null) return "由补贴追回自动列入，冲减支出数，退回的资金可以另行安排。";
  if (entry.kind !== "expenditure") return "已计入合计；登记错的作废后重新登记。";
  if (entry.reviewed !== null) return "已审核，计入支出数；登记错的作废后重新登记。";
  if (isOwn) return "待审核；登记人不能审核自己的登记，请另一名审核人员核对凭证。";
  return mayReview
    ? "请打开凭证，核对收款单位、金额和事由，相符的审核通过；不符的请财务作废重登。"
    : "待审核人员核对凭证；审核前不计入支出数。";
}
