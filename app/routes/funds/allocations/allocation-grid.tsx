import type { AllocationPage } from "~/data/funds/allocation-view.server";
import { amountDigits } from "~/domain/funds/allocation-amount";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Figure, Totals } from "./grid-totals";

type Row = AllocationPage["table"]["rows"][number] & { readonly at: number };

/** The table as the document has it; every figure opens what it is made of. */
export function AllocationGrid({ page }: { readonly page: AllocationPage }) {
  const { table } = page;
  const rows = table.rows.map((row, at) => ({ ...row, at }));
  return (
    <Card title="下达表" note="金额单位：万元" flush>
      <DataTable
        caption="下达表"
        columns={columnsOf(page)}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.isOffTable ? "warning" : "plain")}
        tall={false}
        empty={null}
        footer={<Totals page={page} />}
      />
    </Card>
  );
}

function columnsOf(page: AllocationPage): readonly Column<Row>[] {
  const { table, areaNames } = page;
  return [
    {
      key: "unit",
      header: "单位",
      isRowHeader: true,
      cell: (row) => (row.isOffTable ? `${row.unitName}（表外）` : row.unitName),
    },
    { key: "area", header: "归属地区", cell: (row) => areaNames[row.areaCode ?? ""] ?? "—" },
    {
      key: "total",
      header: "合计",
      align: "right",
      cell: (row) =>
        row.declaredTotal === null ? (
          "—"
        ) : (
          <Figure page={page} of={`row:${row.at}`} text={amountDigits(row.declaredTotal, "FEN")} />
        ),
    },
    ...table.columns.map((column): Column<Row> => {
      return {
        key: column.key,
        header: column.unit === "PERCENT" ? `${column.label}（%）` : column.label,
        align: "right",
        cell: (row) => <Cells page={page} row={row} columnKey={column.key} />,
      };
    }),
    {
      key: "codes",
      header: "功能科目／经济分类",
      className: "min-w-[9rem] whitespace-normal",
      cell: (row) => codesOf(page, row).map((text) => <div key={text}>{text}</div>),
    },
    {
      ...{ key: "note", header: "备注", className: "min-w-[10rem] whitespace-normal" },
      cell: noteOf(page),
    },
  ];
}

interface CellsProps {
  readonly page: AllocationPage;
  readonly row: Row;
  readonly columnKey: string;
}

function Cells({ page, row, columnKey }: CellsProps) {
  const ids = row.cells.filter((cell) => cell.columnKey === columnKey).map(({ id }) => id);
  const cells = page.cells.filter(({ id }) => ids.includes(id));
  if (cells.length === 0) return "—";
  return cells.map(({ id, amount, unit, project }) => (
    <div key={id}>
      <Figure page={page} of={id} text={amountDigits(amount, unit)} />
      {project !== "" && <span className="ml-1 text-slate-600">{project}</span>}
    </div>
  ));
}

/** The second element of a row that stands beside the table is its amount. */
function noteOf(page: AllocationPage) {
  return (row: Row) => {
    if (!row.isOffTable) return row.note;
    const ids = row.cells.map(({ id }) => id);
    const cells = page.cells.filter(({ id }) => ids.includes(id));
    return (
      <>
        {cells.map(({ id, amount }) => (
          <Figure key={id} page={page} of={id} text={`${amountDigits(amount, "FEN")} 万元`} />
        ))}{" "}
        不在合计内。{row.note}
      </>
    );
  };
}

function codesOf(page: AllocationPage, row: Row): readonly string[] {
  const ids = row.cells.map(({ id }) => id);
  const texts = page.cells
    .filter(({ id }) => ids.includes(id))
    .map(({ functionText, economicText }) =>
      [functionText, economicText].filter((text) => text !== "").join("／"),
    );
  return [...new Set(texts)].filter((text) => text !== "");
}
