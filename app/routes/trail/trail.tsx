import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import { listTrail, type TrailLine } from "~/data/trail/trail-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { TRAIL_ACTION_LABELS } from "~/domain/trail/labels";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { SubjectLink } from "./subject-link";

export const handle: PageHandle = { title: "操作留痕", crumb: () => ({ label: "操作留痕" }) };

const SEQ = /^\d{1,15}$/;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "trail.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request, SEQ);
  const text = (name: string) => (search.get(name) ?? "").trim();
  const filter = {
    action: text("action"),
    actorName: text("actor"),
    subjectId: text("subject"),
    from: parseWrittenDate(text("from")),
    to: parseWrittenDate(text("to")),
  };
  const page = await listTrail(narrowedTo(actor, "trail.read", today), filter, cursor, size);
  const rows = page.rows.map((row) => ({
    ...row,
    regionName: row.countyCode === null ? "" : fullRegionName(row.countyCode),
  }));
  return { ...page, rows, size };
}

type Row = TrailLine & { readonly regionName: string };

const COLUMNS: readonly Column<Row>[] = [
  { key: "seq", header: "序号", align: "right", cell: (row) => row.seq, isRowHeader: true },
  {
    key: "at",
    header: "时间",
    cell: (row) => <span className="tabular-nums">{chinaMinute(row.at)}</span>,
  },
  { key: "actor", header: "操作人", cell: (row) => row.actorName },
  {
    key: "what",
    header: "事项",
    cell: (row) => (
      <>
        <strong className="font-medium">{row.action}</strong>
        {row.detail !== "" && <span className="block text-slate-600">{row.detail}</span>}
      </>
    ),
    className: "min-w-[18rem] whitespace-normal",
  },
  { key: "subject", header: "对象", cell: (row) => <SubjectLink subject={row} /> },
  { key: "region", header: "地区", cell: (row) => row.regionName || "—" },
  { key: "hash", header: "指纹", cell: (row) => <code>{row.fingerprint}</code> },
];

const ACTIONS = Object.entries(TRAIL_ACTION_LABELS).map(([value, label]) => ({ value, label }));

export default function Trail() {
  const { rows, before, after, size } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="操作留痕"
        note="每次查看、修改、导出都在这里，只能增加，不能改删；每条带前一条的指纹，改动任何一条都会被核对出来。"
      />
      <FilterBar label="筛选留痕">
        <SelectField name="action" label="事项" options={ACTIONS} emptyLabel="全部" />
        <TextField name="actor" label="操作人" maxLength={20} />
        <DateField name="from" label="自" hint="如 2020-06-01" />
        <DateField name="to" label="至" hint="当日在内" />
      </FilterBar>
      <DataTable
        caption="操作留痕，新的在前"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.seq}
        empty={<EmptyState title="没有符合条件的留痕" icon="trail" />}
      />
      <Pager position={{ by: "key", before, after }} size={size} unit="条" />
    </>
  );
}
