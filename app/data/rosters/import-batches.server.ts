import type { PoolClient } from "pg";
import { estimatedTotal } from "~/domain/jobs/job";
import type { SheetRow } from "~/domain/rosters/sheet";
import type { OpenTable } from "~/platform/workbook/open-table.server";
import type { Intake } from "./import-intake.server";
import type { ImportRow } from "./import-row.server";
import { prepareRows } from "./import-rows.server";

/** Enough rows to ask few questions of the database, few enough to hold. */
const BATCH_ROWS = 1_000;

/** The rows of a file, checked, matched and sealed batch by batch; `onRows` hears how far it is. */
export async function* importBatches(
  asking: PoolClient,
  intake: Intake,
  opened: OpenTable<string>,
  onRows: (rows: number, total: number | null) => Promise<void>,
): AsyncGenerator<ImportRow[]> {
  let rows = 0;
  let ahead: Promise<ImportRow[]> | null = null;
  for await (const batch of batchesOf(opened.dataRows)) {
    const before = ahead;
    // The next batch asks its questions while this one is being copied.
    ahead = prepareRows(asking, intake, batch, (row) => intake.repeatOf(row));
    ahead.catch(() => undefined); // awaited below, unless the consumer has gone
    if (before !== null) yield await before;
    rows += batch.length;
    await onRows(rows, estimatedTotal(rows, opened.fractionRead()));
  }
  if (ahead !== null) yield await ahead;
}

async function* batchesOf(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
