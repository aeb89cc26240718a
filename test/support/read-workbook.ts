import type { SheetRow } from "~/domain/rosters/sheet";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
  type OpenWorkbook,
  type WorkbookLimits,
} from "~/platform/workbook/open-workbook.server";

/** All rows of one sheet. */
export async function allRows(book: OpenWorkbook, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of book.rows(sheet)) rows.push(...batch);
  return rows;
}

/** Opens and reads the first sheet. */
export async function readRows(
  bytes: Buffer,
  fileName = "名册.xlsx",
  limits: WorkbookLimits = ROSTER_LIMITS,
): Promise<SheetRow[]> {
  return allRows(await openWorkbook(bytes, fileName, limits));
}

/** Opens and reads every sheet, and answers the refusal; fails when nothing was refused. */
export async function refusalOf(
  bytes: Buffer,
  fileName = "名册.xlsx",
  limits: WorkbookLimits = ROSTER_LIMITS,
): Promise<WorkbookRefused> {
  try {
    const book = await openWorkbook(bytes, fileName, limits);
    for (const sheet of book.sheets.keys()) await allRows(book, sheet);
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
  throw new Error("the file was read without a refusal");
}

export async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
