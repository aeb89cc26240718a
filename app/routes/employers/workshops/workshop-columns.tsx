import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { WorkshopRow } from "~/data/employers/workshop-list-view.server";
import { WORKSHOP_STATE_LABELS } from "~/domain/employers/workshop";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { STATE_TONES } from "./workshop-words";

type Row = SerializeFrom<WorkshopRow>;

export const WORKSHOP_COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "车间",
    isRowHeader: true,
    cell: (row) => row.name,
    className: "min-w-[10rem] whitespace-normal",
  },
  {
    key: "employer",
    header: "用人单位",
    cell: (row) => row.employerName,
    className: "min-w-[10rem] whitespace-normal",
  },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  {
    key: "state",
    header: "认定状态",
    cell: ({ state }) => (
      <StateBadge label={WORKSHOP_STATE_LABELS[state]} tone={STATE_TONES[state]} />
    ),
  },
  { key: "document", header: "认定文号", cell: (row) => row.documentNumber },
  { key: "recognisedOn", header: "认定日期", cell: (row) => row.recognisedOn },
  { key: "validTo", header: "有效期至", cell: (row) => row.validTo ?? "长期" },
  {
    key: "poor",
    header: "在岗建档立卡",
    align: "right",
    cell: (row) => (
      <Link to={`/workshops/${row.id}?poor=1`} className="text-brand-600 hover:underline">
        {row.poorWorkers}
      </Link>
    ),
  },
  {
    key: "finding",
    header: "待核对",
    cell: (row) => (row.isWorkingOn ? "认定已失效，仍有人在岗" : "—"),
  },
];
