import type { WaitingRow } from "~/data/posts/wage-payment-view.server";
import { yuanText } from "~/domain/shared/fen";
import { Badge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

export const WAITING_COLUMNS: readonly Column<WaitingRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => `${row.lineNo} ${row.name}` },
  { key: "pay", header: "实发", align: "right", cell: (row) => yuanText(row.payFen) },
  {
    key: "account",
    header: "收款账户",
    cell: (row) => (
      <>
        {`${row.bankName} ${row.accountMasked} `}
        {row.isNewAccount && <Badge tone="warning">报审后换过账户</Badge>}
      </>
    ),
  },
  {
    key: "before",
    header: "此前",
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.before,
  },
  {
    key: "obstacle",
    header: "暂不能送银行的原因",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => row.obstacle,
  },
];
