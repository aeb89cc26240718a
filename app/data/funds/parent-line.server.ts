import { moneyOf } from "~/domain/funds/allocation";
import type { ParentLine } from "~/domain/funds/balance-slots";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { findAllocation } from "./allocation-store.server";

/** The line of a standing higher table that another divides; null where there is none in scope. */
export async function parentLine(tx: Tx, rowId: string): Promise<ParentLine | null> {
  if (!isUuid(rowId)) return null;
  const found = await tx.allocationRow.findUnique({
    where: { id: rowId },
    select: { tableId: true },
  });
  const table = found === null ? null : await findAllocation(tx, found.tableId);
  const row = table?.rows.find(({ id }) => id === rowId);
  if (table === null || row === undefined || table.voidedAt !== null) return null;
  return { label: `上级下达 · ${row.unitName}`, amount: moneyOf(table, row) };
}
