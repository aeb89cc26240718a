import { Link } from "@remix-run/react";
import type { TreeDocument, TreeRow, TreeTable } from "~/data/funds/allocation-tree-view.server";
import { amountText } from "~/domain/funds/allocation-amount";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { Icon } from "~/ui/icon";

const LINK = "text-brand-700 underline";

/** Documents, their tables, the units of each and what they have for which project. */
export function AllocationTree({ documents }: { readonly documents: readonly TreeDocument[] }) {
  return (
    <>
      {documents.map(({ id, label, issuer, tables }) => (
        <Card key={id} title={label} note={issuer}>
          <p className="mb-2">
            <Link to={`/documents/${id}`} className={LINK}>
              查看文件和条款
            </Link>
          </p>
          {tables.map((table) => (
            <Table key={table.id} table={table} />
          ))}
        </Card>
      ))}
    </>
  );
}

function Table({ table }: { readonly table: TreeTable }) {
  return (
    <section className="mb-3 max-w-3xl border-l-2 border-slate-200 pl-3">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        <Link to={`/allocations/${table.id}`} className={LINK}>
          {table.title}
        </Link>
        <span className="font-normal text-slate-600">{table.areaName}</span>
        {table.isDivision && <StateBadge label="分解表" tone="info" />}
        {!table.isBalanced && <StateBadge label="合计不符" tone="danger" />}
        <span className="ml-auto whitespace-nowrap tabular-nums">
          {amountText(table.total, "FEN")}
        </span>
      </h3>
      <ul className="mt-1">
        {table.rows.map((row) => (
          <li key={row.id} className="border-b border-slate-100 py-1">
            <Row row={row} tableId={table.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row, tableId }: { readonly row: TreeRow; readonly tableId: string }) {
  const { unitName, amount, isOffTable, cells, dividedBy } = row;
  return (
    <details className="group">
      <summary className="flex cursor-pointer items-baseline gap-2">
        <Icon name="right" className="h-3 w-3 shrink-0 self-center group-open:rotate-90" />
        <span>
          {unitName}
          {isOffTable && <span className="ml-2 text-amber-800">表外，不在合计内</span>}
        </span>
        <span className="ml-auto whitespace-nowrap tabular-nums">{amountText(amount, "FEN")}</span>
      </summary>
      <ul className="pl-5">
        {cells.map((cell) => (
          <li key={cell.id} className="flex items-baseline justify-between gap-4 py-0.5">
            <span className="text-slate-600">{cell.label}</span>
            <Link
              to={`/allocations/${tableId}?of=${cell.id}`}
              className={`${LINK} whitespace-nowrap tabular-nums`}
            >
              {amountText(cell.amount, "FEN")}
            </Link>
          </li>
        ))}
        {dividedBy !== null && (
          <li>
            <Link to={`/allocations/${dividedBy}`} className={LINK}>
              查看分解表
            </Link>
          </li>
        )}
      </ul>
    </details>
  );
}
