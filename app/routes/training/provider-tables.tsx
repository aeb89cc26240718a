import type { TaughtClass } from "~/data/training/provider-view.server";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { FILING_BADGES } from "./state-badges";

const CLASS_COLUMNS: readonly Column<TaughtClass>[] = [
  { key: "label", header: "培训班", isRowHeader: true, cell: (row) => row.label },
  { key: "trade", header: "工种", cell: (row) => row.trade },
  { key: "startsOn", header: "开班", align: "right", cell: (row) => row.startsOn },
  { key: "endsOn", header: "结业", align: "right", cell: (row) => row.endsOn },
  { key: "headcount", header: "人数", align: "right", cell: (row) => row.headcount },
  {
    key: "filing",
    header: "开班备案",
    cell: (row) => <StateBadge {...FILING_BADGES[row.filingState]} />,
  },
];

/** The classes that a provider teaches or taught. */
export function ProviderClasses({ classes }: { readonly classes: readonly TaughtClass[] }) {
  return (
    <Card title="承训的培训班" note={`${classes.length} 个`} flush>
      <DataTable
        caption="承训的培训班"
        columns={CLASS_COLUMNS}
        rows={classes}
        rowKey={(row) => row.id}
        rowHref={(row) => `/classes/${row.id}`}
        tall={false}
        empty={
          <EmptyState title="还没有承训的培训班" icon="training">
            培训班备案时选定本机构后，列在这里。
          </EmptyState>
        }
      />
    </Card>
  );
}
