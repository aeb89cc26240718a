import type { Actor } from "~/domain/access/actor";
import { findTable } from "~/domain/rosters/find-table";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { RosterLayout } from "~/domain/rosters/layouts/layout";
import type { SheetRow } from "~/domain/rosters/sheet";
import { maskLongNumbers } from "~/domain/shared/masking";
import type { MatchedColumn } from "~/domain/rosters/table";
import { findImport } from "~/data/rosters/import-store.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { topRows } from "~/platform/workbook/open-table.server";

/** The top of a file for pointing out its header: numbers masked, one sample per column. */
export interface ColumnPreview {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** 1-based; 0 when no row looks like a header. */
  readonly headerRow: number;
  readonly rows: readonly { readonly sheetRow: number; readonly texts: readonly string[] }[];
  readonly columns: readonly (MatchedColumn<string> & { readonly sample: string })[];
}

const SHOWN_ROWS = 15;

/** Null when the import is gone or out of scope. `wanted` may name another sheet or header row. */
export async function previewColumns(
  actor: Actor,
  importId: string,
  wanted: { readonly sheet: string | null; readonly headerRow: number | null },
): Promise<ColumnPreview | null> {
  const one = await inTransaction(actor, (tx) => findImport(tx, importId));
  if (one === null) return null;
  const { layout } = IMPORT_LAYOUTS[one.layout];
  const book = await openWorkbook(await readStoredFile(one.fileId), one.fileName, ROSTER_LIMITS);
  const previews = [];
  for (const [at, info] of book.sheets.entries()) {
    previews.push({ info, rows: await topRows(book, at), merges: await book.merges(at) });
  }
  const found = findTable(previews, layout, one.choice ?? undefined).table;
  const sheet = wanted.sheet ?? found?.sheet ?? previews[0]?.info.name ?? "";
  const preview = previews.find((each) => each.info.name === sheet);
  const headerRow = wanted.headerRow ?? (found?.sheet === sheet ? found.headerRow : 0);
  const asChosen = wanted.headerRow !== null || wanted.sheet !== null;
  const table =
    preview === undefined || headerRow === 0
      ? null
      : asChosen
        ? proposeAt(preview, headerRow, layout)
        : found;
  const rows = preview?.rows ?? [];
  const below = rows.find((row) => row.sheetRow >= headerRow + (table?.headerDepth ?? 1));
  return {
    sheets: previews.map((each) => each.info.name),
    sheet,
    headerRow,
    rows: rows.slice(0, SHOWN_ROWS).map(masked),
    columns: (table?.columns ?? []).map((column) => ({
      ...column,
      sample: maskLongNumbers(below?.texts[column.column] ?? ""),
    })),
  };
}

type Preview = Parameters<typeof findTable>[0][number];

/** What the columns below this very header row would be taken for. */
function proposeAt(preview: Preview, headerRow: number, layout: RosterLayout) {
  const rows = preview.rows.filter((row) => row.sheetRow >= headerRow);
  const info = { ...preview.info, hidden: false };
  const found = findTable([{ ...preview, info, rows: rows.slice(0, 2) }], layout).table;
  if (found?.headerRow === headerRow) return found;
  const { name } = preview.info;
  return findTable([preview], layout, { sheet: name, headerRow, columns: {} }).table;
}

function masked(row: SheetRow) {
  return { sheetRow: row.sheetRow, texts: row.texts.slice(0, 30).map(maskLongNumbers) };
}
