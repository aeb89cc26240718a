import type { PeopleBehind } from "~/data/targets/people-view.server";
import { UNIT_GAP_LABELS } from "~/domain/targets/unit-gap";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

type CountedUnit = NonNullable<PeopleBehind["units"]>[number];

const COLUMNS: readonly Column<CountedUnit>[] = [
  { key: "label", header: "名称", isRowHeader: true, cell: (row) => row.label },
  { key: "on", header: "日期", cell: (row) => row.on },
  {
    key: "held",
    header: "办理情况",
    cell: (row) => (row.wasHeld ? "已办结" : "未办结"),
  },
  {
    key: "proved",
    header: "是否计入",
    className: "min-w-[11rem] whitespace-normal",
    cell: ({ gaps }) =>
      gaps.length === 0 ? "计入" : `未计入：${gaps.map((gap) => UNIT_GAP_LABELS[gap]).join("；")}`,
  },
];

/** The fairs, classes or trained leaders behind a figure. */
export function UnitTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly CountedUnit[];
}) {
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.page}
      empty={
        <EmptyState title="名单为空" icon="people">
          截至所选日期没有登记。招聘会和培训班由县级经办人登记。
        </EmptyState>
      }
    />
  );
}
