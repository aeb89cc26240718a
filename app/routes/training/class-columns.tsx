import { Link } from "@remix-run/react";
import type { ClassRow } from "~/data/training/class-list-view.server";
import { StateBadge } from "~/ui/display/badge";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import type { Column } from "~/ui/tables/column";
import { FILING_BADGES } from "./state-badges";

export const CLASS_COLUMNS: readonly Column<ClassRow>[] = [
  { key: "label", header: "培训班", isRowHeader: true, cell: (row) => row.label },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "trade", header: "工种", cell: (row) => row.trade },
  { key: "startsOn", header: "开班", align: "right", cell: (row) => row.startsOn },
  { key: "endsOn", header: "结业", align: "right", cell: (row) => row.endsOn },
  { key: "provider", header: "培训机构", cell: (row) => row.providerName || "未填" },
  { key: "place", header: "地点", cell: (row) => row.place || "未填" },
  { key: "headcount", header: "人数", align: "right", cell: (row) => row.headcount },
  {
    key: "filing",
    header: "开班备案",
    cell: (row) => <StateBadge {...FILING_BADGES[row.filingState]} />,
  },
  { key: "roster", header: "花名册", cell: (row) => <RosterCell row={row} /> },
];

function RosterCell({ row }: { readonly row: ClassRow }) {
  if (row.rosterId === null || row.rosterState === null) {
    return <span className="text-slate-600">未导入</span>;
  }
  return (
    <Link to={`/rosters/${row.rosterId}`} aria-label={`${row.label}的花名册`}>
      <RosterStateBadge state={row.rosterState} />
    </Link>
  );
}
