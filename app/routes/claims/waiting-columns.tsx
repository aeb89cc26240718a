import type { WaitingClaimLine } from "~/data/claims/claim-payments-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { Badge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

export const WAITING_COLUMNS: readonly Column<WaitingClaimLine>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => `${row.lineNo} ${row.name}` },
  {
    key: "amount",
    header: "金额（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  {
    key: "account",
    header: "收款账户",
    cell: (row) => (
      <>
        {`${row.bankName} ${row.accountMasked} `}
        {row.isNewAccount && <Badge tone="warning">换过账户</Badge>}
      </>
    ),
  },
  {
    key: "before",
    header: "此前",
    cell: (row) => (row.isFailed ? <Badge tone="danger">发放失败</Badge> : "未送银行"),
  },
  {
    key: "obstacle",
    header: "暂不能送银行的原因",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => row.obstacle,
  },
];
