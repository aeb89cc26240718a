import { Link } from "@remix-run/react";
import type { AllocationTree, TreeDocument } from "~/data/funds/allocation-tree-view.server";
import { amountText } from "~/domain/funds/allocation-amount";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { areaLabel, areaRowsAddress, PART_LABELS, partOf, type AllocationPart } from "./area-part";

type Area = AllocationTree["areas"][number];

const money = (amount: number) => amountText(amount, "FEN");

function columnsOf(year: number): readonly Column<Area>[] {
  const figure = ({ areaCode }: Area, amount: number, part: AllocationPart) => (
    <Link
      to={areaRowsAddress(year, { areaCode, isWhole: false, part })}
      className="text-brand-700 underline"
    >
      {money(amount)}
    </Link>
  );
  return [
    { key: "name", header: "地区", isRowHeader: true, cell: areaLabel },
    {
      key: "inTable",
      header: "表内",
      align: "right",
      cell: (row) => figure(row, row.inTable, "inTable"),
    },
    {
      key: "labour",
      header: "其中劳务协作",
      align: "right",
      cell: (row) => figure(row, row.labour, "labour"),
    },
    {
      key: "offTable",
      header: "表外",
      align: "right",
      cell: (row) => (row.offTable === 0 ? "—" : figure(row, row.offTable, "offTable")),
    },
    {
      key: "together",
      header: "表内外合计",
      align: "right",
      cell: (row) => figure(row, row.inTable + row.offTable, "all"),
    },
  ];
}

/** What each area has of the year, with what stands beside the tables next to it. */
export function AreaTotals({
  areas,
  year,
}: {
  readonly areas: readonly Area[];
  readonly year: number;
}) {
  return (
    <Card
      title={`${year} 年各地区合计`}
      note="已分解到单位的按分解表计算，不重复；没有写明地区的（如五类项目）不计"
      flush
    >
      <DataTable
        caption="各地区合计"
        columns={columnsOf(year)}
        rows={areas}
        rowKey={(row) => row.areaCode}
        tall={false}
        empty={<p className="p-4 text-slate-600">这一年的下达表没有写明到县。</p>}
      />
    </Card>
  );
}

interface AreaRowsProps {
  readonly area: Pick<Area, "name" | "rowIds">;
  readonly part: AllocationPart;
  readonly documents: readonly TreeDocument[];
}

/** The lines that a figure of an area is made of. */
export function AreaRows({ area, part, documents }: AreaRowsProps) {
  const lines = documents.flatMap(({ label, tables }) =>
    tables.flatMap((table) =>
      table.rows
        .filter((row) => area.rowIds.includes(row.id) && row.dividedBy === null)
        .flatMap((row) => partOf(row, part) ?? [])
        .map((row) => ({ ...row, label, tableId: table.id })),
    ),
  );
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const parts = lines.map(({ amount }) => money(amount)).join(" ＋ ");
  return (
    <Card
      title={`${area.name}的${PART_LABELS[part]}`}
      note={lines.length === 0 ? "没有这样的资金" : `${parts} ＝ ${money(total)}`}
    >
      <ul>
        {lines.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-baseline gap-x-2 border-b border-slate-100 py-1"
          >
            <Link to={`/allocations/${row.tableId}`} className="text-brand-700 underline">
              {row.label}
            </Link>
            <span>{row.unitName}</span>
            {row.isBeside && <span className="text-amber-800">表外</span>}
            <span className="text-slate-600">
              {row.cells.map((cell) => `${cell.label} ${money(cell.amount)}`).join("，")}
            </span>
            <span className="ml-auto whitespace-nowrap tabular-nums">{money(row.amount)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
