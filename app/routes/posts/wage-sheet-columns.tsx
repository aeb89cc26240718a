import type { WageSheetRow } from "~/data/posts/wage-sheet-list-view.server";
import { yuanText } from "~/domain/shared/fen";
import { WageSheetBadge } from "~/ui/display/wage-sheet-badge";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "~/ui/tables/figure-link";

const lines = (row: WageSheetRow, group: string) => `/wage-sheets/${row.id}?group=${group}`;

export const WAGE_SHEET_COLUMNS: readonly Column<WageSheetRow>[] = [
  { key: "label", header: "工资表", isRowHeader: true, cell: (row) => row.label },
  { key: "state", header: "状态", cell: (row) => <WageSheetBadge {...row} /> },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "drawnFrom", header: "范围", cell: (row) => row.drawnFrom || "全县" },
  {
    key: "headcount",
    header: "人数",
    align: "right",
    cell: (row) => (
      <FigureLink value={row.headcount} to={lines(row, "all")} label={`${row.label}全部人员`} />
    ),
  },
  {
    key: "pay",
    header: "实发合计",
    align: "right",
    cell: (row) => (row.payFen === null ? "" : yuanText(row.payFen)),
  },
  {
    key: "paid",
    header: "已发放",
    align: "right",
    cell: (row) => (
      <FigureLink value={row.paid} to={lines(row, "paid")} label={`${row.label}已发放人员`} />
    ),
  },
  {
    key: "failed",
    header: "发放失败",
    align: "right",
    cell: (row) => (
      <FigureLink value={row.failed} to={lines(row, "failed")} label={`${row.label}发放失败人员`} />
    ),
  },
  {
    key: "signed",
    header: "已签收",
    align: "right",
    cell: (row) => (
      <FigureLink value={row.signed} to={lines(row, "signed")} label={`${row.label}已签收人员`} />
    ),
  },
];
