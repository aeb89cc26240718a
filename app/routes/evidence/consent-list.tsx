import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { ConsentRow } from "~/data/evidence/person-consents-view.server";
import { CONSENT_PURPOSE_LABELS } from "~/domain/evidence/consent";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

type Row = SerializeFrom<ConsentRow>;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "purpose",
    header: "事项",
    isRowHeader: true,
    cell: (row) => CONSENT_PURPOSE_LABELS[row.purpose],
  },
  {
    key: "state",
    header: "状态",
    cell: ({ withdrawn }) =>
      withdrawn === null ? (
        <StateBadge label="已同意" tone="success" />
      ) : (
        <StateBadge label="已撤回" tone="neutral" />
      ),
  },
  { key: "given", header: "同意时间", cell: (row) => chinaMinute(row.givenAt) },
  { key: "method", header: "方式", cell: (row) => row.method },
  { key: "witness", header: "见证人", cell: (row) => row.witness || "本人独自办理" },
  {
    key: "notice",
    header: "告知书",
    className: "min-w-[12rem] whitespace-normal",
    cell: (row) => (
      <Link to={`/notices/${row.noticeId}`} className="text-brand-600 hover:underline">
        {`${row.noticeTitle} 第 ${row.noticeVersion} 版`}
      </Link>
    ),
  },
  {
    key: "withdrawn",
    header: "撤回",
    className: "min-w-[12rem] whitespace-normal",
    cell: ({ withdrawn }) =>
      withdrawn === null
        ? "—"
        : `${chinaMinute(withdrawn.at)}，${withdrawn.way}：${withdrawn.reason}`,
  },
];

export function ConsentList({ consents }: { readonly consents: readonly Row[] }) {
  return (
    <div className="mb-4">
      <DataTable
        caption="同意和撤回的记录"
        columns={COLUMNS}
        rows={consents}
        rowKey={(row) => row.id}
        tall={false}
        empty={
          <EmptyState title="还没有同意的记录">
            学员在平板或手机上签字时可以逐项勾选；在纸上同意的，由经办人在本页登记。
          </EmptyState>
        }
      />
    </div>
  );
}
