import type { PotLine } from "~/data/funds/pot-list-view.server";
import { rateOf } from "~/domain/funds/rates";
import { yuanGrouped } from "~/domain/shared/fen";
import { Badge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { PotBadge } from "./pot-frame";
import { rateText } from "./pot-text";

const money = (
  key: string,
  header: string,
  of: (row: PotLine) => PotLine["amountFen"],
): Column<PotLine> => ({
  ...{ key, header: `${header}（元）`, align: "right" },
  cell: (row) => yuanGrouped(of(row)),
});

/** The sums under the table follow the same order. */
export const POT_COLUMNS: readonly Column<PotLine>[] = [
  {
    key: "name",
    header: "资金项目",
    isRowHeader: true,
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.name,
  },
  {
    key: "unit",
    header: "责任单位",
    className: "min-w-[8rem] whitespace-normal",
    cell: unitText,
  },
  money("amount", "金额", (row) => row.amountFen),
  money("left", "可用", (row) => row.availableFen),
  money("received", "到账", (row) => row.receivedFen),
  money("spent", "支出", (row) => row.spentFen),
  {
    key: "use",
    header: "使用率",
    align: "right",
    cell: (row) => rateText(rateOf(row.spentFen, row.receivedFen)),
  },
  {
    key: "completion",
    header: "投资完成率",
    align: "right",
    cell: (row) => rateText(rateOf(row.completedFen, row.plannedFen)),
  },
  {
    key: "state",
    header: "状态",
    cell: (row) => (
      <PotBadge head={{ ...row, isLocked: row.isCarryOver, isYearOver: row.isLocked }} />
    ),
  },
  { key: "marks", header: "提示", className: "min-w-[10rem] whitespace-normal", cell: marksOf },
];

function marksOf(row: PotLine) {
  return (
    <span className="flex flex-wrap gap-1">
      {row.idleFen > 0 && <Badge tone="warning">{`滞留 ${yuanGrouped(row.idleFen)} 元`}</Badge>}
      {row.idleFen > 0 && <Badge tone="warning">{`最久 ${row.oldestDays ?? 0} 天`}</Badge>}
      {row.lateReceipts > 0 && <Badge tone="warning">{`逾期到账 ${row.lateReceipts} 笔`}</Badge>}
      {row.overdueFen > 0 && (
        <Badge tone="warning">{`逾期未到账 ${yuanGrouped(row.overdueFen)} 元`}</Badge>
      )}
      {row.unjudgedReceipts > 0 && <Badge>{`无法判断是否按期 ${row.unjudgedReceipts} 笔`}</Badge>}
      {row.pendingFen > 0 && (
        <Badge tone="info">{`待审核 ${yuanGrouped(row.pendingFen)} 元`}</Badge>
      )}
      {row.score !== null && <Badge>{`绩效 ${row.score} 分`}</Badge>}
    </span>
  );
}

/** The area before the unit, unless the unit bears its name. */
function unitText({ areaName, unitName }: Pick<PotLine, "areaName" | "unitName">): string {
  return unitName.startsWith(areaName.slice(0, 2)) ? unitName : `${areaName} ${unitName}`;
}
