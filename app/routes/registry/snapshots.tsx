import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSnapshots, type SnapshotLine } from "~/data/registry/registry-view.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ButtonLink } from "~/ui/actions/button";
import { chinaMinute } from "~/ui/frame/frame-data";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { SnapshotBadge } from "./snapshot-badge";

export const handle: PageHandle = {
  title: "建档立卡数据",
  crumb: () => ({ label: "建档立卡数据", to: "/registry" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "registry.read", today)) throw forbidden();
  const { cursor, size } = readListAddress(request);
  const page = await listSnapshots(narrowedTo(actor, "registry.read", today), cursor, size);
  const rows = page.rows.map((row) => ({ ...row, regionName: fullRegionName(row.regionCode) }));
  return { ...page, rows, size, mayImport: mayAnywhere(actor, "registry.import", today) };
}

type Row = SnapshotLine & { readonly regionName: string };

const COLUMNS: readonly Column<Row>[] = [
  { key: "region", header: "覆盖地区", cell: (row) => row.regionName, isRowHeader: true },
  {
    key: "exportedOn",
    header: "导出日期",
    cell: (row) => (row.state === "ready" ? row.exportedOn : "—"),
  },
  { key: "state", header: "状态", cell: (row) => <SnapshotBadge state={row.state} /> },
  { key: "entries", header: "人数", align: "right", cell: (row) => count(row, row.entryCount) },
  {
    key: "refused",
    header: "未收行数",
    align: "right",
    cell: (row) => count(row, row.refusedCount),
  },
  {
    key: "file",
    header: "来源文件",
    cell: (row) => row.fileName,
    className: "max-w-[18rem] truncate",
  },
  {
    key: "sha256",
    header: "文件指纹",
    cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 12)}</code>,
  },
  { key: "operator", header: "经办人", cell: (row) => row.operatorName },
  { key: "importedAt", header: "上传时间", cell: (row) => chinaMinute(row.importedAt) },
];

function count(row: Row, value: number): string {
  return row.state === "ready" ? value.toLocaleString("zh-CN") : "—";
}

export default function Snapshots() {
  const { rows, before, after, size, mayImport } = useLoaderData<typeof loader>();
  const importLink = (
    <ButtonLink to="/registry/import" variant="primary" icon="import">
      导入平台数据
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="建档立卡数据"
        note="每次从大数据平台导出的数据存为一份，按导出日期保留；查验某一天的身份，用当天有效的那一份。"
        actions={mayImport && importLink}
      />
      <DataTable
        caption="已导入的建档立卡数据"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/registry/${row.id}`}
        empty={
          <EmptyState
            title="还没有导入过建档立卡数据"
            icon="registry"
            action={mayImport && importLink}
          >
            没有平台数据，名册上的人只能登记，不能查验身份。由县经办人或州市人社监管导入。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before, after }} size={size} unit="份" />
    </>
  );
}
