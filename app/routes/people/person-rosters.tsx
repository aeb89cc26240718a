import type { PersonRosterLine } from "~/data/people/person-history-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<PersonRosterLine>[] = [
  { key: "class", header: "培训班", cell: (row) => row.className, isRowHeader: true },
  { key: "period", header: "起止日期", cell: (row) => `${row.startsOn} 至 ${row.endsOn}` },
  { key: "line", header: "序号", align: "right", cell: (row) => row.lineNo },
  { key: "state", header: "名册状态", cell: (row) => <RosterStateBadge state={row.state} /> },
  {
    key: "verified",
    header: "入册时查验",
    cell: ({ verifiedOn, verifiedCategory }) =>
      verifiedOn === null || verifiedCategory === null
        ? "未查验到"
        : `${POVERTY_STATUS_LABELS[verifiedCategory]}（${verifiedOn}）`,
  },
];

/** The rosters the person stands on, as far as the reader may see them. */
export function PersonRosters({ rosters }: { readonly rosters: readonly PersonRosterLine[] }) {
  return (
    <Card title="所在名册" note={`${rosters.length} 份`} flush>
      <DataTable
        caption="此人所在的各份名册"
        columns={COLUMNS}
        rows={rosters}
        rowKey={(row) => row.rosterId}
        rowHref={(row) => `/rosters/${row.rosterId}`}
        empty={<p className="p-4 text-slate-600">不在您所辖地区的任何名册上。</p>}
        tall={false}
      />
    </Card>
  );
}
