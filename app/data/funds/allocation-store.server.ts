import { z } from "zod";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import type { Allocation, AllocationCell, AllocationRow } from "~/domain/funds/allocation";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

export interface StoredCell extends AllocationCell {
  readonly id: string;
}

export interface StoredRow extends AllocationRow<StoredCell> {
  readonly id: string;
}

export interface StoredAllocation extends Allocation<StoredRow> {
  readonly id: string;
  readonly documentId: string;
  readonly regionCode: string;
  readonly year: number;
  readonly title: string;
  readonly note: string;
  readonly sumsReason: string;
  readonly parentRowId: string | null;
  /** Null: shipped with the product. */
  readonly createdBy: string | null;
  readonly createdByName: string;
  readonly version: number;
  readonly voidedAt: Date | null;
  readonly voidReason: string;
}

export type NewAllocation = Pick<
  StoredAllocation,
  "id" | "documentId" | "regionCode" | "year" | "title" | "note" | "sumsReason" | "parentRowId"
> & { readonly table: Allocation };

const column = z.object({
  ...{ key: z.string(), label: z.string(), unit: z.enum(["FEN", "COUNT", "PERCENT"]) },
  ...{ of: z.string(), declared: z.number().nullable() },
});
const project = z.object({
  ...{ key: z.string(), label: z.string(), clause: z.string() },
  ...{ isLabour: z.boolean(), declared: z.number().nullable() },
});

const WHOLE = {
  rows: {
    orderBy: { place: "asc" },
    include: { cells: { orderBy: { id: "asc" } } },
  },
} as const satisfies Prisma.AllocationTableInclude;

/** The table with its rows and cells; null out of scope. */
export async function findAllocation(tx: Tx, id: string): Promise<StoredAllocation | null> {
  if (!isUuid(id)) return null;
  const row = await tx.allocationTable.findUnique({ where: { id }, include: WHOLE });
  return row === null ? null : allocationOf(row);
}

/** Standing tables of a year in the order they were entered, at most so many. */
export async function findAllocationsOf(
  tx: Tx,
  year: number,
  most: number,
): Promise<readonly StoredAllocation[]> {
  const rows = await tx.allocationTable.findMany({
    where: { year, voidedAt: null },
    include: WHOLE,
    orderBy: [{ regionCode: "asc" }, { id: "asc" }],
    take: most,
  });
  return rows.map(allocationOf);
}

type Row = Prisma.AllocationTableGetPayload<{ include: typeof WHOLE }>;

function allocationOf(row: Row): StoredAllocation {
  const { id, documentId, regionCode, year, title, note, sumsReason, parentRowId, version } = row;
  const columns = z.array(column).parse(row.columns);
  const projects = z.array(project).parse(row.projects);
  const placeOf = (cell: StoredCell) =>
    columns.findIndex(({ key }) => key === cell.columnKey) * (projects.length + 1) +
    projects.findIndex(({ key }) => key === cell.projectKey);
  return {
    ...{ id, documentId, regionCode, year, title, note, sumsReason, parentRowId, version },
    ...{ createdBy: row.createdBy, createdByName: row.createdByName, voidedAt: row.voidedAt },
    ...{ voidReason: row.voidReason ?? "", columns, projects },
    declaredTotal: wholeOrNull(row.declaredTotal),
    rows: row.rows.map((one) => ({
      ...{ id: one.id, unitName: one.unitName, areaCode: one.areaCode, note: one.note },
      ...{ declaredTotal: wholeOrNull(one.declaredTotal), isOffTable: one.isOffTable },
      cells: one.cells.map(cellOf).sort((a, b) => placeOf(a) - placeOf(b)),
    })),
  };
}

function cellOf(cell: Row["rows"][number]["cells"][number]): StoredCell {
  const { id, columnKey, projectKey, functionCode, economicCode } = cell;
  return { id, columnKey, projectKey, functionCode, economicCode, amount: Number(cell.amount) };
}

const wholeOrNull = (amount: bigint | null) => (amount === null ? null : Number(amount));

export async function saveAllocation(
  tx: Tx,
  { table, ...head }: NewAllocation,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { columns, projects, declaredTotal, rows } = table;
  await tx.allocationTable.create({
    data: {
      ...head,
      columns: columns.map((one) => ({ ...one })),
      projects: projects.map((one) => ({ ...one })),
      declaredTotal: declaredTotal === null ? null : BigInt(declaredTotal),
      ...{ createdBy: by.userId, createdByName: by.name, createdAt: by.now },
    },
  });
  const { regionCode } = head;
  const stored = rows.map((row, place) => ({ ...row, id: newId(), place }));
  await tx.allocationRow.createMany({
    data: stored.map(
      ({ id, place, unitName, areaCode, declaredTotal: total, isOffTable, note }) => ({
        ...{ id, tableId: head.id, regionCode, place, unitName, areaCode, isOffTable, note },
        declaredTotal: total === null ? null : BigInt(total),
      }),
    ),
  });
  await tx.allocationCell.createMany({
    data: stored.flatMap(({ id: rowId, cells }) =>
      cells.map((cell) => ({
        ...{
          id: newId(),
          rowId,
          regionCode,
          columnKey: cell.columnKey,
          projectKey: cell.projectKey,
        },
        ...{ functionCode: cell.functionCode, economicCode: cell.economicCode },
        amount: BigInt(cell.amount),
      })),
    ),
  });
}

/** Takes the table out of every sum; false when somebody came first. */
export async function voidAllocation(
  tx: Tx,
  { id, version }: Pick<StoredAllocation, "id" | "version">,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.allocationTable.updateMany({
    where: { id, version, voidedAt: null },
    data: { voidedAt: now, voidReason: reason, version: { increment: 1 } },
  });
  return count === 1;
}

/** Money that hangs on the table's cells, and tables that divide one of its rows. */
export async function countAllocationUses(tx: Tx, one: StoredAllocation): Promise<number> {
  const cells = one.rows.flatMap((row) => row.cells.map(({ id }) => id));
  const rows = one.rows.map(({ id }) => id);
  const [pots, divisions] = await Promise.all([
    tx.fundPot.count({ where: { cellId: { in: cells }, voidedAt: null } }),
    tx.allocationTable.count({ where: { parentRowId: { in: rows }, voidedAt: null } }),
  ]);
  return pots + divisions;
}

export function leaveAllocationTrail(
  tx: Tx,
  actor: Actor,
  one: Pick<StoredAllocation, "id" | "regionCode" | "title">,
  event: { readonly action: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  const { action, at, reason } = event;
  return leaveTrail(tx, {
    ...{ at, actorId: actor.userId, actorName: actor.name, action },
    ...{ subjectKind: "allocationTable", subjectId: one.id, countyCode: one.regionCode },
    detail: { name: one.title, ...(reason === "" ? {} : { reason }) },
  });
}
