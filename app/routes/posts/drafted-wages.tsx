import type { DraftRow } from "~/data/posts/wage-draft-view.server";
import { yuanText } from "~/domain/shared/fen";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<DraftRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "post", header: "岗位", cell: (row) => row.post },
  { key: "due", header: "应发", cell: (row) => row.arithmetic },
  {
    key: "adjust",
    header: "以前月份更正",
    align: "right",
    cell: ({ adjustFen }) => (adjustFen === 0 ? "" : yuanText(adjustFen)),
  },
  { key: "pay", header: "实发", align: "right", cell: (row) => yuanText(row.payFen) },
  {
    key: "findings",
    header: "提示",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => row.findings.join("；"),
  },
];

/** Who would be on the sheet, and how his pay comes about. */
export function DraftedWages(props: {
  readonly rows: readonly DraftRow[];
  readonly caption: string;
}) {
  return (
    <DataTable
      caption={props.caption}
      columns={COLUMNS}
      rows={props.rows}
      rowKey={(row) => row.appointmentId}
      rowHref={(row) => `/posts/appointments/${row.appointmentId}`}
      rowTone={(row) => (row.findings.length > 0 ? "warning" : "plain")}
      tall={false}
      empty={
        <EmptyState title="这个月没有可以列入的人员" icon="funds">
          先登记完当月考勤，并登记本人的收款账户；每人的原因见下表。
        </EmptyState>
      }
    />
  );
}
