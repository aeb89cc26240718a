import type pg from "pg";
import {
  readSealedRows,
  SEALED_TABLES,
  writeColumns,
  type SealedRow,
  type SealedTable,
} from "~/data/access/sealed-columns-store.server";
import { contextOf } from "~/data/access/sealing-context.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";

const BATCH = 1_000;

/** Whether anything is still sealed with another than the ring's current key. */
export async function hasOlderSeals(owner: pg.ClientBase, ring: KeyRing): Promise<boolean> {
  for (const table of SEALED_TABLES) {
    if ((await readSealedRows(owner, table, null, 1, ring.currentKey().number)).length > 0)
      return true;
  }
  return false;
}

/**
 * Seals anew, with the current key, whatever another key of the ring sealed: in batches that are each
 * whole, so that a killed run is simply run again. A row that changes meanwhile is left to the next run.
 */
export async function resealColumns(
  owner: pg.ClientBase,
  ring: KeyRing,
  report: (label: string, rows: number) => void,
): Promise<void> {
  for (const table of SEALED_TABLES) {
    let rows = 0;
    let after: SealedRow["key"] | null = null;
    for (;;) {
      const batch: SealedRow[] = await readSealedRows(
        owner,
        table,
        after,
        BATCH,
        ring.currentKey().number,
      );
      if (batch.length === 0) break;
      const changes = batch.map((old) => ({ old, values: reseal(table, old, ring) }));
      rows += await writeColumns(owner, table, table.columns, changes);
      after = batch.at(-1)?.key ?? null;
    }
    report(table.label, rows);
  }
}

function reseal(table: SealedTable, row: SealedRow, ring: KeyRing): (Buffer | null)[] {
  return table.columns.map((column, index) => {
    const sealed = row.sealed[index] ?? null;
    const context = contextOf(column, row.key, row.idIndex);
    return sealed === null ? null : sealText(ring, openText(ring, sealed, context), context);
  });
}
