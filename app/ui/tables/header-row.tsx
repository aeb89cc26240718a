import { Link, useSearchParams } from "@remix-run/react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { alignClass } from "./column";
import type { Column } from "./column";
import { PICK_COLUMN, PickAll } from "./selection";
import type { Selection } from "./selection";
import { sortHref } from "./sort-address";
import type { Sort } from "./sort-address";

const HEADER_CELL =
  "sticky top-0 border-b border-slate-300 bg-slate-100 text-left font-semibold text-slate-700";

interface HeaderRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly selection: Selection<Row> | undefined;
}

export function HeaderRow<Row>({ columns, sort, selection }: HeaderRowProps<Row>) {
  return (
    <tr>
      {selection && (
        <th scope="col" className={classNames(HEADER_CELL, PICK_COLUMN, "z-30")}>
          <PickAll name={selection.name} formId={selection.formId} />
        </th>
      )}
      {columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          aria-sort={column.sortable ? ariaSort(column.key, sort) : undefined}
          className={classNames(
            HEADER_CELL,
            "border-r border-r-slate-200 px-3 py-1.5 last:border-r-0",
            alignClass(column.align),
            column.isRowHeader ? classNames("z-30", stickyLeft(selection !== undefined)) : "z-20",
            column.className,
          )}
        >
          {column.sortable ? (
            <SortLink columnKey={column.key} header={column.header} sort={sort} />
          ) : (
            column.header
          )}
        </th>
      ))}
    </tr>
  );
}

/** On a phone the naming column would eat the screen if the tick boxes stayed too; both are narrow enough. */
export function stickyLeft(hasSelection: boolean): string {
  return hasSelection ? "left-10" : "left-0";
}

function ariaSort(key: string, sort: Sort | null): "ascending" | "descending" | "none" {
  return sort?.key === key ? sort.direction : "none";
}

interface SortLinkProps {
  readonly columnKey: string;
  readonly header: string;
  readonly sort: Sort | null;
}

function SortLink({ columnKey, header, sort }: SortLinkProps) {
  const [search] = useSearchParams();
  const direction = sort?.key === columnKey ? sort.direction : null;
  return (
    <Link
      to={sortHref(search, columnKey, sort)}
      preventScrollReset
      className="inline-flex min-h-[1.5rem] items-center gap-1 text-inherit hover:text-brand-600"
    >
      {header}
      <Icon
        name={direction ?? "sortable"}
        className={direction === null ? "h-3.5 w-3.5 text-slate-500" : "h-3.5 w-3.5 text-brand-600"}
      />
    </Link>
  );
}
