import type { PotCell } from "~/data/funds/pot-cell-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { EmptyState } from "~/ui/display/empty-state";
import { ButtonLink } from "~/ui/actions/button";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<PotCell>[] = [
  {
    key: "unit",
    header: "单位和项目",
    isRowHeader: true,
    className: "min-w-[12rem] whitespace-normal",
    cell: (row) => `${row.unitName} · ${row.project}`,
  },
  { key: "area", header: "地区", cell: (row) => row.areaName },
  {
    key: "amount",
    header: "下达（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  {
    key: "left",
    header: "未设立项目（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.leftFen),
  },
  {
    key: "table",
    header: "下达表",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => row.tableTitle,
  },
];

/** The money pots can be set up of; what has nothing left is told at the end. */
export function CellChoice({
  cells,
  year,
}: {
  readonly cells: readonly PotCell[];
  readonly year: number;
}) {
  const open = cells.filter(({ leftFen }) => leftFen > 0);
  const used = cells.length - open.length;
  return (
    <>
      <DataTable
        caption="可设立项目的下达资金"
        columns={COLUMNS}
        rows={open}
        rowKey={(row) => row.cellId}
        rowHref={(row) => `/funds/new?year=${year}&cell=${row.cellId}`}
        tall={false}
        empty={
          <EmptyState
            title={`${year} 年没有可设立项目的下达资金`}
            icon="funds"
            action={<ButtonLink to="/allocations">查看资金下达</ButtonLink>}
          >
            资金要先在下达表中分到本单位并写明地区；全部设立完的不再列出。
          </EmptyState>
        }
      />
      {used > 0 && (
        <p className="mt-2 text-slate-600">另有 {used} 笔下达资金已全部设立项目，不再列出。</p>
      )}
    </>
  );
}
