import type { ImportListItem } from "~/data/rosters/import-list-view.server";
import { chinaMinute } from "~/ui/frame/frame-data";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import { ImportStateBadge } from "./import-state-badge";

/** What the officer has sent lately, to go on with. */
export function OwnImports({ imports }: { readonly imports: readonly ImportListItem[] }) {
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-base font-semibold">我最近的导入</h2>
      <DataTable
        caption="我最近的导入"
        rows={imports}
        rowKey={(row) => row.id}
        rowHref={(row) => `/rosters/imports/${row.id}`}
        tall={false}
        columns={[
          { key: "file", header: "文件", isRowHeader: true, cell: (row) => row.fileName },
          { key: "class", header: "导入到", cell: (row) => row.label },
          { key: "edition", header: "版本", cell: (row) => `第 ${row.edition} 版` },
          { key: "rows", header: "行数", align: "right", cell: (row) => row.rowCount || "" },
          { key: "state", header: "状态", cell: (row) => <ImportStateBadge state={row.state} /> },
          { key: "at", header: "上传时间", cell: (row) => chinaMinute(row.createdAt) },
        ]}
        empty={<EmptyState title="还没有导入过">选好文件，点“上传并查验”。</EmptyState>}
      />
    </section>
  );
}
