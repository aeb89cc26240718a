import type { Actor } from "~/domain/access/actor";
import { countiesFor, narrowedTo } from "~/domain/access/policy";
import { columnLabel, projectLabel, unitOf } from "~/domain/funds/allocation";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  findAllocationsOf,
  type StoredAllocation,
  type StoredRow,
} from "./allocation-store.server";
import { areaName } from "./document-view.server";

/** Money of a standing table that a pot can be set up of. */
export interface PotCell {
  readonly cellId: string;
  readonly tableId: string;
  readonly tableTitle: string;
  readonly regionCode: string;
  readonly areaName: string;
  readonly year: number;
  readonly unitName: string;
  readonly project: string;
  /** Null: the table does not say. */
  readonly isLabour: boolean | null;
  readonly amountFen: Fen;
  /** What no pot has of it yet. */
  readonly leftFen: Fen;
}

const MOST_TABLES = 200;

/** The money of a year's tables that the actor may set pots up of; a line that a lower table divides counts by its parts. */
export function viewPotCells(
  actor: Actor,
  year: number,
  today: CalendarDate,
): Promise<readonly PotCell[]> {
  const areas = countiesFor(actor, "fund.write", today);
  return inTransaction(narrowedTo(actor, "fund.write", today), async (tx) => {
    const tables = await findAllocationsOf(tx, year, MOST_TABLES);
    const divided = new Set(tables.map(({ parentRowId }) => parentRowId));
    const cells = tables.flatMap((table) =>
      table.rows
        .filter(({ id, areaCode }) => !divided.has(id) && areas.includes(areaCode ?? ""))
        .flatMap((row) => cellsOf(table, row)),
    );
    const potted = await tx.fundPot.groupBy({
      by: ["cellId"],
      where: { cellId: { in: cells.map(({ cellId }) => cellId) }, voidedAt: null },
      _sum: { amountFen: true },
    });
    const taken = new Map(potted.map((one) => [one.cellId, Number(one._sum.amountFen ?? 0n)]));
    return cells.map((cell) => ({
      ...cell,
      leftFen: fen(cell.amountFen - (taken.get(cell.cellId) ?? 0)),
    }));
  });
}

function cellsOf(table: StoredAllocation, row: StoredRow): Omit<PotCell, "leftFen">[] {
  const regionCode = row.areaCode ?? "";
  return row.cells
    .filter((cell) => unitOf(table, cell) === "FEN" && cell.amount > 0)
    .map((cell) => {
      const project = table.projects.find(({ key }) => key === cell.projectKey);
      const label = projectLabel(table, cell.projectKey);
      return {
        ...{ cellId: cell.id, tableId: table.id, tableTitle: table.title, year: table.year },
        ...{ regionCode, areaName: areaName(regionCode), unitName: row.unitName },
        project: label === "" ? columnLabel(table, cell.columnKey) : label,
        ...{ isLabour: project?.isLabour ?? null, amountFen: fen(cell.amount) },
      };
    });
}
