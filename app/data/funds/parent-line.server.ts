import { dividedLine, type DividedLine } from "~/domain/funds/division";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { findAllocation } from "./allocation-store.server";

/** The line of a standing higher table that another divides; null where there is none in scope. */
export async function parentLine(tx: Tx, rowId: string): Promise<DividedLine | null> {
  if (!isUuid(rowId)) return null;
  const found = await tx.allocationRow.findUnique({
    where: { id: rowId },
    select: { tableId: true },
  });
  const table = found === null ? null : await findAllocation(tx, found.tableId);
  const row = table?.rows.find(({ id }) => id === rowId);
  if (table === null || row === undefined || table.voidedAt !== null) return null;
  return dividedLine(table, row);
}
