import type { Allocation } from "~/domain/funds/allocation";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { isLikeTable, likeness } from "~/domain/funds/table-likeness";
import type { Tx } from "~/platform/prisma/client.server";
import { findAllocation, type StoredAllocation } from "./allocation-store.server";
import { foundingDocumentId, foundingTableId } from "./founding-reference.server";

/** Makes two who ask for the same wait for each other: a county cannot lock the rows of its prefecture's table. */
async function holdName(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

interface TableHead {
  readonly documentId: string;
  readonly regionCode: string;
  readonly year: number;
}

/**
 * The table that is no division and has the money of the asked one already: the document's for the area and year, or
 * the one that ships with the product. Whoever else enters one for the area waits meanwhile.
 */
export async function holdStandingTable(tx: Tx, head: TableHead): Promise<string | null> {
  const { documentId, regionCode, year } = head;
  await holdName(tx, `tables of ${regionCode}`);
  const row = await tx.allocationTable.findFirst({
    where: { documentId, regionCode, year, parentRowId: null, voidedAt: null },
    select: { id: true },
  });
  return row?.id ?? shippedTableOf(head);
}

/**
 * The shipped table that leaves no room for another of the document, of whatever year; known also to who does not see
 * it. One that gives no area a figure (the five pillars of the province) leaves room for those of other areas.
 */
export function shippedTableOf({
  documentId,
  regionCode,
}: Pick<TableHead, "documentId" | "regionCode">): string | null {
  const shipped = FOUNDING_TABLES.find(
    (one) => foundingDocumentId(one.documentNumber) === documentId,
  );
  if (shipped === undefined) return null;
  const isOfAreas = shipped.allocation.rows.some(({ areaCode }) => areaCode !== null);
  return isOfAreas || shipped.regionCode === regionCode
    ? foundingTableId(shipped.documentNumber)
    : null;
}

/**
 * The standing table of another document that says, but for a few figures, the same for the area: one of the year, or
 * one that ships with the product. 云财农 and 曲财农〔2020〕31号 are easily taken for each other. The likest; null: none.
 */
export async function findLikeTable(
  tx: Tx,
  { documentId, regionCode, year }: Omit<TableHead, "year"> & { readonly year: number | null },
  table: Allocation,
): Promise<StoredAllocation | null> {
  const rows = await tx.allocationTable.findMany({
    where: {
      ...{ regionCode, parentRowId: null, voidedAt: null, documentId: { not: documentId } },
      OR: [{ createdBy: null }, ...(year === null ? [] : [{ year }])],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const likes: StoredAllocation[] = [];
  for (const { id } of rows) {
    const other = await findAllocation(tx, id);
    if (other !== null && isLikeTable(other, table)) likes.push(other);
  }
  return likes.sort((a, b) => likeness(b, table) - likeness(a, table))[0] ?? null;
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
