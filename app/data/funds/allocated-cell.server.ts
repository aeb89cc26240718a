import { projectLabel, unitOf } from "~/domain/funds/allocation";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { findAllocation } from "./allocation-store.server";
import { findDocument } from "./document-store.server";
import { holdLine } from "./standing-allocation.server";

/** Money of a standing table that pots are set up from. */
export interface AllocatedCell {
  readonly id: string;
  readonly amountFen: Fen;
  /** The county or prefecture it is for; null where the table names none. */
  readonly areaCode: string | null;
  readonly year: number;
  /** The day of the document it stands in; null: not known. */
  readonly issuedOn: CalendarDate | null;
  readonly projectName: string;
  /** Null: of no project. */
  readonly isLabour: boolean | null;
}

/** The cell, when it is money of a table that stands and no lower table divides its line; held, so that two pots of one cell are set up one after the other. */
export async function holdAllocatedCell(tx: Tx, cellId: string): Promise<AllocatedCell | null> {
  if (!isUuid(cellId)) return null;
  const row = await tx.allocationCell.findUnique({
    where: { id: cellId },
    select: { row: { select: { id: true, tableId: true } } },
  });
  const table = row === null ? null : await findAllocation(tx, row.row.tableId);
  const line = table?.rows.find(({ id }) => id === row?.row.id);
  const cell = line?.cells.find(({ id }) => id === cellId);
  if (table === null || line === undefined || cell === undefined) return null;
  if (table.voidedAt !== null || unitOf(table, cell) !== "FEN") return null;
  // The cell's table may be the prefecture's, whose rows a county cannot lock; a name both ask for does as well.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pot of ${cellId}`}, 0))`;
  // A divided line counts by its parts: pots are set up of those.
  if ((await holdLine(tx, line.id)).dividedBy !== null) return null;
  const project = table.projects.find(({ key }) => key === cell.projectKey);
  return {
    ...{ id: cell.id, amountFen: fen(cell.amount), areaCode: line.areaCode, year: table.year },
    issuedOn: (await findDocument(tx, table.documentId))?.issuedOn ?? null,
    projectName: projectLabel(table, cell.projectKey),
    isLabour: project?.isLabour ?? null,
  };
}

/** What standing pots already have of the cell, in fen; a carried-over pot has its money from another pot. */
export async function pottedOf(tx: Tx, cellId: string): Promise<Fen> {
  const { _sum } = await tx.fundPot.aggregate({
    where: { cellId, voidedAt: null },
    _sum: { amountFen: true },
  });
  return fen(Number(_sum.amountFen ?? 0n));
}
