import type { ClosureLine } from "~/data/funds/pot-closure-view.server";
import { CLOSURE_STEP_LABELS } from "~/domain/funds/pot";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { FILE_READERS } from "./pot-text";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const columnsOf = (potId: string, mayOpen: boolean): readonly Column<ClosureLine>[] => [
  {
    key: "step",
    header: "步骤",
    isRowHeader: true,
    cell: (row) => CLOSURE_STEP_LABELS[row.step],
  },
  { key: "on", header: "完成日期", cell: (row) => row.doneOn },
  {
    key: "unit",
    header: "办理单位",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) => row.doneByUnit,
  },
  {
    key: "score",
    header: "绩效评分",
    align: "right",
    cell: (row) => row.score ?? "—",
  },
  {
    key: "file",
    header: "材料",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) =>
      mayOpen ? (
        <a
          href={`/funds/${potId}/files/${row.fileId}`}
          className="break-all text-brand-700 underline"
        >
          {row.fileName}
        </a>
      ) : (
        `${row.fileName}（${FILE_READERS}）`
      ),
  },
  {
    key: "note",
    header: "说明",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) => row.note,
  },
  { key: "by", header: "登记人", cell: (row) => row.recordedByName },
  {
    key: "state",
    header: "状态",
    className: "min-w-[8rem] whitespace-normal",
    cell: (row) =>
      row.voidReason === null ? (
        <StateBadge label="已完成" tone="success" />
      ) : (
        `已作废：${row.voidReason}`
      ),
  },
];

interface ClosureTableProps {
  readonly steps: readonly ClosureLine[];
  readonly potId: string;
  readonly mayOpen: boolean;
}

export function ClosureTable({ steps, potId, mayOpen }: ClosureTableProps) {
  return (
    <Card title="已办理的步骤" flush>
      <DataTable
        caption="收尾步骤"
        columns={columnsOf(potId, mayOpen)}
        rows={steps}
        rowKey={(row) => row.id}
        tall={false}
        empty={<p className="p-4 text-slate-600">还没有开始收尾；项目完成后从决算报告开始。</p>}
      />
    </Card>
  );
}
