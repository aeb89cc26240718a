/** How a cell was stored in the file. It decides whether a long number can still be trusted. */
export type CellKind = "blank" | "text" | "number" | "date" | "boolean" | "error";

/**
 * One row of a sheet as the reader hands it on.
 * `texts[i]` is column i (0 = A): exact characters for text; for "number" the digits as stored in
 * the file (never through a JavaScript number, so "5.3232419960911898E+17" stays as it is); for
 * "date" ISO `YYYY-MM-DD` or `YYYY-MM-DD HH:mm:ss`; for "boolean" TRUE/FALSE; for "error" `#N/A` etc.
 */
export interface SheetRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly sheetRow: number;
  readonly texts: readonly string[];
  readonly kinds: readonly CellKind[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** A merged block, 1-based inclusive rows and 0-based inclusive columns. */
export interface MergedBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}
