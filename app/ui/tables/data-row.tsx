import { Link } from "@remix-run/react";
import { classNames } from "../class-names";
import { alignClass } from "./column";
import type { Column } from "./column";
import { stickyLeft } from "./header-row";
import { PICK_COLUMN, PickBox } from "./selection";
import type { Selection } from "./selection";

type RowTone = "plain" | "warning" | "danger";

interface RowSettings<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  readonly rowTone?: (row: Row) => RowTone;
  readonly selection?: Selection<Row>;
}

const GROUND: Record<RowTone, string> = {
  plain: "bg-white hover:bg-blue-50",
  warning: "bg-amber-50 hover:bg-amber-100",
  danger: "bg-red-50 hover:bg-red-100",
};

export function DataRow<Row>(props: { readonly row: Row; readonly table: RowSettings<Row> }) {
  const { row, table } = props;
  const { selection } = table;
  const ground = GROUND[table.rowTone?.(row) ?? "plain"];
  return (
    <tr className={ground}>
      {selection && (
        <td className={classNames(PICK_COLUMN, "z-10 bg-inherit")}>
          <PickBox
            name={selection.name}
            formId={selection.formId}
            value={table.rowKey(row)}
            label={selection.label(row)}
            disabled={selection.mayPick?.(row) === false}
            isPicked={selection.picked?.includes(table.rowKey(row)) === true}
          />
        </td>
      )}
      {table.columns.map((column) => (
        <Cell key={column.key} column={column} row={row} table={table} />
      ))}
    </tr>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly table: RowSettings<Row>;
}

function Cell<Row>({ column, row, table }: CellProps<Row>) {
  const look = classNames("data-cell", alignClass(column.align), column.className);
  if (!column.isRowHeader) return <td className={look}>{column.cell(row)}</td>;
  const left = stickyLeft(table.selection !== undefined);
  return (
    <th scope="row" className={classNames(look, "sticky z-10 bg-inherit", left)}>
      {table.rowHref ? (
        <Link to={table.rowHref(row)} data-row-link="" className="text-brand-600 hover:underline">
          {column.cell(row)}
        </Link>
      ) : (
        column.cell(row)
      )}
    </th>
  );
}
