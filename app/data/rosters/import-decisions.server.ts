import type { Decision } from "~/domain/rosters/roster-import";
import type { Tx } from "~/platform/prisma/client.server";

const DIFFERING = { in: ["differs", "lineDiffers"] };

/** Decides every difference still open; returns how many. */
export async function decideAll(tx: Tx, importId: string, decision: Decision): Promise<number> {
  const { count } = await tx.rosterImportRow.updateMany({
    where: { importId, matching: DIFFERING, decision: null },
    data: { decision },
  });
  return count;
}

/** Decides single rows, also again; returns how many. */
export async function decideRows(
  tx: Tx,
  importId: string,
  rows: readonly { readonly sheetRow: number; readonly decision: Decision }[],
): Promise<number> {
  let decided = 0;
  for (const decision of ["keep", "take"] as const) {
    const sheetRows = rows.filter((row) => row.decision === decision).map((row) => row.sheetRow);
    if (sheetRows.length === 0) continue;
    const { count } = await tx.rosterImportRow.updateMany({
      where: { importId, sheetRow: { in: sheetRows }, matching: DIFFERING },
      data: { decision },
    });
    decided += count;
  }
  return decided;
}
