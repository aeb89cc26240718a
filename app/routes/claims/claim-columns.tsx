import type { ClaimFigures, ClaimRow } from "~/data/claims/claim-list-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import type { Column } from "~/ui/tables/column";
import { ClaimBadge } from "./claim-badge";
import { FigureLink } from "~/ui/tables/figure-link";

const lines = ({ id }: ClaimRow, group: string) => `/claims/${id}?group=${group}`;

export const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { key: "label", header: "申领", isRowHeader: true, cell: (row) => row.label },
  { key: "state", header: "状态", cell: (row) => <ClaimBadge {...row} /> },
  {
    key: "title",
    header: "名称",
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.title,
  },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  {
    key: "pot",
    header: "资金项目",
    className: "min-w-[8rem] whitespace-normal",
    cell: (row) => row.potName,
  },
  {
    key: "lines",
    header: "明细",
    align: "right",
    cell: (row) => (
      <FigureLink value={row.lineCount} to={lines(row, "all")} label={`${row.label}全部明细`} />
    ),
  },
  { key: "total", header: "金额（元）", align: "right", cell: (row) => yuanGrouped(row.totalFen) },
  {
    key: "blocked",
    header: "不能报送",
    align: "right",
    cell: (row) => <Checked row={row} of="blockedLines" group="blocked" label="不能报送的明细" />,
  },
  {
    key: "warned",
    header: "要说明",
    align: "right",
    cell: (row) => <Checked row={row} of="warnedLines" group="warned" label="要说明的明细" />,
  },
  {
    key: "unknown",
    header: "其中无法判断",
    align: "right",
    cell: (row) => <Checked row={row} of="unknownLines" group="unknown" label="无法判断的明细" />,
  },
];

function Checked(props: {
  readonly row: ClaimRow;
  readonly of: keyof ClaimFigures;
  readonly group: string;
  readonly label: string;
}) {
  const { row, of, group, label } = props;
  if (row.check === null) return "未核查";
  return <FigureLink value={row.check[of]} to={lines(row, group)} label={`${row.label}${label}`} />;
}
