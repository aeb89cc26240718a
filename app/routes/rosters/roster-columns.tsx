import type { RosterRow } from "~/data/rosters/roster-list-view.server";
import type { FoundLine } from "~/data/rosters/line-search-view.server";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";

/** The keys of sortable columns are those of the list's view. */
export const ROSTER_COLUMNS: readonly Column<RosterRow>[] = [
  { key: "label", header: "花名册", isRowHeader: true, cell: (row) => row.label },
  { key: "county", header: "县（市、区）", sortable: true, cell: (row) => row.countyName },
  { key: "startsOn", header: "开班", sortable: true, align: "right", cell: (row) => row.startsOn },
  {
    key: "headcount",
    header: "人数",
    sortable: true,
    align: "right",
    cell: (row) => row.headcount,
  },
  { key: "verified", header: "查验", align: "right", cell: (row) => <Verified row={row} /> },
  { key: "problems", header: "问题", align: "right", cell: (row) => <Problems row={row} /> },
  { key: "state", header: "状态", cell: (row) => <RosterStateBadge state={row.state} /> },
  {
    key: "updated",
    header: "更新",
    sortable: true,
    align: "right",
    cell: (row) => chinaMinute(row.updatedAt),
  },
];

export const FOUND_COLUMNS: readonly Column<FoundLine>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (line) => line.name },
  {
    key: "id",
    header: "身份证号",
    className: "font-mono tabular-nums",
    cell: (line) => line.idMasked,
  },
  {
    key: "phone",
    header: "联系电话",
    className: "font-mono tabular-nums",
    cell: (line) => line.phoneMasked,
  },
  { key: "roster", header: "花名册", cell: (line) => line.label },
  { key: "county", header: "县（市、区）", cell: (line) => line.countyName },
  { key: "startsOn", header: "开班", align: "right", cell: (line) => line.startsOn },
  { key: "state", header: "状态", cell: (line) => <RosterStateBadge state={line.state} /> },
];

function Verified({ row: { headcount, verifiedCount } }: { readonly row: RosterRow }) {
  const missing = headcount - verifiedCount;
  return (
    <span className="relative inline-flex justify-end gap-2">
      <span className="text-green-700">
        <span aria-hidden="true">✓ </span>
        <span className="sr-only">已查验 </span>
        {verifiedCount}
      </span>
      {missing > 0 && (
        <span className="font-medium text-amber-700">
          <span aria-hidden="true">! </span>
          <span className="sr-only">，未查验 </span>
          {missing}
        </span>
      )}
    </span>
  );
}

function Problems({ row: { problemCount } }: { readonly row: RosterRow }) {
  if (problemCount === 0) return <span className="text-slate-600">0</span>;
  return <span className="font-medium text-amber-700">{problemCount} 人</span>;
}
