import type { RegistryHistoryLine } from "~/data/people/person-history-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface RegistryHistoryProps {
  readonly history: readonly RegistryHistoryLine[];
  readonly regionNames: Readonly<Record<string, string>>;
}

/** The person in every snapshot that covers the county, newest first. */
export function RegistryHistory({ history, regionNames }: RegistryHistoryProps) {
  const columns: readonly Column<RegistryHistoryLine>[] = [
    { key: "exportedOn", header: "导出日期", cell: (row) => row.exportedOn, isRowHeader: true },
    { key: "region", header: "覆盖地区", cell: (row) => regionNames[row.regionCode] ?? "" },
    {
      key: "state",
      header: "在册情况",
      cell: (row) => <Registered isRegistered={row.isRegistered} />,
    },
    { key: "category", header: "脱贫属性", cell: categoryOf },
    { key: "year", header: "脱贫年度", cell: (row) => row.liftedYear ?? "—" },
  ];
  return (
    <Card title="历次查验" flush>
      <DataTable
        caption="每份平台数据里的身份"
        columns={columns}
        rows={history}
        rowKey={(row) => row.snapshotId}
        rowHref={(row) => `/registry/${row.snapshotId}`}
        empty={<p className="p-4 text-slate-600">还没有导入过覆盖本县的平台数据。</p>}
        tall={false}
      />
    </Card>
  );
}

function Registered({ isRegistered }: { readonly isRegistered: boolean }) {
  return isRegistered ? (
    <StateBadge label="在册" tone="success" />
  ) : (
    <StateBadge label="不在册" tone="neutral" />
  );
}

function categoryOf({ isRegistered, category }: RegistryHistoryLine): string {
  if (!isRegistered) return "—";
  return category === null ? "未列明类别" : POVERTY_STATUS_LABELS[category];
}
