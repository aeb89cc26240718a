import type { SnapshotPage } from "~/data/registry/registry-view.server";
import type { RefusedRow } from "~/domain/people/registry-intake";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<RefusedRow>[] = [
  { key: "row", header: "行号", align: "right", cell: (row) => row.sheetRow, isRowHeader: true },
  { key: "name", header: "姓名", cell: (row) => row.name },
  {
    key: "id",
    header: "证件号码",
    cell: (row) => <span className="font-mono tabular-nums">{row.maskedId}</span>,
  },
  {
    key: "message",
    header: "原因和改法",
    cell: (row) => row.message,
    className: "min-w-[20rem] whitespace-normal",
  },
];

/** The rows that stayed out. Readers below the snapshot's region are told the number only. */
export function RefusedRows({ snapshot }: { readonly snapshot: SnapshotPage }) {
  const { refusals, refusedCount } = snapshot;
  if (refusals.length === 0) return null;
  const more = refusedCount > refusals.length ? `，以下是前 ${refusals.length} 行` : "";
  return (
    <Card
      title={`未收入的行（${refusedCount.toLocaleString("zh-CN")}）`}
      note={`其余各行已收入${more}。在平台或文件中改正后，可重新导出上传`}
      flush
    >
      <DataTable
        caption="未收入的行和原因"
        columns={COLUMNS}
        rows={refusals}
        rowKey={(row) => String(row.sheetRow)}
        rowTone={() => "danger"}
        empty={null}
      />
    </Card>
  );
}
