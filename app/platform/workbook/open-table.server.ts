import { columnMap, firstDataRow } from "~/domain/rosters/column-map";
import type { ColumnMap } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import type { RosterLayout } from "~/domain/rosters/layouts/layout";
import { rowKind } from "~/domain/rosters/row-kind";
import type { SheetRow } from "~/domain/rosters/sheet";
import type {
  FoundTable,
  SheetPreview,
  TableChoice,
  TableProblem,
  TableSearch,
} from "~/domain/rosters/table";
import { openWorkbook, WorkbookRefused } from "./open-workbook.server";
import type { OpenWorkbook } from "./open-workbook.server";
import type { WorkbookLimits } from "./workbook-limits.server";

const PREVIEW_ROWS = 50;

/** A table of an opened file; its data rows are read in order and not kept. */
export interface OpenTable<Key extends string> {
  readonly table: FoundTable<Key>;
  readonly columns: ColumnMap<Key>;
  readonly dataRows: AsyncIterable<SheetRow>;
  /** How much of the sheet is read, 0..1. */
  readonly fractionRead: () => number;
}

export interface OpenedFile<Key extends string> {
  /** As far as found, also when a problem refuses it: the page lets the officer choose columns. */
  readonly table: FoundTable<Key> | null;
  /** The first rows of every sheet. */
  readonly sheets: readonly SheetPreview[];
  /** A refused one among them leaves `opened` null. */
  readonly problems: readonly TableProblem[];
  readonly notices: readonly string[];
  readonly opened: OpenTable<Key> | null;
}

/** Opens a file and finds the layout's table in it. Throws WorkbookRefused for an unreadable file. */
export async function openTable<Key extends string>(
  file: { readonly bytes: Buffer; readonly name: string },
  limits: WorkbookLimits,
  layout: RosterLayout<Key>,
  choice?: TableChoice<Key>,
): Promise<OpenedFile<Key>> {
  const workbook = await openWorkbook(file.bytes, file.name, limits);
  const sheets: SheetPreview[] = [];
  for (const info of workbook.sheets) {
    sheets.push({ info, rows: await topRows(workbook, sheets.length), merges: [] });
  }
  let search = findTable(sheets, layout, choice);
  if (mayBeMerged(search, sheets)) {
    search = findTable(await withMerges(workbook, sheets), layout, choice);
  }
  const { table, problems } = search;
  const { notices } = workbook;
  if (table === null || problems.some((problem) => problem.severity === "refused")) {
    return { sheets, table, problems, notices, opened: null };
  }
  const columns = columnMap(table, layout);
  const dataRows = rowsBelow(workbook, table, columns);
  const { fractionRead } = workbook;
  return { sheets, table, problems, notices, opened: { table, columns, dataRows, fractionRead } };
}

/** The first rows of a sheet, enough to find a header in. */
export async function topRows(workbook: OpenWorkbook, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  try {
    for await (const batch of workbook.rows(sheet)) {
      rows.push(...batch.slice(0, PREVIEW_ROWS - rows.length));
      if (rows.length >= PREVIEW_ROWS) break;
    }
  } catch (error) {
    // A sheet of long notes beside the roster is no reason to refuse the roster.
    if (!(error instanceof WorkbookRefused) || !OF_ONE_SHEET.has(error.kind)) throw error;
  }
  return rows;
}

const OF_ONE_SHEET: ReadonlySet<string> = new Set(["cell-too-long", "too-many-columns"]);

/**
 * Whether merged headings could change the answer. Merged blocks stand behind the rows of a file,
 * so asking for them costs a pass over the whole sheet: only where the row below the header has
 * neither name nor number, or no complete table was found.
 */
function mayBeMerged<Key extends string>(
  { table, problems }: TableSearch<Key>,
  sheets: readonly SheetPreview[],
): boolean {
  if (table === null || problems.some((problem) => problem.severity === "refused")) return true;
  const rows = sheets.find((sheet) => sheet.info.name === table.sheet)?.rows ?? [];
  const below = rows.find((row) => row.sheetRow === table.headerRow + 1);
  if (below === undefined) return false;
  const first = table.columns.filter(({ key }) => key === "name" || key === "idCardNumber");
  return first.every(({ column }) => (below.texts[column] ?? "").trim() === "");
}

async function withMerges(
  workbook: OpenWorkbook,
  sheets: readonly SheetPreview[],
): Promise<SheetPreview[]> {
  const merged: SheetPreview[] = [];
  for (const sheet of sheets) {
    merged.push({ ...sheet, merges: await workbook.merges(merged.length) });
  }
  return merged;
}

async function* rowsBelow<Key extends string>(
  workbook: OpenWorkbook,
  table: FoundTable<Key>,
  columns: ColumnMap<Key>,
): AsyncIterable<SheetRow> {
  const first = firstDataRow(table);
  const sheet = workbook.sheets.findIndex((info) => info.name === table.sheet);
  for await (const batch of workbook.rows(sheet)) {
    for (const row of batch) {
      if (row.sheetRow >= first && rowKind(row, columns) === "data") yield row;
    }
  }
}
