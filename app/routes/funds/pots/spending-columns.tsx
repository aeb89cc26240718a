import type { SpendingLine, SpendingState } from "~/data/funds/pot-spending-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { Badge, StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

export const SPENDING_STATE_LABELS: Readonly<Record<SpendingState, string>> = {
  all: "全部有效",
  counted: "计入支出数",
  pending: "待审核",
  direct: "补贴以外",
  void: "已作废",
};

export function readSpendingState(text: string | null): SpendingState {
  return text !== null && text in SPENDING_STATE_LABELS ? (text as SpendingState) : "all";
}

export const SPENDING_COLUMNS: readonly Column<SpendingLine>[] = [
  {
    key: "purpose",
    header: "支出事由",
    isRowHeader: true,
    className: "min-w-[12rem] whitespace-normal",
    cell: (row) => row.purpose,
  },
  { key: "on", header: "支出日期", cell: (row) => row.spentOn },
  {
    key: "amount",
    header: "金额（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  { key: "category", header: "用途", cell: (row) => row.category },
  {
    key: "payee",
    header: "收款单位",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) => row.payee,
  },
  { key: "voucher", header: "凭证号", cell: (row) => row.voucherNo },
  { key: "state", header: "状态", cell: stateOf },
];

function stateOf({ state, isOfClaims, isRepayment }: SpendingLine) {
  if (isRepayment) return <StateBadge label="补贴追回" tone="info" />;
  if (isOfClaims) return <StateBadge label="补贴发放" tone="success" />;
  switch (state) {
    case "counted":
      return <StateBadge label="已审核" tone="success" />;
    case "pending":
      return <StateBadge label="待审核" tone="warning" />;
    case "void":
      return <Badge>已作废</Badge>;
  }
}
