import type { CellKind, SheetInfo, SheetRow } from "~/domain/rosters/sheet";
import type { SheetPreview } from "~/domain/rosters/table";

/** A row of text cells; blank where the text is empty. Pass `{ number: "…" }` for a number cell. */
export function sheetRow(
  row: number,
  cells: readonly (string | { readonly number: string })[],
): SheetRow {
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : cell.number));
  const kinds = cells.map((cell): CellKind => {
    if (typeof cell !== "string") return "number";
    return cell === "" ? "blank" : "text";
  });
  return { sheetRow: row, texts, kinds };
}

/** A sheet whose rows begin at row 1. */
export function sheet(
  name: string,
  rows: readonly (readonly string[])[],
  more: Partial<Pick<SheetInfo, "hidden"> & Pick<SheetPreview, "merges">> = {},
): SheetPreview {
  return {
    info: { name, hidden: more.hidden ?? false },
    rows: rows.map((cells, at) => sheetRow(at + 1, cells)),
    merges: more.merges ?? [],
  };
}
