import type { ReactNode } from "react";

export interface Column<Row> {
  /** Unique in the table; also the value of `sort` in the address. */
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right with even digits. */
  readonly align?: "left" | "center" | "right";
  readonly sortable?: boolean;
  /** The column that names the row (one per table); it is the link of the row and stays in sight. */
  readonly isRowHeader?: boolean;
  /** Tailwind width or wrapping, e.g. "w-32" or "min-w-[12rem] whitespace-normal". */
  readonly className?: string;
}

export function alignClass(align: "left" | "center" | "right" | undefined): string {
  switch (align) {
    case "right":
      return "text-right tabular-nums";
    case "center":
      return "text-center";
    case "left":
    case undefined:
      return "";
  }
}
