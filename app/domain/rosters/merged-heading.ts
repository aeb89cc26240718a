import type { MergedBlock, SheetRow } from "./sheet";

/** Two rows when a heading spans several columns of this row only, and the next row splits it. */
export function depthAt(row: SheetRow, merges: readonly MergedBlock[]): number {
  const tall = merges.some((m) => m.firstRow === row.sheetRow && m.lastRow === row.sheetRow + 1);
  const wide = merges.some((m) => spansOnly(m, row) && m.lastColumn > m.firstColumn);
  return tall && wide ? 2 : 1;
}

/** The heading over a column: its own, or that of the block that spans it. */
export function headingAbove(
  row: SheetRow,
  column: number,
  merges: readonly MergedBlock[],
): string {
  const own = row.texts[column] ?? "";
  if (own.trim() !== "") return own;
  const block = merges.find(
    (m) => spansOnly(m, row) && m.firstColumn < column && column <= m.lastColumn,
  );
  return block === undefined ? "" : (row.texts[block.firstColumn] ?? "");
}

function spansOnly(block: MergedBlock, row: SheetRow): boolean {
  return block.firstRow === row.sheetRow && block.lastRow === row.sheetRow;
}
