import { useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import type { Column } from "./column";
import { DataRow } from "./data-row";
import { HeaderRow } from "./header-row";
import type { Selection } from "./selection";
import type { Sort } from "./sort-address";

interface DataTableProps<Row> {
  /** What the table lists; read aloud, and shown when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Makes the row header a link, which J / K / Enter use. */
  readonly rowHref?: (row: Row) => string;
  /** Ground of rows that need a look. */
  readonly rowTone?: (row: Row) => "plain" | "warning" | "danger";
  readonly sort?: Sort | null;
  readonly selection?: Selection<Row>;
  /** Shown instead of rows; give an EmptyState that says the next step. */
  readonly empty: ReactNode;
  /** Totals and the like: a whole `<tr>`. */
  readonly footer?: ReactNode;
  /** Scroll inside the box on wide screens, so that the header stays (long lists). */
  readonly tall?: boolean;
}

/** A bordered, dense table; scrolls inside its own box with header and naming column in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, selection } = props;
  const id = useId();
  const width = columns.length + (selection ? 1 : 0);
  return (
    <div
      // Not a landmark: the card around it is one already, mostly of the same name.
      role="group"
      aria-labelledby={id}
      // A box that scrolls must be reachable by keyboard.
      tabIndex={0}
      className={classNames(
        // `relative` keeps what is hidden for the eye inside too: elsewhere it would widen the whole page.
        "relative overflow-auto rounded border border-slate-300 bg-white print:overflow-visible",
        props.tall !== false && "lg:max-h-[calc(100vh-9rem)] print:max-h-none",
      )}
    >
      {/* Separate borders: collapsed ones stay behind when a sticky cell moves. */}
      <table className="w-full border-separate border-spacing-0 whitespace-nowrap">
        <caption
          id={id}
          className={props.showCaption ? "px-3 py-2 text-left font-semibold" : "sr-only"}
        >
          {props.caption}
        </caption>
        <thead>
          <HeaderRow columns={columns} sort={props.sort ?? null} selection={selection} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <DataRow key={props.rowKey(row)} row={row} table={props} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={width} className="whitespace-normal">
                {/* Stays in sight where the table is wider than the window. */}
                <div className="sticky left-0 max-w-[calc(100vw-2rem)] lg:max-w-none">
                  {props.empty}
                </div>
              </td>
            </tr>
          )}
        </tbody>
        {props.footer && <tfoot className="font-medium">{props.footer}</tfoot>}
      </table>
    </div>
  );
}
