import type { TargetPage } from "~/data/targets/target-view.server";
import { valueText } from "~/domain/targets/wording";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

type Row = TargetPage["history"][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "revision",
    header: "版次",
    isRowHeader: true,
    cell: ({ revision }) => (revision === 1 ? "首次下达" : `第 ${revision - 1} 次修订`),
  },
  { key: "value", header: "任务", cell: (row) => valueText(row, row.value) },
  { key: "deadline", header: "完成时限", cell: (row) => row.deadlineOn },
  { key: "document", header: "依据", cell: (row) => `${row.documentNumber} ${row.clause}` },
  { key: "issued", header: "发文", cell: (row) => `${row.issuer}，${row.issuedOn}` },
  {
    key: "reason",
    header: "原因",
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.revisionReason || "—",
  },
  { key: "by", header: "录入人", cell: (row) => row.enteredByName },
];

/** What each document made of the target, the latest first; only the latest counts. */
export function TargetHistory({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Card title="历次文件" note="以最新文件为准" flush>
      <DataTable
        caption="历次文件"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/targets/${row.id}`}
        tall={false}
        empty={null}
      />
    </Card>
  );
}
