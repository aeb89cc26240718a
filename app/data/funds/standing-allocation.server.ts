import type { Tx } from "~/platform/prisma/client.server";

/** Makes two who ask for the same wait for each other: a county cannot lock the rows of its prefecture's table. */
async function holdName(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

interface TableHead {
  readonly documentId: string;
  readonly regionCode: string;
  readonly year: number;
}

/** The standing table of the document for the area and year that is no division, if one is entered; held meanwhile. */
export async function holdStandingTable(tx: Tx, head: TableHead): Promise<string | null> {
  const { documentId, regionCode, year } = head;
  await holdName(tx, `table of ${documentId} ${regionCode} ${year}`);
  const row = await tx.allocationTable.findFirst({
    where: { documentId, regionCode, year, parentRowId: null, voidedAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What already stands on a line: the table that divides it, and how many pots are set up of it; held meanwhile. */
export async function holdLine(
  tx: Tx,
  rowId: string,
): Promise<{ readonly dividedBy: string | null; readonly pots: number }> {
  await holdName(tx, `line ${rowId}`);
  const division = await tx.allocationTable.findFirst({
    where: { parentRowId: rowId, voidedAt: null },
    select: { id: true },
  });
  const pots = await tx.fundPot.count({ where: { cell: { rowId }, voidedAt: null } });
  return { dividedBy: division?.id ?? null, pots };
}
