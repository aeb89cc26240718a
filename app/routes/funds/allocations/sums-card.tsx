import { amountText } from "~/domain/funds/allocation-amount";
import type { CheckedSum } from "~/domain/funds/balance";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<CheckedSum>[] = [
  { key: "label", header: "合计", isRowHeader: true, cell: (row) => row.label },
  {
    key: "stated",
    header: "表上",
    align: "right",
    cell: (row) => amountText(row.stated, row.unit),
  },
  {
    key: "computed",
    header: "核算",
    align: "right",
    cell: (row) => amountText(row.computed, row.unit),
  },
  {
    key: "holds",
    header: "核对",
    cell: (row) =>
      row.holds ? (
        <StateBadge label="相符" tone="success" />
      ) : (
        <StateBadge label="不符" tone="danger" />
      ),
  },
];

interface SumsCardProps {
  readonly tableId: string;
  readonly sums: readonly CheckedSum[];
}

/** Every sum the table states, each opening what it is made of. */
export function SumsCard({ tableId, sums }: SumsCardProps) {
  return (
    <Card title="合计核对" note="点开看每个合计由哪些数组成" flush>
      <DataTable
        caption="合计核对"
        columns={COLUMNS}
        rows={sums}
        rowKey={(row) => row.key}
        rowHref={(row) => `/allocations/${tableId}?of=${encodeURIComponent(row.key)}`}
        rowTone={(row) => (row.holds ? "plain" : "danger")}
        tall={false}
        empty={<p className="p-4 text-slate-600">表上没有载明合计。</p>}
      />
    </Card>
  );
}
