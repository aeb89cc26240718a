import type { DocumentRow } from "~/data/training/class-documents-view.server";
import { EmptyState } from "~/ui/display/empty-state";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface DocumentTableProps {
  readonly classId: string;
  readonly rows: readonly DocumentRow[];
}

/** The papers of a class, each to be had back as it came. */
export function DocumentTable({ classId, rows }: DocumentTableProps) {
  const columns: readonly Column<DocumentRow>[] = [
    { key: "kind", header: "类别", isRowHeader: true, cell: (row) => row.kindLabel },
    {
      key: "title",
      header: "名称",
      className: "min-w-[9rem] whitespace-normal break-all",
      cell: (row) => (
        <a
          href={`/classes/${classId}/documents/${row.id}`}
          className="text-brand-600 hover:underline"
        >
          {row.title}
        </a>
      ),
    },
    { key: "size", header: "大小", align: "right", cell: (row) => sizeText(row.size) },
    {
      key: "uploaded",
      header: "上传",
      cell: (row) => `${row.uploadedByName} ${chinaMinute(row.uploadedAt)}`.trim(),
    },
  ];
  return (
    <DataTable
      caption="开班材料"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      tall={false}
      empty={
        <EmptyState title="还没有开班材料" icon="file">
          由县级经办人上传培训方案；订单式、定向式培训还须上传用人单位订单。
        </EmptyState>
      }
    />
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
