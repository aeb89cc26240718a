import type { LeftOutRow } from "~/data/posts/wage-draft-view.server";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<LeftOutRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "post", header: "岗位", cell: (row) => row.post },
  { key: "reason", header: "未列入的原因", cell: (row) => row.reason },
];

/** Who is in a post this month and not on the sheet; each name leads to his days. */
export function LeftOut(props: { readonly rows: readonly LeftOutRow[]; readonly month: string }) {
  return (
    <Card title="没有列入的人员" note={`${props.rows.length} 人`} className="mt-4" flush>
      <DataTable
        caption="没有列入的人员"
        columns={COLUMNS}
        rows={props.rows}
        rowKey={(row) => row.appointmentId}
        rowHref={(row) => `/posts/appointments/${row.appointmentId}`}
        tall={false}
        empty={<EmptyState title="本月在岗的人员都已列入" />}
      />
    </Card>
  );
}
