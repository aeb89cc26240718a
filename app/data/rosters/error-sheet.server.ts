import { ERROR_HEADER, errorCells, type ErrorSheetShape } from "~/domain/rosters/error-sheet";
import type { OpenWorkbook } from "~/platform/workbook/open-workbook.server";
import type { SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";
import type { RowWithFindings } from "./import-findings-view.server";
import type { StoredTable } from "./import-intake.server";

const NOTE_WIDTH = 60;
const CELL_WIDTH = 16;

/** The officer's sheet, row by row as he sent it, marked and with remarks. */
export async function errorSheet(
  book: OpenWorkbook,
  { table }: StoredTable,
  rows: ReadonlyMap<number, RowWithFindings>,
): Promise<SheetSpec> {
  const at = book.sheets.findIndex((info) => info.name === table.sheet);
  // An earlier error workbook comes back with its remarks column: write over it, not beside it.
  const own = table.columns.filter(({ header }) => header !== ERROR_HEADER);
  const noteColumn = Math.max(0, ...own.map(({ column }) => column)) + 1;
  const { headerRow, headerDepth } = table;
  const columnOf = new Map(own.map(({ header, column }) => [header, column]));
  const widths = Array.from({ length: noteColumn }, () => ({ width: CELL_WIDTH }));
  return {
    name: table.sheet,
    columns: [...widths, { width: NOTE_WIDTH }],
    frozenRows: headerRow + headerDepth - 1,
    merges: (await book.merges(at)).filter((block) => block.lastRow < headerRow),
    rows: rowsOf(book.rows(at), rows, { headerRow, headerDepth, columnOf, noteColumn }),
  };
}

async function* rowsOf(
  batches: ReturnType<OpenWorkbook["rows"]>,
  found: ReadonlyMap<number, RowWithFindings>,
  shape: ErrorSheetShape,
): AsyncGenerator<WriteRow> {
  let next = 1;
  for await (const batch of batches) {
    for (const row of batch) {
      for (; next < row.sheetRow; next += 1) yield { cells: [] };
      const { findings = [], corrected = null } = found.get(row.sheetRow) ?? {};
      const source = corrected ?? row;
      yield { cells: errorCells({ source, findings, corrected: corrected !== null }, shape) };
      next = row.sheetRow + 1;
    }
  }
}
