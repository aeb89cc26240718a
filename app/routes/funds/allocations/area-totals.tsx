import { Link } from "@remix-run/react";
import type { AllocationTree, TreeDocument } from "~/data/funds/allocation-tree-view.server";
import { amountText } from "~/domain/funds/allocation-amount";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

type Area = AllocationTree["areas"][number];

const money = (amount: number) => amountText(amount, "FEN");

function columnsOf(year: number): readonly Column<Area>[] {
  const figure = (row: Area, amount: number) => (
    <Link
      to={`/allocations?year=${year}&area=${row.areaCode}`}
      className="text-brand-700 underline"
    >
      {money(amount)}
    </Link>
  );
  return [
    { key: "name", header: "地区", isRowHeader: true, cell: (row) => nameOf(row) },
    {
      key: "inTable",
      header: "表内",
      align: "right",
      cell: (row) => figure(row, row.inTable),
    },
    {
      key: "labour",
      header: "其中劳务协作",
      align: "right",
      cell: (row) => figure(row, row.labour),
    },
    {
      key: "offTable",
      header: "表外",
      align: "right",
      cell: (row) => (row.offTable === 0 ? "—" : figure(row, row.offTable)),
    },
    {
      key: "together",
      header: "表内外合计",
      align: "right",
      cell: (row) => figure(row, row.inTable + row.offTable),
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
  readonly area: Area;
  readonly documents: readonly TreeDocument[];
}

/** The lines that an area's totals are made of. */
export function AreaRows({ area, documents }: AreaRowsProps) {
  const lines = documents.flatMap(({ label, tables }) =>
    tables.flatMap((table) =>
      table.rows
        .filter((row) => area.rowIds.includes(row.id) && row.dividedBy === null)
        .map((row) => ({ ...row, label, tableId: table.id })),
    ),
  );
  const parts = lines.map(({ amount }) => money(amount)).join(" ＋ ");
  return (
    <Card
      title={`${area.name}的下达资金`}
      note={`${parts} ＝ ${money(area.inTable + area.offTable)}`}
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
            {row.isOffTable && <span className="text-amber-800">表外</span>}
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

function nameOf({ areaCode, name }: Area): string {
  return areaCode.endsWith("00") ? `${name}本级` : name;
}
