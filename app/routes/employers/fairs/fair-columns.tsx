import { Link } from "@remix-run/react";
import type { SerializeFrom } from "@remix-run/node";
import type { FairRow } from "~/data/employers/fair-list-view.server";
import { FAIR_MODE_LABELS } from "~/domain/employers/job-fair";
import type { Column } from "~/ui/tables/column";
import { CountsBadge, gapText } from "./counts-badge";
import { fairDays } from "./fair-words";

type Row = SerializeFrom<FairRow>;

export const FAIR_COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "招聘会",
    isRowHeader: true,
    cell: (row) => row.name,
    className: "min-w-[12rem] whitespace-normal",
  },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "district", header: "结对区", cell: (row) => row.districtName ?? "—" },
  { key: "mode", header: "方式", cell: (row) => FAIR_MODE_LABELS[row.mode] },
  { key: "days", header: "日期", cell: fairDays },
  { key: "employers", header: "参会单位", align: "right", cell: (row) => row.employers },
  {
    key: "participants",
    header: "参加",
    align: "right",
    cell: (row) => people(row.id, row.participants, ""),
  },
  {
    key: "offered",
    header: "达成意向",
    align: "right",
    cell: (row) => people(row.id, row.offered, "?outcome=OFFERED"),
  },
  {
    key: "placed",
    header: "已上岗",
    align: "right",
    cell: (row) => people(row.id, row.placed, "?outcome=PLACED"),
  },
  { key: "counts", header: "计入目标", cell: (row) => <CountsBadge gaps={row.gaps} /> },
  { key: "gaps", header: "还缺", cell: (row) => gapText(row.gaps) || "—" },
];

function people(id: string, count: number, query: string) {
  return (
    <Link to={`/job-fairs/${id}/participants${query}`} className="text-brand-600 hover:underline">
      {count}
    </Link>
  );
}
