import type { SerializeFrom } from "@remix-run/node";
import type { WorkFileRow } from "~/data/employers/work-files-view.server";
import { WORK_FILE_LABELS } from "~/domain/employers/work-file";
import { Badge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<WorkFileRow>;

export function fileColumns(mayOpen: boolean): readonly Column<Row>[] {
  return [
    {
      key: "kind",
      header: "类别",
      isRowHeader: true,
      cell: (row) => WORK_FILE_LABELS[row.kind],
    },
    {
      key: "file",
      header: "文件",
      className: "min-w-[9rem] whitespace-normal break-all",
      cell: (row) =>
        mayOpen ? (
          <a href={`/work-files/${row.id}/file`} className="text-brand-600 hover:underline">
            {row.fileName}
          </a>
        ) : (
          row.fileName
        ),
    },
    {
      key: "uploaded",
      header: "上传",
      cell: (row) => `${row.uploadedByName} ${chinaMinute(row.uploadedAt)}`,
    },
    {
      key: "state",
      header: "状态",
      className: "min-w-[10rem] whitespace-normal",
      cell: (row) =>
        row.voidReason === null ? (
          <Badge tone="success">有效</Badge>
        ) : (
          <>
            <Badge>已作废</Badge> {row.voidedByName}：{row.voidReason}
          </>
        ),
    },
  ];
}
