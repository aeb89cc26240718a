import { tidyBlanks } from "../shared/cell-text";
import type { SheetPreview } from "./table";

/** Headers in order: the same ones again are the same county's same form. */
export function headerSignature(columns: readonly { readonly header: string }[]): string {
  return columns
    .map(({ header }) => header)
    .join("|")
    .slice(0, 1_000);
}

/** Every row at the top of the visible sheets that could be a header, by its signature. */
export function headerPlaces(
  sheets: readonly SheetPreview[],
): ReadonlyMap<string, { readonly sheet: string; readonly headerRow: number }> {
  const places = new Map<string, { sheet: string; headerRow: number }>();
  for (const { info, rows } of sheets.filter((sheet) => !sheet.info.hidden)) {
    for (const { sheetRow, texts } of rows) {
      const headers = texts.map(tidyBlanks).filter((header) => header !== "");
      const signature = headerSignature(headers.map((header) => ({ header })));
      if (!places.has(signature)) places.set(signature, { sheet: info.name, headerRow: sheetRow });
    }
  }
  return places;
}
